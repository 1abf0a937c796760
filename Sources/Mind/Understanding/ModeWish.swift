/// A mode that a message asks for: "work mode, please", "давай поработаем", 「仕事モードにして」.
enum ModeWish {
    /// - Parameter names: the modes there are.
    static func name(in clauses: [Clause], among names: [String]) -> String? {
        for clause in clauses where !clause.isQuestion {
            let plain = clause.withoutFillers
            for (name, pattern) in spoken where names.contains(name) {
                if pattern.match(plain) != nil { return name }
            }
            // Modes of a character's own are called by their names.
            for name in names {
                let named = Pattern(
                    "[(switch|change|go|turn|let us) [to|into|on|in]] [the|a] \(name) mode [please|now|on]"
                )
                if name.allSatisfy({ $0.isLetter || $0 == "-" }), named.match(plain) != nil {
                    return name
                }
            }
        }
        return nil
    }

    private static let spoken: [(String, Pattern)] = [
        (
            "work",
            "(i|we) (have to|need to|must|want to|am going to) (focus|concentrate) [now|for a while]"
        ),
        ("work", "(let us|time to) (work|focus|concentrate) [now|a bit|a little|for a while]"),
        ("sleep", "(let us|time to) (sleep|go to sleep|go to bed)"),
        ("stream", "(we are|i am) [now|going] live [now|on stream]"),
        ("chat", "(let us|we can) (chat|talk) [again|now|normally]"),
        ("chat", "(work|focus|the stream|stream) (is over|is done|is finished)"),
        ("work", "[включи|перейди в|давай] (рабочий режим|режим работы|режим работа)"),
        ("work", "[давай] (поработаем|сосредоточимся) [теперь|немного]"),
        ("work", "мне (надо|нужно) (сосредоточиться|поработать) [сейчас|немного]"),
        ("sleep", "[включи|перейди в|давай] (ночной режим|режим сна|режим сон)"),
        ("stream", "[включи|перейди в|давай] (режим стрима|стрим режим|режим стрим)"),
        ("stream", "мы в [прямом] эфире [сейчас]"),
        ("chat", "[включи|перейди в|давай] (обычный режим|режим разговора|режим чата)"),
        ("chat", "[давай] [просто] поболтаем [теперь|как обычно|снова]"),
        ("work", "[今から](仕事|作業|集中)モード[に|で|を][して|お願い|切り替えて|なって|しよう|いこう][ください|します]"),
        ("work", "[今から](集中|仕事|作業)(したい|しよう|する|します)[です]"),
        ("sleep", "(睡眠|おやすみ|寝る|夜)モード[に|で|を][して|お願い|切り替えて|なって|しよう][ください|します]"),
        ("stream", "(配信|ライブ)モード[に|で|を][して|お願い|切り替えて|なって|しよう][ください|します]"),
        ("chat", "(普通|通常|会話|雑談|おしゃべり)モード[に|で|を][して|お願い|切り替えて|なって|しよう][ください|します]"),
    ].map { ($0.0, Pattern($0.1)) }
}
