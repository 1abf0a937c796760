import AvatarTypes

/// How a mode shows in what the built-in mind says.
enum ModeLines {
    /// What she says to the wish for a mode.
    static func entering(_ name: String, _ lines: inout Lines) -> String {
        let texts: [String]
        switch name {
        case "work":
            texts = lines.among(
                ["[calm][gesture:nod] Work it is. I will be brief and quiet."],
                ["[calm][gesture:nod] Работаем. Буду отвечать коротко и не мешать."],
                ["[calm][gesture:nod] お仕事ですね。短く、静かにしています。"])
        case "sleep":
            texts = lines.among(
                ["[calm] Then I lower the light and my voice."],
                ["[calm] Тогда приглушу свет и голос."], ["[calm] では、明かりも声も小さくしますね。"])
        case "stream":
            texts = lines.among(
                ["[excited][gesture:wave] We are live! Hello, everybody."],
                ["[excited][gesture:wave] Мы в эфире! Всем привет."],
                ["[excited][gesture:wave] 配信開始です！みなさん、こんにちは。"])
        case Persona.usualMode:
            texts = lines.among(
                ["[happy] Good, then we chat again. What is on your mind?"],
                ["[happy] Хорошо, тогда просто болтаем. О чём думаешь?"],
                ["[happy] では、またおしゃべりしましょう。何を考えていましたか？"])
        default:
            texts = lines.among(
                ["[happy][gesture:nod] All right: \(name)."],
                ["[happy][gesture:nod] Хорошо: \(name)."],
                ["[happy][gesture:nod] はい、「\(name)」ですね。"])
        }
        return lines.choose(texts)
    }

    /// A reply's parts, as many as suit the mode: in a brief one the first says enough, and a question
    /// back is left out.
    static func fitted(_ parts: [String], to mode: Mode) -> [String] {
        let parts = mode.length == .brief ? Array(parts.prefix(1)) : parts
        guard !mode.isTalkative, let last = parts.last else { return parts }
        let plain = withoutQuestion(last)
        return plain.withoutMarks.contains(where: \.isLetter) ? parts.dropLast() + [plain] : parts
    }

    /// Without its last sentence, if that asks and something stands before it.
    private static func withoutQuestion(_ text: String) -> String {
        guard text.last.map({ "?？".contains($0) }) == true else { return text }
        guard let end = text.dropLast().lastIndex(where: { ".!。！?？".contains($0) }) else {
            return text
        }
        let kept = String(text[...end])
        return kept.withoutMarks.contains(where: \.isLetter) ? kept : text
    }
}
