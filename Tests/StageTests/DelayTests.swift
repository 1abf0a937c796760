import AvatarTypes
import Foundation
import Media
import Testing

@testable import Stage
@testable import TestSupport

@Suite("The broadcast delay")
struct DelayTests {
    private let live: LiveRoom

    init() throws { live = try LiveRoom() }

    @Test("Picture, sound and words are as much later on air, at the times of the show")
    func delayed() async throws {
        _ = try await live.room.hold(for: 2)
        let viewer = Viewer(try await live.room.join(.opaque))
        await live.clock.advance(by: .seconds(1))
        try await live.room.say(text: "Nobody hears this yet.")
        await live.clock.advance(by: .milliseconds(900))
        await viewer.catchUp()
        #expect(viewer.packets.isEmpty)
        #expect(!viewer.events.contains { $0.contains("Nobody") })
        await live.play(2, watchedBy: viewer)
        // The first frame may have come before the delay.
        #expect(try #require(viewer.packets.first).pts < .milliseconds(100))
        let last = try #require(viewer.packets.last { $0.track == .video })
        #expect(last.pts <= .milliseconds(1_900) && last.pts > .milliseconds(1_700))
        #expect(viewer.events.contains { $0.contains("Nobody") })
    }

    @Test("What is dropped is never on air, and the stream goes on without a gap")
    func dumped() async throws {
        _ = try await live.room.hold(for: 2)
        let viewer = Viewer(try await live.room.join(.opaque))
        await live.play(3, watchedBy: viewer)
        try await live.room.say(text: "A secret that slips out.")
        await live.play(1, watchedBy: viewer)
        let state = try await live.room.dump()
        #expect(state.filling && state.dumps == 1)
        await live.play(6, watchedBy: viewer)
        #expect(!viewer.events.contains { $0.contains("secret") })
        #expect(await live.room.delay().filling == false)
        let pictures = viewer.packets.filter { $0.track == .video }
        let sounds = viewer.packets.filter { $0.track == .audio }
        for track in [pictures, sounds] {
            for (packet, next) in zip(track, track.dropFirst()) {
                let gap = next.pts - packet.pts
                #expect(
                    gap > .zero && gap <= packet.duration + .milliseconds(1),
                    "at \(packet.pts.seconds)")
            }
        }
        // On air until 2 s of the show; the filler until 4 s; then the show again.
        let keys = pictures.filter(\.isKeyframe).map(\.pts)
        #expect(keys.contains { $0 >= .seconds(2) && $0 < .milliseconds(2_100) })
        #expect(keys.contains { $0 >= .seconds(4) && $0 < .milliseconds(4_100) })
        let decoded = try decode(pictures)
        #expect(decoded.count == pictures.count)
        let before = difference(decoded[30], decoded[45])
        let filled = difference(decoded[45], decoded[75])
        let still = difference(decoded[75], decoded[100])
        #expect(filled > 5 * max(before, 0.5), "she is away")
        #expect(still < 0.5, "and nothing moves")
        #expect(difference(decoded[45], decoded[150]) < filled / 2, "then she is back")
    }

    @Test("A pose waits as long as a picture")
    func poses() async throws {
        _ = try await live.room.hold(for: 1)
        let viewer = Viewer(try await live.room.join(.pose))
        await live.clock.advance(by: .milliseconds(900))
        await viewer.catchUp()
        #expect(viewer.packets.isEmpty)
        await live.clock.advance(by: .milliseconds(600))
        await viewer.catchUp()
        #expect(viewer.packets.contains { $0.track == .pose && $0.bytes.count == 256 })
    }

    @Test("Without a delay there is nothing to drop, and a minute is the longest")
    func refused() async throws {
        let nothing = await #expect(throws: StageError.self) { try await live.room.dump() }
        #expect(nothing?.code == "no-delay")
        let long = await #expect(throws: StageError.self) { try await live.room.hold(for: 61) }
        #expect(long?.code == "bad-delay")
    }

    private func decode(_ packets: [MediaPacket]) throws -> [DecodedPicture] {
        let path = "/tmp/bunraku-delay-\(UInt64.random(in: 0...UInt64.max)).mp4"
        defer { unlink(path) }
        let tracks = try VideoEncoder(
            width: 160, height: 192, framesPerSecond: 30,
            alpha: .opaque(
                backdrop: Image.filled(width: 160, height: 192, red: 0, green: 0, blue: 0))
        ).description
        let movie = try MovieFile(path: path, tracks: [tracks])
        for packet in packets { try movie.append(packet) }
        try movie.finish()
        return try DecodedFile(path: path).pictures
    }

    /// Mean difference of brightness.
    private func difference(_ one: DecodedPicture, _ other: DecodedPicture) -> Double {
        var sum = 0
        for y in 0..<192 {
            for x in 0..<160 { sum += abs(one.luma(x, y) - other.luma(x, y)) }
        }
        return Double(sum) / (160 * 192)
    }
}
