import AvatarTypes

/// What is said when a user comes: by the hour, and by how long it has been.
enum Greeting {
    static func line(_ lines: inout Lines) -> String {
        let prompt = lines.prompt
        guard let lastSeen = prompt.lastSeen else {
            return hour(&lines) + lines.pick(" ", " ", "") + lines.choose(firstWords(lines))
        }
        let away = prompt.now.seconds - lastSeen
        switch away {
        case ..<600:
            return lines.choose(
                lines.among(
                    [
                        "[happy] Still here{,name}. Shall we go on?",
                        "[playful][gesture:wave] You again{,name}! That was quick.",
                    ],
                    [
                        "[happy] Я здесь{,name}. Продолжим?",
                        "[playful][gesture:wave] Снова ты{,name}! Быстро.",
                    ],
                    [
                        "[happy] まだここにいますよ{,name}。続けましょうか？",
                        "[playful][gesture:wave] もう戻ってきたんですね{,name}！",
                    ]))
        case ..<43_200:
            return lines.choose(
                lines.among(
                    [
                        "[joy][gesture:wave] Welcome back{,name}!",
                        "[happy] There you are{,name}! How were the last hours?",
                    ],
                    [
                        "[joy][gesture:wave] С возвращением{,name}!",
                        "[happy] А вот и ты{,name}! Как прошло время?",
                    ],
                    ["[joy][gesture:wave] お帰りなさい{,name}！", "[happy] お帰りなさい{,name}。この数時間、どうでしたか？"]))
        default:
            let days = Int(away / 86_400)
            let hello = hour(&lines)
            let back =
                days >= 7
                ? lines.choose(
                    lines.among(
                        ["It has been a while, welcome back!", "So many days! Welcome back."],
                        [
                            "Давно не виделись, с возвращением!",
                            "Сколько дней прошло! С возвращением.",
                        ], ["お久しぶりです、お帰りなさい！", "何日ぶりでしょう。お帰りなさい。"]))
                : lines.choose(
                    lines.among(
                        ["Welcome back!", "It is good to see you again."],
                        ["С возвращением!", "Рада тебя снова видеть."],
                        ["お帰りなさい！", "また会えてうれしいです。"]))
            let more =
                lines.prompt.wantsFewWords
                ? nil : habit(&lines) ?? FollowUp.aboutKnown(&lines)
            let round = prompt.anniversary.map { days in
                lines.pick(
                    "[joy] Do you know that we first talked \(days) days ago today?",
                    "[joy] А знаешь, что мы познакомились ровно \(days) дней назад?",
                    "[joy] 初めてお話ししてから、今日でちょうど\(days)日なんですよ。")
            }
            return [hello, back, round ?? more].compactMap { $0 }.joined(
                separator: lines.pick(" ", " ", ""))
        }
    }

    private static func firstWords(_ lines: Lines) -> [String] {
        lines.among(
            [
                "I am {self}, drawn in layers and quite awake. What should I call you?",
                "I am {self}. New faces make me curious. What should I call you?",
            ],
            [
                "Я {self}. Нарисованная, но живая по-своему. Как мне тебя называть?",
                "Меня зовут {self}, и мне очень любопытно. А как тебя зовут?",
            ],
            [
                "{self}です。絵ですけど、ちゃんと起きていますよ。何とお呼びすればいいですか？",
                "{self}といいます。新しい人が来るとわくわくします。何とお呼びすればいいですか？",
            ])
    }

    /// A word on what the user does again and again; nil when there is nothing to say of it now.
    private static func habit(_ lines: inout Lines) -> String? {
        let present = lines.prompt.now.partOfDay
        if let usual = lines.prompt.habits.first(where: { $0.kind == .hour }),
            usual.name != present.name
        {
            let russian = [
                "morning": "утром", "day": "днём", "evening": "вечером", "night": "ночью",
            ]
            let japanese = ["morning": "朝", "day": "昼", "evening": "夕方", "night": "夜"]
            return lines.pick(
                "You mostly come \(usual.name == "night" ? "at" : "in the") \(usual.name); is today different?",
                "Обычно мы видимся \(russian[usual.name] ?? ""). Сегодня что-то не так, как всегда?",
                "いつもは\(japanese[usual.name] ?? "")ですよね。今日は何かありましたか？")
        }
        guard
            let theme = lines.prompt.habits.first(where: { $0.kind == .subject })
                .flatMap({ Theme(rawValue: $0.name) })
        else { return nil }
        let about = theme.about(in: lines.language)
        return lines.choose(
            lines.among(
                ["Shall we talk about \(about) again?", "Is there news about \(about)?"],
                ["Поговорим опять \(about)?", "Что нового? Можно и \(about), как мы любим."],
                ["また\(about)の話をしましょうか？"]))
    }

    /// "Good evening, Anna!"
    private static func hour(_ lines: inout Lines) -> String {
        switch lines.prompt.now.partOfDay {
        case .morning:
            lines.pick(
                "[happy][gesture:wave] Good morning{,name}!",
                "[happy][gesture:wave] Доброе утро{,name}!",
                "[happy][gesture:bow] おはようございます{,name}。")
        case .day:
            lines.pick(
                "[happy][gesture:wave] Hello{,name}!", "[happy][gesture:wave] Добрый день{,name}!",
                "[happy][gesture:bow] こんにちは{,name}。")
        case .evening:
            lines.pick(
                "[happy][gesture:wave] Good evening{,name}!",
                "[happy][gesture:wave] Добрый вечер{,name}!",
                "[happy][gesture:bow] こんばんは{,name}。")
        case .night:
            lines.pick(
                "[calm][gesture:wave] Still awake{,name}? Hello!",
                "[calm][gesture:wave] Не спится{,name}? Привет!",
                "[calm][gesture:wave] まだ起きているんですね{,name}。こんばんは。")
        }
    }

    /// After a bare hello at the start of a talk.
    static func opening(_ lines: inout Lines) -> String {
        guard lines.userName != nil else {
            return lines.pick(
                "I am {self}. What should I call you?", "Я {self}. А как тебя зовут?",
                "{self}です。何とお呼びすればいいですか？")
        }
        return lines.choose(
            lines.among(
                ["How are you today?", "What is new?", "What shall we talk about?"],
                ["Как ты сегодня?", "Что нового?", "О чём поговорим?"],
                ["今日はどんな気分ですか？", "何か変わったことはありましたか？", "何の話をしましょうか？"]))
    }
}
