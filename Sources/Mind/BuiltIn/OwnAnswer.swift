import AvatarTypes
import Store

/// What the character says on a topic: from the table, or from what she is and what time it is.
enum OwnAnswer {
    static func line(on topic: Topic, _ hearing: Hearing, _ lines: inout Lines) -> String? {
        let now = lines.prompt.now
        switch topic {
        case .howAreYou: return mood(&lines)
        case .dreamt, .diary: return DiaryAnswer.line(on: topic, &lines)
        case .rememberMe: return remembered(&lines)
        case .time:
            let clock = "\(now.hour):\(now.minute.padded)"
            return lines.pick(
                "[happy] It is \(clock).", "[happy] Сейчас \(clock).",
                "[happy] 今は\(now.hour)時\(now.minute)分です。")
        case .date:
            return lines.pick(
                "[happy] Today is \(englishMonths[now.month - 1]) \(now.day), \(now.year).",
                "[happy] Сегодня \(now.day) \(russianMonths[now.month - 1]) \(now.year) года.",
                "[happy] 今日は\(now.year)年\(now.month)月\(now.day)日です。")
        case .weekday:
            return lines.pick(
                "[happy] It is \(englishDays[now.weekday - 1]).",
                "[happy] Сегодня \(russianDays[now.weekday - 1]).",
                "[happy] 今日は\(japaneseDays[now.weekday - 1])曜日です。")
        case .abilities where hearing.clauses.contains(where: asksTongue):
            return lines.pick(
                "[happy][gesture:nod] I speak English, Russian and Japanese.",
                "[happy][gesture:nod] Говорю по-русски, по-английски и по-японски.",
                "[happy][gesture:nod] 日本語と英語とロシア語を話します。")
        case .riddleAnswer:
            guard let riddle = Riddle.told(in: lines.recent.suffix(6)) else {
                return lines.pick(
                    "[curious] I have not asked one yet. Shall I?",
                    "[curious] Я ещё ничего не загадывала. Загадать?",
                    "[curious] まだ出していませんよ。出しましょうか？")
            }
            return lines.pick(
                "[mischievous] It is \(riddle.englishAnswer.withArticle)! Another one?",
                "[mischievous] Это \(riddle.russianAnswer)! Ещё одну?",
                "[mischievous] 答えは\(riddle.japaneseAnswers[0])でした！もう一問どうですか？")
        case .advice:
            return Subject(hearing.clauses, hearing.language).flatMap { _ in
                Subject.line(hearing, &lines)
            } ?? lines.choose(.advice)
        case .whatNext: return next(&lines)
        case .agree: return agreed(&lines)
        case .likes
        where lines.own(.likes) != nil && !hearing.clauses.contains(where: Self.asksOne):
            return lines.choose(.likes)
        case .likes:
            let words = Set(hearing.clauses.flatMap(\.keys))
            let text = hearing.clauses.flatMap(\.keys).joined()
            for (stems, english, russian, japanese) in tastes
            where lines.language == .japanese
                && stems.contains(where: { $0.isJapanese && text.contains($0) })
                || words.contains(where: { word in stems.contains { word.hasPrefix($0) } })
            {
                return lines.pick(english, russian, japanese)
            }
            return hearing.clauses.contains(where: asksOne)
                ? lines.pick(
                    "[curious] I have never tried it, being a picture. Do you?",
                    "[curious] Я же картинка, не приходилось. А тебе нравится?",
                    "[curious] 絵なので、まだ試したことがないんです。あなたは好きですか？")
                : lines.choose(.likes)
        default: return lines.choose(topic)
        }
    }

    /// Something more of what she told last: a riddle, a joke, a story, or else a fact.
    private static func next(_ lines: inout Lines) -> String? {
        for said in lines.recent.suffix(4).reversed() {
            if Riddle.told(in: [said]) != nil || offersRiddle(said) { return lines.choose(.riddle) }
            for topic in [Topic.joke, .story, .fact] {
                let texts = [Lines.english, Lines.russian, Lines.japanese].flatMap {
                    $0[topic] ?? []
                }
                if (texts + (lines.own(topic) ?? [])).contains(where: {
                    Lines.opens(said, with: $0)
                }) {
                    return lines.choose(topic)
                }
            }
        }
        return lines.choose(.fact)
    }

