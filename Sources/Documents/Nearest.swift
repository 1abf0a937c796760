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
    /// Edits from one word to the other: a letter more, less or another one, or two letters exchanged.
    /// Case does not count.
    ///
    /// - Source: optimal string alignment distance (Damerau, 1964).
    fileprivate func slips(to other: String) -> Int {
        let (source, target) = (Array(lowercased()), Array(other.lowercased()))
        var before: [Int] = []
        var row = Array(0...target.count)
        for (line, letter) in source.enumerated() {
            var next = [line + 1]
            for (column, wanted) in target.enumerated() {
                var best = Swift.min(
                    row[column + 1] + 1, next[column] + 1, row[column] + (letter == wanted ? 0 : 1))
                if line > 0, column > 0, letter == target[column - 1], source[line - 1] == wanted {
                    best = Swift.min(best, before[column - 1] + 1)
                }
                next.append(best)
            }
            (before, row) = (row, next)
        }
        return row[target.count]
    }
}
