/// A riddle that can be told and solved in both languages.
struct Riddle: Sendable {
    var english: String
    var englishAnswer: String
    var russian: String
    var russianAnswer: String

    static let all = [
        Riddle(
            english: "What has hands but cannot clap?", englishAnswer: "clock",
            russian: "Есть стрелки, а не стреляют, идут, а с места не сходят. Что это?",
            russianAnswer: "часы"),
        Riddle(
            english: "What gets wetter the more it dries?", englishAnswer: "towel",
            russian: "Чем больше сушит, тем мокрее становится. Что это?", russianAnswer: "полотенце"
        ),
        Riddle(
            english: "I speak without a mouth and answer without being asked twice. What am I?",
            englishAnswer: "echo", russian: "Без рта говорит, на каждый крик отвечает. Что это?",
            russianAnswer: "эхо"),
        Riddle(
            english: "The more you take, the more you leave behind. What are they?",
            englishAnswer: "footsteps",
            russian: "Чем больше их делаешь, тем больше остаётся позади. Что это?",
            russianAnswer: "шаги"),
        Riddle(
            english: "What has a neck but no head?", englishAnswer: "bottle",
            russian: "Горлышко есть, а головы нет. Что это?", russianAnswer: "бутылка"),
    ]

    /// The riddle that was told last in some texts, the newest last.
    static func told(in texts: [String]) -> Riddle? {
        for text in texts.reversed() {
            if let riddle = all.first(where: {
                text.contains($0.english) || text.contains($0.russian)
            }) {
                return riddle
            }
        }
        return nil
    }

    func isSolved(by clauses: [Clause]) -> Bool {
        let stems = [
            englishAnswer.prefix(max(4, englishAnswer.count - 1)), russianAnswer.prefix(4),
        ]
        return clauses.contains { clause in
            clause.keys.contains { key in
                stems.contains { key.hasPrefix($0) } || key == "watch" && englishAnswer == "clock"
                    || key == "след" && englishAnswer == "footsteps"
                    || key == "steps" && englishAnswer == "footsteps"
            }
        }
    }
}
