import Foundation
import Store

/// Memory as a file: an export, or plain facts, read for ``Lobby/take(memory:of:)``.
///
/// ```json
/// {"facts": [{"relation": "home", "value": "Osaka"}, {"relation": "likes", "value": "tea"}]}
/// ```
///
/// A list of such facts alone will do. Everything else of an export may stand beside them; members that an
/// export does not have are refused, and so is the whole file if anything in it is wrong.
struct MemoryFile: Decodable {
    private struct WrittenFact: Decodable {
        var id: String?
        var subject: String?
        var relation: String
        var value: String
        var confidence: Double?
        var turn: String?
        var validFrom: Double?
        var validUntil: Double?
        var `private`: Bool?
        static let members = [
            "id", "subject", "relation", "value", "confidence", "turn", "validFrom", "validUntil",
            "private",
        ]
    }

    private struct WrittenTurn: Decodable {
        var id: String?
        var room: String?
        var speaker: String?
        var text: String
        var time: Double
        var importance: Double?
        var rating: Double?
        static let members = ["id", "room", "speaker", "text", "time", "importance", "rating"]
    }

    private struct WrittenEpisode: Decodable {
        var time: Double
        var text: String
        var importance: Double
        var state: String?
        var turn: String?
        var milestone: Bool?
        static let members = ["time", "text", "importance", "state", "turn", "milestone"]
    }

    private struct WrittenPage: Decodable {
        var id: String?
        var character: String
        var day: String
        var kind: String
        var time: Double
        var text: String
        static let members = ["id", "character", "day", "kind", "time", "text"]
    }

    private var facts: [WrittenFact]?
    private var turns: [WrittenTurn]?
    private var episodes: [WrittenEpisode]?
    private var diary: [WrittenPage]?

    /// What an export has beside these is looked over: habits are learnt, prompts have left from here.
    private static let members: [String: [String]] = [
        "user": [], "habits": [], "prompts": [], "facts": WrittenFact.members,
        "turns": WrittenTurn.members, "episodes": WrittenEpisode.members,
        "diary": WrittenPage.members,
    ]

    /// Turns and facts that one file may hold.
    static let limit = 100_000

    /// - Throws: ``StageError`` with the place of the first thing that is wrong.
    static func read(_ file: Data, of user: String, now: Double) throws -> Keepsake {
        let json: Any
        do { json = try JSONSerialization.jsonObject(with: file) } catch {
            throw wrong("the file", "is no JSON")
        }
        let object = json is [Any] ? ["facts": json] : json as? [String: Any]
        guard let object else { throw wrong("the file", "is neither an object nor a list") }
        try check(object)
        do {
            let data = try JSONSerialization.data(withJSONObject: object)
            return try JSONDecoder().decode(MemoryFile.self, from: data).keepsake(
                of: user, now: now)
        } catch let error as DecodingError {
            throw wrong(error)
        }
    }

    private static func check(_ object: [String: Any]) throws {
        for (name, value) in object.sorted(by: { $0.key < $1.key }) {
            guard let known = members[name] else {
                throw wrong(
                    name, "is unknown; known are \(members.keys.sorted().joined(separator: ", "))")
            }
            guard !known.isEmpty, let list = value as? [Any] else { continue }
            guard list.count <= limit else { throw wrong(name, "has more than \(limit) elements") }
            for (number, element) in list.enumerated() {
                let unknown = (element as? [String: Any])?.keys.sorted().first {
                    !known.contains($0)
                }
                if let unknown {
                    throw wrong(
                        "\(name)[\(number)].\(unknown)",
                        "is unknown; known are \(known.joined(separator: ", "))")
                }
            }
        }
    }

