import AvatarTypes
import Glibc
import Testing

@testable import Voice

@Suite struct VoiceConversionTests {
    private static let formants = [1_000.0, 1_700, 2_700]

    /// A vowel: pulses through three formants, two seconds.
    private func vowel(pitch: Double = 120) -> [Float] {
        var sound = (0..<2 * sampleRate).map { index -> Double in
            let period = Double(sampleRate) / pitch
            let since = Double(index).truncatingRemainder(dividingBy: period)
            return since < 1 ? 1 : 0
        }
        for formant in Self.formants {
            let (radius, angle) = (
                exp(-Double.pi * 90 / Double(sampleRate)),
                2 * Double.pi * formant / Double(sampleRate)
            )
            var (before, last) = (0.0, 0.0)
            for index in sound.indices {
                let next = sound[index] + 2 * radius * cos(angle) * last - radius * radius * before
                (before, last) = (last, next)
                sound[index] = next
            }
        }
        let loudest = sound.map(abs).max() ?? 1
        return sound.map { Float($0 / loudest * 0.5) }
    }

    /// Hz of the highest peak between two frequencies, of the spectrum as linear prediction has it.
    private func formant(in sound: [Float], from: Double, to: Double) -> Double {
        // At 12 kHz, where the order of 50 is far more than enough; 40 ms.
        let slow = stride(from: sampleRate / 2, to: sampleRate, by: 4).map { start in
            sound[start..<start + 4].reduce(0, +) / 4
        }
        let frame = (0..<480).map { index in
            slow[index] * (0.5 - 0.5 * cosf(2 * .pi * Float(index) / 480))
        }
        let predictor = Whispering.prediction(of: frame, order: 14).predictor
        func level(_ frequency: Double) -> Double {
            var (real, imaginary) = (1.0, 0.0)
            for (tap, weight) in predictor.enumerated() {
                let angle = 2 * Double.pi * frequency / 12_000 * Double(tap + 1)
                real -= Double(weight) * cos(angle)
                imaginary += Double(weight) * sin(angle)
            }
            return -(real * real + imaginary * imaginary)
        }
        return stride(from: from, to: to, by: 2).max { level($0) < level($1) } ?? 0
    }

    @Test(arguments: [(1.5, 1.15), (1.25, 1.0), (0.8, 1.0), (1.0, 1.2), (0.75, 0.85), (1.0, 0.9)])
    func `pitch and formants move by what was asked, within 3 %, and no sample is lost`(
        pitch: Double, formants: Double
    ) {
        // Harmonics 100 Hz apart afterwards: linear prediction is drawn to the nearest.
        let before = vowel(pitch: 100 / pitch)
        var after = before
        VoiceConversion(pitch: pitch, formants: formants).convert(&after)
        #expect(after.count == before.count)
        let heard = medianPitch(of: AudioClip(samples: after, sampleRate: sampleRate))
        #expect(abs(heard / 100 - 1) < 0.03, "\(heard) Hz")
        for formant in Self.formants {
            let wanted = formant * formants
            let heard = self.formant(in: after, from: wanted * 0.82, to: wanted * 1.18)
            #expect(abs(heard / wanted - 1) < 0.03, "\(heard) Hz in place of \(wanted)")
        }
    }

    @Test(arguments: [("flite-awb", 1.5, 1.15), ("flite-slt", 0.7, 0.87)])
    func `a voice that speaks is moved as far`(
        voice: String, pitch: Double, formants: Double
    ) async throws {
        let text = "We are all away in a low lane."
        let utterance = Utterance(text: text, language: .english, voice: voice)
        let before = try await FliteSynthesizer().speak(utterance).audio
        var after = before
        VoiceConversion(pitch: pitch, formants: formants).convert(&after.samples)
        #expect(after.samples.count == before.samples.count)
        let moves = zip(pitches(of: before), pitches(of: after)).compactMap { before, after in
            before.flatMap { before in after.map { $0 / before } }
        }.sorted()
        let moved = moves[moves.count / 2]
        #expect(abs(moved / pitch - 1) < 0.03, "\(moved)")
    }

    @Test(arguments: [("flite-awb", 1.5, 1.15), ("flite-slt", 0.7, 0.87)])
    func `a recognizer finds the phones of a changed voice where they were`(
        voice: String, pitch: Double, formants: Double
    ) async throws {
        let text = "Please stop: she opened the window and took six books to the shop."
        let before = try await FliteSynthesizer().speak(
            Utterance(text: text, language: .english, voice: voice)
        ).audio.samples
        var after = before
        VoiceConversion(pitch: pitch, formants: formants).convert(&after)
        let aligner = try #require(Aligner())
        let phones = try await EspeakSynthesizer().reading(
            of: Utterance(text: text, language: .english)
        ).phones
        let old = try #require(aligner.times(of: phones, in: before))
        let new = try #require(aligner.times(of: phones, in: after))
        let strays = zip(old, new).compactMap { old, new -> Double? in
            guard let old, let new else { return nil }
            return abs(old.lowerBound.seconds - new.lowerBound.seconds)
        }.sorted()
        #expect(strays.count > 40)
        #expect(strays[strays.count / 2] <= 0.02, "\(strays)")
        #expect(strays[strays.count * 8 / 10] <= 0.05, "\(strays)")
    }

    @Test func `no change is no change, and silence stays silence`() {
        var sound = vowel()
        VoiceConversion.none.convert(&sound)
        #expect(sound == vowel())
        var silence = [Float](repeating: 0, count: 10_000)
        VoiceConversion(pitch: 1.5).convert(&silence)
        #expect(silence == [Float](repeating: 0, count: 10_000))
        for count in [0, 1, 100] {
            var short = [Float](repeating: 0.1, count: count)
            VoiceConversion(pitch: 1.5, formants: 0.8).convert(&short)
            #expect(short.count == count)
        }
    }
}
