import AvatarTypes
import Media
import Testing

@Suite struct WireMessageTests {
    let packet = MediaPacket(
        track: .audio, pts: .samples(-312, rate: 48_000), dts: .samples(-312, rate: 48_000),
        duration: .milliseconds(20), isKeyframe: true, bytes: [0xFC, 0xFF, 0xFE])

    @Test func theHeaderIsSixteenBytesBigEndian() {
        #expect(
            packet.wireMessage(codec: .opus) == [
                1, 1, 1, 2, 0x00, 0x00, 0x4E, 0x20,
                0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xE6, 0x9C, 0xFC, 0xFF, 0xFE,
            ])
        var picture = packet
        picture.track = .video
        picture.isKeyframe = false
        picture.isDiscontinuity = true
        picture.pts = .seconds(3600)
        picture.duration = .frames(1, perSecond: 30)
        #expect(
            picture.wireMessage(codec: .h264).prefix(16) == [
                1, 0, 2, 1, 0x00, 0x00, 0x82, 0x35, 0, 0, 0, 0, 0xD6, 0x93, 0xA4, 0x00,
            ])
    }

    @Test func aMessageComesBack() throws {
        let message = packet.wireMessage(codec: .opus)
        #expect(try MediaPacket(wireMessage: message) == packet)
        #expect(try Codec(wireMessage: message) == .opus)
        for frame in 0..<400 {
            var picture = packet
            picture.track = .alpha
            picture.pts = .frames(frame, perSecond: 30)
            picture.duration = .frames(1, perSecond: 30)
            let once = picture.wireMessage(codec: .vp8)
            let twice = try MediaPacket(wireMessage: once).wireMessage(codec: .vp8)
            #expect(once == twice)
        }
    }

    @Test(arguments: [
        ([UInt8](repeating: 1, count: 15), "The message has 15 bytes, less than its header."),
        ([2, 0, 0, 1] + [UInt8](repeating: 0, count: 12), "The header is of version 2."),
        ([1, 9, 0, 1] + [UInt8](repeating: 0, count: 12), "The header names track 9."),
        ([1, 0, 0, 0] + [UInt8](repeating: 0, count: 12), "The header names codec 0."),
    ])
    func aBrokenHeaderIsRefused(message: [UInt8], what: String) {
        let error = #expect(throws: MediaError.self) { try MediaPacket(wireMessage: message) }
        #expect(error?.what == what)
    }
}
