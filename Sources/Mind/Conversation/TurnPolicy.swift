import AvatarTypes

/// Who answers where several characters are in a room: one for each message, never all at once.
public enum TurnPolicy {
    /// A character and what it may be called.
    public struct Member: Sendable {
        public var name: String
        public var calls: [String]

        /// - Parameter name: as requests have it.
        public init(name: String, persona: Persona) {
            self.name = name
            calls = [name, persona.name] + Language.allCases.map { persona.name(in: $0) }
        }
    }

    /// The one whose name stands first in the message; without a name, whoever is on stage. Who says
    /// "somebody else" or "your turn" hands over to the next.
    public static func answerer(
        to text: String, among members: [Member], onStage: String
    ) -> String {
        let lower = text.lowercased()
        let words = lower.split { !$0.isLetter && !$0.isNumber && $0 != "-" }.map(String.init)
        func place(of call: String) -> Int? {
            let call = call.lowercased()
            if call.isJapanese {
                return lower.range(of: call).map {
                    lower.distance(from: lower.startIndex, to: $0.lowerBound)
                }
            }
            var start = lower.startIndex
            for word in words {
                guard let range = lower.range(of: word, from: start) else { continue }
                // "Рена" and "Рену" are Рен, too; "render" is not Ren.
                let ending = word.hasPrefix(call) ? word.dropFirst(call.count) : "?"
                if ending.isEmpty || ["а", "у", "ом", "е"].contains(ending) && call.isCyrillic {
                    return lower.distance(from: lower.startIndex, to: range.lowerBound)
                }
                start = range.upperBound
            }
            return nil
        }
        let named = members.compactMap { member in
            member.calls.compactMap(place).min().map { (member.name, $0) }
        }.min { $0.1 < $1.1 }
        if let named { return named.0 }
        let handsOver = [
            "your turn", "somebody else", "someone else", "the other one", "what does the other",
            "теперь ты", "другой", "другая", "твоя очередь", "もう一人", "他の人",
        ]
        if handsOver.contains(where: lower.contains), members.count > 1,
            let index = members.firstIndex(where: { $0.name == onStage })
        {
            return members[(index + 1) % members.count].name
        }
        return onStage
    }
}

extension String {
    fileprivate var isCyrillic: Bool {
        unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    }

    fileprivate func range(of word: String, from start: Index? = nil) -> Range<Index>? {
        self[(start ?? startIndex)...].firstRange(of: word)
    }
}
