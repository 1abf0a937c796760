import AvatarTypes
import Foundation
import Logging
import Media
import Mind
import Rigging
import Store
import Synchronization
import Testing
import Voice

@testable import Stage
@testable import TestSupport

/// A room with the real rig, voice, mind and encoders, on a clock that the test moves.
@Suite("A room", .serialized)
struct RoomTests {
    private let clock: ManualClock
    private let archive: Archive
    private let room: Room

    init() throws {
        let live = try LiveRoom()
        (clock, archive, room) = (live.clock, live.archive, live.room)
    }

    /// Lets the show go on while a viewer watches.
    private func play(_ milliseconds: Int, to viewer: Viewer) async {
        for _ in 0..<milliseconds / 100 {
            await clock.advance(by: .milliseconds(100))
            await viewer.catchUp()
        }
    }

    /// What is laid down to be said.
    private var lines: [String] {
        get async {
            let texts = Mutex<[String]>([])
            await room.performer.direct { script, _ in
                let found = script.sound.spans.map(\.value.spoken.utterance.text)
                texts.withLock { $0 = found }
            }
            return texts.withLock { $0 }
        }
    }

    private func sound(_ packets: [MediaPacket]) throws -> DecodedSound {
        let decoder = StreamDecoder(try SoundEncoder().description)
        decoder.decode(packets.filter { $0.track == .audio })
        return decoder.sound
    }

    private func loudness(_ sound: DecodedSound, _ range: Range<Double>) -> Float {
        let samples = Int(range.lowerBound * 48_000)..<Int(range.upperBound * 48_000)
        return AudioClip(samples: samples.map(sound.sample), sampleRate: 48_000)
            .loudness(of: 0..<samples.count)
    }

    @Test("gives a new viewer the hello, then a key frame, then everything in order")
    func join() async throws {
        await clock.advance(by: .seconds(3))
        let viewer = Viewer(try await room.join(.opaque))
        await play(400, to: viewer)
        let (packets, events) = (viewer.packets, viewer.events)
        #expect(events.first?.contains("\"type\":\"hello\"") == true)
        #expect(packets.first?.track == .video && packets.first?.isKeyframe == true)
        let pictures = packets.filter { $0.track == .video }
        #expect(pictures.count == 12)
        #expect(zip(pictures, pictures.dropFirst()).allSatisfy { $0.pts < $1.pts })
        let first = try #require(pictures.first)
        #expect(first.pts - .seconds(3) <= .milliseconds(34))
        await room.close()
    }

    @Test("speaks at once, and stops in mid-word: no old sound follows")
    func interrupt() async throws {
        let viewer = Viewer(try await room.join(.opaque))
        await play(200, to: viewer)
        try await room.say(text: "I am telling you a long story without any pause at all in it.")
        await play(1_000, to: viewer)
        let stopped = await room.interrupt()
        await play(400, to: viewer)
        let (packets, events) = (viewer.packets, viewer.events)
        #expect(stopped.interrupted)
        #expect(stopped.heard.hasPrefix("I am") && !stopped.heard.contains("it."))
        let sound = try sound(packets)
        #expect(loudness(sound, 0.3..<1.2) > 0.02)
        // 20 ms of the decoder's own ringing after the cut, then nothing.
        #expect(loudness(sound, 1.24..<1.6) < 0.0005)
        #expect(loudness(sound, 1.1..<1.2) > 0.002)
        let cut = try #require(events.first { $0.contains("\"type\":\"cut\"") })
        #expect(cut.contains("\"at\":1220000"))
        await room.close()
    }

