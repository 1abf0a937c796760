import AvatarTypes
import Media
import Testing

@testable import TestSupport

@Suite struct SoundEncoderTests {
    @Test func theDescriptionIsAnOpusHead() throws {
        let encoder = try SoundEncoder()
        #expect(encoder.preSkip == 312)
        #expect(
            encoder.description.description == [
                0x4F, 0x70, 0x75, 0x73, 0x48, 0x65, 0x61, 0x64, 1, 1, 0x38, 0x01, 0x80, 0xBB, 0, 0,
                0, 0, 0,
            ])
        #expect(encoder.description.codecString == "opus")
        #expect(encoder.description.sampleRate == 48_000 && encoder.description.channels == 1)
    }

    @Test func decodedSoundIsWhereItWas() throws {
        let show = TestShow()
        let onset = 20_000
        let original = show.sound(beginning: onset)
        let encoder = try SoundEncoder()
        let packets = try stride(from: 0, through: original.count - 960, by: 960).map { first in
            try encoder.encode(original[first..<first + 960], at: .samples(first, rate: 48_000))
        }
        #expect(packets[0].pts == -.samples(312, rate: 48_000))
        #expect(packets.allSatisfy { $0.isKeyframe && $0.duration == .milliseconds(20) })
        let decoder = StreamDecoder(encoder.description)
        decoder.decode(packets)
        // Half a millisecond is 24 samples.
        #expect(abs(lag(of: decoder.sound, behind: original, from: onset)) <= 24)
        let loudest = (onset + 2_000..<onset + 20_000).map { abs(decoder.sound.sample($0)) }.max()
        #expect((0.4...0.7).contains(try #require(loudest)))
        let before = (0..<onset - 480).map { abs(decoder.sound.sample($0)) }.max()
        #expect(try #require(before) < 0.01)
    }

    @Test func silenceIsSmall() throws {
        let encoder = try SoundEncoder()
        let silence = [Float](repeating: 0, count: 960)
        let sizes = try (0..<50).map { index in
            try encoder.encode(silence[...], at: .milliseconds(20 * index)).bytes.count
        }
        #expect(sizes.dropFirst(5).allSatisfy { $0 < 40 })
    }

    @Test func aBitrateThatOpusHasNotIsRefused() {
        let error = #expect(throws: MediaError.self) { try SoundEncoder(bitrate: 100) }
        #expect(error?.what == "Opus cannot encode at 100 bits per second.")
    }
}
