import AvatarTypes

/// When an engine says that characters of the text are heard.
struct Stamp: Equatable, Sendable {
    var range: Range<Int>
    var time: Range<MediaTime>

    /// Pieces of a text with their times, in seconds, found again in it. What an engine wrote otherwise
    /// than the text, or gave no usable time, is passed over.
    static func list(_ pieces: [(String, Double, Double)], in text: String) -> [Stamp] {
        let characters = text.map { Character($0.lowercased()) }
        var stamps: [Stamp] = []
        var index = 0
        for (piece, start, end) in pieces {
            let letters = piece.lowercased().filter { $0.isLetter || $0.isNumber }
            guard let first = letters.first, start.isFinite, end.isFinite, start >= 0,
                start < end, end < 3_600
            else { continue }
            // Not further than a long word away: a word that is not there must not eat all that follow.
            let reach = index..<min(characters.count, index + 24 + letters.count)
            guard
                let found = reach.first(where: {
                    characters[$0] == first && characters[$0...].starts(with: letters)
                })
            else { continue }
            let range = found..<found + letters.count
            index = range.upperBound
            let from = max(MediaTime.seconds(start), stamps.last?.time.lowerBound ?? .zero)
            let to = MediaTime.seconds(end)
            if from < to { stamps.append(Stamp(range: range, time: from..<to)) }
        }
        return stamps
    }
}
