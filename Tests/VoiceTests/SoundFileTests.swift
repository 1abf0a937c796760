import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport
@testable import Voice

@Suite struct SoundFileTests {
    /// A tone that rises, so that a shift would show.
    private static func tone(rate: Int, seconds: Double = 0.5) -> AudioClip {
        AudioClip(
            samples: (0..<Int(Double(rate) * seconds)).map { index in
                let time = Float(index) / Float(rate)
                return 0.5 * sin(2 * .pi * (300 + 400 * time) * time)
            }, sampleRate: rate)
    }

    @Test(arguments: [
        ("mp3", "libmp3lame", 44_100), ("mp3", "libmp3lame", 24_000), ("ogg", "libopus", 48_000),
        ("flac", "flac", 44_100), ("adts", "aac", 44_100),
    ])
    func `compressed sound is heard, where it was`(format: String, codec: String, rate: Int) throws
    {
        let tone = Self.tone(rate: rate)
        let data = try EncodedSound.encode(tone, format: format, codec: codec)
        let heard = try SoundFile.read(data, from: "test")
        #expect(heard.sampleRate == rate)
        // AAC without a container tells nobody of its delay.
        let slack = format == "adts" ? 3_000 : 1_300
        #expect(abs(heard.samples.count - tone.samples.count) <= slack)
        let count = min(heard.samples.count, tone.samples.count)
        func likeness(_ shift: Int) -> Float {
            (shift..<count).reduce(0) { $0 + heard.samples[$1] * tone.samples[$1 - shift] }
        }
        let best = stride(from: 0, to: slack, by: 4).max { likeness($0) < likeness($1) } ?? 0
        #expect(likeness(best) > 0.9 * tone.samples.prefix(count - best).reduce(0) { $0 + $1 * $1 })
        if format == "ogg" || format == "flac" { #expect(best <= 8) }
    }

    @Test(arguments: PCM.Coding.allCases) func `samples of every kind are read`(coding: PCM.Coding)
        throws
    {
        let pcm = try #require(PCM(coding, rate: 8_000, channels: 2))
        // Half of full scale on the left, silence on the right.
        let (half, silence): ([UInt8], [UInt8]) =
            switch coding {
            case .u8: ([192], [128])
            case .s16: ([0, 0x40], [0, 0])
            case .s16be: ([0x40, 0], [0, 0])
            case .s24: ([0, 0, 0x40], [0, 0, 0])
            case .s32: ([0, 0, 0, 0x40], [0, 0, 0, 0])
            case .f32: ([0, 0, 0, 0x3F], [0, 0, 0, 0])
            case .f64: ([0, 0, 0, 0, 0, 0, 0xE0, 0x3F], [0, 0, 0, 0, 0, 0, 0, 0])
            case .alaw: ([0xA5], [0xD5])
            case .mulaw: ([0x8F], [0xFF])
            }
        let samples = pcm.samples(half + silence + [1])
        #expect(samples.count == 1)
        #expect(abs(samples[0] - 0.25) < 0.01, "\(samples)")
        #expect(abs(pcm.samples(silence + silence)[0]) < 0.001)
    }

    @Test func `a number that is none is silence`() throws {
        let pcm = try #require(PCM(.f32, rate: 8_000))
        #expect(pcm.samples([0, 0, 0xC0, 0x7F, 0, 0, 0x80, 0x7F]) == [0, 0])
    }

    @Test func `a stream of unknown length is heard to its end`() throws {
        var wave = EngineSound.wave()
        for place in 40..<44 { wave[place] = 0xFF }
        #expect(try SoundFile.read(Data(wave), from: "test").duration.seconds == 2)
    }

    @Test func `bytes of any kind are sound or a sentence, never a crash`() throws {
        var chance = SeededGenerator(seed: 3)
        let real = try EncodedSound.encode(Self.tone(rate: 48_000), format: "ogg", codec: "libopus")
        for round in 0..<60 {
            var bytes = Array(real)
            for _ in 0..<round {
                bytes[Int(chance.next() % UInt64(bytes.count))] = UInt8(
                    truncatingIfNeeded: chance.next())
            }
            bytes = Array(bytes.prefix(Int(chance.next() % UInt64(bytes.count)) + 1))
            do {
                let clip = try SoundFile.read(Data(bytes), from: "test")
                #expect(clip.samples.allSatisfy { abs($0) <= 1 })
            } catch {
                #expect(error.place == "test")
            }
        }
    }
}
