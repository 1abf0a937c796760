import AvatarTypes
import Store

/// What is said to a fact that was just told.
enum Acknowledgement {
    static func line(for statement: Statement, _ lines: inout Lines) -> String {
        let (relation, value) = (statement.relation, statement.value)
        let told = Telling.clause(relation, value, lines.language)
        if statement.isDenied {
            return lines.choose(
                lines.among(
                    [
                        "[calm][gesture:nod] Understood, not any more.",
                        "[calm] All right, I have corrected that.",
                    ],
                    [
                        "[calm][gesture:nod] Поняла, больше не так.",
                        "[calm] Хорошо, исправила у себя.",
                    ],
                    [
                        "[calm][gesture:nod] わかりました、もう違うんですね。", "[calm] はい、直しておきました。",
                    ]))
        }
        if let former = lines.prompt.formerFacts.last(where: { $0.relation == relation.text }) {
            return lines.choose(
                lines.among(
                    [
                        "[surprise] Oh, so now \(told)! It was \(former.value) before. Noted.",
                        "[curious][gesture:nod] Not \(former.value) any more, then: \(told). I will remember.",
                    ],
                    [
                        "[surprise] О, теперь \(told)! А раньше было: \(former.value). Запомнила.",
                        "[curious][gesture:nod] Значит, больше не \(former.value): \(told). Записала.",
                    ],
                    [
                        "[surprise] あ、今は\(told)ね。前は\(former.value)でしたよね。覚え直しました。",
                        "[curious][gesture:nod] もう\(former.value)ではなくて、\(told)ね。覚えておきます。",
                    ]))
        }
        let texts =
            switch lines.language {
            case .english: englishTexts(relation, value, told)
            case .russian: russianTexts(relation, value, told)
            case .japanese: japaneseTexts(relation, value, told)
            }
        return lines.choose(texts)
    }

    private static func japaneseTexts(_ relation: Relation, _ value: String, _ told: String)
        -> [String]
    {
        let thing = relation.of.flatMap(Thing.of)?.japanese.first ?? relation.of ?? ""
        return switch relation.kind {
        case .name:
            [
                "[joy][gesture:bow] \(value)さんですね、はじめまして！",
                "[happy] \(value)さん。いい響きですね。よろしくお願いします。",
            ]
        case .home:
            [
                "[curious] \(value)ですか！窓からは何が見えますか？",
                "[happy][gesture:nod] \(value)ですね。どんなところが好きですか？",
                "[curious] \(value)に住んでいるんですね。そちらにいる姿を想像してみます。",
            ]
        case .from:
            [
                "[curious] \(value)の出身なんですね。懐かしくなることはありますか？",
                "[happy][gesture:nod] \(value)ですね、覚えておきます。",
            ]
        case .age:
            ["[happy][gesture:nod] \(value)歳ですね。いい数字です。", "[playful] \(value)歳！私はまだ数千コマなので、負けました。"]
        case .birthday:
            ["[joy] \(value)ですね！忘れませんよ。", "[happy][gesture:nod] 誕生日は\(value)。大きな字で書いておきました。"]
        case .job:
            [
                "[curious] \(value)なんですね！一番いいところは何ですか？",
                "[curious][gesture:nod] \(value)ですか。子どものころからの夢でしたか？",
            ]
        case .workplace:
            [
                "[curious][gesture:nod] \(value)で働いているんですね。いい人たちですか？",
                "[curious] \(value)ですか。そこでは何が面白いですか？",
            ]
        case .pet:
            value.isEmpty
                ? ["[joy] わあ、\(thing)ですか！お名前は？", "[affectionate] いいですね、\(thing)がいるなんて。お名前は？"]
                : [
                    "[joy] \(value)！いい名前ですね。よろしく伝えてください。",
                    "[affectionate] \(thing)の\(value)ですね。もう好きになりました。",
                ]
        case .family:
            value.isEmpty
                ? ["[curious][gesture:nod] \(thing)がいるんですね。お名前は？"]
                : [
                    "[happy][gesture:nod] \(thing)の\(value)さんですね、覚えておきます。",
                    "[curious] \(value)さん！お二人は似ていますか？",
                ]
        case .favourite:
            [
                "[happy] \(value)ですか！いい趣味ですね。", "[curious][gesture:nod] \(value)ですね。どうしてそれなんですか？",
                "[happy][gesture:nod] 好きな\(thing)は\(value)。覚えておきます。",
            ]
        case .likes:
            [
                "[happy] わかる気がします。\(value)の、どんなところが好きですか？",
                "[happy][gesture:nod] \(value)が好きなんですね。覚えておきます。",
                "[curious] \(value)ですか。いつから好きなんですか？",
            ]
        case .dislikes:
            [
                "[contemplative][gesture:nod] \(value)は苦手なんですね。気をつけます。",
                "[playful] では、\(value)は遠ざけておきましょう。",
            ]
        case .own:
            [
                "[happy][gesture:nod] \(told)ね。覚えておきます。",
                "[curious][gesture:nod] \(thing)は\(value)、ですね。",
            ]
        case .note:
            [
                "[happy][gesture:nod] わかりました、覚えておきます。",
                "[curious][gesture:nod] はい、「\(value)」ですね。忘れません。",
            ]
        }
    }

