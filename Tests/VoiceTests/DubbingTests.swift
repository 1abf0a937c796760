import AvatarTypes
import Testing

@testable import Voice

@Suite struct DubbingTests {
    private static let text = "Baby bob met a member of my mob."

    private static func reading() async throws -> Reading {
        let reading = try await EspeakSynthesizer().reading(
            of: Utterance(text: text, language: .english))
        return Reading(line: reading.line, phones: reading.phones)
    }

    private static func delayed(_ line: SpokenLine) -> Dubbing {
        Dubbing([Float](repeating: 0, count: sampleRate / 2) + line.audio.samples)
    }

    private static func closures(_ line: SpokenLine) -> [MediaTime] {
        line.visemes.spans.filter { $0.value == .PP }.map(\.start)
    }

    @Test func `a delayed recording moves mouth and words by the delay`() async throws {
        let reading = try await Self.reading()
        let (dubbed, way) = Self.delayed(reading.line).line(speaking: reading)
        #expect(way == .scaled)
        let (old, new) = (Self.closures(reading.line), Self.closures(dubbed))
        #expect(old.count == new.count)
        for (old, new) in zip(old, new) {
            #expect(abs(new.seconds - old.seconds - 0.5) < 0.02)
        }
        #expect(dubbed.words.spans.map(\.value) == reading.line.words.spans.map(\.value))
    }

    @Test func `phones are found in the sound, though it is delayed`() async throws {
        let reading = try await Self.reading()
        let aligner = try #require(Aligner(), "apt-get install pocketsphinx-en-us")
        let (dubbed, way) = Self.delayed(reading.line).line(speaking: reading, aligner: aligner)
        #expect(way == .forced)
        let (old, new) = (Self.closures(reading.line), Self.closures(dubbed))
        #expect(old.count == new.count)
        let errors = zip(old, new).map { abs($1.seconds - $0.seconds - 0.5) }.sorted()
        #expect(errors[errors.count / 2] < 0.025, "\(errors)")
    }

    @Test func `what an engine says of its words is believed, even against the sound`() async throws
    {
        let reading = try await Self.reading()
        // The engine says every word half a second later than it sounds, and a second is added for it.
        let stamps = reading.line.words.spans.map { word in
            Stamp(
                range: word.value.range,
                time: word.start + .seconds(0.5)..<word.end + .seconds(0.5))
        }
        let loud = Dubbing([Float](repeating: 0.2, count: 5 * sampleRate))
        let (dubbed, way) = loud.line(speaking: reading, stamps: stamps, aligner: Aligner())
        #expect(way == .anchored)
        for (old, new) in zip(reading.line.words.spans, dubbed.words.spans) {
            #expect(abs(new.start.seconds - old.start.seconds - 0.5) < 0.06)
        }
        #expect(Self.closures(dubbed).count == Self.closures(reading.line).count)
    }

    @Test func `words that the engine leaves out share the time up to the next`() async throws {
        let reading = try await Self.reading()
        let words = reading.line.words.spans
        let stamps = [words[0], words[words.count - 1]].map {
            Stamp(range: $0.value.range, time: $0.start..<$0.end)
        }
        let (dubbed, _) = Dubbing(reading.line.audio.samples).line(
            speaking: reading, stamps: stamps)
        #expect(dubbed.words.spans.count == words.count)
        #expect(Self.closures(dubbed).count == Self.closures(reading.line).count)
    }

    @Test func `pieces of an engine's text are found in ours`() {
        let stamps = Stamp.list(
            [("hello", 0, 0.4), ("<unk>", 0.4, 0.5), ("World", 0.5, 1), ("!", 1, 1.1)],
            in: "Hello, world!")
        #expect(stamps.map(\.range) == [0..<5, 7..<12])
        #expect(stamps[1].time == .seconds(0.5)..<(.seconds(1)))
        #expect(Stamp.list([("a", .nan, 1), ("a", 2, 1), ("a", -1, 1)], in: "a a a").isEmpty)
    }

    @Test func `sound of something else keeps a mouth that moves`() async throws {
        let reading = try await Self.reading()
        var chance = SeededGenerator(seed: 5)
        let noise = (0..<3 * sampleRate).map { _ in 0.4 * (chance.nextUnit() - 0.5) }
        let (dubbed, _) = Dubbing(noise).line(speaking: reading, aligner: Aligner())
        #expect(!dubbed.visemes.isEmpty && dubbed.visemes.end <= dubbed.audio.duration)
        let (silent, _) = Dubbing([Float](repeating: 0, count: 9_000)).line(
            speaking: reading, aligner: Aligner())
        #expect(silent.visemes.isEmpty)
    }
}
