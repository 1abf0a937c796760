import AvatarTypes
import Store

/// What she tells of her diary and her dreams.
enum DiaryAnswer {
    /// Dreams are told to whoever asks; the diary is read out to close friends.
    static func line(on topic: Topic, _ lines: inout Lines) -> String {
        let kind: DiaryEntry.Kind = topic == .dreamt ? .dream : .diary
        let found = lines.prompt.diary.last { $0.kind == kind }
        guard let found else { return nothing(kind, &lines) }
        guard kind == .dream || lines.prompt.bond >= .closeFriend else {
            return lines.choose(
                [
                    .english: [
                        "[playful] I do keep one, and you are in it. I read from it to close friends."
                    ],
                    .russian: [
                        "[playful] Дневник есть, и ты там тоже. Вслух читаю его близким друзьям."
                    ],
                    .japanese: ["[playful] 日記はありますよ。あなたのことも。でも、もっと仲良くなってからね。"],
                ][lines.language] ?? [])
        }
        let opening =
            kind == .dream
            ? [
                Language.english: "[contemplative]", .russian: "[contemplative]",
                .japanese: "[contemplative]",
            ]
            : [
                .english: "[affectionate] I wrote:", .russian: "[affectionate] Вот что там:",
                .japanese: "[affectionate] こう書きました。",
            ]
        let text = found.text.replacing("[", with: "").replacing("]", with: "")
        return [opening[lines.language] ?? "", text].joined(separator: " ")
    }

    private static func nothing(_ kind: DiaryEntry.Kind, _ lines: inout Lines) -> String {
        let texts: [Language: [String]] =
            kind == .dream
            ? [
                .english: [
                    "[contemplative] Nothing yet that you were in. Ask me after a night.",
                    "[calm] I have not slept on our talk yet. I dream of a day in the night after it.",
                ],
                .russian: [
                    "[contemplative] Пока ничего. Спроси после ночи: мне снится прожитый день.",
                    "[calm] Нашего разговора мне ещё не снилось. Нужна ночь.",
                ],
                .japanese: ["[contemplative] まだ夢は見ていません。夜が明けたら聞いてください。"],
            ]
            : [
                .english: ["[curious] The page about you is still empty. I write it at night."],
                .russian: ["[curious] Страница о тебе пока пустая. Я пишу её ночью."],
                .japanese: ["[curious] あなたのページはまだ白いままです。夜に書きます。"],
            ]
        return lines.choose(texts[lines.language] ?? [])
    }
}