    private static func englishTexts(_ relation: Relation, _ value: String, _ told: String)
        -> [String]
    {
        switch relation.kind {
        case .name:
            [
                "[joy][gesture:bow] Nice to meet you, \(value)!",
                "[happy] \(value). I like how that sounds. Hello, \(value)!",
            ]
        case .home:
            [
                "[curious] \(value)! I will picture you there.",
                "[happy][gesture:nod] \(value), noted. What do you like about it?",
                "[curious] So you live in \(value). What do you see from your window?",
            ]
        case .from:
            [
                "[curious] From \(value)! Do you miss it sometimes?",
                "[happy][gesture:nod] \(value), I will remember that.",
            ]
        case .age:
            [
                "[happy][gesture:nod] \(value), noted. A good number.",
                "[playful] \(value)! I am a few thousand frames, so you win.",
            ]
        case .birthday:
            [
                "[joy] \(value)! I will keep it in mind.",
                "[happy][gesture:nod] Your birthday is \(value). That one I will not lose.",
            ]
        case .job:
            [
                "[curious] \(value.withArticle.capitalizedWord)! What is the best part of that?",
                "[curious][gesture:nod] I see, \(told). Is it what you wanted as a child?",
            ]
        case .workplace:
            [
                "[curious][gesture:nod] At \(value). Are the people there nice to you?",
                "[curious] \(value), noted. What do you do there all day?",
            ]
        case .pet:
            value.isEmpty
                ? [
                    "[joy] \((relation.of ?? "pet").withArticle.capitalizedWord)! What is its name?",
                    "[affectionate] Oh, \(told)! What is it called?",
                ]
                : [
                    "[joy] \(value)! What a name. Say hello from me.",
                    "[affectionate] \(value) the \(relation.of ?? "pet"). I am already fond of \(value).",
                ]
        case .family:
            value.isEmpty
                ? ["[curious][gesture:nod] So \(told). What is the name?"]
                : [
                    "[happy][gesture:nod] \(value), your \(relation.of ?? "family"). I will remember.",
                    "[curious] \(value)! Are you two alike?",
                ]
        case .favourite:
            [
                "[happy] \(value.capitalizedWord)! Good taste.",
                "[curious][gesture:nod] \(value.capitalizedWord), noted. Why that one?",
                "[happy][gesture:nod] Your favourite \(relation.of ?? "one") is \(value). I will remember.",
            ]
        case .likes:
            [
                "[happy] I can see why. What is it about \(Telling.secondPerson(value)) that gets you?",
                "[happy][gesture:nod] \(Telling.secondPerson(value).capitalizedWord), lovely. I will remember that.",
                "[curious] So \(told). Since when?",
            ]
        case .dislikes:
            [
                "[contemplative][gesture:nod] Noted: no \(Telling.secondPerson(value)).",
                "[playful] Then I will keep \(Telling.secondPerson(value)) away from you.",
            ]
        case .own:
            [
                "[happy][gesture:nod] I will remember: \(told).",
                "[curious][gesture:nod] Noted: \(told).",
            ]
        case .note:
            [
                "[happy][gesture:nod] I will remember: \(told).",
                "[curious][gesture:nod] So \(told). Noted.",
            ]
        }
    }

