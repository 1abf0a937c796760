extension [String] {
    /// The element a writer probably meant: the fewest slips away, and at most a third of the word.
    public func nearest(to word: String) -> String? {
        var best: (word: String, slips: Int)?
        for candidate in self {
            let slips = candidate.slips(to: word)
            if slips < best?.slips ?? .max { best = (candidate, slips) }
        }
        guard let best, best.slips <= Swift.max(1, word.count / 3) else { return nil }
        return best.word
    }
}

extension String {
    /// Edits from one word to the other: a letter more, less, or another one; case does not count.
    ///
    /// - Source: Levenshtein distance (Wagner and Fischer, 1974).
    fileprivate func slips(to other: String) -> Int {
        let target = Array(other.lowercased())
        var row = Array(0...target.count)
        for (line, letter) in lowercased().enumerated() {
            var diagonal = row[0]
            row[0] = line + 1
            for column in target.indices {
                let above = row[column + 1]
                row[column + 1] = Swift.min(
                    above + 1, row[column] + 1, diagonal + (letter == target[column] ? 0 : 1))
                diagonal = above
            }
        }
        return row[target.count]
    }
}
