import AvatarTypes
import Dispatch
import Foundation
import Media
import Raster
import Yardstick

/// How fast fixed scenes are drawn: on one thread and on all cores, with every vector level, as
/// multiples of the least that drawing can cost, and how exactly.
///
/// All kinds take turns in short rounds, so that what else the machine does befalls them alike; what is
/// reported are medians over the rounds.
public struct RasterBenchmark: Sendable {
    public static let sceneNames = BenchmarkScene.names
    /// Vector levels of this machine, the narrowest first.
    public static var levels: [String] { VectorLevel.available.map(\.rawValue) }

    /// How long each thread count and level of each scene is measured, in seconds.
    public var seconds = 3.0
    /// Thread counts; one and all cores.
    public var threads = [1, ProcessInfo.processInfo.activeProcessorCount]
    public var levels = Self.levels
    /// Frames that are compared with the exact picture; 0 leaves that out.
    public var accuracyFrames = 3
    /// A preset of x264: with one, each frame is converted and encoded as well, opaque, on the thread
    /// that has drawn it.
    public var preset: String?
    public static let presetNames = LiveBenchmark.presetNames

    private let library: AssetLibrary
    private static let framesInRound = 10
    private static let fewestRounds = 5

    public init(library: AssetLibrary) {
        self.library = library
    }

    public func run(_ names: [String], progress: (Double) -> Void) async throws -> Report {
        var entries: [Report.Scene] = []
        for (index, name) in names.enumerated() {
            let scene = try await BenchmarkScene(named: name, library: library)
            entries += try await onThreadOfItsOwn { Result { try measure(scene) } }.get()
            progress(Double(index + 1) / Double(names.count))
        }
        return Report(floorBits: SourceOver.vectorBits, scenes: entries)
    }

    /// One way to draw, and what each round told of it.
    private struct Contender {
        let threads: Int
        let level: String
        let rasterizer: Rasterizer
        var floors: [SourceOver]
        let encoder: VideoEncoder?
        var encoded = (frames: 0, bytes: 0)
        var milliseconds: [Double] = []
        var floorMilliseconds: [Double] = []
        var accuracy = Accuracy()

        /// Draws some frames, then lays as many pixels plainly; each round gives two medians.
        mutating func round(
            _ frames: ArraySlice<DrawList>, pixels: Int, into canvas: inout Image
        ) throws {
            let clock = threads == 1 ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC
            milliseconds.append(
                try frames.map { frame in
                    try Stopwatch.milliseconds(of: clock) {
                        rasterizer.render(frame, at: .zero, into: &canvas)
                        try encode(canvas)
                    }
                }.median)
            floorMilliseconds.append(
                frames.map { _ in
                    Stopwatch.milliseconds(of: clock) { layPlainly(pixels) }
                }.median)
        }

        private mutating func encode(_ canvas: Image) throws {
            guard let encoder else { return }
            let time = MediaTime.frames(encoded.frames, perSecond: 30)
            let packets = try encoder.encode(Frame(image: canvas, time: time))
            encoded.frames += 1
            encoded.bytes += packets.map(\.bytes.count).reduce(0, +)
        }

        private mutating func layPlainly(_ pixels: Int) {
            if threads == 1 { return floors[0].lay(pixels: pixels) }
            let share = pixels / threads
            floors.withUnsafeMutableBufferPointer { floors in
                nonisolated(unsafe) let floors = floors
                DispatchQueue.concurrentPerform(iterations: floors.count) {
                    floors[$0].lay(pixels: share)
                }
            }
        }
    }

    private func encoder(_ size: PixelSize) throws -> VideoEncoder? {
        guard let preset = preset.flatMap(VideoEncoder.Preset.init) else { return nil }
        return try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: 30,
            alpha: .opaque(
                backdrop: .filled(
                    width: size.width, height: size.height, red: 0, green: 0, blue: 0)),
            preset: preset)
    }

    private func measure(_ scene: BenchmarkScene) throws -> [Report.Scene] {
        let (width, height) = (scene.size.width, scene.size.height)
        let pixels = scene.nominalPixels()
        var canvas = Image(width: width, height: height)
        var contenders = try threads.reduce(into: [Int]()) { all, count in
            if !all.contains(count) { all.append(count) }
        }.flatMap { count in
            try VectorLevel.available.filter { levels.contains($0.rawValue) }.map { level in
                Contender(
                    threads: count, level: level.rawValue,
                    rasterizer: Rasterizer(threads: count, level: level),
                    floors: (0..<count).map {
                        SourceOver(width: width, height: height / count, seed: UInt64($0))
                    }, encoder: try encoder(scene.size))
            }
        }
        let neighbours = Neighbours()
        let end = ContinuousClock.now + .seconds(seconds * Double(contenders.count))
        var (number, first) = (-1, 0)
        while ContinuousClock.now < end || number < Self.fewestRounds {
            let frames = scene.frames[first..<min(first + Self.framesInRound, scene.frames.count)]
            first = frames.endIndex == scene.frames.count ? 0 : frames.endIndex
            for i in contenders.indices {
                try contenders[i].round(frames, pixels: pixels, into: &canvas)
                // The first round touches memory that the others find ready.
                if number < 0 {
                    contenders[i].milliseconds = []
                    contenders[i].floorMilliseconds = []
                }
            }
            number += 1
        }
        let others = neighbours.cores
        compare(scene, &contenders, into: &canvas)
        return contenders.map { contender in
            let median = contender.milliseconds.median
            let ratios = zip(contender.milliseconds, contender.floorMilliseconds).map { $0 / $1 }
            return Report.Scene(
                name: scene.name, width: width, height: height, threads: contender.threads,
                level: contender.level, rounds: contender.milliseconds.count, msMedian: median,
                mpixPerS: Double(pixels) / median / 1000, nominalMpix: Double(pixels) / 1e6,
                floorRatio: ratios.median, psnr: accuracyFrames > 0 ? contender.accuracy.psnr : nil,
                worstError: accuracyFrames > 0 ? contender.accuracy.worst : nil,
                othersCores: others, preset: preset,
                bytesPerFrame: contender.encoded.frames > 0
                    ? contender.encoded.bytes / contender.encoded.frames : nil)
        }
    }

    private func compare(
        _ scene: BenchmarkScene, _ contenders: inout [Contender], into canvas: inout Image
    ) {
        for number in 0..<accuracyFrames {
            let frame = scene.frames[number * scene.frames.count / accuracyFrames]
            let wanted = Reference.render(
                frame, width: scene.size.width, height: scene.size.height)
            for i in contenders.indices {
                contenders[i].rasterizer.render(frame, at: .zero, into: &canvas)
                contenders[i].accuracy.add(canvas, against: wanted)
            }
        }
    }
}

/// As a show draws: work that begins on a thread of the concurrency runtime is not spread over cores.
func onThreadOfItsOwn<Result: Sendable>(
    _ work: @escaping @Sendable () -> Result
) async -> Result {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: work()) }
        thread.name = "bench"
        thread.stackSize = 8 << 20
        thread.start()
    }
}

extension Array<Double> {
    /// The upper one of the two in the middle.
    ///
    /// - Precondition: there is one.
    var median: Double { sorted()[count / 2] }
}