    private static func russianTexts(_ relation: Relation, _ value: String, _ told: String)
        -> [String]
    {
        let thing = relation.of.flatMap(Thing.of)?.russian.first ?? relation.of ?? ""
        return switch relation.kind {
        case .name:
            [
                "[joy][gesture:bow] Очень приятно, \(value)!",
                "[happy] \(value). Красиво звучит. Привет, \(value)!",
            ]
        case .home:
            [
                "[curious] Значит, \(told). Что видно из твоего окна?",
                "[happy][gesture:nod] \(value.capitalizedWord), запомнила. Что тебе там нравится?",
            ]
        case .from: ["[curious][gesture:nod] Вот как, \(told). Скучаешь по тем местам?"]
        case .age:
            [
                "[happy][gesture:nod] \(Telling.years(value).capitalizedWord), запомнила. Хорошее число.",
                "[playful] \(Telling.years(value).capitalizedWord)! А мне несколько тысяч кадров.",
            ]
        case .birthday:
            [
                "[joy] \(value.capitalizedWord)! Не забуду.",
                "[happy][gesture:nod] \(told.capitalizedWord). Записала крупными буквами.",
            ]
        case .job:
            [
                "[curious] \(value.capitalizedWord)! А что в этом самое лучшее?",
                "[curious][gesture:nod] Значит, \(told). В детстве тоже так хотелось?",
            ]
        case .workplace:
            [
                "[curious][gesture:nod] Вот как, \(told). Люди там хорошие?",
                "[curious] Понятно, \(told). А что там самое интересное?",
            ]
        case .pet:
            value.isEmpty
                ? [
                    "[joy] Ого, \(told)! А как зовут?",
                    "[affectionate] Как мило, \(told)! А имя какое?",
                ]
                : [
                    "[joy] \(value)! Вот это имя. Передавай привет.",
                    "[affectionate] \(value) — звучит чудесно. Погладь от меня.",
                ]
        case .family:
            value.isEmpty
                ? ["[curious][gesture:nod] Значит, \(told). А как зовут?"]
                : [
                    "[happy][gesture:nod] \(told.capitalizedWord). Запомнила.",
                    "[curious] \(value)! Вы похожи?",
                ]
        case .favourite:
            [
                "[happy] \(value.capitalizedWord)! Хороший вкус.",
                "[curious][gesture:nod] \(value.capitalizedWord), запомнила. А почему?",
                "[happy][gesture:nod] Запомнила: \(told).",
            ]
        case .likes:
            [
                "[happy] Понимаю! А что в этом самое приятное?",
                "[happy][gesture:nod] Запомнила: \(told).", "[curious] Значит, \(told). И давно?",
            ]
        case .dislikes:
            [
                "[contemplative][gesture:nod] Понятно: \(told). Учту.",
                "[playful] Тогда будем держаться от этого подальше.",
            ]
        case .own:
            [
                "[happy][gesture:nod] Запомнила: \(thing) — \(Telling.secondPerson(value, .russian)).",
                "[curious][gesture:nod] Записала: \(told).",
            ]
        case .note:
            [
                "[happy][gesture:nod] Запомнила: \(told).",
                "[curious][gesture:nod] Хорошо, буду помнить: \(told).",
            ]
        }
    }
}
