import Store
import Testing

@testable import Mind

@Suite struct RatingTests {
    private let short = "Yes, I do."
    private let long = String(repeating: "word ", count: 40)

    @Test func `Replies that are liked draw the length to theirs, and others push it away`() {
        let plain = Preferences()
        #expect(plain.words == 50)
        let liked = plain.rated([(short, 1), (short, 1), (short, 1)], formality: 0.3)
        #expect(liked.words == 3 && liked.wantsFewWords)
        #expect(liked.sentence.contains("short replies"))
        let disliked = plain.rated([(long, -1)], formality: 0.3)
        #expect(disliked.words == 52.5)
        let mixed = plain.rated([(short, 1), (long, -1)], formality: 0.3)
        #expect(mixed.words < 3, "further from what was disliked than what was liked")
        #expect(plain.rated([], formality: 0.3) == plain)
    }

    @Test func `A rating is kept, taken back, and only for who was answered`() async throws {
        var talk = try Talk()
        let reply = try #require(await talk.events("Tell me a joke").reply)
        let now = talk.now
        func rate(_ id: Reply.ID, _ user: String, _ value: Double) async throws -> Bool {
            try await talk.conversation.rate(id, by: user, value, at: now)
        }
        #expect(try await !rate(reply.id, "boris", 1))
        #expect(try await !rate(reply.id - 1, "anna", 1), "one's own words are not rated")
        #expect(try await !rate(999, "anna", 1))
        #expect(try await rate(reply.id, "anna", -1))
        #expect(try talk.archive.ratings(of: "anna").map(\.value) == [-1])
        var jokes: Set<String> = []
        for _ in 0..<25 { jokes.insert(await talk.say("Tell me a joke")) }
        #expect(!jokes.contains(reply.text), "what was disliked is not said again")
        #expect(try await rate(reply.id, "anna", 0))
        #expect(try talk.archive.ratings(of: "anna").isEmpty)
    }
}
