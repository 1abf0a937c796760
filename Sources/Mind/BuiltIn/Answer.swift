import AvatarTypes
import Store

/// Answers to what the user asks about themselves, from what they told.
enum Answer {
    /// Nil when the question is not one after all, or another part of the mind answers it better.
    static func line(to question: Question, _ hearing: Hearing, _ lines: inout Lines) -> String? {
        let facts = lines.prompt.facts
        switch question {
        case .about(let relation): return about(relation, facts, &lines)
        case .whether(let kind, let words):
            let wanted = words.stems
            let liked = facts.first {
                $0.relation == "likes" && !wanted.isDisjoint(with: $0.value.stems)
            }
            let disliked = facts.first {
                $0.relation == "dislikes" && !wanted.isDisjoint(with: $0.value.stems)
            }
            guard let fact = liked ?? disliked else { return unknown(&lines) }
            let isTrue = (fact.relation == "likes") == (kind == .likes)
            return
                (isTrue
                ? lines.pick(
                    "[happy][gesture:nod] Yes, ", "[happy][gesture:nod] Да, ",
                    "[happy][gesture:nod] はい、")
                : lines.pick(
                    "[contemplative][gesture:shake] No, ", "[contemplative][gesture:shake] Нет, ",
                    "[contemplative][gesture:shake] いいえ、"))
                + told(fact, lines.language) + lines.pick(".", ".", "よね。")
        case .who(let name):
            let wanted = name.stems
            guard
                let fact = facts.last(where: {
                    ["pet", "family"].contains(Relation($0.relation)?.kind.rawValue ?? "")
                        && !wanted.isDisjoint(with: $0.value.stems)
                }),
                let relation = Relation(fact.relation)
            else {
                let found = recall(Array(wanted), facts)
                return found.isEmpty ? nil : tell(found, &lines)
            }
            let thing = relation.of.flatMap(Thing.of)
            if lines.language == .russian {
                let your =
                    thing?.gender == "f" || relation.of == "cat" && fact.value.hasSuffix("а")
                    ? "твоя" : "твой"
                let kind =
                    relation.of == "cat" && your == "твоя" ? "кошка" : thing?.russian.first ?? ""
                return "[happy] \(fact.value) — \(your) \(kind)!"
            }
            if lines.language == .japanese {
                return "[happy] \(fact.value)は、あなたの\(thing?.japanese.first ?? "友達")ですよね！"
            }
            return "[happy] \(fact.value) is your \(relation.of ?? "friend")!"
        case .recall(let words):
            let found = recall(words.flatMap { Array($0.stems) }, facts)
            guard found.isEmpty else { return tell(found, &lines) }
            if let said = Remembered.line(&lines, hearing) { return said }
            return hearing.topics.isEmpty ? unknown(&lines) : nil
        case .everything: return everything(facts, &lines)
        case .forget, .forgetAbout, .forgetAll:
            return lines.prompt.hasForgotten
                ? lines.choose(
                    lines.among(
                        [
                            "[calm][gesture:nod] Forgotten, and really erased.",
                            "[calm] Done. I do not remember that any more.",
                        ],
                        [
                            "[calm][gesture:nod] Забыто. Стёрла по-настоящему.",
                            "[calm] Готово, этого я больше не помню.",
                        ], ["[calm][gesture:nod] 忘れました。本当に消しましたよ。", "[calm] はい、もう覚えていません。"]))
                : lines.pick(
                    "[curious] I found nothing like that to forget.",
                    "[curious] Ничего такого я и не помню.", "[curious] それについては、もともと覚えていませんでした。")
        }
    }

    private static func about(_ relation: Relation, _ facts: [Fact], _ lines: inout Lines) -> String
    {
        let exact = facts.filter { $0.relation == relation.text }
        let found =
            exact.isEmpty && relation.of == nil
            ? facts.filter { $0.relation.hasPrefix(relation.kind.rawValue + ":") } : exact
        if !found.isEmpty { return tell(found, &lines) }
        if relation.kind == .own, let of = relation.of {
            let related = recall(Array(of.stems), facts)
            if !related.isEmpty { return tell(related, &lines) }
        }
        return unknown(&lines)
    }

    private static func tell(_ facts: [Fact], _ lines: inout Lines) -> String {
        let clauses = facts.suffix(4).map { told($0, lines.language) }
        let text = clauses.joined(separator: lines.among(", and ", ", и ", "。それから、"))
        return lines.choose(
            lines.among(
                [
                    "[happy][gesture:nod] \(text.capitalizedWord).",
                    "[happy] I remember: \(text).",
                    "[playful] Of course I know, \(text)!",
                ],
                [
                    "[happy][gesture:nod] Помню: \(text).", "[happy] \(text.capitalizedWord).",
                    "[playful] Конечно помню: \(text)!",
                ],
                [
                    "[happy][gesture:nod] \(text)よね。", "[happy] 覚えていますよ。\(text)。",
                    "[playful] もちろん覚えています。\(text)よね！",
                ]))
    }

