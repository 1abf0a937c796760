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
        outgoing.turns.removeAll { sources.contains($0.id) || isSecret($0.known) }
        outgoing.recollections.removeAll {
            sources.contains($0.turn.id) || isSecret($0.turn.known)
        }
        outgoing.episodes.removeAll {
            $0.turn.map(sources.contains) == true || isSecret($0.text)
        }
        outgoing.secrets = []
        return outgoing
    }

    private func isSecret(_ text: String) -> Bool {
        repeatsSecret(text) || Secrecy.isAsked(in: text)
    }

    private func repeatsSecret(_ text: String) -> Bool {
        let text = text.lowercased()
        return secrets.contains { !$0.isEmpty && text.contains($0.lowercased()) }
    }
}
