import AvatarTypes

/// What nearly everybody counts among the turns of a life.
enum LifeEvent: Equatable, Sendable {
    case glad, sad, change

    private static let stems: [(event: LifeEvent, words: [String])] = [
        (
            .sad,
            [
                "passed away", "died", "got fired", "lost my job", "broke up", "divorced",
                "diagnosed",
                "умер", "не стало", "уволили", "расстал", "развел", "диагноз", "亡くな", "死んで", "死んだ",
                "別れた", "離婚",
            ]
        ),
        (
            .glad,
            [
                "married", "engaged", "pregnant", "was born", "gave birth", "had a baby",
                "graduated",
                "got the job", "new job", "got promoted", "bought a house", "bought a flat",
                "won the",
                "got into university", "passed my", "вышла замуж", "выхожу замуж", "женился",
                "женюсь",
                "свадьба", "беременна", "родил", "окончил", "закончил универ", "новая работа",
                "взяли на работу", "купили квартиру", "купили дом", "поступил", "выиграл", "結婚",
                "妊娠",
                "が生まれた", "が生まれまし", "生まれたんです", "卒業", "就職", "昇進", "合格", "優勝",
            ]
        ),
        (
            .change,
            [
                "moved to", "moving to", "retired", "first time", "переехал", "переезжаю",
                "впервые",
                "引っ越",
            ]
        ),
    ]

    /// Words that show that it is about the user's own life.
    private static let own: Set<String> = [
        "i", "my", "we", "our", "me", "us", "я", "мы", "мой", "моя", "мое", "мои", "меня", "мне",
        "нас",
        "нам", "у", "моего", "моей", "мою", "наш", "наша",
    ]

    /// What a message tells of its writer's life; nil for questions and for others' lives.
    init?(_ clauses: [Clause], in language: Language) {
        let told = clauses.filter { !$0.isQuestion }
        guard language == .japanese || told.contains(where: { !Self.own.isDisjoint(with: $0.keys) })
        else { return nil }
        let text = told.map {
            $0.keys.joined(separator: language == .japanese ? "" : " ")
        }.joined(separator: " ")
        guard let found = Self.stems.first(where: { $0.words.contains(where: text.contains) })
        else { return nil }
        self = found.event
    }
}
