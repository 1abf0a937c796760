import AvatarTypes
import Store

/// How much a message is worth remembering, 0…1.
///
/// - Source: the thresholds are the character documents' (``Episode``); what earns how much is ours.
enum Importance {
    /// What nearly everybody counts among the turns of a life.
    private static let lifeEvents = [
        "married", "getting married", "engaged", "pregnant", "was born", "gave birth", "had a baby",
        "passed away", "died", "graduated", "got the job", "new job", "got promoted", "got fired",
        "lost my job", "moved to", "moving to", "bought a house", "bought a flat", "broke up",
        "divorced", "diagnosed", "retired", "won the", "first time", "got into university",
        "вышла замуж", "выхожу замуж", "женился", "женюсь", "свадьба", "беременна", "родил",
        "умер", "не стало", "окончил", "закончил универ", "новая работа", "взяли на работу",
        "уволили", "переехал", "переезжаю", "купили квартиру", "купили дом", "расстал", "развел",
        "диагноз", "поступил", "выиграл", "впервые",
        "結婚", "妊娠", "生まれ", "亡くな", "卒業", "就職", "昇進", "引っ越", "別れ", "離婚", "合格", "優勝",
    ]

    static func of(_ hearing: Hearing, _ emotion: UserEmotion) -> Double {
        let isQuestion = hearing.clauses.allSatisfy(\.isQuestion) && !hearing.clauses.isEmpty
        if isQuestion { return 0.1 }
        var importance = Turn.ordinaryImportance
        if !hearing.statements.isEmpty { importance += 0.25 }
        if hearing.statements.contains(where: { $0.relation.kind == .note }) { importance += 0.1 }
        importance += 0.35 * Double(emotion.confidence)
        let text = hearing.clauses.map { $0.keys.joined(separator: " ") }.joined(separator: " ")
        let isLifeEvent = lifeEvents.contains(where: text.contains)
        let isOwn =
            hearing.language == .japanese
            || hearing.clauses.contains { !own.isDisjoint(with: $0.keys) }
        if isLifeEvent, isOwn { importance = max(importance, 0.85) }
        if hearing.topics.contains(.love) || hearing.topics.contains(.crisis) {
            importance = max(importance, 0.75)
        }
        return min(1, importance)
    }

    /// Words that show that it is about the user's own life.
    private static let own: Set<String> = [
        "i", "my", "we", "our", "me", "us", "я", "мы", "мой", "моя", "мое", "мои", "меня", "мне",
        "нас",
        "нам", "у", "моего", "моей", "мою", "наш", "наша",
    ]
}