    private func keepsake(of user: String, now: Double) throws -> Keepsake {
        var keepsake = Keepsake()
        var numbers: [String: Turn.ID] = [:]
        for (index, written) in (turns ?? []).enumerated() {
            let place = "turns[\(index)]"
            guard let speaker = Turn.Speaker(rawValue: written.speaker ?? "user") else {
                throw Self.wrong(place + ".speaker", "is neither user nor character")
            }
            var turn = Turn(
                room: try Self.room(written.room ?? "main", place), user: user, speaker: speaker,
                text: try Self.text(written.text, place + ".text"),
                time: try Self.time(written.time, place + ".time"))
            turn.id = Turn.ID(index + 1)
            if let id = written.id, numbers.updateValue(turn.id, forKey: id) != nil {
                throw Self.wrong(place + ".id", "is another turn's, too")
            }
            keepsake.turns.append(turn)
            keepsake.importances[turn.id] = try written.importance.map {
                try Self.number($0, in: 0...1, place + ".importance")
            }
            keepsake.ratings[turn.id] = try written.rating.map {
                try Self.number($0, in: -1...1, place + ".rating")
            }
        }
        for (index, written) in (facts ?? []).enumerated() {
            keepsake.facts.append(
                try Self.fact(written, of: user, at: "facts[\(index)]", numbers, now: now))
        }
        for (index, written) in (episodes ?? []).enumerated() {
            let place = "episodes[\(index)]"
            keepsake.episodes.append(
                Episode(
                    user: user, turn: written.turn.flatMap { numbers[$0] },
                    time: try Self.time(written.time, place + ".time"),
                    text: try Self.text(written.text, place + ".text"),
                    importance: try Self.number(
                        written.importance, in: 0...1, place + ".importance"),
                    state: written.state ?? "neutral"))
        }
        for (index, written) in (diary ?? []).enumerated() {
            let place = "diary[\(index)]"
            guard let kind = DiaryEntry.Kind(rawValue: written.kind) else {
                throw Self.wrong(place + ".kind", "is neither diary nor dream")
            }
            guard written.day.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else {
                throw Self.wrong(place + ".day", "is no day such as 2026-05-17")
            }
            keepsake.diary.append(
                DiaryEntry(
                    character: written.character, user: user, day: written.day, kind: kind,
                    time: try Self.time(written.time, place + ".time"),
                    text: try Self.text(written.text, place + ".text")))
        }
        return keepsake
    }

    private static func fact(
        _ written: WrittenFact, of user: String, at place: String, _ numbers: [String: Turn.ID],
        now: Double
    ) throws -> Fact {
        guard (1...80).contains(written.relation.count) else {
            throw wrong(place + ".relation", "has not 1 to 80 characters")
        }
        let from = try written.validFrom.map { try time($0, place + ".validFrom") } ?? now
        let until = try written.validUntil.map { try time($0, place + ".validUntil") }
        if let until, until < from { throw wrong(place + ".validUntil", "is before validFrom") }
        return Fact(
            user: user, subject: written.subject ?? "user", relation: written.relation,
            // A pet without a name is known, too.
            value: written.value.isEmpty ? "" : try text(written.value, place + ".value"),
            confidence: try number(written.confidence ?? 0.9, in: 0...1, place + ".confidence"),
            turn: written.turn.flatMap { numbers[$0] }, validFrom: from, validUntil: until,
            isPrivate: written.private ?? false)
    }

    // MARK: - What is wrong

    private static func room(_ name: String, _ place: String) throws -> String {
        guard AssetLibrary.isName(name), name.count <= 64 else {
            throw wrong(place + ".room", "is no name for a room")
        }
        return name
    }

    private static func text(_ text: String, _ place: String) throws -> String {
        guard (1...4000).contains(text.count) else {
            throw wrong(place, "has not 1 to 4000 characters")
        }
        return text
    }

    private static func time(_ time: Double, _ place: String) throws -> Double {
        try number(time, in: 0...253_402_300_799, place)
    }

    private static func number(_ number: Double, in range: ClosedRange<Double>, _ place: String)
        throws -> Double
    {
        guard range.contains(number) else {
            throw wrong(place, "is \(number), not \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    private static func wrong(_ place: String, _ what: String) -> StageError {
        StageError(
            .invalid, code: "bad-memory", message: "In the memory, \(place) \(what).",
            hint: "Nothing was taken in. Mend it, or send what GET /v1/memory/export gives.")
    }

    private static func wrong(_ error: DecodingError) -> StageError {
        let (context, what): (DecodingError.Context, String) =
            switch error {
            case .keyNotFound(let key, let context): (context, "has no '\(key.stringValue)'")
            case .typeMismatch(let type, let context): (context, "is no \(type)")
            case .valueNotFound(let type, let context): (context, "is null, not \(type)")
            case .dataCorrupted(let context): (context, "is broken")
            @unknown default:
                (DecodingError.Context(codingPath: [], debugDescription: ""), "is wrong")
            }
        let place = context.codingPath.reduce("") { path, key in
            path + (key.intValue.map { "[\($0)]" } ?? (path.isEmpty ? "" : ".") + key.stringValue)
        }
        return wrong(place.isEmpty ? "the file" : place, what)
    }
}