    private static func everything(_ facts: [Fact], _ lines: inout Lines) -> String {
        guard !facts.isEmpty else {
            return lines.pick(
                "[curious] Nothing yet. I only know what you tell me, so tell me something.",
                "[curious] Пока ничего. Я знаю только то, что ты рассказываешь. Расскажи что-нибудь!",
                "[curious] まだ何も。話してくれたことしか知らないので、何か聞かせてください！")
        }
        let shown = facts.suffix(12)
        let sentences = shown.map { told($0, lines.language).asSentence }.joined(
            separator: lines.among(" ", " ", ""))
        let rest =
            facts.count > shown.count
            ? lines.pick(" And a few more things.", " И ещё кое-что.", "ほかにも少し。") : ""
        return lines.pick(
            "[happy] Here is what I know. ", "[happy] Вот что я знаю. ", "[happy] 知っていることを言いますね。")
            + sentences + rest
    }

    private static func unknown(_ lines: inout Lines) -> String {
        lines.choose(
            lines.among(
                [
                    "[curious][gesture:tilt] You have not told me that yet. Will you?",
                    "[contemplative] I do not know, honestly. Tell me and I will remember.",
                ],
                [
                    "[curious][gesture:tilt] Этого я пока не знаю. Расскажешь?",
                    "[contemplative] Не знаю, честно. Скажи — и запомню.",
                ],
                [
                    "[curious][gesture:tilt] それはまだ聞いていません。教えてもらえますか？",
                    "[contemplative] 正直、知らないんです。教えてくれたら覚えますよ。",
                ]))
    }

    /// Facts that share a word's stem with the question, the best first.
    static func recall(_ stems: [String], _ facts: [Fact]) -> [Fact] {
        let wanted = Set(stems)
        guard !wanted.isEmpty else { return [] }
        let scored = facts.map { fact in
            (fact, wanted.intersection(haystack(of: fact).stems).count)
        }
        guard let best = scored.map(\.1).max(), best > 0 else { return [] }
        return scored.filter { $0.1 == best }.map(\.0)
    }

    /// What a fact is found by: its value, and what it is about in both languages.
    private static func haystack(of fact: Fact) -> String {
        let of = Relation(fact.relation)?.of ?? ""
        let names = Thing.of(of).map { $0.english + $0.russian + $0.japanese } ?? []
        return ([fact.value, of] + names).joined(separator: " ")
    }

    static func told(_ fact: Fact, _ language: Language) -> String {
        guard let relation = Relation(fact.relation) else { return fact.value }
        return Telling.clause(relation, fact.value, language)
    }
}

extension String {
    /// The words that carry meaning, cut so that forms of one word agree.
    var stems: Set<String> {
        let empty: Set<String> = [
            "the", "my", "is", "are", "what", "when", "where", "who", "about", "you", "your",
            "that", "this", "have",
            "did", "does", "was", "with", "for", "and", "tell", "told", "мой", "моя", "мое", "про",
            "что", "как", "где",
            "когда", "это", "меня", "мне", "тебе", "тебя", "есть", "мои", "моего", "моей", "like",
        ]
        let words = lowercased().replacing("ё", with: "е").split { !$0.isLetter && !$0.isNumber }
        // Japanese has no words to cut: pairs of its characters stand for them.
        let pairs = words.filter { String($0).isJapanese }.flatMap { word -> [String] in
            let characters = Array(word)
            let single = characters.map { "\($0)" }.filter { character in
                character.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
            }
            let pairs = zip(characters, characters.dropFirst()).map { "\($0)\($1)" }
            // Between other characters, hiragana are endings and particles.
            let isPlain = single.isEmpty && !word.unicodeScalars.contains { $0.value > 0x309F }
            return single
                + pairs.filter { pair in
                    isPlain || pair.unicodeScalars.contains { $0.value > 0x309F }
                }
        }
        return Set(pairs).union(
            words.map(String.init).filter { !$0.isJapanese }.filter {
                $0.count > 2 && !empty.contains($0)
            }.map { word in
                let isRussian =
                    word.unicodeScalars.first.map { (0x400...0x4FF).contains($0.value) } == true
                if isRussian {
                    return word.count > 5
                        ? String(word.prefix(word.count - 2))
                        : word.count > 3 ? String(word.dropLast()) : word
                }
                for ending in ["ing", "ies", "es", "ed", "s"]
                where word.hasSuffix(ending) && word.count > ending.count + 2 {
                    return String(word.dropLast(ending.count))
                }
                return word
            })
    }
}
