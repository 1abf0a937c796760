import Animation
import AvatarTypes
import Foundation
import Logging
import Media
import Raster
import Rigging
import Store
import Voice

/// How long each stage takes for one frame or one line, on one core, as medians.
public struct Benchmark: Sendable {
    public static let sceneNames = [
        "idle-720", "talking-720", "idle-1080", "talking-1080", "voice", "reply", "join",
    ]

    let library: AssetLibrary
    let seconds: Double

    public init(library: AssetLibrary, seconds: Double) {
        self.library = library
        self.seconds = seconds
    }

    public func run(_ names: [String], progress: (Double) -> Void) async throws -> Report {
        var scenes: [Report.Scene] = []
        for (index, name) in names.enumerated() {
            scenes.append(try await scene(name))
            progress(Double(index + 1) / Double(names.count))
        }
        return Report(scenes: scenes)
    }

    private func scene(_ name: String) async throws -> Report.Scene {
        let large = name.hasSuffix("1080")
        let size = PixelSize(width: large ? 1920 : 1280, height: large ? 1080 : 720)
        return switch name {
        case "voice": try await voice()
        case "reply": try await reply()
        case "join": try await join()
        default: try await frames(name, size: size, talking: name.hasPrefix("talking"))
        }
    }

    /// What is said in scenes where somebody talks.
    static let sentence =
        "[joy] Hello there, my name is Mirai, and I am very happy to see you again today."

    // MARK: Scenes

    /// Frames as a room makes them: pose, draw list, pixels, and both encodings.
    private func frames(
        _ name: String, size: PixelSize, talking: Bool
    ) async throws -> Report.Scene {
        var script = Script()
        if talking {
            for line in try await Speaking(text: Self.sentence).lines() {
                script.append(
                    line, notBefore: .zero, gestureDuration: Animator.duration(ofGesture:))
            }
        }
        let loop = max(script.speechEnd, .seconds(4))
        var animator = Animator(expressions: library.expressions().expressions, seed: 0)
        var puppet = Puppet(rig: try library.rig(named: "mirai"))
        let rasterizer = Rasterizer(threads: 1)
        var canvas = Image(width: size.width, height: size.height)
        let opaque = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: 30,
            alpha: .opaque(backdrop: Settings().backdropPicture(of: size)))
        let packed = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: 30, alpha: .packed)

        var watch = Stopwatch(["pose", "rig", "raster", "encode", "encode-alpha"])
        let end = ContinuousClock.now + .seconds(seconds)
        var index = 0
        while ContinuousClock.now < end || index < 30 {
            let time = MediaTime.frames(index, perSecond: 30)
            let cues = script.cues(at: MediaTime(ticks: time.ticks % loop.ticks))
            watch.begin()
            let pose = animator.pose(at: time, following: cues)
            watch.lap()
            let list = puppet.draw(pose, at: time)
            watch.lap()
            rasterizer.render(list, at: time, into: &canvas)
            watch.lap()
            _ = try opaque.encode(Frame(image: canvas, time: time), forceKeyframe: false)
            watch.lap()
            _ = try packed.encode(Frame(image: canvas, time: time), forceKeyframe: false)
            watch.lap()
            index += 1
        }
        return watch.scene(name, size: size)
    }

    /// A clause of sixty characters from text to the first packet of sound.
    private func voice() async throws -> Report.Scene {
        let synthesizer = try EspeakSynthesizer()
        let utterance = Utterance(
            text: "I have been waiting for you since the early morning, friend.",
            language: .english)
        let encoder = try SoundEncoder()
        var watch = Stopwatch(["speech", "opus"])
        let end = ContinuousClock.now + .seconds(seconds)
        var index = 0
        while ContinuousClock.now < end || index < 30 {
            watch.begin()
            let line = try await synthesizer.speak(utterance)
            watch.lap()
            _ = try encoder.encode(
                line.audio.samples.prefix(Performer.packetLength),
                at: .samples(index * Performer.packetLength, rate: Performer.sampleRate))
            watch.lap()
            index += 1
        }
        return watch.scene("voice", size: nil)
    }
}

extension Benchmark {
    /// A room on the real clock: from asking it to say something to the first packet with the voice in it.
    private func reply() async throws -> Report.Scene {
        let (lobby, room) = try await room()
        let seat = try await room.join(.opaque)
        var signals = seat.makeAsyncIterator()
        var watch = Stopwatch(["text-to-packet"])
        for _ in 0..<max(10, Int(seconds * 4)) {
            watch.begin()
            try await room.say(text: "I have been waiting for you since the early morning.")
            var start = Int64.max
            while let signal = await signals.next() {
                switch signal {
                case .event(let text):
                    if let caption = try? JSONDecoder().decode(
                        Beginning.self, from: Data(text.utf8)),
                        caption.type == "caption"
                    {
                        start = caption.start ?? .max
                    }
                    continue
                case .media(let message):
                    let packet = try MediaPacket(wireMessage: message)
                    guard packet.track == .audio, packet.pts.microseconds + 20_000 >= start else {
                        continue
                    }
                }
                break
            }
            watch.lap()
            await room.interrupt()
            // At another phase of the packets' clock each time.
            try await Task.sleep(for: .milliseconds(37))
        }
        await lobby.close()
        return watch.scene("reply", size: nil)
    }

    /// A viewer comes into a running room: from asking for a place to the first key frame.
    private func join() async throws -> Report.Scene {
        let (lobby, room) = try await room()
        let resident = try await room.join(.opaque)
        let watching = Task { for await _ in resident {} }
        var watch = Stopwatch(["join-to-picture"])
        for _ in 0..<max(10, Int(seconds * 4)) {
            watch.begin()
            let seat = try await room.join(.opaque)
            for await signal in seat {
                if case .media = signal { break }
            }
            watch.lap()
            seat.leave()
            try await Task.sleep(for: .milliseconds(41))
        }
        watching.cancel()
        await lobby.close()
        return watch.scene("join", size: nil)
    }

    private func room() async throws -> (Lobby, Room) {
        let lobby = try await Lobby(
            library: library, settings: Settings(), archive: Archive(path: ":memory:"),
            logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() })
        guard let room = await lobby.room("main") else {
            preconditionFailure("room main opens with the lobby")
        }
        return (lobby, room)
    }

    /// As much of an event as tells when a line begins.
    private struct Beginning: Decodable {
        var type: String
        var start: Int64?
    }
}
