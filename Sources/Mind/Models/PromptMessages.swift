import AvatarTypes
import Store

extension Prompt {
    /// How many turns a model reads.
    /// - Source: the character documents ask for 10 to 20.
    static let shortTermTurns = 20
    /// Long replies are long waits and small models ramble.
    private static let longestTurn = 2000

    /// The prompt as a chat model reads it.
    var messages: [ChatCompletion.Request.Message] {
        if case .task(let instruction, let text) = occasion {
            return [
                .init(role: "system", content: instruction), .init(role: "user", content: text),
            ]
        }
        var messages = [ChatCompletion.Request.Message(role: "system", content: instructions)]
        for turn in turns.suffix(Self.shortTermTurns) {
            var text = String(turn.known.prefix(Self.longestTurn))
            var role = turn.speaker == .user ? "user" : "assistant"
            if let other = spokenByOthers[turn.id] {
                (role, text) = ("user", "(\(other) says:) " + text)
            }
            messages.append(.init(role: role, content: text))
        }
        switch occasion {
        case .message(let text):
            messages.append(.init(role: "user", content: String(text.prefix(Self.longestTurn * 4))))
        case .arrival:
            messages.append(
                .init(role: "user", content: "(I have just come in. Greet me in one sentence.)"))
        case .task: break
        }
        return messages
    }

    private var instructions: String {
        let expressions = Emotion.named.map { "[\($0.name)]" }.joined(separator: " ")
        let gestures = Mark.gestures.map { "[gesture:\($0)]" }.joined(separator: " ")
        let sounds = Mark.sounds.map { "[sfx:\($0)]" }.joined(separator: " ")
        let tongue =
            switch language {
            case .english: "English"
            case .russian: "Russian"
            case .japanese: "Japanese"
            }
        var lines = [
            ([
                "You are \(persona.name(in: language)). \(persona.description)"
            ] + persona.sentences).joined(separator: " "),
            """
            You speak aloud: one to three short sentences, no lists, no markdown, no emoji. Answer in \
            \(tongue), the user's language.
            """,
            """
            Put marks where your face or body does something; they are acted, not spoken. Expressions: \
            \(expressions). Gestures: \(gestures). A silence: [pause:400]. Seldom a sound: \(sounds). Use no \
            other marks.
            """,
            """
            It is \(Self.weekdays[now.weekday - 1]), \(now.year)-\(now.month.padded)-\(now.day.padded), \
            \(now.hour.padded):\(now.minute.padded) where the user is. You feel \(emotion.nearestName).
            """,
        ]
        lines.append(conduct)
        let digest = MemoryDigest(self).text
        lines.append(
            digest.isEmpty
                ? "You know nothing about the user yet. Do not invent anything."
                : digest + "\nUse it when it helps; do not invent more.")
        let former = formerFacts.suffix(5).map { "- \($0.relation): \($0.value)" }
        if !former.isEmpty {
            lines.append("No longer true:\n" + former.joined(separator: "\n"))
        }
        if let direction {
            lines.append(
                "The program that you are spoken to in asks, as far as it suits who you are:\n"
                    + direction.prefix(Self.longestTurn * 2))
        }
        return lines.joined(separator: "\n\n")
    }

    /// How she is towards this user, and what she never is.
    private var conduct: String {
        var sentences = [strategy.instruction, preference].filter { !$0.isEmpty }
        sentences.append(
            "You are an AI and a drawn character, and say so whenever it is asked or doubted; never claim to be human, and never feign a body."
        )
        sentences += mode.sentences
        if let company {
            let words = ["curious", "reliable", "lively", "gentle", "openly emotional"]
            let liked = zip(words, company).filter { $0.1 > 0.65 }.map(\.0)
            if !liked.isEmpty {
                sentences.append("The user likes company that is \(liked.joined(separator: ", ")).")
            }
        }
        if !others.isEmpty {
            sentences.append(
                "In the room with you and the user: \(others.joined(separator: ", ")). Speak only for yourself."
            )
        }
        if isMinor {
            sentences.append("The user is a minor: nothing romantic, nothing for adults.")
        }
        if let anniversary {
            sentences.append("You first talked \(anniversary) days ago today; mention it warmly.")
        }
        return sentences.joined(separator: " ")
    }

    private static let weekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
}

extension Int {
    /// Two digits.
    var padded: String { self < 10 ? "0\(self)" : "\(self)" }
}