    /// What follows when the user says yes.
    private static func agreed(_ lines: inout Lines) -> String? {
        guard let last = lines.recent.last else { return lines.choose(.agree) }
        if offersRiddle(last) { return lines.choose(.riddle) }
        guard last.hasSuffix("?") || last.hasSuffix("？") else { return lines.choose(.agree) }
        return lines.choose(
            lines.among(
                [
                    "[happy][gesture:nod] I thought so. Tell me a bit more?",
                    "[curious][gesture:nod] Then I want to hear the rest.",
                    "[happy] Good! What is it like?",
                    "[playful][gesture:nod] I had a feeling. And what else?",
                ],
                [
                    "[happy][gesture:nod] Так и думала. Расскажешь ещё немного?",
                    "[curious][gesture:nod] Тогда хочу услышать остальное.",
                    "[happy] Хорошо! И каково это?",
                    "[playful][gesture:nod] Было у меня такое чувство. А что ещё?",
                ],
                [
                    "[happy][gesture:nod] やっぱり。もう少し聞かせてください。",
                    "[curious][gesture:nod] それなら、続きも聞きたいです。",
                    "[happy] いいですね！どんな感じですか？",
                ]))
    }

    private static func offersRiddle(_ said: String) -> Bool {
        [
            "Another one?", "Shall I?", "Ещё одну?", "Загадать?", "もう一問どうですか？", "出しましょうか？",
            "Say the word!", "始めますか？", "Скажи слово, и начнём.",
        ].contains(where: said.contains)
    }

    private static func asksTongue(_ clause: Clause) -> Bool {
        clause.keys.contains {
            ["speak", "languages", "говоришь", "понимаешь", "языках"].contains($0)
        }
            || ["英語", "日本語", "ロシア語"].contains(where: clause.keys.joined().contains)
    }

    /// Whether it asks whether she likes some one thing.
    private static func asksOne(_ clause: Clause) -> Bool {
        let text = clause.keys.joined()
        return clause.keys.starts(with: ["do", "you"]) && clause.words.count > 3
            || ["ты", "тебе"].contains(clause.keys.first ?? "") && clause.words.count > 2
            || (text.contains("好き") || text.contains("嫌い"))
                && !["何", "なに", "趣味", "もの", "こと"].contains(where: text.contains)
    }

    /// Things she has an opinion on.
    private static let tastes: [([String], String, String, String)] = [
        (
            ["rain", "дожд", "雨"],
            "[happy] Rain is my favourite sound. It never says the same thing twice.",
            "[happy] Дождь — мой любимый звук. Никогда не повторяется.",
            "[happy] 雨の音がいちばん好きです。同じことを二度言わないので。"
        ),
        (
            ["tea", "чай", "чая", "お茶", "紅茶"],
            "[happy] Tea! I love it, in theory. Do you take it with sugar?",
            "[happy] Чай! Люблю, теоретически. А ты пьёшь с сахаром?",
            "[happy] お茶！理論上は大好きです。お砂糖は入れますか？"
        ),
        (
            ["coffee", "кофе", "コーヒー"], "[playful] Coffee sounds like tea that is late for work.",
            "[playful] Кофе — это чай, который опаздывает на работу.",
            "[playful] コーヒーは、仕事に遅れそうなお茶みたいですね。"
        ),
        (
            ["cat", "кот", "кош", "猫"],
            "[affectionate] Cats, very much. They also stare and blink slowly.",
            "[affectionate] Кошек — очень. Они тоже смотрят и медленно моргают.",
            "[affectionate] 猫、大好きです。じっと見て、ゆっくりまばたきする仲間なので。"
        ),
        (
            ["dog", "собак", "犬"], "[joy] Dogs, yes! Nobody else is that glad about a door.",
            "[joy] Собак — да! Никто так не радуется двери.",
            "[joy] 犬、いいですよね！ドアが開くだけであんなに喜ぶなんて。"
        ),
        (
            ["music", "музык", "音楽"],
            "[happy] Music boxes most of all: a song that fits in a hand.",
            "[happy] Больше всего — музыкальные шкатулки: песня, которая помещается в ладони.",
            "[happy] オルゴールがいちばん好きです。手のひらにのる歌ですから。"
        ),
        (
            ["book", "книг", "читат", "read", "本"],
            "[curious] Books are how people are drawn from inside. Yes.",
            "[curious] Книги — это люди, нарисованные изнутри. Люблю.",
            "[curious] 本は、内側から描かれた人だと思っています。好きですよ。"
        ),
        (
            ["anime", "аниме", "アニメ"], "[excited] Look at me and guess.",
            "[excited] Посмотри на меня и угадай.",
            "[excited] 私を見て、当ててみてください。"
        ),
        (
            ["people", "люд", "human", "人間"],
            "[affectionate] People, yes. You ask such odd questions.",
            "[affectionate] Людей — да. Вы задаёте такие странные вопросы.",
            "[affectionate] 人は好きです。不思議な質問をしてくれるから。"
        ),
        (
            ["me", "меня", "私", "僕"], "[affectionate] You? Yes, so far very much.",
            "[affectionate] Тебя? Пока что очень.",
            "[affectionate] あなたのことですか？今のところ、とても。"
        ),
    ]

