import Store

extension Prompt {
    /// The prompt as it may reach a language model: without private facts and every turn that repeats one;
    /// nil when the message itself does, or asks for discretion, and only the built-in mind may answer.
    var outgoing: Prompt? {
        if case .message(let text) = occasion, repeatsSecret(text) { return nil }
        if hearing?.isConfidential == true { return nil }
        var outgoing = self
        let sources = Set(facts.filter(\.isPrivate).compactMap(\.turn))
        outgoing.facts.removeAll { $0.isPrivate || repeatsSecret($0.value) }
        outgoing.formerFacts.removeAll { $0.isPrivate || repeatsSecret($0.value) }
        // What she answered to a secret may echo it.
        let secretTurns = sources.union(turns.filter { isSecret($0.known) }.map(\.id))
        outgoing.turns.removeAll {
            secretTurns.contains($0.id)
                || $0.speaker == .character && secretTurns.contains($0.id - 1)
        }
        // Only what users said is recalled: her own words, fed back to her, would become facts.
        outgoing.recollections.removeAll {
            $0.turn.speaker == .character || sources.contains($0.turn.id)
                || isSecret($0.turn.known)
        }
        outgoing.episodes.removeAll {
            $0.turn.map(sources.contains) == true || isSecret($0.text)
        }
        outgoing.diary.removeAll { isSecret($0.text) }
        outgoing.secrets = []
        return outgoing
    }

    private func isSecret(_ text: String) -> Bool {
        repeatsSecret(text) || Secrecy.isAsked(in: text)
    }

    private func repeatsSecret(_ text: String) -> Bool {
        let text = text.lowercased()
        let words = text.split { !$0.isLetter && !$0.isNumber }.map(String.init)
        return secrets.contains { secret in
            let secret = secret.lowercased()
            // A short value is part of too many words.
            return secret.count < 4
                ? words.contains(secret) : text.contains(secret)
        }
    }
}
