import AvatarTypes
import Testing

@Suite("A spoken line")
struct SpokenLineTests {
    private let line: SpokenLine = {
        var words = Timeline<SpokenWord>()
        words.append(SpokenWord(text: "Good", range: 0..<4), from: .zero, to: .milliseconds(200))
        words.append(
            SpokenWord(text: "day", range: 5..<8), from: .milliseconds(250), to: .milliseconds(500))
        return SpokenLine(
            utterance: Utterance(text: "Good day!", language: .english),
            audio: AudioClip(samples: [Float](repeating: 0, count: 600), sampleRate: 1000),
            visemes: Timeline(), words: words)
    }()

    @Test(
        "knows how much of it was heard, to the word",
        arguments: [(0, 0), (199, 0), (200, 4), (499, 4), (500, 8), (600, 9)])
    func heard(milliseconds: Int, characters: Int) {
        #expect(line.charactersHeard(by: .milliseconds(milliseconds)) == characters)
    }

    @Test("knows when a character's word begins")
    func wordTime() {
        #expect(line.time(ofCharacter: 0) == .zero)
        #expect(line.time(ofCharacter: 5) == .milliseconds(250))
        #expect(line.time(ofCharacter: 9) == .milliseconds(600))
    }
}
