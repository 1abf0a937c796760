/// The name of something that a playlist names: `video-5k2f-17.m4s` is segment 17, `video-5k2f-17.2.m4s`
/// its third part, `video-5k2f.mp4` what comes before any.
///
/// The word in the middle is another for each stream, so that a cache never gives a player the pictures
/// of a show that ended under the same number.
struct HLSFile: Hashable, Sendable {
    enum Kind: String, Sendable {
        case media = ".m4s"
        case captions = ".vtt"
    }

    enum Piece: Hashable, Sendable {
        case initialization
        case segment(Int)
        case part(of: Int, Int)
    }

    var rendition: String
    var session: String
    var kind = Kind.media
    var piece: Piece

    /// Reads a name, or nil if it is none of ours.
    init?(_ name: String) {
        let words = name.split(separator: "-", omittingEmptySubsequences: false)
        guard words.count == 2 || words.count == 3, let last = words.last,
            let dot = last.lastIndex(of: ".")
        else { return nil }
        let (stem, suffix) = (last[..<dot], last[dot...])
        rendition = String(words[0])
        if words.count == 2 {
            guard suffix == ".mp4" else { return nil }
            session = String(stem)
            piece = .initialization
        } else {
            guard let kind = Kind(rawValue: String(suffix)) else { return nil }
            self.kind = kind
            session = String(words[1])
            let numbers = stem.split(separator: ".", omittingEmptySubsequences: false).map {
                Int($0) ?? -1
            }
            guard numbers.allSatisfy({ $0 >= 0 }) else { return nil }
            switch numbers.count {
            case 1: piece = .segment(numbers[0])
            case 2: piece = .part(of: numbers[0], numbers[1])
            default: return nil
            }
        }
        // `+1` and `01` are numbers, too, but not as we write them.
        if self.name != name { return nil }
    }

    init(_ rendition: String, session: String, kind: Kind = .media, _ piece: Piece) {
        self.rendition = rendition
        self.session = session
        self.kind = kind
        self.piece = piece
    }

    var name: String {
        switch piece {
        case .initialization: "\(rendition)-\(session).mp4"
        case .segment(let number): "\(rendition)-\(session)-\(number)\(kind.rawValue)"
        case .part(let number, let part):
            "\(rendition)-\(session)-\(number).\(part)\(kind.rawValue)"
        }
    }
}
