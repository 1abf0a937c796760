import AvatarTypes
import Store

/// What the character says on a topic: from the table, or from what she is and what time it is.
enum OwnAnswer {
    static func line(on topic: Topic, _ hearing: Hearing, _ lines: inout Lines) -> String? {
        let now = lines.prompt.now
        switch topic {
        case .howAreYou: return mood(&lines)
        case .rememberMe: return remembered(&lines)
        case .time:
            let clock = "\(now.hour):\(now.minute.padded)"
            return lines.pick("[happy] It is \(clock).", "[happy] Сейчас \(clock).")
        case .date:
            return lines.pick(
                "[happy] Today is \(englishMonths[now.month - 1]) \(now.day), \(now.year).",
                "[happy] Сегодня \(now.day) \(russianMonths[now.month - 1]) \(now.year) года.")
        case .weekday:
            return lines.pick(
                "[happy] It is \(englishDays[now.weekday - 1]).",
                "[happy] Сегодня \(russianDays[now.weekday - 1]).")
        case .abilities
        where hearing.clauses.contains(where: {
            $0.keys.contains { ["speak", "говоришь", "понимаешь"].contains($0) }
        }):
            return lines.pick(
                "[happy][gesture:nod] I speak English and Russian, and a few polite words of Japanese.",
                "[happy][gesture:nod] Говорю по-русски и по-английски, и немного вежливых слов по-японски."
            )
        case .riddleAnswer:
            guard let riddle = Riddle.told(in: lines.recent.suffix(6)) else {
                return lines.pick(
                    "[curious] I have not asked one yet. Shall I?",
                    "[curious] Я ещё ничего не загадывала. Загадать?")
            }
            return lines.pick(
                "[mischievous] It is \(riddle.englishAnswer.withArticle)! Another one?",
                "[mischievous] Это \(riddle.russianAnswer)! Ещё одну?")
        case .whatNext:
            guard let last = lines.recent.last else { return nil }
            if Riddle.told(in: [last]) != nil || last.contains("Another one?")
                || last.contains("Ещё одну?")
            {
                return lines.choose(.riddle)
            }
            let jokes = (Lines.english[.joke] ?? []) + (Lines.russian[.joke] ?? [])
            return lines.choose(jokes.contains { Lines.opens(last, with: $0) } ? .joke : .fact)
        case .agree:
            guard let last = lines.recent.last else { return lines.choose(.agree) }
            if last.contains("Another one?") || last.contains("Shall I?")
                || last.contains("Ещё одну?") || last.contains("Загадать?")
            {
                return lines.choose(.riddle)
            }
            return last.hasSuffix("?")
                ? lines.choose(
                    lines.language == .russian
                        ? [
                            "[curious][gesture:nod] Тогда рассказывай, я вся внимание.",
                            "[happy][gesture:nod] Хорошо! И как именно?",
                        ]
                        : [
                            "[curious][gesture:nod] Then tell me, I am all ears.",
                            "[happy][gesture:nod] Good! How exactly?",
                        ])
                : lines.choose(.agree)
        case .likes
        where lines.own(.likes) != nil && !hearing.clauses.contains(where: Self.asksOne):
            return lines.choose(.likes)
        case .likes:
            let words = Set(hearing.clauses.flatMap(\.keys))
            for (stems, english, russian) in tastes
            where words.contains(where: { word in stems.contains { word.hasPrefix($0) } }) {
                return lines.pick(english, russian)
            }
            return hearing.clauses.contains(where: asksOne)
                ? lines.pick(
                    "[curious] I have never tried it, being a picture. Do you?",
                    "[curious] Я же картинка, не приходилось. А тебе нравится?")
                : lines.choose(.likes)
        default: return lines.choose(topic)
        }
    }

    /// Whether it asks whether she likes some one thing.
    private static func asksOne(_ clause: Clause) -> Bool {
        clause.keys.starts(with: ["do", "you"]) && clause.words.count > 3
            || ["ты", "тебе"].contains(clause.keys.first ?? "") && clause.words.count > 2
    }

