import AvatarTypes
import Documents

extension CharacterIdea {
    /// A character that a language model writes; nil when it fails, or what it writes is not whole.
    ///
    /// What it leaves out is as in `draft`; name, rig and voice are the draft's.
    public static func sheet(
        of idea: String, by model: any LanguageModel, over draft: CharacterSheet
    ) async -> CharacterSheet? {
        let instruction = """
            Make a character of the user's idea, for a companion that talks. Answer with YAML alone, in \
            just this form, the numbers from 0 to 1, no other keys:
            \(skeleton(draft))
            """
        guard let text = await model.answer(instruction, about: String(idea.prefix(500))) else {
            return nil
        }
        let yaml = text.replacing("```yaml", with: "").replacing("```", with: "")
        guard let start = yaml.firstRange(of: "format:") else { return nil }
        guard
            var sheet = CharacterSheet.read(
                String(yaml[start.lowerBound...]), name: draft.name, file: "answer.yaml"
            ).sheet, sheet.persona.description.count <= 2_000
        else { return nil }
        (sheet.rig, sheet.voice) = (draft.rig, draft.voice)
        sheet.persona.archetype = sheet.persona.archetype ?? draft.persona.archetype
        return sheet
    }

    private static func skeleton(_ draft: CharacterSheet) -> String {
        draft.yaml.split(separator: "\n").prefix {
            !$0.hasPrefix("rig:") && !$0.hasPrefix("voice:")
        }
        .joined(separator: "\n")
    }
}

extension LanguageModel {
    /// Bytes beyond which an answer is no answer.
    private static var longestAnswer: Int { 16_000 }

    /// The whole answer to a task that is no talk; nil when there is none.
    func answer(_ instruction: String, about text: String) async -> String? {
        let prompt = Prompt(task: instruction, text: text)
        var answer = ""
        var isThinking = false
        do {
            for try await piece in stream(prompt) {
                if piece == "<think>" { isThinking = true }
                if !isThinking { answer += piece }
                if piece == "</think>" { isThinking = false }
                if answer.utf8.count > Self.longestAnswer { return nil }
            }
        } catch { return nil }
        return answer.isEmpty ? nil : answer
    }
}
