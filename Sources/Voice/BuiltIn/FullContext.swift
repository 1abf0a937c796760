/// The names by which a voice of the HTS project looks its sounds up: each sound with all that stands
/// around it, from its neighbours to the number of phrases.
///
/// - Source: "An example of context-dependent label format for HMM-based speech synthesis in English"
///   (HTS working group); which counts begin at 1 is told by the questions inside the voice.
struct FullContext {
    private let prosody: Prosody
    /// Where a sound stands; nil is a pause.
    private struct Place {
        var phrase: Int
        var word: Int
        var syllable: Int
        var sound: Int
    }

    init(_ prosody: Prosody) {
        self.prosody = prosody
    }

    /// One label for each sound, with a pause before, between and after the phrases.
    ///
    /// - Parameter name: how a sound is called here; its neighbours keep their own names.
    func labels(calling name: (Prosody.Sound) -> String = { $0.name }) -> [String] {
        var places: [(phrase: Int, place: Place?)] = [(0, nil)]
        for (p, phrase) in prosody.phrases.enumerated() {
            for (w, word) in phrase.words.enumerated() {
                for (s, syllable) in word.syllables.enumerated() {
                    for index in syllable.sounds.indices {
                        places.append(
                            (p, Place(phrase: p, word: w, syllable: s, sound: index)))
                    }
                }
            }
            places.append((p + 1, nil))
        }
        let names = places.map { $0.place.map { sound(at: $0).name } ?? "pau" }
        func neighbour(_ index: Int) -> String {
            names.indices.contains(index) ? names[index] : "x"
        }
        return places.indices.map { index in
            let own = places[index].place.map { name(sound(at: $0)) } ?? "pau"
            let quinphone =
                "\(neighbour(index - 2))^\(neighbour(index - 1))-\(own)"
                + "+\(neighbour(index + 1))=\(neighbour(index + 2))"
            if let place = places[index].place { return quinphone + context(of: place) }
            return quinphone + contextOfPause(before: places[index].phrase)
        }
    }

    private func sound(at place: Place) -> Prosody.Sound {
        prosody.phrases[place.phrase].words[place.word].syllables[place.syllable]
            .sounds[place.sound]
    }

    private func context(of place: Place) -> String {
        let phrase = prosody.phrases[place.phrase]
        let word = phrase.words[place.word]
        let syllable = word.syllables[place.syllable]
        let syllables = phrase.syllables
        let at = phrase.words[..<place.word].reduce(0) { $0 + $1.syllables.count } + place.syllable
        func before(_ test: (Prosody.Syllable) -> Bool) -> Int {
            syllables[..<at].count(where: test)
        }
        func after(_ test: (Prosody.Syllable) -> Bool) -> Int {
            syllables[(at + 1)...].count(where: test)
        }
        func back(_ test: (Prosody.Syllable) -> Bool) -> Int {
            syllables[..<at].lastIndex(where: test).map { at - $0 } ?? 0
        }
        func ahead(_ test: (Prosody.Syllable) -> Bool) -> Int {
            syllables[(at + 1)...].firstIndex(where: test).map { $0 - at } ?? 0
        }
        let contentBefore = phrase.words[..<place.word].count(where: \.isContent)
        let contentAfter = phrase.words[(place.word + 1)...].count(where: \.isContent)
        let contentBack =
            phrase.words[..<place.word].lastIndex(where: \.isContent).map { place.word - $0 } ?? 0
        let contentAhead =
            phrase.words[(place.word + 1)...].firstIndex(where: \.isContent)
            .map { $0 - place.word } ?? 0
        let previous = at > 0 ? syllables[at - 1] : prosody.phrase(place.phrase - 1)?.syllables.last
        let next =
            at + 1 < syllables.count
            ? syllables[at + 1] : prosody.phrase(place.phrase + 1)?.syllables.first
        return "@\(place.sound + 1)_\(syllable.sounds.count - place.sound)"
            + "/A:\(stress(previous, "_"))/B:\(stress(syllable, "-"))"
            + "@\(place.syllable + 1)-\(word.syllables.count - place.syllable)"
            + "&\(at + 1)-\(syllables.count - at)"
            + "#\(before(\.isStressed) + 1)-\(after(\.isStressed) + 1)"
            + "$\(before(\.isAccented) + 1)-\(after(\.isAccented) + 1)"
            + "!\(back(\.isStressed))-\(ahead(\.isStressed))"
            + ";\(back(\.isAccented))-\(ahead(\.isAccented))|\(syllable.vowel)"
            + "/C:\(stress(next, "+"))/D:\(length(wordBefore(place)))"
            + "/E:\(word.part)+\(word.syllables.count)"
            + "@\(place.word + 1)+\(phrase.words.count - place.word)"
            + "&\(contentBefore + 1)+\(contentAfter)#\(contentBack)+\(contentAhead)"
            + "/F:\(length(wordAfter(place)))/G:\(size(prosody.phrase(place.phrase - 1)))"
            + "/H:\(syllables.count)=\(phrase.words.count)"
            + "@\(place.phrase + 1)=\(prosody.phrases.count - place.phrase)|\(phrase.tone.rawValue)"
            + "/I:\(size(prosody.phrase(place.phrase + 1)))" + whole
    }

    private func contextOfPause(before index: Int) -> String {
        let last = prosody.phrase(index - 1)
        let next = prosody.phrase(index)
        return "@x_x/A:\(stress(last?.syllables.last, "_"))"
            + "/B:x-x-x@x-x&x-x#x-x$x-x!x-x;x-x|x/C:\(stress(next?.syllables.first, "+"))"
            + "/D:\(length(last?.words.last))/E:x+x@x+x&x+x#x+x/F:\(length(next?.words.first))"
            + "/G:\(size(last))/H:x=x@x=x|0/I:\(size(next))" + whole
    }

    private var whole: String {
        let words = prosody.phrases.flatMap(\.words)
        return "/J:\(words.reduce(0) { $0 + $1.syllables.count })+\(words.count)"
            + "-\(prosody.phrases.count)"
    }

    private func wordBefore(_ place: Place) -> Prosody.Word? {
        place.word > 0
            ? prosody.phrases[place.phrase].words[place.word - 1]
            : prosody.phrase(place.phrase - 1)?.words.last
    }

    private func wordAfter(_ place: Place) -> Prosody.Word? {
        let words = prosody.phrases[place.phrase].words
        return place.word + 1 < words.count
            ? words[place.word + 1] : prosody.phrase(place.phrase + 1)?.words.first
    }

    private func stress(_ syllable: Prosody.Syllable?, _ mark: String) -> String {
        guard let syllable else { return ["0", "0", "0"].joined(separator: mark) }
        return [syllable.isStressed ? 1 : 0, syllable.isAccented ? 1 : 0, syllable.sounds.count]
            .map(String.init).joined(separator: mark)
    }

    private func length(_ word: Prosody.Word?) -> String {
        word.map { "\($0.part)_\($0.syllables.count)" } ?? "0_0"
    }

    private func size(_ phrase: Prosody.Phrase?) -> String {
        phrase.map { "\($0.syllables.count)_\($0.words.count)" } ?? "0_0"
    }
}

extension Prosody {
    fileprivate func phrase(_ index: Int) -> Phrase? {
        phrases.indices.contains(index) ? phrases[index] : nil
    }
}