    @Test("keeps in memory what was heard of an interrupted reply, and no more")
    func memory() async throws {
        let viewer = Viewer(try await room.join(.opaque))
        await play(100, to: viewer)
        let reply = try await room.chat(user: "anna", text: "Tell me about yourself.")
        #expect(reply.text.count > 30)
        await play(900, to: viewer)
        let stopped = await room.interrupt()
        #expect(!stopped.heard.isEmpty && stopped.heard.count < reply.text.count)
        let last = try #require(
            try archive.turns(room: "test", user: "anna", last: 1).first)
        #expect(last.speaker == .character)
        #expect(last.known == stopped.heard)
        #expect(reply.text.hasPrefix(String(stopped.heard.prefix(10))))
        await room.close()
    }

    @Test("remembers only what was heard of a reply when it closes")
    func closing() async throws {
        let viewer = Viewer(try await room.join(.opaque))
        await play(100, to: viewer)
        let reply = try await room.chat(user: "anna", text: "Tell me about yourself.")
        await play(900, to: viewer)
        await room.close()
        let last = try #require(try archive.turns(room: "test", user: "anna", last: 1).first)
        #expect(last.speaker == .character)
        #expect(!last.known.isEmpty && last.known.count < reply.text.count)
    }

    @Test("drops the old reply when somebody says something new")
    func bargeIn() async throws {
        let viewer = Viewer(try await room.join(.opaque))
        await play(100, to: viewer)
        _ = try await room.chat(user: "anna", text: "Tell me about yourself.")
        await play(700, to: viewer)
        let second = try await room.chat(user: "anna", text: "What time is it?")
        #expect(!second.interrupted)
        await play(100, to: viewer)
        let events = viewer.events
        let ends = events.filter { $0.contains("\"type\":\"reply-end\"") }
        #expect(ends.contains { $0.contains("\"interrupted\":true") })
        #expect(events.contains { $0.contains("\"type\":\"cut\"") })
        await room.close()
    }

    @Test("ends the sequence of a viewer who comes while it closes, and says nothing more")
    func closed() async throws {
        let early = Viewer(try await room.join(.events))
        await room.close()
        let late = try await room.join(.opaque)
        #expect(late.queue.isClosed)
        try await room.change(early.seat, to: .packed)
        #expect(early.seat.queue.isClosed)
        await #expect(throws: StageError.self) {
            try await room.say(text: "Is anybody there?")
        }
    }

    @Test("says the last of many things that are said at once")
    func crowd() async throws {
        // The show has begun, and then stands.
        await clock.advance(by: .milliseconds(50))
        for round in 0..<40 {
            await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<6 {
                    group.addTask { try await room.say(text: "One, \(number). Two, \(round).") }
                }
            }
            let lines = await lines
            #expect(lines.count == 2, "round \(round): \(lines)")
            await room.interrupt()
        }
        await room.close()
    }

    @Test("remembers nothing of a reply that was overtaken before it began")
    func overtaken() async throws {
        await clock.advance(by: .milliseconds(50))
        for round in 0..<10 {
            await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<5 {
                    group.addTask {
                        _ = try await room.chat(user: "anna \(number)", text: "Who are you?")
                    }
                }
            }
            // Nothing has been heard: the clock stands.
            await room.interrupt()
            for number in 0..<5 {
                let said = try archive.turns(room: "test", user: "anna \(number)", last: 50)
                    .filter { $0.speaker == .character }
                #expect(said.isEmpty, "round \(round): \(said.map(\.known))")
            }
        }
        await room.close()
    }

    @Test("neither draws nor encodes while nobody watches, and her time goes on")
    func idle() async throws {
        await clock.advance(by: .seconds(2))
        #expect(await room.performer.counters.framesDrawn == 0)
        #expect(await room.performer.now == .seconds(2) + .milliseconds(20))
        await room.close()
    }

    @Test("plays the same show twice as the same bytes")
    func deterministic() async throws {
        func show() async throws -> [MediaPacket] {
            let tests = try RoomTests()
            await tests.clock.advance(by: .milliseconds(50))
            let viewer = Viewer(try await tests.room.join(.packed))
            await tests.play(100, to: viewer)
            try await tests.room.say(text: "[joy] Hello! [gesture:nod] Привет.")
            await tests.play(900, to: viewer)
            await tests.room.close()
            return viewer.packets
        }
        let first = try await show()
        #expect(first.count > 60)
        let second = try await show()
        #expect(second.count == first.count)
        for (one, other) in zip(first, second) where one != other {
            Issue.record("track \(one.track) at \(one.pts) differs")
            break
        }
    }
}
