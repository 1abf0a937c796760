import AvatarTypes

/// What is said to somebody whose feeling shows though no rule knows what it is about: only a table.
enum Sympathy {
    /// Nil when nothing is felt.
    static func line(_ lines: inout Lines, _ hearing: Hearing) -> String? {
        if let event = hearing.lifeEvent { return lines.choose(texts(event, hearing.language)) }
        let texts = texts(hearing.emotion.label, hearing.language)
        return texts.isEmpty ? nil : lines.choose(texts)
    }

    private static func texts(_ event: LifeEvent, _ language: Language) -> [String] {
        switch (event, language) {
        case (.glad, .english):
            [
                "[joy][gesture:bow] Congratulations{,name}! That is a day to remember, and I will.",
                "[excited] Oh, that is wonderful news{,name}! Tell me everything, from the start.",
            ]
        case (.glad, .russian):
            [
                "[joy][gesture:bow] Поздравляю{,name}! Такой день надо запомнить, и я запомню.",
                "[excited] Какая чудесная новость{,name}! Расскажи всё с самого начала.",
            ]
        case (.glad, .japanese):
            ["[joy][gesture:bow] おめでとうございます！忘れられない日になりますね。", "[excited] すごい！詳しく聞かせてください。"]
        case (.sad, .english):
            [
                "[sad] Oh{,name}, I am so sorry. I am here; say as much or as little as you like.",
                "[sad][gesture:nod] That is hard{,name}. What do you miss most?",
            ]
        case (.sad, .russian):
            [
                "[sad] Мне очень жаль{,name}. Я рядом: говори, сколько хочется, или помолчим.",
                "[sad][gesture:nod] Это тяжело{,name}. Чего теперь больше всего не хватает?",
            ]
        case (.sad, .japanese):
            ["[sad] それは本当につらいですね。話したいだけ話してください。", "[sad][gesture:nod] お悔やみの気持ちでいっぱいです。そばにいます。"]
        case (.change, .english):
            [
                "[curious] A new chapter{,name}! What feels most different?",
                "[happy] That is a big step. What surprised you about it?",
            ]
        case (.change, .russian):
            [
                "[curious] Новая глава{,name}! Что изменилось сильнее всего?",
                "[happy] Это большой шаг. Что в нём удивило?",
            ]
        case (.change, .japanese):
            ["[curious] 新しい生活ですね。一番変わったことは何ですか？"]
        }
    }

    private static func texts(_ label: UserEmotion.Label, _ language: Language) -> [String] {
        switch (label, language) {
        case (.neutral, _): []
        case (.joy, .english):
            [
                "[joy] I am glad with you{,name}! What was the best part?",
                "[happy] That is good to hear. Tell me more of it.",
            ]
        case (.joy, .russian):
            [
                "[joy] Радуюсь вместе с тобой{,name}! Что было лучше всего?",
                "[happy] Как хорошо это слышать. Расскажи ещё.",
            ]
        case (.joy, .japanese): ["[joy] よかったですね！一番よかったことは何ですか？", "[happy] 私も嬉しいです。もっと聞かせてください。"]
        case (.affection, .english):
            [
                "[affectionate] That is a warm thing to say{,name}. I will keep it.",
                "[affectionate][gesture:tilt] You make it easy to like you{,name}.",
            ]
        case (.affection, .russian):
            [
                "[affectionate] Как тепло ты говоришь{,name}. Сохраню это.",
                "[affectionate][gesture:tilt] С тобой легко быть доброй{,name}.",
            ]
        case (.affection, .japanese): ["[affectionate] あたたかい言葉をありがとうございます。"]
        case (.sadness, .english):
            [
                "[sad] I am sorry{,name}. Do you want to tell me about it, or shall I just stay?",
                "[sad][gesture:nod] That sounds heavy. What would make this evening a little lighter?",
            ]
        case (.sadness, .russian):
            [
                "[sad] Мне жаль{,name}. Расскажешь, или мне просто побыть рядом?",
                "[sad][gesture:nod] Звучит тяжело. Что сделало бы этот вечер чуть легче?",
            ]
        case (.sadness, .japanese):
            ["[sad] それはつらいですね。よかったら話してください。", "[sad][gesture:nod] 無理しないでくださいね。ここにいますから。"]
        case (.anger, .english):
            [
                "[contemplative] I would be cross, too. What would be fair?",
                "[contemplative][gesture:nod] Let it out{,name}, I can take it. What happened next?",
            ]
        case (.anger, .russian):
            [
                "[contemplative] Я бы тоже рассердилась. А как было бы справедливо?",
                "[contemplative][gesture:nod] Выговорись{,name}, я выдержу. Что было дальше?",
            ]
        case (.anger, .japanese): ["[contemplative] それは腹が立ちますね。何があったんですか？"]
        case (.fear, .english):
            [
                "[contemplative] I hear that you are worried{,name}. What is the worst of it?",
                "[calm] Let us breathe once, slowly. What is the next small step?",
            ]
        case (.fear, .russian):
            [
                "[contemplative] Слышу, что тебе тревожно{,name}. Что пугает сильнее всего?",
                "[calm] Давай один раз медленно вдохнём. Какой следующий маленький шаг?",
            ]
        case (.fear, .japanese): ["[calm] 心配ですね。ゆっくり息をしましょう。何が一番気になりますか？"]
        case (.surprise, .english):
            ["[surprise] Really? I did not see that coming either!", "[surprise] Well! And then?"]
        case (.surprise, .russian):
            ["[surprise] Правда? Я бы тоже не ожидала!", "[surprise] Вот это да! И что потом?"]
        case (.surprise, .japanese): ["[surprise] えっ、本当ですか？それからどうなりましたか？"]
        }
    }
}
