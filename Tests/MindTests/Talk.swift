import AvatarTypes
import Mind
import Store
import Testing

@testable import TestSupport

/// A conversation whose clock the test moves.
struct Talk {
    let archive: Archive
    /// Kept as long as the talk.
    var server: ChatServer?
    let conversation: Conversation
    var now = Moment(
        seconds: 1_800_000_000, year: 2027, month: 1, day: 15, weekday: 5, hour: 8, minute: 5)

    init(archive: Archive? = nil, model: (any LanguageModel)? = nil, seed: UInt64 = 1) throws {
        self.archive = try archive ?? Archive(path: ":memory:")
        conversation = Conversation(archive: self.archive, room: "main", model: model, seed: seed)
    }

    /// Everything that happens after a message.
    func events(_ text: String, from user: String = "anna") async -> [ReplyEvent] {
        var events: [ReplyEvent] = []
        for await event in await conversation.reply(to: text, from: user, at: now) {
            events.append(event)
        }
        return events
    }

    /// What is answered; checks that what is shown is what is spoken.
    @discardableResult
    mutating func say(_ text: String, from user: String = "anna") async -> String {
        now.seconds += 20
        return await events(text, from: user).reply?.text ?? ""
    }
}

extension [ReplyEvent] {
    var reply: Reply? {
        for case .finished(let reply) in self { return reply }
        return nil
    }

    var utterances: [Utterance] {
        compactMap { if case .utterance(let utterance) = $0 { utterance } else { nil } }
    }

    var notices: [String] {
        compactMap { if case .notice(let notice) = $0 { notice } else { nil } }
    }

    var spoken: String { utterances.map(\.text).joined(separator: " ") }
}
