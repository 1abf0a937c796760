import AvatarTypes

/// The first visit, as far as somebody wants it: a welcome, the name, ten questions about the company they
/// like, a word on what can be done, and the first talk. It is left and taken up again at any point.
///
/// - Source: the order is the character documents'; the ten items are ours, two for each of the Big Five,
///   one of them turned round, as in Gosling, Rentfrow and Swann (2003).
struct Introduction: Equatable {
    enum Step: Equatable {
        case name
        /// 0…9.
        case question(Int)
        case tutorial
        case done
    }

    /// What a message did to it.
    enum Turn: Equatable {
        case begun, asked(Int), misunderstood(Int), askedName, toldResult, ended, skipped
    }

    private(set) var step = Step.name
    /// How much somebody agreed with each item so far, 1…5.
    private(set) var answers: [Int] = []

    static let questions = 10

    /// Which of the Big Five an item is about, and whether agreeing speaks against it.
    private static let traits: [(trait: Int, isTurned: Bool)] = [
        (2, false), (3, true), (1, false), (4, true), (0, false), (2, true), (3, false), (1, true),
        (4, false), (0, true),
    ]

    init() {}

    var isRunning: Bool { step != .done }

    /// What company somebody likes, as Big Five in their usual order, each 0…1; nil before the end.
    var company: [Float]? {
        guard answers.count == Self.questions else { return nil }
        return (0..<5).map { trait in
            let scores = zip(Self.traits, answers).filter { $0.0.trait == trait }.map {
                ($0.0.isTurned ? 6 - $0.1 : $0.1) - 1
            }
            return Float(scores.reduce(0, +)) / Float(4 * scores.count)
        }
    }

    /// Goes on by a message.
    ///
    /// - Parameter knowsName: whether the user's name is known by now.
    mutating func hear(_ clauses: [Clause], knowsName: Bool) -> Turn {
        if clauses.contains(where: { Self.matches(Self.skips, $0) }) {
            step = .done
            return .skipped
        }
        switch step {
        case .name:
            guard knowsName else { return .askedName }
            step = .question(0)
            return .asked(0)
        case .question(let number):
            guard let answer = Self.answer(in: clauses) else { return .misunderstood(number) }
            answers.append(answer)
            step = number + 1 < Self.questions ? .question(number + 1) : .tutorial
            return number + 1 < Self.questions ? .asked(number + 1) : .toldResult
        case .tutorial:
            step = .done
            return .ended
        case .done: return .ended
        }
    }

    /// Begins; the name is not asked of whom it is known.
    static func begun(knowsName: Bool) -> Introduction {
        var introduction = Introduction()
        if knowsName { introduction.step = .question(0) }
        return introduction
    }

    static func isWished(in clauses: [Clause]) -> Bool {
        clauses.contains { matches(wishes, $0) }
    }

    private static func matches(_ patterns: [Pattern], _ clause: Clause) -> Bool {
        patterns.contains { $0.match(clause) != nil || $0.match(clause.withoutFillers) != nil }
    }

    private static let wishes = [
        "(let us|i want to|can we|shall we) get to know each other [better|properly]",
        "(start|begin|show me|do|take) [the|a|your] (introduction|tour|tutorial|quiz|personality quiz)",
        "[давай] (познакомимся|знакомиться) [поближе|получше]",
        "(начни|начнем|покажи|пройдем|давай) (знакомство|обучение|тест|опрос)",
        "[お互いを|もっと](知り合いましょう|知り合いたい|知り合おう)[です|な]", "(案内|チュートリアル|相性診断)(して|を|をして|をお願い)[ください|お願い|します]",
    ].map(Pattern.init)

    private static let skips = [
        "(skip|skip it|skip this|stop the quiz|no more questions|enough questions|later|not now)",
        "(пропусти|пропустить|пропустим|хватит вопросов|потом|не сейчас|позже)",
        "(スキップ|あとで|後で|また今度|もういい|やめる)[する|します|して|です]",
    ].map(Pattern.init)

    /// How much somebody agrees, 1…5.
    private static func answer(in clauses: [Clause]) -> Int? {
        for clause in clauses where !clause.isQuestion {
            if let number = clause.keys.lazy.compactMap({ Int($0) }).first, (1...5).contains(number)
            {
                return number
            }
            for (value, patterns) in words where matches(patterns, clause) { return value }
        }
        return nil
    }

    private static let words: [(Int, [Pattern])] = [
        (
            1,
            [
                "(no|not at all|never|nope|strongly disagree)",
                "(нет|совсем нет|вовсе нет|никогда|ни за что)",
                "(いいえ|全然|まったく|全く)[違う|違います|そう思わない|思わない|思いません]",
            ]
        ),
        (
            2,
            [
                "(not really|rather not|hardly|disagree|not much)",
                "(скорее нет|не очень|вряд ли|не особо)",
                "(あまり|あんまり|それほど)[そう思わない|思わない|思いません|です]",
            ]
        ),
        (
            3,
            [
                "(maybe|so so|neutral|it depends|sometimes|half and half)",
                "(может быть|когда как|по-разному|иногда|средне)",
                "(普通|どちらでもない|まあまあ|時々|場合による|どちらとも言えない)[です]",
            ]
        ),
        (
            4,
            [
                "(rather|rather yes|a bit|mostly|agree|i think so|quite)",
                "(скорее да|пожалуй|в основном|немного|наверное да)",
                "(まあそう|少し|わりと|だいたい|どちらかといえば)[です|思う|思います|そう思う]",
            ]
        ),
        (
            5,
            [
                "(yes|absolutely|definitely|very much|always|strongly agree|of course|sure)",
                "(да|очень|конечно|всегда|полностью|точно)",
                "(はい|うん|とても|すごく|もちろん|そう|その通り)[です|思う|思います|そう思う]",
            ]
        ),
    ].map { ($0.0, $0.1.map { Pattern($0) }) }

    /// For the archive: "step answers", such as "q3 154".
    var written: String {
        let name =
            switch step {
            case .name: "name"
            case .question(let number): "q\(number)"
            case .tutorial: "tutorial"
            case .done: "done"
            }
        return "\(name) \(answers.map(String.init).joined())"
    }

    init?(written: String) {
        let parts = written.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let answers = parts[1].compactMap(\.wholeNumberValue)
        guard answers.count == parts[1].count, answers.count <= Self.questions,
            answers.allSatisfy({ (1...5).contains($0) })
        else { return nil }
        switch parts[0] {
        case "name": step = .name
        case "tutorial": step = .tutorial
        case "done": step = .done
        default:
            guard parts[0].first == "q", let number = Int(parts[0].dropFirst()),
                (0..<Self.questions).contains(number), answers.count == number
            else { return nil }
            step = .question(number)
        }
        self.answers = answers
    }
}
