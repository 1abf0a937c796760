import AvatarTypes
import Store

/// What is understood of a message, by rules alone.
struct Hearing: Equatable, Sendable {
    var language: Language
    var clauses: [Clause]
    var statements: [Statement]
    var questions: [Question]
    var topics: [Topic]

    /// - Parameters:
    ///   - lastSaid: What the character said last; it may have been a question.
    ///   - fallback: The language of the talk so far, for a message without letters.
    init(_ message: String, after lastSaid: String?, fallback: Language) {
        language = Language(of: message) ?? fallback
        clauses = Clause.clauses(of: message)
        let asked = lastSaid.flatMap(Ask.relation(in:))
        questions = clauses.compactMap { clause in
            // Without a question mark only a clear shape is a question; "what I like" inside another is not.
            Question.question(in: clause)
        }
        topics = Topic.topics(in: clauses)
        let isOrder = questions.contains {
            switch $0 {
            case .forget, .forgetAbout, .forgetAll: true
            default: false
            }
        }
        statements =
            isOrder ? [] : Statement.statements(in: clauses, asked: asked, original: message)
        // "Do you like tea?" asks her, "What is your name?" is not about the user.
        if !statements.isEmpty {
            questions.removeAll { if case .recall = $0 { true } else { false } }
        }
        // "I am fine" is an answer, not one about a name.
        if statements.contains(where: { $0.relation.kind == .note }) { questions = [] }
    }
}
