/// What kind of thing a fact about the user is; written as `kind` or `kind:of`.
struct Relation: Hashable, Sendable {
    enum Kind: String, Sendable {
        case name, home, from, age, birthday, job, workplace
        case pet, family, favourite, own
        case likes, dislikes, note
    }

    var kind: Kind
    /// Which pet, relative, favourite or thing: an English key where we know one.
    var of: String?

    init(_ kind: Kind, of: String? = nil) {
        self.kind = kind
        self.of = of
    }

    init?(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        guard let kind = parts.first.flatMap(Kind.init) else { return nil }
        self.init(kind, of: parts.count > 1 ? parts[1] : nil)
    }

    var text: String { kind.rawValue + (of.map { ":" + $0 } ?? "") }

    /// Whether a new value takes the place of the old one.
    var isSingle: Bool {
        switch kind {
        case .pet, .likes, .dislikes, .note: false
        default: true
        }
    }
}

/// Words for things that users have, in both languages, so that what was told in one is found in the
/// other.
struct Thing: Sendable {
    var key: String
    var english: [String]
    /// Nominative first.
    var russian: [String]
    /// For agreement: m, f or n.
    var gender: Character

    static let all: [Thing] = pets + kin + favourites

    static let pets = [
        thing(
            "cat", "cat kitty kitten",
            "кот кошка котик котенок кошку кота котика котенка кошки кошек", "m"),
        thing("dog", "dog puppy", "собака пес щенок собаку пса щенка собаки собачка собачку", "f"),
        thing("parrot", "parrot budgie", "попугай попугая попугайчик", "m"),
        thing("hamster", "hamster", "хомяк хомяка хомячок хомячка", "m"),
        thing("rabbit", "rabbit bunny", "кролик кролика", "m"),
        thing("fish", "fish goldfish", "рыбка рыбку рыбки рыба", "f"),
        thing("turtle", "turtle tortoise", "черепаха черепаху черепашка", "f"),
        thing("rat", "rat mouse", "крыса крысу мышь мышка", "f"),
        thing("horse", "horse pony", "лошадь конь коня", "f"),
    ]

    static let kin = [
        thing("mother", "mother mom mum", "мама маму мать мамы маме мамой", "f"),
        thing("father", "father dad", "папа папу отец отца папы отцом", "m"),
        thing("sister", "sister", "сестра сестру сестры сестре сестренка сестрой", "f"),
        thing("brother", "brother", "брат брата брату братик братом", "m"),
        thing("son", "son", "сын сына сыну", "m"),
        thing("daughter", "daughter", "дочь дочка дочку дочери дочки", "f"),
        thing("wife", "wife", "жена жену жены", "f"),
        thing("husband", "husband", "муж мужа", "m"),
        thing("girlfriend", "girlfriend", "девушка девушку девушки", "f"),
        thing("boyfriend", "boyfriend", "парень парня", "m"),
        thing("friend", "friend", "друг друга подруга подругу лучший", "m"),
        thing("grandmother", "grandmother grandma granny", "бабушка бабушку бабушки", "f"),
        thing("grandfather", "grandfather grandpa", "дедушка дедушку дед деда", "m"),
    ]

    static let favourites = [
        thing("colour", "colour color", "цвет цвета", "m"), thing("food", "food", "еда еду", "f"),
        thing("dish", "dish meal", "блюдо", "n"), thing("film", "film movie", "фильм кино", "m"),
        thing("book", "book", "книга книгу", "f"), thing("music", "music", "музыка музыку", "f"),
        thing("song", "song", "песня песню", "f"),
        thing("band", "band group", "группа группу", "f"),
        thing("game", "game videogame", "игра игру", "f"),
        thing("animal", "animal", "животное", "n"),
        thing("city", "city", "город", "m"), thing("number", "number", "число цифра", "n"),
        thing("season", "season", "сезон", "m"), thing("sport", "sport", "спорт", "m"),
        thing("anime", "anime", "аниме", "n"), thing("drink", "drink", "напиток", "m"),
        thing("fruit", "fruit", "фрукт", "m"), thing("subject", "subject", "предмет", "m"),
        thing("flower", "flower", "цветок", "m"), thing("writer", "writer author", "писатель", "m"),
        thing("series", "series show", "сериал", "m"), thing("month", "month", "месяц", "m"),
        thing("day", "day", "день", "m"), thing("singer", "singer", "певец певица", "m"),
    ]

    private static func thing(
        _ key: String, _ english: String, _ russian: String, _ gender: Character
    ) -> Thing {
        Thing(
            key: key, english: english.split(separator: " ").map(String.init),
            russian: russian.split(separator: " ").map(String.init), gender: gender)
    }

    static func find(_ word: String, in things: [Thing] = all) -> Thing? {
        let word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        return things.first { $0.english.contains(word) || $0.russian.contains(word) }
            ?? (word.hasSuffix("s")
                ? things.first { $0.english.contains(String(word.dropLast())) } : nil)
    }

    static func of(_ key: String) -> Thing? { all.first { $0.key == key } }
}
