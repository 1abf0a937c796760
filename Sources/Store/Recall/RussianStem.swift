/// The stem of a Russian word: what its forms have in common.
///
/// - Source: Snowball's Russian stemmer (Porter), without its last distinction of derivational endings
///   inside R2 other than -ост(ь).
enum RussianStem {
    static func of(_ word: String) -> String {
        if let known = irregular[word] { return known }
        guard let vowel = word.firstIndex(where: { vowels.contains($0) }) else { return word }
        let start = word.index(after: vowel)
        let head = String(word[..<start])
        var rest = String(word[start...])
        if !strip(&rest, gerunds, orAfterA: weakGerunds) {
            _ = strip(&rest, ["ся", "сь"])
            if strip(&rest, adjectives) {
                _ = strip(&rest, participles, orAfterA: weakParticiples)
            } else if !strip(&rest, verbs, orAfterA: weakVerbs) {
                _ = strip(&rest, nouns)
            }
        }
        if rest.hasSuffix("и") { rest.removeLast() }
        if rest.count > 4 { _ = strip(&rest, ["ость", "ост"]) }
        _ = strip(&rest, ["ейше", "ейш"])
        if rest.hasSuffix("нн") {
            rest.removeLast()
        } else if rest.hasSuffix("ь") {
            rest.removeLast()
        }
        return head + rest
    }

    /// Takes the longest ending away. Weak ones count only behind а or я.
    private static func strip(
        _ rest: inout String, _ strong: [String], orAfterA weak: [String] = []
    ) -> Bool {
        let found = (strong.map { ($0, false) } + weak.map { ($0, true) })
            .filter { ending, isWeak in
                rest.hasSuffix(ending)
                    && (!isWeak || "ая".contains(rest.dropLast(ending.count).last ?? "-"))
            }.max { $0.0.count < $1.0.count }
        guard let found else { return false }
        rest.removeLast(found.0.count)
        return true
    }

    private static let vowels = "аеиоуыэюя"
    private static let gerunds = words("ив ивши ившись ыв ывши ывшись")
    private static let weakGerunds = words("в вши вшись")
    private static let adjectives = words(
        """
        ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею
        """)
    private static let participles = words("ивш ывш ующ")
    private static let weakParticiples = words("ем нн вш ющ щ")
    private static let verbs = words(
        """
        ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть
        ишь ую ю
        """)
    private static let weakVerbs = words("ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно")
    private static let nouns = words(
        """
        а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю
        ия ья я
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Words whose forms share no beginning.
    private static let irregular: [String: String] = {
        let forms = """
            ид идти иду идет шел шла шли пошел пошла пойду; ех ехать еду едет ездил ездила поехал поехала;
            дет ребенок ребенка дети детей детям; человек люди людей людям; пес пса псу псом;
            мат мать мама мамы маме маму мамой матери; отец отца папа папы папе папу папой;
            дочь дочь дочка дочери дочку дочки; брат брат братья брата брату братом;
            друг друг друга друзья друзей подруга подругу подруги; год год года лет годы;
            хлеб хлеб хлеба; сон сон сна сны; день день дня дни дней; мат маму
            """
        var table: [String: String] = [:]
        for group in forms.split(separator: ";") {
            let words = group.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let stem = words.first else { continue }
            for word in words.dropFirst() { table[word] = stem }
        }
        return table
    }()
}
