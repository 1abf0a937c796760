import Foundation
import Glibc
import Testing

@testable import Server

/// What nobody would send, from seeds: each is refused or ignored, and the next viewer is served.
@Suite(.serialized)
struct FuzzTests {
    typealias Frame = RawClient.Frame

    /// Numbers that are the same on every run (SplitMix64).
    private struct Dice: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }

        mutating func bytes(_ count: Int) -> [UInt8] {
            (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
        }

        mutating func pick<Element>(_ choices: [Element]) -> Element {
            choices[Int.random(in: choices.indices, using: &self)]
        }

        /// Pieces of a grammar in any order, with some letters of anything between.
        mutating func text(of pieces: [String]) -> String {
            (0..<Int.random(in: 1...6, using: &self)).map { _ in
                Bool.random(using: &self)
                    ? pick(pieces)
                    : String(UnicodeScalar(UInt8.random(in: 33...126, using: &self)))
            }.joined()
        }
    }

    private static let sayings = [
        "{", "[]", "null", #"{"type":"ping"}"#, #"{"type":7}"#, #"{"type":"chat","text":[]}"#,
        #"{"type":"look","yaw":1e999,"pitch":0}"#, #"{"type":"touch","x":-0.0,"y":1e-400}"#,
        #"{"type":"subscribe","media":"none"}"#, #"{"type":"subscribe","alpha":"packed"}"#,
        #"{"type":"ping","id":{"a":1}}"#, #"{"type":"interrupt"}"#, #"{"type":"typing"}"#,
    ]

    /// Sends some frames as a broken program would: most headers are right, so that what is behind them
    /// is reached, too.
    private static func abuse(_ client: RawClient, _ dice: inout Dice) throws {
        for _ in 0..<Int.random(in: 1...8, using: &dice) {
            switch Int.random(in: 0..<5, using: &dice) {
            case 0: try client.sendText(dice.pick(sayings))
            case 1: try client.send(dice.bytes(Int.random(in: 1...40, using: &dice)))
            case 2:
                try client.sendFrame(
                    Frame.binary, dice.bytes(Int.random(in: 0...300, using: &dice)))
            case 3:
                let payload = dice.bytes(Int.random(in: 0...130, using: &dice))
                try client.sendFrame(
                    UInt8.random(in: 0...15, using: &dice), payload,
                    isLast: Bool.random(using: &dice),
                    isMasked: dice.pick([true, true, true, false]),
                    reserved: dice.pick([0, 0, 0, 4]))
            default:
                try client.sendFrame(
                    dice.pick([Frame.text, 0]), dice.bytes(20),
                    claiming: dice.pick([0, 19, 21, 70_000, 1 << 40]))
            }
        }
    }

    @Test func socketsOutliveFramesThatNobodyWouldSend() async throws {
        try await serving { server in
            try await talking(to: server.port) { _ in
                for seed in 0..<150 as Range<UInt64> {
                    var dice = Dice(state: seed)
                    let client = try RawClient(port: server.port)
                    try client.upgrade("/v1/rooms/main/socket?media=none")
                    // The server may hang up in the middle of it.
                    try? Self.abuse(client, &dice)
                    client.closeOutput()
                    var isOpen = true
                    while isOpen {
                        do {
                            let frame = try client.frame()
                            guard frame.opcode == Frame.close else { continue }
                            #expect(frame.payload.isEmpty || (1000...4999).contains(frame.code))
                            // That would be a failure of ours.
                            #expect(frame.code != 1011, "\(seed): \(frame.text)")
                        } catch let failure as RawClient.Failure {
                            // Waiting in vain is another failure: the server does not hang up.
                            let ends = ["the stream ended early", "recv: errno \(ECONNRESET)"]
                            #expect(ends.contains(failure.description), "\(seed)")
                            isOpen = false
                        }
                    }
                }
                // Every place is free again, and a proper viewer is served.
                let watcher = try RawClient(port: server.port)
                var viewers = -1
                while viewers != 0 {
                    struct Room: Decodable { var viewers: Int }
                    let answer = try watcher.request("GET", "/v1/rooms/main")
                    viewers = try JSONDecoder().decode(Room.self, from: Data(answer.body)).viewers
                }
                let viewer = try RawClient(port: server.port)
                try viewer.upgrade("/v1/rooms/main/socket")
                try #expect(viewer.event().type == "hello")
                try #expect(
                    viewer.frame(skipping: [Frame.text, Frame.ping]).opcode == Frame.binary)
            }
        }
    }

    @Test func aRangeNeverReachesBeyondItsFile() {
        let pieces = [
            "bytes", "=", "-", ",", "0", "1", "99", "100", "-1", "18446744073709551616", " ",
            "9223372036854775807", "+1", "١", "bytes=", "bytes=-",
        ]
        var dice = Dice(state: 1)
        for _ in 0..<20_000 {
            let field = dice.text(of: pieces)
            let count = dice.pick([0, 1, 100, Int.max])
            if case .part(let part) = ByteRange(field, of: count) {
                #expect(
                    !part.isEmpty && part.lowerBound >= 0 && part.upperBound <= count, "\(field)")
            }
        }
    }

    @Test func whatAPlaylistIsAskedForIsANumberOrRefused() {
        var dice = Dice(state: 2)
        let values = ["", "0", "1", "-1", "1e3", "٣", "9007199254740992", "0x1", "YES", "NO", " 1"]
        for _ in 0..<5_000 {
            let query = (0..<Int.random(in: 0...4, using: &dice)).map { _ in
                (
                    Substring(dice.pick(["_HLS_msn", "_HLS_part", "_HLS_skip", "_HLS_push", "x"])),
                    Substring(Bool.random(using: &dice) ? dice.pick(values) : dice.text(of: values))
                )
            }
            do {
                let wish = try HLSRequest(query)
                #expect((wish.segment ?? 0) >= 0 && (wish.part ?? 0) >= 0)
                #expect(wish.part == nil || wish.segment != nil)
            } catch {
                #expect((error as? Refusal)?.code == "bad-directive", "\(error)")
            }
        }
    }

    @Test func askingForPlaylistsAndFilesIsAnsweredWhateverIsAsked() async throws {
        try await serving { server in
            try await talking(to: server.port) { client in
                let list = try client.request("GET", "/hls/main/video.m3u8").text
                let map = try #require(list.firstMatch(of: /#EXT-X-MAP:URI="([^"]+)"/)?.1)
                var dice = Dice(state: 3)
                let pieces = [
                    "_HLS_msn=", "_HLS_part=", "_HLS_skip=YES", "&", "0", "-", "%", "%ZZ", "%00",
                ]
                let ranges = ["bytes=", "0", "-", "9", "99999999999999999999", ",", "="]
                for _ in 0..<120 {
                    let isFile = Bool.random(using: &dice)
                    let path =
                        isFile
                        ? "/hls/main/\(map)"
                        : "/hls/main/video.m3u8?"
                            + dice.text(of: pieces).filter { $0 != "#" }
                    let other = try RawClient(port: server.port)
                    let answer = try other.request(
                        "GET", path, headers: [("Range", dice.text(of: ranges))])
                    #expect([200, 206, 400, 404, 416].contains(answer.status), "\(path)")
                    if answer.status >= 400 { #expect(answer.code != nil, "\(path)") }
                }
                try #expect(client.request("GET", "/healthz").status == 200)
            }
        }
    }
}