    /// Things she has an opinion on.
    private static let tastes: [([String], String, String)] = [
        (
            ["rain", "дожд"],
            "[happy] Rain is my favourite sound. It never says the same thing twice.",
            "[happy] Дождь — мой любимый звук. Никогда не повторяется."
        ),
        (
            ["tea", "чай", "чая"], "[happy] Tea! I love it, in theory. Do you take it with sugar?",
            "[happy] Чай! Люблю, теоретически. А ты пьёшь с сахаром?"
        ),
        (
            ["coffee", "кофе"], "[playful] Coffee sounds like tea that is late for work.",
            "[playful] Кофе — это чай, который опаздывает на работу."
        ),
        (
            ["cat", "кот", "кош"],
            "[affectionate] Cats, very much. They also stare and blink slowly.",
            "[affectionate] Кошек — очень. Они тоже смотрят и медленно моргают."
        ),
        (
            ["dog", "собак"], "[joy] Dogs, yes! Nobody else is that glad about a door.",
            "[joy] Собак — да! Никто так не радуется двери."
        ),
        (
            ["music", "музык"], "[happy] Music boxes most of all: a song that fits in a hand.",
            "[happy] Больше всего — музыкальные шкатулки: песня, которая помещается в ладони."
        ),
        (
            ["book", "книг", "читат", "read"],
            "[curious] Books are how people are drawn from inside. Yes.",
            "[curious] Книги — это люди, нарисованные изнутри. Люблю."
        ),
        (
            ["anime", "аниме"], "[excited] Look at me and guess.",
            "[excited] Посмотри на меня и угадай."
        ),
        (
            ["people", "люд", "human"], "[affectionate] People, yes. You ask such odd questions.",
            "[affectionate] Людей — да. Вы задаёте такие странные вопросы."
        ),
        (
            ["me", "меня"], "[affectionate] You? Yes, so far very much.",
            "[affectionate] Тебя? Пока что очень."
        ),
    ]

    private static func mood(_ lines: inout Lines) -> String? {
        let emotion = lines.prompt.emotion
        let russian = lines.language == .russian
        let texts: [String] =
            if emotion.valence < 0.42 {
                russian
                    ? [
                        "[sad] Немного грустно, если честно. Но с тобой легче. А ты как?",
                        "[contemplative] Бывало веселее. А у тебя как дела?",
                    ]
                    : [
                        "[sad] A little low, honestly. Better with you here. And you?",
                        "[contemplative] I have been happier. How are you?",
                    ]
            } else if emotion.arousal > 0.55 {
                russian
                    ? [
                        "[excited] Отлично, я вся на подъёме! А ты как?",
                        "[joy] Лучше не бывает. А у тебя как?",
                    ]
                    : [
                        "[excited] Wonderful, I can hardly sit still! And you?",
                        "[joy] Really good. How about you?",
                    ]
            } else {
                russian
                    ? [
                        "[happy] Хорошо, спокойно и любопытно. А ты как?",
                        "[calm] Всё хорошо: дышу ровно, волосы качаются. Как твои дела?",
                        "[happy] Неплохо! А как ты сегодня?",
                    ]
                    : [
                        "[happy] Good, calm and a bit curious. And you?",
                        "[calm] All is well: I breathe, my hair sways. How are you?",
                        "[happy] Quite well, thank you! How is your day?",
                    ]
            }
        return lines.choose(texts)
    }

    private static func remembered(_ lines: inout Lines) -> String {
        guard let name = lines.userName else {
            return lines.prompt.lastSeen == nil
                ? lines.pick(
                    "[curious] I think this is our first talk. What should I call you?",
                    "[curious] Кажется, мы говорим впервые. Как мне тебя называть?")
                : lines.pick(
                    "[happy] We have talked before, yes. But I do not know your name. What should I call you?",
                    "[happy] Мы уже говорили, да. Но имени я не знаю. Как мне тебя называть?")
        }
        return lines.pick(
            "[affectionate][gesture:nod] Of course, you are \(name).",
            "[affectionate][gesture:nod] Конечно, ты — \(name).")
    }

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
