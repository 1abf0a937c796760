import AvatarTypes
import Store

/// What is understood of a message, by rules alone.
struct Hearing: Equatable, Sendable {
    var language: Language
    var clauses: [Clause]
    var statements: [Statement]
    var questions: [Question]
    var topics: [Topic]
    /// How its writer seems to feel.
    var emotion: UserEmotion
    /// What it tells of its writer's life.
    var lifeEvent: LifeEvent?
    /// Whether it is to stay between the two.
    var isConfidential: Bool

    /// - Parameters:
    ///   - lastSaid: What the character said last; it may have been a question.
    ///   - fallback: The language of the talk so far, for a message without letters.
    ///   - unnamed: A pet or relative whose name is not known yet.
    init(
        _ message: String, after lastSaid: String?, fallback: Language, unnamed: Relation? = nil
    ) {
        language = Language(of: message) ?? fallback
        clauses = Clause.clauses(of: message).joiningOrders
        emotion = UserEmotion(message)
        lifeEvent = LifeEvent(clauses, in: language)
        let asksName = lastSaid.map { said in Ask.names.contains { said.hasSuffix($0) } } == true
        let asked = asksName ? unnamed : lastSaid.flatMap(Ask.relation(in:))
        questions = clauses.compactMap { clause in
            // "Я люблю чай" states or asks; only the question mark tells.
            !clause.isQuestion && Statement.isStatement(clause)
                ? nil : Question.question(in: clause)
        }
        topics = Topic.topics(in: clauses)
        if !questions.isEmpty { topics.removeAll { $0 == .rememberMe } }
        let isOrder = questions.contains {
            switch $0 {
            case .forget, .forgetAbout, .forgetAll: true
            default: false
            }
        }
        statements =
            isOrder
            ? []
            : Statement.statements(in: clauses, asked: asked, unnamed: unnamed, original: message)
        isConfidential = Secrecy.isAsked(in: message)
        if isConfidential {
            for index in statements.indices { statements[index].isPrivate = true }
        }
        // "Do you like tea?" asks her, "What is your name?" is not about the user.
        if !statements.isEmpty {
            questions.removeAll { if case .recall = $0 { true } else { false } }
        }
        // "I am fine" is an answer, not one about a name.
        if statements.contains(where: { $0.relation.kind == .note }) { questions = [] }
    }
}

extension [Clause] {
    private static let orders: Set<String> = [
        "забудь", "сотри", "удали", "forget", "delete", "erase",
    ]

    /// "Забудь, где я живу": the comma does not part an order from what is ordered.
    fileprivate var joiningOrders: [Clause] {
        reduce(into: []) { joined, clause in
            if let last = joined.last, last.keys.count == 1, Self.orders.contains(last.keys[0]) {
                joined[joined.count - 1].words += clause.words
            } else {
                joined.append(clause)
            }
        }
    }
}
