import AvatarTypes
import CFFmpeg
import Foundation
import Testing

@testable import Stage
@testable import TestSupport

@Suite("A show that is pushed elsewhere", .serialized)
struct PushTests {
    private let live: LiveRoom
    private let key = "stream-key-that-nobody-sees"

    init() throws {
        live = try LiveRoom()
    }

    @Test("nginx receives H.264 and AAC, and receives it again after a cut")
    func survivesACut() async throws {
        let receiver = try Receiver(.rtmp)
        try receiver.start()
        let push = try await live.room.push(to: receiver.address(key: key))
        #expect(push.address == "rtmp://127.0.0.1:\(receiver.port)/live/…")
        let before = try await play { $0.state == .live && $0.packetsSent > 150 }
        receiver.kill()
        let cut = try await play { $0.failures > before.failures }
        #expect(cut.lastFailure.map { !$0.contains(key) } ?? false)
        let ask = live.room.performer.broadcast.viewerCount
        #expect(ask == 0, "a push is no viewer")
        try receiver.start()
        let again = try await play {
            $0.state == .live && $0.packetsSent > cut.packetsSent + 150
        }
        #expect(again.connections > before.connections)
        try await live.room.endPush(push.id)
        #expect(await live.room.pushSummaries().isEmpty)
        try await receiver.stop()
        let film = try DecodedFile(path: #require(receiver.recordings.last).path)
        #expect(film.video?.codec == AV_CODEC_ID_H264)
        #expect(film.audio?.codec == AV_CODEC_ID_AAC)
        #expect(film.pictures.count > 30)
        #expect(try #require(film.video?.packetTimes.first) < .milliseconds(100))
        let counts = await live.room.metrics().first {
            $0.name == "bunraku_room_push_failures_total"
        }
        #expect(try #require(counts).value >= 1)
    }

    @Test(
        "ffmpeg receives it over SRT, RTSP and RTP",
        arguments: [
            (Receiver.Kind.srt, AV_CODEC_ID_AAC), (.rtsp, AV_CODEC_ID_OPUS),
            (.rtp, AV_CODEC_ID_OPUS),
        ])
    func received(kind: Receiver.Kind, sound: AVCodecID) async throws {
        let receiver = try Receiver(kind)
        try receiver.start()
        let push = try await live.room.push(to: receiver.address(key: "k"))
        // RTP is sent whether or not somebody listens yet, and read at life's pace.
        _ = try await play(pause: kind == .rtp ? 100 : 10) {
            $0.packetsSent > 500 && receiver.bytesReceived > 10_000
        }
        try await live.room.endPush(push.id)
        try await Task.sleep(for: .milliseconds(200))
        try await receiver.stop()
        let film = try DecodedFile(path: #require(receiver.recordings.last).path)
        #expect(film.video?.codec == AV_CODEC_ID_H264)
        #expect(film.audio?.codec == sound)
        #expect(film.pictures.count > 60)
    }

    @Test("A failed attempt waits longer each time, half a minute at most")
    func backoff() {
        var backoff = Backoff()
        #expect((0..<9).map { _ in backoff.next() } == [0.5, 1, 2, 4, 8, 16, 30, 30, 30])
        backoff.reset()
        #expect(backoff.next() == 0.5)
    }

    @Test("A variable in an address is filled in from the environment, and missed aloud")
    func variables() throws {
        let wish = try PushWish(url: "rtmp://a.example.com/live/{STREAM_KEY}")
        #expect(try wish.address(in: ["STREAM_KEY": "abc"]) == "rtmp://a.example.com/live/abc")
        let error = #expect(throws: StageError.self) { try wish.address(in: [:]) }
        #expect(error?.message.contains("STREAM_KEY") == true)
    }

    @Test("Ending what is not there is refused by name, and so is what is no address")
    func refused() async throws {
        let unknown = await #expect(throws: StageError.self) {
            try await live.room.endPush("push-9")
        }
        #expect(unknown?.code == "unknown-push")
        let bad = await #expect(throws: StageError.self) {
            _ = try await live.room.push(to: "http://a.example.com/\(key)")
        }
        #expect(bad?.code == "bad-address" && bad?.description.contains(key) == false)
    }

    /// Goes on with the show, ten times as fast as in life, until its push has come as far.
    private func play(
        pause: Int = 10, until isReached: (PushSummary) -> Bool
    ) async throws -> PushSummary {
        let end = ContinuousClock.now + .seconds(40)
        while ContinuousClock.now < end {
            await live.clock.advance(by: .milliseconds(100))
            let push = try #require(await live.room.pushSummaries().first)
            if isReached(push) { return push }
            try await Task.sleep(for: .milliseconds(pause))
        }
        throw SupportFailure("It did not come so far: \(await live.room.pushSummaries()).")
    }
}
