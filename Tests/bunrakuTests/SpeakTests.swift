import Foundation
import TestSupport
import Testing

@Suite("Speaking into a file")
struct SpeakTests {
    @Test("writes sound, mouth shapes and words on one clock")
    func speak() throws {
        let command = try Command()
        let result = try command.bunraku(
            "speak", "Mama, baby, hello!", "-o", "x.wav", "--visemes", "x.json")
        #expect(result.status == 0, "\(result.errors)")
        let track = try JSONDecoder().decode(JSON.self, from: command.bytes("x.json"))
        let duration = try #require(track["duration"].double)
        let seconds = Double(try command.bytes("x.wav").count - 44) / 2 / 48_000
        #expect(abs(duration - seconds) < 0.001)
        let visemes = track["visemes"].elements
        #expect(visemes.contains { $0["viseme"].text == "PP" })
        #expect(visemes.contains { $0["viseme"].text == "aa" })
        var end = 0.0
        for shape in visemes {
            let start = try #require(shape["start"].double)
            #expect(start >= end - 1e-9)
            end = try #require(shape["end"].double)
            #expect(end > start && end <= duration + 1e-9)
        }
        let words = track["words"].elements.compactMap { $0["text"].text }
        #expect(words.map { $0.lowercased().filter(\.isLetter) } == ["mama", "baby", "hello"])
    }
}
