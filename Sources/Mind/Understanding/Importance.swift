import Store

/// How much a message is worth remembering, 0…1.
///
/// - Source: the thresholds are the character documents' (``Episode``); what earns how much is ours.
enum Importance {
    static func of(_ hearing: Hearing) -> Double {
        let isQuestion = hearing.clauses.allSatisfy(\.isQuestion) && !hearing.clauses.isEmpty
        if isQuestion { return 0.1 }
        var importance = Turn.ordinaryImportance
        if !hearing.statements.isEmpty { importance += 0.25 }
        if hearing.statements.contains(where: { $0.relation.kind == .note }) { importance += 0.1 }
        importance += 0.35 * Double(hearing.emotion.confidence)
        if hearing.lifeEvent != nil { importance = max(importance, 0.85) }
        if hearing.topics.contains(.love) || hearing.topics.contains(.crisis) {
            importance = max(importance, 0.75)
        }
        return min(1, importance)
    }
}