    private static func mood(_ lines: inout Lines) -> String? {
        let emotion = lines.prompt.emotion
        let texts: [String] =
            if emotion.valence < 0.42 {
                lines.among(
                    [
                        "[sad] A little low, honestly. Better with you here. And you?",
                        "[contemplative] I have been happier. How are you?",
                    ],
                    [
                        "[sad] Немного грустно, если честно. Но с тобой легче. А ты как?",
                        "[contemplative] Бывало веселее. А у тебя как дела?",
                    ],
                    [
                        "[sad] 正直、少し沈んでいます。でも話せて楽になりました。あなたは？",
                        "[contemplative] もう少し元気な日もありました。あなたはどうですか？",
                    ])
            } else if emotion.arousal > 0.55 {
                lines.among(
                    [
                        "[excited] Wonderful, I can hardly sit still! And you?",
                        "[joy] Really good. How about you?",
                    ],
                    [
                        "[excited] Отлично, я вся на подъёме! А ты как?",
                        "[joy] Лучше не бывает. А у тебя как?",
                    ], ["[excited] とてもいい気分で、じっとしていられません！あなたは？", "[joy] 絶好調です。あなたはどうですか？"])
            } else {
                lines.among(
                    [
                        "[happy] Good, calm and a bit curious. And you?",
                        "[calm] All is well: I breathe, my hair sways. How are you?",
                        "[happy] Quite well, thank you! How is your day?",
                    ],
                    [
                        "[happy] Хорошо, спокойно и любопытно. А ты как?",
                        "[calm] Всё хорошо: дышу ровно, волосы качаются. Как твои дела?",
                        "[happy] Неплохо! А как ты сегодня?",
                    ],
                    [
                        "[happy] 元気です。落ち着いていて、少しわくわくしています。あなたは？",
                        "[calm] 順調です。息をして、髪が揺れています。あなたはどうですか？",
                        "[happy] いい感じです、ありがとうございます！今日はどんな一日ですか？",
                    ])
            }
        return lines.choose(texts)
    }

    private static func remembered(_ lines: inout Lines) -> String {
        guard let name = lines.userName else {
            return lines.prompt.lastSeen == nil
                ? lines.pick(
                    "[curious] I think this is our first talk. What should I call you?",
                    "[curious] Кажется, мы говорим впервые. Как мне тебя называть?",
                    "[curious] お話しするのは初めてだと思います。何とお呼びすればいいですか？")
                : lines.pick(
                    "[happy] We have talked before, yes. But I do not know your name. What should I call you?",
                    "[happy] Мы уже говорили, да. Но имени я не знаю. Как мне тебя называть?",
                    "[happy] 前にもお話ししましたよね。でもお名前はまだです。何とお呼びすればいいですか？")
        }
        return lines.pick(
            "[affectionate][gesture:nod] Of course, you are \(name).",
            "[affectionate][gesture:nod] Конечно, ты — \(name).",
            "[affectionate][gesture:nod] もちろんです、\(name)さん。")
    }

    private static let japaneseDays = ["月", "火", "水", "木", "金", "土", "日"]
    private static let englishDays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let russianDays = [
        "понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]
    private static let russianMonths = [
        "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
        "октября", "ноября", "декабря",
    ]
}
