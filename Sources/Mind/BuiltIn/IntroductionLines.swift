import AvatarTypes

/// What she says on somebody's first visit: only a table around ``Introduction``.
enum IntroductionLines {
    /// - Parameters:
    ///   - turn: what the message did.
    ///   - company: what the ten answers come to, once all are there.
    ///   - reply: what she would have said otherwise.
    static func line(
        _ turn: Introduction.Turn, company: [Float]?, otherwise reply: (inout Lines) -> String,
        _ lines: inout Lines
    ) -> String {
        let space = lines.pick(" ", " ", "")
        switch turn {
        case .begun:
            return lines.pick(
                "[joy][gesture:bow] Welcome! Then let us do it properly: your name, ten short questions, and what one can do here. Say skip whenever you like.",
                "[joy][gesture:bow] Добро пожаловать! Тогда по порядку: имя, десять коротких вопросов и что тут можно делать. Надоест — скажи «пропусти».",
                "[joy][gesture:bow] ようこそ！では順番に。お名前、短い質問が十個、それからここでできること。いつでも「スキップ」と言ってください。")
        case .askedName:
            return lines.choose(
                Ask.all[0].lines(lines.language).map { "[curious][gesture:tilt] " + $0 })
        case .asked(let number):
            let opening =
                number == 0
                ? lines.pick(
                    "[happy] Now the questions{,name}. Answer from 1, not at all, to 5, very much. ",
                    "[happy] Теперь вопросы{,name}. Отвечай от 1, совсем нет, до 5, очень. ",
                    "[happy] では質問です{,name}。1は「全然」、5は「とても」で答えてください。")
                : lines.choose(
                    lines.among(
                        ["[calm][gesture:nod] Good. ", "[happy] Noted. ", "[curious] I see. "],
                        ["[calm][gesture:nod] Хорошо. ", "[happy] Ясно. ", "[curious] Понимаю. "],
                        ["[calm][gesture:nod] はい。", "[happy] なるほど。", "[curious] わかりました。"]))
            return opening + question(number, lines)
        case .misunderstood(let number):
            return reply(&lines) + space
                + lines.pick(
                    "And, from 1 to 5: ", "А вопрос ждёт, от 1 до 5: ", "それから、1から5でお願いします。")
                + question(number, lines)
        case .toldResult:
            return result(company ?? [], lines) + space
                + lines.pick(
                    "[happy] One thing more: tell me about yourself and ask me later, interrupt me whenever you like, say “work mode” when I should be quiet, and “forget” when I should forget. Shall we begin?",
                    "[happy] И ещё: рассказывай о себе и спрашивай потом, перебивай когда угодно, скажи «рабочий режим», чтобы я не мешала, и «забудь», чтобы забыла. Начнём?",
                    "[happy] もう一つ。自分のことを話して、あとで聞いてみてください。途中で止めても大丈夫です。静かにしてほしい時は「仕事モード」、忘れてほしい時は「忘れて」。では、始めましょうか？"
                )
        case .ended:
            return lines.pick(
                "[affectionate] Then this is our first real talk{,name}. What is on your mind today?",
                "[affectionate] Тогда это наш первый настоящий разговор{,name}. О чём думается сегодня?",
                "[affectionate] では、ここからが初めての本当のおしゃべりです{,name}。今日は何を考えていましたか？")
        case .skipped:
            return lines.pick(
                "[calm][gesture:nod] Skipped. We can always do it later; so, what is on your mind?",
                "[calm][gesture:nod] Пропускаем. Можно вернуться когда угодно. Так о чём поговорим?",
                "[calm][gesture:nod] スキップしますね。いつでも戻れます。では、何の話をしましょうか？")
        }
    }

    /// Where somebody stopped, for who comes back.
    static func reminder(_ introduction: Introduction, _ lines: Lines) -> String? {
        guard case .question(let number) = introduction.step else { return nil }
        return lines.pick(
            "We stopped at question \(number + 1) of ten: ",
            "Мы остановились на вопросе \(number + 1) из десяти: ",
            "質問\(number + 1)の途中でしたね。") + question(number, lines)
    }

    private static func question(_ number: Int, _ lines: Lines) -> String {
        lines.among(english, russian, japanese)[number]
    }

    private static func result(_ company: [Float], _ lines: Lines) -> String {
        let names = lines.among(
            ["curious", "reliable", "lively", "gentle", "easily moved"],
            ["любопытство", "надёжность", "живость", "мягкость", "чувствительность"],
            ["好奇心", "誠実さ", "にぎやかさ", "やさしさ", "感じやすさ"])
        let best = zip(names, company).max { $0.1 < $1.1 }?.0 ?? names[3]
        return lines.pick(
            "[joy] Thank you! Company is best for you when it is \(best), I think. I will keep that in mind.",
            "[joy] Спасибо! Похоже, в собеседнике тебе важнее всего \(best). Буду иметь в виду.",
            "[joy] ありがとうございます！話し相手に一番ほしいのは、\(best)みたいですね。覚えておきます。")
    }

    private static let english = [
        "I like company that talks a lot. How much is that you?",
        "I enjoy a good argument more than being agreed with?",
        "I like to be reminded of what I set out to do?",
        "I like it best when nothing ever ruffles the other?",
        "I like odd questions that have no answer?", "I like it quiet between two people?",
        "I want to be comforted before I am advised?", "I like plans to be made on the spot?",
        "I like it when the other shows what they feel?",
        "I would rather talk about what is near than about ideas?",
    ]
    private static let russian = [
        "Мне нравится, когда собеседник много говорит. Насколько это про тебя?",
        "Хороший спор мне милее согласия?", "Мне нравится, когда напоминают о задуманном?",
        "Лучше всего, когда собеседника ничем не пронять?",
        "Мне нравятся странные вопросы без ответа?", "Мне нравится, когда вдвоём тихо?",
        "Пусть сначала утешат, а потом советуют?", "Мне нравится решать всё на ходу?",
        "Мне нравится, когда собеседник показывает чувства?",
        "Мне ближе разговоры о простом, чем об идеях?",
    ]
    private static let japanese = [
        "よくしゃべる相手が好きですか？", "同意されるより、議論するほうが楽しいですか？", "やると決めたことを思い出させてもらうのは好きですか？",
        "何があっても動じない相手が一番ですか？", "答えのない不思議な質問は好きですか？", "二人で静かにしているのが好きですか？",
        "助言より先に、なぐさめてほしいですか？", "予定はその場で決めるのが好きですか？", "相手が気持ちを見せてくれるのは好きですか？",
        "考えごとより、身近な話のほうが好きですか？",
    ]
}
