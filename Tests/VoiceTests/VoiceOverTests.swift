import AvatarTypes
import Foundation
import Media
import Testing

@testable import Voice

@Suite struct VoiceOverTests {
    private static let text = "My mother made a pumpkin pie."

    private static func spoken() async throws -> SpokenLine {
        try await EspeakSynthesizer().speak(Utterance(text: text, language: .english))
    }

    private static func agreement(_ line: SpokenLine, _ truth: SpokenLine) -> Double {
        let frames = (0..<Int(truth.audio.duration.seconds * 30)).map {
            MediaTime.frames($0, perSecond: 30)
        }.filter { truth.visemes.value(at: $0) != nil }
        let right = frames.filter { line.visemes.value(at: $0) == truth.visemes.value(at: $0) }
        return Double(right.count) / Double(frames.count)
    }

    @Test func `a recording has a mouth by its text, and by ear without one`() async throws {
        let truth = try await Self.spoken()
        let file = Data(WAVFile.encode(truth.audio))
        let recording = try VoiceOver()
        let known = try await recording.line(
            of: file, saying: Utterance(text: Self.text, language: .english))
        #expect(Self.agreement(known, truth) > 0.7)
        #expect(known.words.spans.count == 6)
        let heard = try await recording.line(
            of: file, saying: Utterance(text: "", language: .english))
        #expect(Self.agreement(heard, truth) > 0.4)
        #expect(heard.words.isEmpty && heard.audio.duration == truth.audio.duration)
    }

    @Test func `samples that come in pieces are spoken whole, with the mouth of the whole`()
        async throws
    {
        let truth = try await Self.spoken()
        let bytes = truth.audio.samples.flatMap { sample in
            let value = Int16(sample * 32_767)
            return [UInt8(truncatingIfNeeded: value), UInt8(truncatingIfNeeded: value >> 8)]
        }
        let pcm = try #require(PCM(.s16, rate: sampleRate))
        let whole = ListeningMouth.visemes(
            hearing: AudioClip(samples: pcm.samples(bytes), sampleRate: sampleRate))
        for length in [333, 9_601] {
            var live = LiveVoiceOver(pcm)
            var samples = 0
            var joined: [Timeline<Viseme>.Span] = []
            func take(_ line: SpokenLine?) {
                guard let line else { return }
                let start = MediaTime.samples(samples, rate: sampleRate)
                for span in line.visemes.spans {
                    let (from, to) = (span.start + start, span.end + start)
                    if let last = joined.last, last.value == span.value, last.end == from {
                        joined[joined.count - 1].end = to
                    } else {
                        joined.append(.init(start: from, end: to, value: span.value))
                    }
                }
                samples += line.audio.samples.count
            }
            for start in stride(from: 0, to: bytes.count, by: length) {
                take(live.hear(bytes[start..<min(start + length, bytes.count)], emotion: .neutral))
            }
            take(live.finish(emotion: .neutral))
            // The resampler keeps its last millisecond.
            #expect(abs(samples - truth.audio.samples.count) <= 64)
            let same = (0..<Int(truth.audio.duration.seconds * 100)).filter { index in
                let time = MediaTime.milliseconds(index * 10)
                return joined.first { $0.start <= time && time < $0.end }?.value
                    == whole.value(at: time)
            }
            #expect(same.count >= Int(truth.audio.duration.seconds * 100) - 3)
        }
    }

    @Test func `what is too long is refused`() async throws {
        let long = AudioClip(samples: [Float](repeating: 0, count: 301 * 8_000), sampleRate: 8_000)
        let error = await #expect(throws: VoiceError.self) {
            try await VoiceOver().line(
                of: Data(WAVFile.encode(long)), saying: Utterance(text: "", language: .english))
        }
        #expect(error?.what == "it is longer than 300 seconds")
    }
}
