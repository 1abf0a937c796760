import AvatarTypes
import Testing

@testable import Media

@Suite("AAC")
struct AACEncoderTests {
    @Test("Packets of 20 ms become packets of 1024 samples that follow each other")
    func packetsFollow() throws {
        let encoder = try AACEncoder()
        var packets: [MediaPacket] = []
        for index in 0..<50 {
            packets += try encoder.encode(
                chirp(960, from: index * 960)[...], at: .samples(index * 960, rate: 48_000))
        }
        #expect(packets.count >= 45)
        #expect(
            packets.first?.pts == .zero - .samples(encoder.preSkip, rate: 48_000),
            "the decoder's delay is taken off")
        for (packet, next) in zip(packets, packets.dropFirst()) {
            #expect(packet.pts + packet.duration == next.pts)
        }
        #expect(encoder.description.codecString == "mp4a.40.2")
        #expect(encoder.description.description.count >= 2)
    }

    @Test("Sound after a gap has the time it was given")
    func gap() throws {
        let encoder = try AACEncoder()
        for index in 0..<3 {
            _ = try encoder.encode(
                chirp(960, from: index * 960)[...], at: .samples(index * 960, rate: 48_000))
        }
        var packets: [MediaPacket] = []
        for index in 0..<10 {
            packets += try encoder.encode(
                chirp(960, from: index * 960)[...],
                at: .seconds(5) + .samples(index * 960, rate: 48_000))
        }
        let late = packets.filter { $0.pts > .seconds(4) }
        #expect(late.first?.pts == .seconds(5) - .samples(encoder.preSkip, rate: 48_000))
    }

    private func chirp(_ count: Int, from first: Int) -> [Float] {
        (first..<first + count).map { Float($0 % 100) / 100 - 0.5 }
    }
}
