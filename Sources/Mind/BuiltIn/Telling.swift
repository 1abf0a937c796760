import AvatarTypes
import Store

/// Says a fact back to the one who told it: first person becomes second.
enum Telling {
    /// A clause without a capital letter and without a full stop.
    static func clause(_ relation: Relation, _ value: String, _ language: Language) -> String {
        switch language {
        case .english: english(relation, value)
        case .russian: russian(relation, value)
        case .japanese: japanese(relation, value)
        }
    }

    /// Polite, and without its full stop: よね may follow.
    private static func japanese(_ relation: Relation, _ value: String) -> String {
        let of = relation.of.flatMap(Thing.of)?.japanese.first ?? relation.of ?? ""
        let value = secondPerson(value, .japanese)
        switch relation.kind {
        case .name: return "お名前は\(value)さんです"
        case .home: return "\(value)に住んでいます"
        case .from: return "\(value)の出身です"
        case .age: return "\(value)歳です"
        case .birthday: return "誕生日は\(value)です"
        case .job: return "お仕事は\(value)です"
        case .workplace: return "\(value)で働いています"
        case .pet: return value.isEmpty ? "\(of)を飼っています" : "\(of)の\(value)を飼っています"
        case .family: return value.isEmpty ? "\(of)がいます" : "\(of)の名前は\(value)です"
        case .favourite: return "好きな\(of)は\(value)です"
        case .own: return "\(of)は\(value)です"
        case .likes: return "\(value)が好きです"
        case .dislikes: return "\(value)が苦手です"
        case .note:
            return ["す", "た", "です"].contains(where: value.hasSuffix) ? value : "\(value)のことです"
        }
    }

    private static func english(_ relation: Relation, _ value: String) -> String {
        let of = relation.of ?? ""
        switch relation.kind {
        case .name: return "your name is \(value)"
        case .home: return "you live in \(value)"
        case .from: return "you are from \(value)"
        case .age: return "you are \(value) years old"
        case .birthday: return "your birthday is \(value)"
        case .job: return "you work as \(value.withArticle)"
        case .workplace: return "you work at \(value)"
        case .pet:
            return value.isEmpty
                ? "you have \(of.withArticle)" : "you have \(of.withArticle) called \(value)"
        case .family:
            return value.isEmpty ? "you have \(of.withArticle)" : "your \(of)'s name is \(value)"
        case .favourite: return "your favourite \(of) is \(value)"
        case .own: return "your \(of) is \(secondPerson(value))"
        case .likes: return "you like \(secondPerson(value))"
        case .dislikes: return "you don't like \(secondPerson(value))"
        case .note: return secondPerson(value)
        }
    }

    private static func russian(_ relation: Relation, _ value: String) -> String {
        let thing = relation.of.flatMap(Thing.of)
        let of = thing?.russian.first ?? relation.of ?? ""
        let your = thing?.gender == "f" ? "твоя" : thing?.gender == "n" ? "твоё" : "твой"
        switch relation.kind {
        case .name: return "тебя зовут \(value)"
        case .home:
            guard Language(of: value) == .russian else { return "ты живёшь в \(value)" }
            return
                "ты живёшь \(preposition(value)) \(RussianForms.prepositional(fromNominative: value))"
        case .from: return "ты из \(value)"
        case .age: return "тебе \(years(value))"
        case .birthday: return "твой день рождения — \(value)"
        case .job: return "по профессии ты — \(value)"
        case .workplace: return "ты работаешь \(value)"
        case .pet:
            let isShe = thing?.key == "cat" && value.last.map { "ая".contains($0) } == true
            let pet = isShe ? "кошка" : of
            return value.isEmpty ? "у тебя есть \(pet)" : "у тебя есть \(pet) по имени \(value)"
        case .family: return value.isEmpty ? "у тебя есть \(of)" : "\(your) \(of) — \(value)"
        case .favourite:
            let loved =
                thing?.gender == "f" ? "любимая" : thing?.gender == "n" ? "любимое" : "любимый"
            return "\(your) \(loved) \(of) — \(value)"
        case .own: return "\(of) — \(secondPerson(value, .russian))"
        case .likes: return "ты любишь \(secondPerson(value, .russian))"
        case .dislikes: return "ты не любишь \(secondPerson(value, .russian))"
        case .note: return secondPerson(value, .russian)
        }
    }

    /// "my cat is called Tom" → "your cat is called Tom".
    static func secondPerson(_ text: String, _ language: Language = .english) -> String {
        let words = text.split(separator: " ").map {
            Clause.Word(text: String($0), key: $0.lowercased().replacing("ё", with: "е"))
        }
        if Language(of: text) == .russian { return RussianForms.secondPerson(words) }
        if Language(of: text) == .japanese {
            return ["私", "僕", "俺"].reduce(text) { $0.replacing($1, with: "あなた") }
        }
        var afterI = false
        return words.map { word -> String in
            defer { afterI = word.key == "i" }
            if afterI, let verb = ["am": "are", "was": "were", "am,": "are,"][word.key] {
                return verb
            }
            return turned[word.key] ?? word.text
        }.joined(separator: " ")
    }

    private static let turned = [
        "i": "you", "i'm": "you're", "i've": "you've", "i'd": "you'd", "i'll": "you'll",
        "me": "you", "my": "your",
        "mine": "yours", "myself": "yourself", "your": "my", "we": "you", "our": "your",
        "us": "you", "you": "I",
        "yours": "mine", "yourself": "myself",
    ]

    private static func preposition(_ place: String) -> String {
        ["Камчатка", "Сахалин", "Кипр", "Бали", "Куба", "Мальта", "Урал", "дача", "Алтай"].contains(
            place)
            ? "на" : ["Фр", "Вл", "Вь"].contains { place.hasPrefix($0) } ? "во" : "в"
    }

    static func years(_ value: String) -> String {
        guard let number = Int(value) else { return value }
        let tail = number % 100
        switch (tail, number % 10) {
        case (11...14, _): return "\(number) лет"
        case (_, 1): return "\(number) год"
        case (_, 2...4): return "\(number) года"
        default: return "\(number) лет"
        }
    }
}

extension String {
    var withArticle: String {
        if hasPrefix("a ") || hasPrefix("an ") || hasPrefix("the ") { return self }
        if ["fish"].contains(self) { return self }
        return (first.map { "aeiouAEIOU".contains($0) } == true ? "an " : "a ") + self
    }

    /// With a capital letter, and a full stop if there is no other end.
    var asSentence: String {
        if isJapanese { return hasSuffix("。") ? self : self + "。" }
        let text = prefix(1).uppercased() + dropFirst()
        return text.last.map { ".!?…".contains($0) } == true ? text : text + "."
    }
}
