import Foundation
import NIOCore
import Stage
import Testing

@testable import Server

/// What many viewers get at once, over real sockets.
@Suite(.serialized)
struct DeliveryTests {
    typealias Frame = RawClient.Frame

    @Test func aMessageIsFramedOnceForAllAndAsTheProtocolSays() {
        var frames = SharedFrames()
        for count in [0, 1, 125, 126, 65_535, 65_536, 70_000] {
            let message = (0..<count).map { UInt8(truncatingIfNeeded: $0) }
            let head: [UInt8] =
                count < 126
                ? [0x82, UInt8(count)]
                : count < 65_536
                    ? [0x82, 126, UInt8(count >> 8), UInt8(count & 255)]
                    : [
                        0x82, 127, 0, 0, 0, 0, 0, UInt8(count >> 16), UInt8(count >> 8 & 255),
                        UInt8(count & 255),
                    ]
            let first = frames.frame(of: message)
            #expect(Array(first.readableBytesView) == head + message)
            let place = first.withUnsafeReadableBytes { $0.baseAddress }
            #expect(frames.frame(of: message).withUnsafeReadableBytes { $0.baseAddress } == place)
        }
        #expect(Array(SharedFrames.frame([65], isText: true).readableBytesView) == [0x81, 1, 65])
    }

    @Test func oneThatMeasuresIsToldWhenEachPacketWasHandedOut() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                try client.upgrade("/v1/rooms/main/socket?sent=true")
                var announced: (track: Int, pts: Int64)?
                var seen = 0
                while seen < 20 {
                    let frame = try client.frame(skipping: [Frame.ping])
                    guard frame.opcode == Frame.binary else {
                        struct Sent: Decodable {
                            var type: String
                            var track: Int?
                            var pts: Int64?
                            var at: Int64?
                        }
                        let event = try JSONDecoder().decode(Sent.self, from: Data(frame.payload))
                        guard event.type == "sent" else { continue }
                        announced = (try #require(event.track), try #require(event.pts))
                        let age =
                            Date().timeIntervalSince1970 - Double(try #require(event.at)) / 1e6
                        #expect((0..<20).contains(age))
                        continue
                    }
                    let packet = Packet(frame.payload)
                    #expect(announced.map { $0 == (packet.track, packet.pts) } == true)
                    seen += 1
                }
            }
        }
    }
}

/// The header of a media message.
private struct Packet {
    var track: Int
    /// In microseconds.
    var pts: Int64

    init(_ message: [UInt8]) {
        track = Int(message[1])
        pts = message[8..<16].reduce(0) { $0 << 8 | Int64($1) }
    }
}
