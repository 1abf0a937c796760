import Animation
import AvatarTypes
import Foundation
import Media
import Raster
import Rigging

/// How many live rooms with talking characters this machine holds: the whole path, paced by the real
/// clock, into seats where somebody takes every packet and does nothing with it.
///
/// Rooms are doubled until one of them leaves out a frame, then halved in between. A number holds when
/// one of two trials has no frame left out, since other programs make a busy machine late now and then.
public struct LiveBenchmark: Sendable {
    public static let presetNames = [VideoEncoder.Preset.ultrafast, .superfast].map(\.rawValue)

    /// How long a trial is measured, after a second in which the rooms begin.
    public var seconds = 3.0
    /// No more rooms than these are tried.
    public var limit = 64
    public var size = PixelSize(width: 1280, height: 720)

    private let library: AssetLibrary
    private static let characters = ["mirai", "miyu", "ren"]
    private static let framesPerSecond = 30
    private static let beginning = Duration.seconds(1)
    /// They talk longer than a trial lasts.
    private static let margin = Duration.seconds(4)

    public init(library: AssetLibrary) {
        self.library = library
    }

    /// - Parameter preset: one of `presetNames`.
    /// - Throws: when a rig cannot be read, or the encoder refuses.
    public func run(preset name: String, progress: (Int) -> Void) async throws -> Report {
        guard let preset = VideoEncoder.Preset(rawValue: name) else {
            preconditionFailure("'\(name)' is no preset")
        }
        let stage = try await Stagecraft(library: library)
        var trials: [Report.Trial] = []
        func holds(_ rooms: Int) async throws -> Bool {
            progress(rooms)
            for _ in 0..<2 {
                trials.append(try await trial(of: rooms, stage, preset))
                if trials[trials.count - 1].lateFrames == 0 { return true }
            }
            return false
        }
        // Between the most that hold and the fewest that do not.
        var (most, fewest) = (0, limit + 1)
        while fewest - most > 1 {
            let rooms = fewest > limit ? min(max(1, most * 2), limit) : (most + fewest) / 2
            if try await holds(rooms) { most = rooms } else { fewest = rooms }
        }
        let best = trials.last { $0.rooms == max(most, 1) && ($0.lateFrames == 0 || most == 0) }
        return Report(
            preset: name, rooms: most, lateFrames: best?.lateFrames ?? 0,
            cpuMsPerFrame: best?.cpuMsPerFrame ?? 0,
            othersCores: best?.othersCores, stages: try stages(stage, preset),
            trials: trials)
    }

    /// What all rooms share: rigs, expressions and what is said.
    private struct Stagecraft {
        var rigs: [Rig]
        var expressions: [FacialExpression]
        var lines: [SpokenLine]

        init(library: AssetLibrary) async throws {
            rigs = try LiveBenchmark.characters.map { try library.rig(named: $0) }
            expressions = library.expressions().expressions
            lines = try await Speaking(text: Benchmark.sentence).lines()
        }
    }

    private func trial(
        of count: Int, _ stage: Stagecraft, _ preset: VideoEncoder.Preset
    ) async throws -> Report.Trial {
        let backdrop = Settings().backdropPicture(of: size)
        var performers: [Performer] = []
        var tasks: [Task<Void, Never>] = []
        for number in 0..<count {
            let performer = Performer(
                rig: stage.rigs[number % stage.rigs.count], expressions: stage.expressions,
                size: size, framesPerSecond: Self.framesPerSecond, backdrop: backdrop,
                seed: UInt64(number), name: "bench-\(number)", preset: preset,
                threads: Self.threads(inRooms: count))
            var end = MediaTime.zero
            while end < MediaTime(.seconds(seconds) + Self.margin) {
                for line in stage.lines {
                    end = await performer.append(line).start + line.audio.duration
                }
            }
            let queue = SeatQueue()
            try await performer.admit(queue, as: .opaque, hello: { _, _, _ in "{}" })
            tasks.append(Task { for await _ in Seat(queue: queue) {} })
            performers.append(performer)
        }
        for performer in performers {
            tasks.append(Task { await performer.run(on: ContinuousClock()) })
            // Rooms open at any phase of the frame.
            try await Task.sleep(for: .seconds(1) / Self.framesPerSecond / count)
        }
        try await Task.sleep(for: Self.beginning)
        let neighbours = Neighbours()
        let before = await Self.counts(performers)
        try await Task.sleep(for: .seconds(seconds))
        let after = await Self.counts(performers)
        let others = neighbours.cores
        for task in tasks { task.cancel() }
        for performer in performers { performer.broadcast.close() }
        let drawn = max(1, after.drawn - before.drawn)
        return Report.Trial(
            rooms: count, lateFrames: after.late - before.late,
            cpuMsPerFrame: (after.cpu - before.cpu) / Double(drawn), othersCores: others)
    }

