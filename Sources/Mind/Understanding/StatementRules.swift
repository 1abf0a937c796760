import AvatarTypes

/// One shape of a statement and what it states.
struct StatementRule: Sendable {
    var pattern: Pattern
    var relation: Relation.Kind
    var isDenied = false
    /// Refuses or changes the kept words; nil if they are no such thing.
    var value: @Sendable ([Clause.Word]) -> String? = { $0.written }

    func read(_ clause: Clause) -> Statement? {
        guard let kept = pattern.match(clause) else { return nil }
        var relation = Relation(relation)
        switch relation.kind {
        case .pet, .family, .favourite:
            guard let found = kept["thing"], let first = found.first else { return nil }
            let word = first.key.isJapanese ? found.written : first.key
            let things =
                relation.kind == .pet
                ? Thing.pets : relation.kind == .family ? Thing.kin : Thing.favourites
            guard let thing = Thing.find(word, in: things) else {
                guard relation.kind == .favourite else { return nil }
                relation.of = found.written.lowercased()
                break
            }
            relation.of = thing.key
        case .own: relation.of = kept["thing"].map { $0.written.lowercased() }
        default: break
        }
        guard let words = kept["value"] else {
            return Statement(relation: relation, value: "", isDenied: isDenied)
        }
        guard let value = value(words), !value.isEmpty else { return nil }
        return Statement(relation: relation, value: value, isDenied: isDenied)
    }
}

extension Statement {
    private static func rule(
        _ pattern: String, _ relation: Relation.Kind, denied: Bool = false,
        _ value: @escaping @Sendable ([Clause.Word]) -> String? = { $0.written }
    ) -> StatementRule {
        StatementRule(pattern: Pattern(pattern), relation: relation, isDenied: denied, value: value)
    }

    private static let name: @Sendable ([Clause.Word]) -> String? = { words in
        words.written.capitalizedWord
    }

    /// "I'm Anna" but not "I'm tired": a capital letter, and no nationality.
    private static let capitalName: @Sendable ([Clause.Word]) -> String? = { words in
        guard let first = words.first, first.text.first?.isUppercase == true,
            first.text.count > 1, first.text.last?.isUppercase != true,
            words.count == 1 || words[1].text.first?.isUppercase == true,
            !["ian", "can", "ish", "ese", "ок", "ть"].contains(where: first.key.hasSuffix)
        else { return nil }
        return words.written
    }

    private static let number: @Sendable ([Clause.Word]) -> String? = { words in
        guard let number = words.first?.key.prefix(while: \.isNumber), let age = Int(number),
            (1...130).contains(age)
        else { return nil }
        return "\(age)"
    }

    private static let place: @Sendable ([Clause.Word]) -> String? = { words in
        let text = words.written
        return Language(of: text) == .russian
            ? RussianForms.nominative(fromPrepositional: text) : text
    }

    private static let job: @Sendable ([Clause.Word]) -> String? = { words in
        RussianForms.nominative(fromInstrumental: words.written)
    }

    /// "Я программист": only words that end as professions do, since "я дурак" is no job.
    private static let profession: @Sendable ([Clause.Word]) -> String? = { words in
        guard let last = words.last?.key else { return nil }
        let endings = [
            "ист", "истка", "ер", "ор", "тель", "тельница", "щик", "ница", "лог", "граф", "врач",
            "дизайнер", "юрист",
            "студент", "студентка", "музыкант", "художник", "художница", "повар", "пенсионер",
            "инженер", "няня",
            "актриса", "актер", "певец", "певица", "бухгалтер", "водитель", "школьник", "школьница",
            "медсестра",
        ]
        return endings.contains(where: last.hasSuffix) && last.count > 3 ? words.written : nil
    }

    private static let englishProfession: @Sendable ([Clause.Word]) -> String? = { words in
        guard let last = words.last?.key else { return nil }
        let endings = [
            "er", "or", "ist", "ian", "ant", "ent", "nurse", "chef", "cook", "coach", "artist",
            "pilot", "judge",
            "clerk", "vet", "dj", "ceo", "mechanic", "writer", "therapist",
        ]
        let others: Set<String> = [
            "lover", "winner", "loser", "monster", "stranger", "beginner", "believer", "morning",
            "fan", "vegetarian",
            "different", "patient", "person", "human", "killer", "gamer", "leader", "sister",
            "brother", "mother", "father",
        ]
        return endings.contains(where: last.hasSuffix) && !others.contains(last)
            ? words.written : nil
    }

