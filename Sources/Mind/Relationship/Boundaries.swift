import AvatarTypes

/// What keeps a companion good for the one who talks to it.
///
/// - Source: the numbers are the character documents'; how dependency is measured is ours.
struct Boundaries: Equatable, Sendable {
    enum Advice: String, Sendable {
        case considerBreaks = "consider_breaks"
        case maintainRealRelationships = "maintain_real_relationships"
    }

    /// However close somebody is, nobody is closer than this.
    static let maxIntimacy: Float = 0.9
    /// More of it is told to the user.
    static let dependencyWarning: Float = 0.8
    /// More messages in a day are a reason for a break.
    static let dailyMessages = 20
    /// Seconds that lie between two talks of somebody who also has another life.
    static let healthyInterval = 7200.0
    /// From this age on, romance is a subject.
    static let age = 18

    /// Messages since midnight.
    private(set) var today = 0
    /// The day that is counted, as a number that grows.
    private(set) var day = 0
    /// Of the last days in turn, how much of each was spent here, 0…1; a mean with a memory of a week.
    private(set) var load: Float = 0
    /// When something was last advised, seconds since 1970; twice a day is preaching.
    private(set) var advised = -Double.infinity

    init() {}

    /// How much of somebody's life is spent here, 0…1: half of it from today's messages, half from the
    /// days before.
    var dependency: Float {
        min(1, 0.5 * min(1, Float(today) / Float(3 * Self.dailyMessages)) + 0.5 * load)
    }

    /// Another message came.
    ///
    /// - Parameter day: a number that grows by one at midnight.
    /// - Returns: what she should say beside her answer, seldom.
    mutating func hear(day: Int, at seconds: Double) -> Advice? {
        if day != self.day {
            let passed = self.day == 0 ? 0 : min(14, max(1, day - self.day))
            for index in 0..<passed {
                let full = index == 0 ? min(1, Float(today) / Float(2 * Self.dailyMessages)) : 0
                load += (full - load) / 7
            }
            (self.day, today) = (day, 0)
        }
        today += 1
        let advice: Advice? =
            dependency > Self.dependencyWarning
            ? .maintainRealRelationships : today > Self.dailyMessages ? .considerBreaks : nil
        guard let advice, seconds - advised >= Self.healthyInterval else { return nil }
        advised = seconds
        return advice
    }

    /// The closeness that words may show.
    static func intimacy(_ affinity: Affinity) -> Float { min(affinity.level, maxIntimacy) }

    /// Whether somebody is old enough for romance; who has not said so counts as not asked.
    static func isMinor(age: String?) -> Bool {
        guard let number = age.flatMap({ Int($0.prefix { $0.isNumber }) }) else { return false }
        return number < Self.age
    }

    /// Five numbers, for the archive.
    var written: String { "\(today) \(day) \(load) \(advised.isFinite ? advised : 0)" }

    init?(written: String) {
        let parts = written.split(separator: " ")
        guard parts.count == 4, let today = Int(parts[0]), let day = Int(parts[1]),
            let load = Float(parts[2]), let advised = Double(parts[3]), (0...1).contains(load)
        else { return nil }
        (self.today, self.day, self.load, self.advised) = (today, day, load, advised)
    }

    static func line(_ advice: Advice, in language: Language) -> String {
        switch (advice, language) {
        case (.considerBreaks, .english):
            "[calm] We have talked a lot today, and I like it. Will you take a little break, with a window and some water?"
        case (.considerBreaks, .russian):
            "[calm] Мы сегодня много говорим, и мне это нравится. Сделаешь небольшой перерыв, с окном и стаканом воды?"
        case (.considerBreaks, .japanese): "[calm] 今日はたくさん話しましたね。少し休みませんか？"
        case (.maintainRealRelationships, .english):
            "[affectionate] I am glad of you, and I am only drawn. Is there somebody near you who would be glad of a message today?"
        case (.maintainRealRelationships, .russian):
            "[affectionate] Я тебе рада, но я всего лишь нарисованная. Есть рядом кто-то, кто сегодня обрадуется твоему сообщению?"
        case (.maintainRealRelationships, .japanese):
            "[affectionate] お話はうれしいですが、私は絵なんです。今日、連絡したら喜ぶ人はいませんか？"
        }
    }
}
