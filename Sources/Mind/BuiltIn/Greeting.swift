import AvatarTypes

/// What is said when a user comes: by the hour, and by how long it has been.
enum Greeting {
    static func line(_ lines: inout Lines) -> String {
        if lines.language == .japanese { return JapaneseLines.greeting(lines.prompt) }
        let prompt = lines.prompt
        guard let lastSeen = prompt.lastSeen else {
            let hello = hour(&lines)
            return hello + " "
                + lines.choose(
                    lines.language == .russian
                        ? [
                            "Я {self}. Нарисованная, но живая по-своему. Как мне тебя называть?",
                            "Меня зовут {self}, и мне очень любопытно. Как тебя зовут?".replacing(
                                "Как тебя зовут?", with: "А как тебя зовут?"),
                        ]
                        : [
                            "I am {self}, drawn in layers and quite awake. What should I call you?",
                            "I am {self}. New faces make me curious. What should I call you?",
                        ])
        }
        let away = prompt.now.seconds - lastSeen
        switch away {
        case ..<600:
            return lines.choose(
                lines.language == .russian
                    ? [
                        "[happy] Я здесь{,name}. Продолжим?",
                        "[playful][gesture:wave] Снова ты{,name}! Быстро.",
                    ]
                    : [
                        "[happy] Still here{,name}. Shall we go on?",
                        "[playful][gesture:wave] You again{,name}! That was quick.",
                    ])
        case ..<43_200:
            return lines.choose(
                lines.language == .russian
                    ? [
                        "[joy][gesture:wave] С возвращением{,name}!",
                        "[happy] А вот и ты{,name}! Как прошло время?",
                    ]
                    : [
                        "[joy][gesture:wave] Welcome back{,name}!",
                        "[happy] There you are{,name}! How were the last hours?",
                    ])
        default:
            let days = Int(away / 86_400)
            let hello = hour(&lines)
            let back =
                days >= 7
                ? lines.choose(
                    lines.language == .russian
                        ? [
                            "Давно не виделись, с возвращением!",
                            "Сколько дней прошло! С возвращением.",
                        ]
                        : ["It has been a while, welcome back!", "So many days! Welcome back."])
                : lines.choose(
                    lines.language == .russian
                        ? ["С возвращением!", "Рада тебя снова видеть."]
                        : ["Welcome back!", "It is good to see you again."])
            let more = FollowUp.aboutKnown(&lines)
            let round = prompt.anniversary.map { days in
                lines.pick(
                    "[joy] Do you know that we first talked \(days) days ago today?",
                    "[joy] А знаешь, что мы познакомились ровно \(days) дней назад?")
            }
            return [hello, back, round ?? more].compactMap { $0 }.joined(separator: " ")
        }
    }

    /// "Good evening, Anna!"
    private static func hour(_ lines: inout Lines) -> String {
        switch lines.prompt.now.partOfDay {
        case .morning:
            lines.pick(
                "[happy][gesture:wave] Good morning{,name}!",
                "[happy][gesture:wave] Доброе утро{,name}!")
        case .day:
            lines.pick(
                "[happy][gesture:wave] Hello{,name}!", "[happy][gesture:wave] Добрый день{,name}!")
        case .evening:
            lines.pick(
                "[happy][gesture:wave] Good evening{,name}!",
                "[happy][gesture:wave] Добрый вечер{,name}!")
        case .night:
            lines.pick(
                "[calm][gesture:wave] Still awake{,name}? Hello!",
                "[calm][gesture:wave] Не спится{,name}? Привет!")
        }
    }

    /// After a bare hello at the start of a talk.
    static func opening(_ lines: inout Lines) -> String {
        guard lines.userName != nil else {
            return lines.pick("I am {self}. What should I call you?", "Я {self}. А как тебя зовут?")
        }
        return lines.choose(
            lines.language == .russian
                ? ["Как ты сегодня?", "Что нового?", "О чём поговорим?"]
                : ["How are you today?", "What is new?", "What shall we talk about?"])
    }
}