    private static let own: @Sendable ([Clause.Word]) -> String? = { words in
        let vague: Set<String> = [
            "good", "bad", "fine", "ok", "okay", "great", "not", "so", "very", "too", "really",
            "gone", "sick", "ill", "sad", "happy", "angry", "tired", "here", "away", "back",
            "broken",
        ]
        // "My sister is visiting" tells what happens, not what she is.
        if words.first?.key.hasSuffix("ing") == true { return nil }
        return words.first.map { vague.contains($0.key) } == true ? nil : words.written
    }

    private static let liked: @Sendable ([Clause.Word]) -> String? = { words in
        let pronouns: Set<String> = [
            "you", "it", "that", "this", "him", "her", "them", "us", "when", "how", "what", "to",
            "the",
            "тебя", "это", "его", "ее", "их", "когда", "что", "как", "вас", "твой", "твою", "твое",
            "тебе",
            "your",
        ]
        guard let first = words.first else { return nil }
        if first.key == "the" || first.key == "to" { return words.count > 1 ? words.written : nil }
        return pronouns.contains(first.key) ? nil : words.written
    }

    /// Tried in order; the first that fits says it.
    static let rules: [StatementRule] = [
        // Names
        rule("my [full|real|first] name is [actually] {value:3}", .name, name),
        rule("[you can] [just] call me {value:2}", .name, name),
        rule("(i am|this is) called {value:2}", .name, name),
        rule("i am {value:2}", .name, capitalName),
        rule("я {value:2}", .name, capitalName),
        rule("меня зовут {value:3}", .name, name), rule("мое имя {value:2}", .name, name),
        rule("[можешь] (зови|звать|называй) меня [просто] {value:2}", .name, name),
        // Places
        rule(
            "i [still|used to] do not live in {value:4} [any more|anymore|any longer]", .home,
            denied: true, place),
        rule("i [currently|still] (live|am living|reside|am based) in {value:4}", .home, place),
        rule(
            "i [have|just] [just|recently] (moved|relocated) [back] to {value:4} [last|this] [week|month|year|today|yesterday]",
            .home, place),
        rule("i (live|moved) [just] here in {value:4}", .home, place),
        rule("я [сейчас|теперь|все еще] (живу|проживаю) (в|во|на) {value:4}", .home, place),
        rule("я [больше] не живу (в|во|на) {value:4}", .home, denied: true, place),
        rule("живу (в|во|на) {value:4}", .home, place),
        rule(
            "[я] [недавно|только что|вчера] (переехал|переехала|перебрался|перебралась) [жить] (в|во|на) {value:4}",
            .home, accusativePlace),
        rule("i (am|come) [originally] from {value:4}", .from),
        rule(
            "i was born in {value:4}", .from,
            { $0.contains { $0.key.contains(where: \.isNumber) } ? nil : $0.written }),
        rule("я [родом] (из|с) {value:4}", .from),
        // Age and birthday
        rule("i am {value:1} years old", .age, number), rule("i am {value:1}", .age, number),
        rule("i [just|have] turned {value:1} [today|yesterday]", .age, number),
        rule("мне [уже|скоро|всего] {value:1} [лет|год|года]", .age, number),
        rule("my birthday is [on|in] [the] {value:5}", .birthday),
        rule("i was born on [the] {value:5}", .birthday),
        rule("[у меня|мой] день рождения [у меня|будет] {value:5}", .birthday),
        rule(
            "я (родился|родилась) {value:4}", .birthday,
            { $0.contains { $0.key.contains(where: \.isNumber) } ? $0.written : nil }),
        // Work
        rule("i [currently] work as (a|an|the) {value:4}", .job), rule("my job is {value:5}", .job),
        rule("i am (a|an) {value:4}", .job, englishProfession),
        rule("i [currently] work (at|for|in) [a|an|the] {value:5}", .workplace),
        rule("[я] [сейчас] работаю (в|во) {value:5}", .workplace, { "в " + $0.written }),
        rule("[я] [сейчас] работаю на {value:5}", .workplace, { "на " + $0.written }),
        rule("[я] [сейчас] работаю {value:3}", .job, job),
        rule("я [по профессии] {value:3}", .job, profession),
        // Pets and family
        rule(
            "(i|we) have (a|an|one) [little|small|big|old|young] {thing:1} (named|called) {value:3}",
            .pet),
        rule(
            "(i|we) have (a|an|one|two|three) [little|small|big|old|young|black|white] {thing:1}",
            .pet),
        rule("my {thing:1} is (named|called) {value:3}", .pet),
        rule("(the|my) (name of my {thing:1}|{thing:1} name) is {value:3}", .pet),
        rule(
            "у меня [есть|живет] {thing:1} (по имени|по кличке|которого зовут|которую зовут) {value:3}",
            .pet),
        rule("(моего|мою|моя|мой) {thing:1} зовут {value:3}", .pet),
        rule(
            "у меня [есть|живет|теперь] [маленький|маленькая|черный|черная|рыжий|рыжая] {thing:1} {value:1}",
            .pet, capitalName),
        rule(
            "у меня [есть|живет|теперь|два|две|три] [маленький|маленькая|черный|черная|рыжий|рыжая|своя|свой] {thing:1}",
            .pet),
        rule("my {thing:1} name is {value:3}", .family),
        rule(
            "(i|we) have (a|an|one) [older|younger|big|little|elder|twin|best] {thing:1} (named|called) {value:3}",
            .family),
        rule(
            "(i|we) have (a|an|one|two|three) [older|younger|big|little|elder|twin] {thing:1}",
            .family),
        rule("my [best|older|younger|big|little] {thing:1} is (named|called) {value:3}", .family),
        rule(
            "(моего|мою|моя|мой) [старшего|старшую|младшего|младшую|лучшего|лучшую] {thing:1} зовут {value:2}",
            .family),
        rule(
            "у меня есть [старший|старшая|младший|младшая] {thing:1} {value:1}", .family,
            capitalName),
        rule("у меня есть [старший|старшая|младший|младшая] {thing:1}", .family),
        // Favourites, likes
        rule("my (favourite|favorite) {thing:2} is [the] {value:6}", .favourite),
        rule("мо~ любим~ {thing:1} [это] {value:6}", .favourite),
        rule("у меня любим~ {thing:1} [это] {value:6}", .favourite),
        rule(
            "i (do not like|dislike|hate|can not stand|do not love) {value:6} [any more|anymore]",
            .dislikes, liked),
        rule("[я] больше не люблю {value:6}", .dislikes, liked),
        rule("[я] (не люблю|ненавижу|терпеть не могу|не переношу) {value:6}", .dislikes, liked),
        rule(
            "i [really|also|absolutely|just] (like|love|enjoy|adore) {value:6} [very much|a lot|so much]",
            .likes, liked),
        rule("[я] [очень|еще|просто|также] (люблю|обожаю) {value:6}", .likes, liked),
        rule("мне [очень] (нравится|нравятся) {value:6}", .likes, { liked($0).map(accusative) }),
        // What they do
        rule("i play {value:5}", .note, { "I play " + $0.written }),
        rule("i study {value:5}", .note, { "I study " + $0.written }),
        rule("i am (learning|studying) {value:5}", .note, { "I am learning " + $0.written }),
        rule("i collect {value:5}", .note, { "I collect " + $0.written }),
        rule("i speak {value:5}", .note, { "I speak " + $0.written }),
        rule("i am allergic to {value:4}", .note, { "I am allergic to " + $0.written }),
        rule("[я] играю на {value:4}", .note, { "я играю на " + $0.written }),
        rule("[я] играю в {value:4}", .note, { "я играю в " + $0.written }),
        rule("[я] (учу|изучаю) {value:4}", .note, { "я изучаю " + $0.written }),
        rule("[я] (коллекционирую|собираю) {value:4}", .note, { "я собираю " + $0.written }),
        rule("я говорю на {value:4}", .note, { "я говорю на " + $0.written }),
        rule("у меня аллергия на {value:4}", .note, { "у меня аллергия на " + $0.written }),
        // My X is Y
        rule("my {thing:2} is {value:6}", .own, own),
        rule("(мой|моя|мое) {thing:2} (это|будет|назначен|назначена) {value:5}", .own, own),
        rule("(мой|моя|мое) {thing:2} в {value:4}", .own, { "в " + $0.written }),
        rule("у меня {thing:2} в {value:4}", .own, { "в " + $0.written }),
        rule(
            "у меня {thing:1} {value:1}", .own,
            { ["завтра", "послезавтра", "сегодня"].contains($0[0].key) ? $0.written : nil }),
    ]

    /// «нравится музыка» → «люблю музыку».
    private static func accusative(_ text: String) -> String {
        guard !text.contains(" "), text.count > 2, let last = text.last else { return text }
        return last == "а" ? text.dropLast() + "у" : last == "я" ? text.dropLast() + "ю" : text
    }

    /// «переехал в Москву» → Москва.
    private static let accusativePlace: @Sendable ([Clause.Word]) -> String? = { words in
        words.map { word in
            switch word.text.last {
            case "у" where word.key.count > 3 && !["баку"].contains(word.key):
                word.text.dropLast() + "а"
            case "ю" where word.key.count > 3: word.text.dropLast() + "я"
            default: word.text
            }
        }.joined(separator: " ")
    }
}
