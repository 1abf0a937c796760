import AvatarTypes
import Media
import Testing

@testable import Stage

@Suite struct HLSShelfTests {
    @Test func whatTheShowStillSendsWhenItsRoomHasClosedIsLeftOut() async throws {
        let video = try VideoEncoder(width: 32, height: 32, framesPerSecond: 10, alpha: .packed)
        let shelf = HLSShelf()
        shelf.begin([video.description], framesPerSecond: 10, dateOfZero: 0)
        func send(_ frames: Range<Int>) throws {
            for index in frames {
                let frame = Frame(
                    image: Image(width: 32, height: 32), time: .frames(index, perSecond: 10))
                for packet in try video.encode(
                    frame, forceKeyframe: shelf.wantsKeyframe(at: frame.time))
                {
                    shelf.append(packet, codec: .h264)
                }
            }
        }
        try send(0..<12)
        shelf.close()
        let ended = try await shelf.playlist("video")
        try send(12..<20)
        #expect(try await shelf.playlist("video") == ended)
        #expect(ended.hasSuffix("#EXT-X-ENDLIST\n"))
    }
}
