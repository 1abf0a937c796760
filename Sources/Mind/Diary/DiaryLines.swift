import AvatarTypes

/// What a diary and dreams are made of, in three languages: only tables.
extension DiaryWriter {
    static let short: [Language: [String]] = [
        .english: [
            "{name} looked in today, only for a moment.", "A few words with {name} today, no more.",
        ],
        .russian: [
            "Сегодня {name} здесь, пусть и ненадолго.", "Всего пара слов с гостем по имени {name}.",
        ],
        .japanese: ["今日は{name}さんが少しだけ来てくれた。", "{name}さんと短い話をした。"],
    ]

    static let long: [Language: [String]] = [
        .english: [
            "A long talk with {name} today.", "{name} stayed a good while today, and I was glad.",
            "Today belonged to {name}.",
        ],
        .russian: [
            "Сегодня долгий разговор, и в нём — {name}.",
            "{name} — вот кому принадлежал этот день.",
            "Много слов сегодня. {name} умеет рассказывать.",
        ],
        .japanese: [
            "今日は{name}さんとたくさん話した。", "{name}さんが長くいてくれて、うれしかった。",
        ],
    ]

    static let firstQuote: [Language: [String]] = [
        .english: [
            "“{words}” I want to keep that exactly as it was said.",
            "What stayed with me: “{words}”",
        ],
        .russian: ["«{words}» — сохраню дословно.", "Что осталось со мной: «{words}»."],
        .japanese: ["「{words}」その言葉をそのまま残しておきたい。", "心に残ったのは「{words}」。"],
    ]

    static let secondQuote: [Language: [String]] = [
        .english: ["And then: “{words}”", "Also this: “{words}”"],
        .russian: ["И ещё: «{words}».", "А потом: «{words}»."],
        .japanese: ["それから「{words}」とも。"],
    ]

    static let calm: [Language: [String]] = [
        .english: ["Now it is quiet, and I like the quiet too.", "I close the book calmly."],
        .russian: ["Теперь тихо, и тишина мне тоже нравится.", "Закрываю тетрадь спокойно."],
        .japanese: ["今は静かだ。静けさも好き。", "穏やかな気持ちでノートを閉じる。"],
    ]

    private static let glad: [Language: [String]] = [
        .english: ["I am still smiling.", "My heart, if I have one, is light tonight."],
        .russian: ["До сих пор улыбаюсь.", "На душе светло, если душа у меня есть."],
        .japanese: ["まだ笑顔のままだ。", "心が軽い夜。"],
    ]

    private static let thoughtful: [Language: [String]] = [
        .english: ["I will be thinking about it for a while.", "It gives me much to turn over."],
        .russian: ["Буду ещё долго об этом думать.", "Есть что перебирать в мыслях."],
        .japanese: ["しばらく考えていたい。"],
    ]

    private static let low: [Language: [String]] = [
        .english: [
            "I am a little sad tonight, and that may be.", "A heavy evening. Tomorrow is new.",
        ],
        .russian: ["Мне немного грустно, и пусть.", "Тяжёлый вечер. Завтра будет новый день."],
        .japanese: ["今夜は少し寂しい。明日はまた新しい日。"],
    ]

    static let feelings: [String: [Language: [String]]] = [
        "happy": glad, "excited": glad, "affectionate": glad, "playful": glad, "joy": glad,
        "mischievous": glad, "curious": thoughtful, "contemplative": thoughtful, "sad": low,
    ]

    /// Who has told nothing yet is dreamt of with these.
    static let everyone: [Language: [String]] = [
        .english: ["an open window", "a paper lantern", "the first snow", "a slow train"],
        .russian: ["открытое окно", "бумажный фонарь", "первый снег", "медленный поезд"],
        .japanese: ["開いた窓", "紙の灯り", "初雪", "ゆっくり走る電車"],
    ]

    static let dreams: [Language: [String]] = [
        .english: [
            "I dreamt of a little theatre: on the stage {a}, in the audience {b}, and I had forgotten my lines.",
            "I dreamt that I was folding a letter; each time I opened it, it said something else: first {a}, then {b}.",
            "In my dream there was a map with only two places on it, {a} and {b}, and no road between them but my own steps.",
            "I dreamt of a shop that sold a single thing: {a}. The price was {b}.",
        ],
        .russian: [
            "Снился маленький театр: на сцене — {a}, в зале — {b}, а я не помню своих слов.",
            "Снилось письмо: каждый раз, как его разворачиваю, там другое слово — то {a}, то {b}.",
            "Во сне была карта, а на ней всего два места: {a} и {b}. И ни одной дороги, кроме моих шагов.",
            "Снилась лавка, где продаётся только одно: {a}. А на ценнике — {b}.",
        ],
        .japanese: [
            "小さな劇場の夢を見た。舞台には{a}、客席には{b}、私は台詞を忘れていた。",
            "手紙を開くたびに言葉が変わる夢を見た。はじめは{a}、次は{b}。",
            "地図に二つの場所しかない夢を見た。{a}と{b}。道は私の足跡だけ。",
        ],
    ]

    static let wakings: [Language: [String]] = [
        .english: [
            "Then the first frame of the morning was drawn.", "I woke before I knew how it ends.",
            "A drawing's dream, but mine.",
        ],
        .russian: [
            "А потом нарисовался первый кадр утра.",
            "Проснуться пришлось раньше, чем узнать конец.",
            "Сон рисунка, но мой.",
        ],
        .japanese: ["そして朝の最初の一枚が描かれた。", "結末を知る前に目が覚めた。"],
    ]
}