    /// With more rooms than cores, each draws on its own thread: they share the cores without waiting
    /// for one another.
    private static func threads(inRooms count: Int) -> Int? {
        count < ProcessInfo.processInfo.activeProcessorCount ? nil : 1
    }

    /// Frames drawn and left out until now, and milliseconds of the whole program.
    private static func counts(_ performers: [Performer]) async -> (
        drawn: Int, late: Int, cpu: Double
    ) {
        var (drawn, late) = (0, 0)
        for performer in performers {
            let counters = await performer.counters
            drawn += counters.framesDrawn
            late += counters.framesRepeated + counters.clockStalls + counters.encoderFailures
        }
        return (drawn, late, Stopwatch.milliseconds(on: CLOCK_PROCESS_CPUTIME_ID))
    }

    /// One room alone, step by step, as fast as it goes: medians of the thread's time for one frame.
    private func stages(
        _ stage: Stagecraft, _ preset: VideoEncoder.Preset
    ) throws -> [String: Double] {
        var script = Script()
        while script.speechEnd < .seconds(4) {
            for line in stage.lines {
                script.append(
                    line, notBefore: .zero, gestureDuration: Animator.duration(ofGesture:))
            }
        }
        var animator = Animator(
            expressions: stage.expressions, temperament: stage.rigs[0].temperament, seed: 0)
        var puppet = Puppet(rig: stage.rigs[0])
        let rasterizer = Rasterizer(threads: 1)
        var canvas = Image(width: size.width, height: size.height)
        let video = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: Self.framesPerSecond,
            alpha: .opaque(backdrop: Settings().backdropPicture(of: size)), preset: preset)
        let sound = try SoundEncoder()
        let (broadcast, queue) = (Broadcast(), SeatQueue())
        broadcast.admit(queue, as: .opaque, hello: { _ in "{}" })
        var laps: [String: [Double]] = [:]
        func lap<Result>(_ name: String, _ work: () throws -> Result) rethrows -> Result {
            let began = Stopwatch.milliseconds(on: CLOCK_THREAD_CPUTIME_ID)
            defer {
                laps[name, default: []].append(
                    Stopwatch.milliseconds(on: CLOCK_THREAD_CPUTIME_ID) - began)
            }
            return try work()
        }
        for index in 0..<3 * Self.framesPerSecond {
            let time = MediaTime.frames(index, perSecond: Self.framesPerSecond)
            let cues = script.cues(at: time)
            let pose = lap("animate") { animator.pose(at: time, following: cues) }
            let list = lap("rig") { puppet.draw(pose, at: time) }
            lap("draw") { rasterizer.render(list, at: time, into: &canvas) }
            let frame = Frame(image: canvas, time: time)
            let packets = try lap("encode") { try video.encode(frame) }
            // 33 ms of picture have 1⅔ packets of sound.
            let samples = script.samples(
                from: index * Performer.packetLength, count: Performer.packetLength,
                rate: Performer.sampleRate)
            let packet = try lap("sound") { try sound.encode(samples[...], at: time) }
            lap("send") {
                for packet in packets { broadcast.send(packet, codec: .h264, to: [.opaque]) }
                broadcast.send(packet, codec: .opus, to: [.opaque])
            }
            queue.restart()
        }
        var medians = laps.mapValues(\.median)
        let packetsPerFrame =
            Double(Performer.sampleRate)
            / Double(Performer.packetLength * Self.framesPerSecond)
        medians["sound", default: 0] *= packetsPerFrame
        return medians
    }
}

extension LiveBenchmark {
    /// What one preset allows.
    public struct Report: Encodable, Sendable {
        public struct Trial: Encodable, Sendable {
            public var rooms: Int
            /// Frames that were more than a frame late and therefore left out, and other failures.
            public var lateFrames: Int
            /// Of the whole program, for each frame drawn.
            public var cpuMsPerFrame: Double
            /// Cores that other programs kept busy meanwhile; nil where the system does not tell.
            public var othersCores: Double?
        }

        public var preset: String
        /// The most rooms without a late frame; 0 when a single one is late.
        public var rooms: Int
        /// In the trial of so many rooms, or of one when none holds.
        public var lateFrames: Int
        public var cpuMsPerFrame: Double
        public var othersCores: Double?
        /// Milliseconds of one thread for a frame, of one room alone.
        public var stages: [String: Double]
        public var trials: [Trial]

        /// One line.
        public func json() throws -> String {
            try Benchmark.json(self, formatting: [.sortedKeys])
        }

        public func line() -> String {
            let parts = ["animate", "rig", "draw", "encode", "sound", "send"].map {
                "\($0) \(String(format: "%.2f", stages[$0] ?? 0))"
            }
            return preset.padded(12) + "\(rooms) rooms".padded(11)
                + "\(String(format: "%.2f", cpuMsPerFrame)) ms a frame".padded(18)
                + parts.joined(separator: " · ")
                + (othersCores.map { String(format: "   others %.1f", $0) } ?? "")
        }
    }
}
