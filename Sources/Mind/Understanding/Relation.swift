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

    /// The relative or pet that a message speaks of: "her name is Ann" may follow.
    init?(mentionedIn message: String) {
        let keys = Clause.clauses(of: message).flatMap(\.keys)
        let text = keys.joined()
        func mentions(_ thing: Thing) -> Bool {
            keys.contains { Thing.find($0, in: [thing]) != nil }
                || text.isJapanese && thing.japanese.contains(where: text.contains)
        }
        if let kin = Thing.kin.first(where: mentions) {
            self.init(.family, of: kin.key)
        } else if let pet = Thing.pets.first(where: mentions) {
            self.init(.pet, of: pet.key)
        } else {
            return nil
        }
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

/// Words for things that users have, in three languages, so that what was told in one is found in the
/// others.
struct Thing: Sendable {
    var key: String
    var english: [String]
    /// Nominative first.
    var russian: [String]
    var japanese: [String]
    /// For the agreement of Russian: m, f or n.
    var gender: Character

    static let all: [Thing] = pets + kin + favourites

    static let pets = [
        thing(
            "cat", "cat kitty kitten",
            "кот кошка котик котенок кошку кота котика котенка кошки кошек", "m", "猫 ネコ ねこ 子猫"),
        thing(
            "dog", "dog puppy", "собака пес щенок собаку пса щенка собаки собачка собачку", "f",
            "犬 イヌ いぬ 子犬 ワンちゃん"),
        thing("parrot", "parrot budgie", "попугай попугая попугайчик", "m", "インコ オウム"),
        thing("hamster", "hamster", "хомяк хомяка хомячок хомячка", "m", "ハムスター"),
        thing("rabbit", "rabbit bunny", "кролик кролика", "m", "うさぎ ウサギ"),
        thing("fish", "fish goldfish", "рыбка рыбку рыбки рыба", "f", "金魚 魚 熱帯魚"),
        thing("turtle", "turtle tortoise", "черепаха черепаху черепашка", "f", "亀 カメ"),
        thing("rat", "rat mouse", "крыса крысу мышь мышка", "f", "ネズミ ねずみ"),
        thing("horse", "horse pony", "лошадь конь коня", "f", "馬"),
    ]

    static let kin = [
        thing("mother", "mother mom mum", "мама маму мать мамы маме мамой", "f", "母 お母さん 母親 ママ"),
        thing("father", "father dad", "папа папу отец отца папы отцом", "m", "父 お父さん 父親 パパ"),
        thing(
            "sister", "sister", "сестра сестру сестры сестре сестренка сестрой", "f",
            "妹 姉 お姉さん お姉ちゃん 妹さん 姉妹"),
        thing("brother", "brother", "брат брата брату братик братом", "m", "弟 兄 お兄さん お兄ちゃん 弟さん 兄弟"),
        thing("son", "son", "сын сына сыну", "m", "息子 息子さん"),
        thing("daughter", "daughter", "дочь дочка дочку дочери дочки", "f", "娘 娘さん"),
        thing("wife", "wife", "жена жену жены", "f", "妻 奥さん 嫁"),
        thing("husband", "husband", "муж мужа", "m", "夫 旦那 主人"),
        thing("girlfriend", "girlfriend", "девушка девушку девушки", "f", "彼女 恋人"),
        thing("boyfriend", "boyfriend", "парень парня", "m", "彼氏"),
        thing("friend", "friend", "друг друга подруга подругу лучший", "m", "友達 友人 親友"),
        thing(
            "grandmother", "grandmother grandma granny", "бабушка бабушку бабушки", "f",
            "祖母 おばあちゃん おばあさん"),
        thing(
            "grandfather", "grandfather grandpa", "дедушка дедушку дед деда", "m", "祖父 おじいちゃん おじいさん"
        ),
    ]

    static let favourites = [
        thing("colour", "colour color", "цвет цвета", "m", "色 カラー"),
        thing("food", "food", "еда еду", "f", "食べ物 食べもの"),
        thing("dish", "dish meal", "блюдо", "n", "料理"),
        thing("film", "film movie", "фильм кино", "m", "映画"),
        thing("book", "book", "книга книгу", "f", "本 小説"),
        thing("music", "music", "музыка музыку", "f", "音楽"),
        thing("song", "song", "песня песню", "f", "曲 歌"),
        thing("band", "band group", "группа группу", "f", "バンド グループ"),
        thing("game", "game videogame", "игра игру", "f", "ゲーム"),
        thing("animal", "animal", "животное", "n", "動物"),
        thing("city", "city", "город", "m", "街 町 都市"),
        thing("number", "number", "число цифра", "n", "数字"),
        thing("season", "season", "сезон", "m", "季節"),
        thing("sport", "sport", "спорт", "m", "スポーツ"),
        thing("anime", "anime", "аниме", "n", "アニメ"),
        thing("drink", "drink", "напиток", "m", "飲み物 飲みもの"),
        thing("fruit", "fruit", "фрукт", "m", "果物 フルーツ"),
        thing("subject", "subject", "предмет", "m", "科目 教科"),
        thing("flower", "flower", "цветок", "m", "花"),
        thing("writer", "writer author", "писатель", "m", "作家"),
        thing("series", "series show", "сериал", "m", "ドラマ"),
        thing("month", "month", "месяц", "m", "月"),
        thing("day", "day", "день", "m", "日 曜日"),
        thing("singer", "singer", "певец певица", "m", "歌手"),
    ]

    private static func thing(
        _ key: String, _ english: String, _ russian: String, _ gender: Character,
        _ japanese: String
    ) -> Thing {
        Thing(
            key: key, english: english.split(separator: " ").map(String.init),
            russian: russian.split(separator: " ").map(String.init),
            japanese: japanese.split(separator: " ").map(String.init), gender: gender)
    }

    static func find(_ word: String, in things: [Thing] = all) -> Thing? {
        let word = word.hasSuffix("'s") ? String(word.dropLast(2)) : word
        return things.first {
            $0.english.contains(word) || $0.russian.contains(word) || $0.japanese.contains(word)
        }
            ?? (word.hasSuffix("s")
                ? things.first { $0.english.contains(String(word.dropLast())) } : nil)
    }

    static func of(_ key: String) -> Thing? { all.first { $0.key == key } }
}
