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

    /// Stalled viewers read nothing until more has been sent than all buffers on the way hold.
    @Test func stalledViewersHurtNobodyAndAreLiveAgainAtAKeyframe() async throws {
        // Nobody who stalls answers a ping.
        try await serving(pingInterval: .hours(1)) { server in
            try await talking(to: server.port) { first in
                let other = try RawClient(port: server.port)
                let room = #"{"id":"wide","size":"480x576","fps":30}"#
                try #require(other.request("POST", "/v1/rooms", body: room).status == 201)
                let path = "/v1/rooms/wide/socket"
                try #require(first.upgrade(path).status == 101)
                let good = try (0..<30).map { _ in try RawClient(port: server.port) }
                let stalled = try (0..<6).map { _ in
                    try RawClient(port: server.port, receiveBuffer: 32 * 1024)
                }
                for client in good + stalled { try client.upgrade(path) }

                // In turns, so that one thread reads them all: nobody is slow but by design.
                var last = [Packet?](repeating: nil, count: good.count)
                func advanceGood(to pts: Int64) throws {
                    for (index, client) in good.enumerated() {
                        while last[index].map({ $0.soundPTS < pts }) ?? true {
                            let frame = try client.frame(skipping: [Frame.text, Frame.ping])
                            let packet = Packet(frame.payload)
                            #expect(!packet.isDiscontinuity)
                            if let previous = last[index], packet.track == 1, previous.soundPTS >= 0
                            {
                                #expect(packet.pts - previous.soundPTS == 20_000)
                            }
                            last[index] = packet.following(last[index])
                        }
                    }
                }
                // Until the first one has seen that the stalled ones have lost something.
                var time: Int64 = 0
                while true {
                    let frame = try first.frame(skipping: [Frame.text, Frame.ping])
                    let packet = Packet(frame.payload)
                    guard packet.track == 1 else { continue }
                    time = packet.pts
                    guard time % 1_000_000 == 0 else { continue }
                    try advanceGood(to: time - 500_000)
                    let metrics = try other.request("GET", "/metrics").text
                    let dropped = metrics.split(separator: "\n")
                        .first { $0.hasPrefix("bunraku_room_packets_dropped_total{room=\"wide\"}") }
                        .flatMap { $0.split(separator: " ").last }.flatMap { Int($0) }
                    // Six times the ninety that a seat holds.
                    if try #require(dropped) >= 6 * 90 { break }
                }

                for client in stalled {
                    var restart: Packet?
                    var newest: Int64 = 0
                    while restart == nil {
                        let frame = try client.frame(skipping: [Frame.text, Frame.ping])
                        let packet = Packet(frame.payload)
                        if packet.isDiscontinuity { restart = packet } else { newest = packet.pts }
                    }
                    let packet = try #require(restart)
                    #expect(packet.track == 0 && packet.isKeyframe)
                    #expect(packet.pts > newest)
                    // What is live now, another one says.
                    let probe = try RawClient(port: server.port)
                    try probe.upgrade(path)
                    let live = Packet(try probe.frame(skipping: [Frame.text, Frame.ping]).payload)
                    #expect(live.pts - packet.pts < 1_000_000)
                }
            }
        }
    }
}

/// The header of a media message.
private struct Packet {
    var track: Int
    var isKeyframe: Bool
    var isDiscontinuity: Bool
    var pts: Int64
    /// Of the latest sound, in microseconds.
    var soundPTS: Int64 = -1

    init(_ message: [UInt8]) {
        track = Int(message[1])
        isKeyframe = message[2] & 1 != 0
        isDiscontinuity = message[2] & 2 != 0
        pts = message[8..<16].reduce(0) { $0 << 8 | Int64($1) }
        if track == 1 { soundPTS = pts }
    }

    func following(_ previous: Packet?) -> Packet {
        var packet = self
        if track != 1 { packet.soundPTS = previous?.soundPTS ?? -1 }
        return packet
    }
}
