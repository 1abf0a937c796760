import AvatarTypes
import Glibc
import Testing

@testable import Voice

@Suite struct ListeningMouthTests {
    private static func line(_ text: String, _ language: Language) async throws -> SpokenLine {
        try await EspeakSynthesizer().speak(Utterance(text: text, language: language))
    }

    @Test func `the same sound gives the same shapes however it is cut`() async throws {
        let samples = try await Self.line("Hello there, my dear old friend.", .english).audio
            .samples
        let whole = ListeningMouth.visemes(
            hearing: AudioClip(samples: samples, sampleRate: sampleRate))
        #expect(whole.spans.count > 10)
        for piece in [1, 7, 333, 960, 4_801] {
            var mouth = ListeningMouth(rate: sampleRate)
            var spans: [Timeline<Viseme>.Span] = []
            for start in stride(from: 0, to: samples.count, by: piece) {
                spans += mouth.hear(Array(samples[start..<min(start + piece, samples.count)]))
            }
            let isSame = spans + mouth.finish() == whole.spans
            #expect(isSame, "pieces of \(piece)")
            if piece == 1 { break }
        }
    }

    @Test(arguments: [8_000, 16_000, 22_050, 44_100, 48_000, 96_000])
    func `what is decided is never more than 60 ms behind the sound`(rate: Int) {
        var mouth = ListeningMouth(rate: rate)
        let tone = (0..<rate).map { 0.3 * Self.buzz(Double($0) / Double(rate)) }
        var heard = 0
        for start in stride(from: 0, to: rate - rate / 100, by: rate / 100) {
            _ = mouth.hear(Array(tone[start..<start + rate / 100]))
            heard += rate / 100
            guard heard > rate / 10 else { continue }
            let behind = MediaTime.samples(heard, rate: rate) - mouth.present.until
            #expect(behind <= .milliseconds(60), "\(behind.seconds)")
        }
        #expect(ListeningMouth.delay <= .milliseconds(60))
    }

    /// A buzz of eight harmonics on 130 Hz.
    private static func buzz(_ time: Double) -> Float {
        (1...8).reduce(Float(0)) { sum, harmonic in
            let turns = time * 130 * Double(harmonic)
            return sum + Float(sin(2 * .pi * turns)) / Float(3 * harmonic)
        }
    }

    @Test func `silence has no shapes, and neither has a breath of noise`() {
        var chance = SeededGenerator(seed: 9)
        let noise = (0..<2 * sampleRate).map { _ in 0.0004 * (chance.nextUnit() - 0.5) }
        for samples in [noise, [Float](repeating: 0, count: sampleRate), []] {
            let clip = AudioClip(samples: samples, sampleRate: sampleRate)
            #expect(ListeningMouth.visemes(hearing: clip).isEmpty)
        }
    }

    @Test(arguments: [
        (Language.english, "My mother bought a big pumpkin. She sees fishes and cheese."),
        (.russian, "Мама мыла раму, папа пил пиво. Шесть мышат шуршат."),
        (.japanese, "ももとばなな。さくらとしまうま。"),
    ])
    func `lips that close, teeth and vowels are told apart by ear alone`(
        language: Language, text: String
    ) async throws {
        let line = try await Self.line(text, language)
        let heard = ListeningMouth.visemes(hearing: line.audio)
        var right = 0
        var all = 0
        for frame in 0..<Int(line.audio.duration.seconds * 30) {
            let time = MediaTime.frames(frame, perSecond: 30)
            guard let truth = line.visemes.value(at: time) else { continue }
            all += 1
            if heard.value(at: time) == truth { right += 1 }
        }
        // A guess at random is right in one of fifteen.
        #expect(Double(right) / Double(all) > 0.5, "\(right) of \(all)")
        let shortest = heard.spans.map(\.duration).min() ?? .zero
        #expect(shortest >= .milliseconds(5))
        #expect(Double(heard.spans.count) / line.audio.duration.seconds < 20)
    }

    @Test func `whether it is said softly or aloud is one to the mouth`() async throws {
        let line = try await Self.line("A quiet word is a word all the same.", .english)
        let aloud = ListeningMouth.visemes(hearing: line.audio)
        let soft = ListeningMouth.visemes(
            hearing: AudioClip(
                samples: line.audio.samples.map { $0 * 0.25 }, sampleRate: sampleRate))
        let same = (0..<200).filter { index in
            let time = MediaTime.milliseconds(index * 10)
            return aloud.value(at: time) == soft.value(at: time)
        }
        #expect(same.count > 180)
    }
}
