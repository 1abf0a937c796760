/// The stem of an English word: what its forms have in common.
///
/// A lighter relative of Porter's algorithm: endings of inflection only, since "organ" and "organize"
/// should not meet, and a table for the strong verbs, which no ending tells.
enum EnglishStem {
    static func of(_ word: String) -> String {
        if let known = irregular[word] { return known }
        guard word.count > 3, !word.contains(where: \.isNumber) else { return word }
        var stem = word
        if stem.hasSuffix("ies"), stem.count > 4 {
            stem = stem.dropLast(3) + "y"
        } else if ["sses", "shes", "ches", "xes", "zes"].contains(where: stem.hasSuffix) {
            stem.removeLast(2)
        } else if stem.hasSuffix("s"), !["ss", "us", "is"].contains(where: stem.hasSuffix) {
            stem.removeLast()
        }
        for ending in ["ing", "ed", "ly"] where stem.hasSuffix(ending) {
            let root = stem.dropLast(ending.count)
            guard root.count > 2, root.contains(where: isVowel) else { continue }
            stem = String(root)
            if let last = stem.last, !"lsz".contains(last), stem.dropLast().last == last,
                !isVowel(last)
            {
                stem.removeLast()
            }
            break
        }
        if stem.hasSuffix("i") { stem = stem.dropLast() + "y" }
        if stem.count > 3, stem.hasSuffix("e") { stem.removeLast() }
        return stem
    }

    private static func isVowel(_ character: Character) -> Bool { "aeiouy".contains(character) }

    private static let irregular: [String: String] = {
        let forms = """
            be was were been; go went gone; buy bought; bring brought; think thought; teach taught;
            catch caught; eat ate eaten; see saw seen; take took taken; give gave given; write wrote written;
            drive drove driven; ride rode ridden; break broke broken; speak spoke spoken; choose chose chosen;
            wear wore worn; tear tore torn; begin began begun; sing sang sung; swim swam swum; run ran;
            drink drank drunk; come came; become became; know knew known; grow grew grown; fly flew flown;
            draw drew drawn; throw threw thrown; blow blew blown; fall fell fallen; feel felt; keep kept;
            sleep slept; leave left; meet met; lose lost; win won; find found; build built; send sent;
            spend spent; lend lent; sell sold; tell told; hold held; stand stood; understand understood;
            sit sat; make made; pay paid; hear heard; lead led; read; feed fed; fight fought; forget forgot
            forgotten; hide hid hidden; bite bit bitten; steal stole stolen; wake woke woken; shoot shot;
            hang hung; stick stuck; child children; man men; woman women; foot feet; tooth teeth; mouse mice;
            person people; news; knife knives; wife wives; life lives; bake baked baking; good better best;
            bad worse worst; marry married; die died dying; lie lay lain lying; tie tied tying
            """
        var table: [String: String] = [:]
        for group in forms.split(separator: ";") {
            let words = group.split(whereSeparator: \.isWhitespace).map(String.init)
            guard let head = words.first else { continue }
            let stem = head.count > 3 && head.hasSuffix("e") ? String(head.dropLast()) : head
            for word in words { table[word] = stem }
        }
        return table
    }()
}
