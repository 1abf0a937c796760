internal import Foundation
internal import GRDB

/// A turn that answers to a question, and how well.
public struct Recollection: Equatable, Sendable {
    public var turn: Turn
    /// Comparable within one recall only.
    public var score: Double
    /// The part of the question's words, or of what they mean, that it has: 0…1.
    public var coverage: Double
}

extension Archive {
    /// The turns of a user that have most to do with a text, best first, found without a model: by words,
    /// by likeness, by names, by the time the text speaks of, and by importance, fused.
    ///
    /// - Parameters:
    ///   - before: turns from this one on are left out: the text itself has just been written down.
    ///   - now: seconds since 1970, for "yesterday".
    /// - Complexity: O(n) in the user's turns, with a small factor: the bench scene `recall` measures it.
    public func recall(
        _ text: String, of user: String, before: Turn.ID = .max, now: Double, limit: Int = 10
    ) throws(ArchiveError) -> [Recollection] {
        try ArchiveError.catching("recall") {
            try database.read { db in
                let search = Search(
                    text, in: try shelf.row(of: user, in: db), before: before, now: now)
                let meanings = search.meanings()
                let scores = search.scores(
                    lexical: try search.matches(of: user, in: db), meanings: meanings)
                return try search.turns(ranked: scores, of: user, limit: limit, in: db)
            }
        }
    }
}

/// One recall.
private struct Search {
    /// How many candidates each way of searching names.
    private static let candidates = 60

    // Weights of the fusion. Words are the measure: the best match by words is worth 1.
    // - Source: ours, chosen on the development conversations of the tests.
    private static let likeness = 0.5
    /// Texts that have nothing in common may be as like as this by chance, three standard deviations.
    private static let chance = 0.15
    private static let meaning = 2.0
    /// Words less alike than this have nothing in common.
    private static let leastNearness: Float = 0.2
    private static let timeliness = 0.35
    private static let importance = 0.15
    private static let recency = 0.05
    /// A question asks what others tell; what follows it is often the answer.
    private static let question = 0.6
    private static let answer = 0.55
    private static let neighbour = 0.25
    private static let shape = 0.1

    private let terms: Terms
    private let row: Shelf.Row
    private let before: Turn.ID
    private let distances: [Int]
    private let window: Range<Double>?
    private let shape: AnswerShape

    init(_ text: String, in row: Shelf.Row, before: Turn.ID, now: Double) {
        terms = Terms(text)
        self.row = row
        self.before = before
        distances = row.distances(to: Signature(terms))
        window = TimeHint.window(in: text, now: now)
        shape = AnswerShape(of: text)
    }

    /// How much of the question's meaning each turn has: of every word of the question, how near its
    /// nearest word is, the telling ones first.
    func meanings() -> [Float] {
        let count = row.turns.count
        var sums = [Float](repeating: 0, count: count)
        var total: Float = 0
        for word in terms.meanings {
            let nearness = row.nearness(to: word).map {
                max(0, $0 - Self.leastNearness) / (1 - Self.leastNearness)
            }
            // What is near to many turns tells little of any.
            let common = nearness.reduce(0, +) / Float(max(1, count))
            let weight = Meanings.weight(of: word) * (0.1 - log(max(0.0005, min(1, common))))
            total += weight
            for place in 0..<count { sums[place] += weight * nearness[place] }
        }
        guard total > 0 else { return sums }
        return sums.map { $0 / total }
    }

    /// The best matches by words, each of 0…1.
    func matches(of user: String, in db: Database) throws -> [Turn.ID: Double] {
        let words = try tellingWords(in: db)
        guard !words.isEmpty else { return [:] }
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT memory.turn, -bm25(memory_terms, 1.0, 0.5, 0.8) AS score
                FROM memory_terms JOIN memory ON memory.turn = memory_terms.rowid
                WHERE memory_terms MATCH ? AND memory.user = ? AND memory.turn < ?
                ORDER BY score DESC LIMIT ?
                """,
            arguments: [
                words.map { "\"\($0)\"" }.joined(separator: " OR "), user, before,
                Self.candidates,
            ])
        let best = rows.first.map { $0["score"] as Double } ?? 0
        guard best > 0 else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: rows.map {
                ($0["turn"] as Turn.ID, ($0["score"] as Double) / best)
            })
    }

    /// Turns that the words of one question may name together: each costs some two microseconds.
    private static let matchLimit = 1200
    /// The rarest words count however common they are.
    private static let wordsAlways = 2

    /// The words of the question, the rarest first, as many as can be looked up in time: common words cost
    /// the most and tell the least.
    private func tellingWords(in db: Database) throws -> [String] {
        let words = Set(terms.stems + terms.concepts).sorted()
        guard !words.isEmpty else { return [] }
        let counts = try Row.fetchAll(
            db,
            sql: """
                SELECT term, doc FROM memory_vocabulary
                WHERE term IN (\(words.map { _ in "?" }.joined(separator: ",")))
                ORDER BY doc, term
                """, arguments: StatementArguments(words))
        var total = 0
        var telling: [String] = []
        for row in counts {
            total += row["doc"] as Int
            guard total <= Self.matchLimit || telling.count < Self.wordsAlways else { break }
            telling.append(row["term"])
        }
        return telling
    }

    /// All that was found, with everything that speaks for it.
    func scores(lexical: [Turn.ID: Double], meanings: [Float]) -> [Turn.ID: Double] {
        let limit = nearestDistance
        let least = leastMeaning(meanings)
        var places = Set(lexical.keys.compactMap(row.place(of:)))
        for place in distances.indices
        where distances[place] < limit || meanings[place] > least
            || window?.contains(row.times[place]) == true
        {
            places.insert(place)
        }
        var scores: [Turn.ID: Double] = [:]
        for place in places where row.turns[place] < before {
            let turn = row.turns[place]
            let isTimely = window?.contains(row.times[place]) == true
            // The share of differing bits is the angle, in half turns.
            let cosine = Foundation.cos(
                .pi * Double(distances[place]) / Double(Signature.bitCount))
            scores[turn] =
                (lexical[turn] ?? 0) + Self.likeness * max(0, cosine - Self.chance)
                / (1 - Self.chance) + Self.meaning * Double(meanings[place])
                + (isTimely ? Self.timeliness : 0) + Self.importance * row.importances[place]
                + Self.recency * Double(place + 1) / Double(row.turns.count)
        }
        return scores
    }

    /// More meaning than this makes a candidate; counted in hundredths, not sorted.
    private func leastMeaning(_ meanings: [Float]) -> Float {
        var counts = [Int](repeating: 0, count: 101)
        for meaning in meanings { counts[Int(min(1, max(0, meaning)) * 100)] += 1 }
        var total = 0
        for (hundredth, count) in counts.enumerated().reversed() {
            total += count
            if total > Self.candidates { return Float(hundredth + 1) / 100 }
        }
        return 0
    }

    /// Fewer differing bits than this make a candidate; counted, not sorted.
    private var nearestDistance: Int {
        var counts = [Int](repeating: 0, count: Signature.bitCount + 1)
        for distance in distances { counts[distance] += 1 }
        var total = 0
        for (distance, count) in counts.enumerated() {
            total += count
            if total > Self.candidates { return distance }
        }
        return .max
    }

    private func coverage(by text: String) -> Double {
        let theirs = Terms(text)
        let known = Set(theirs.stems + theirs.concepts)
        // Pairs of hiragana alone are endings and particles.
        let asked = Set(terms.stems).filter { stem in
            !stem.unicodeScalars.allSatisfy { (0x3041...0x309F).contains($0.value) }
        }
        guard !asked.isEmpty else { return 0 }
        let shared = asked.count { stem in
            known.contains(stem) || Concepts.byStem[stem].map(known.contains) == true
        }
        return Double(shared) / Double(asked.count)
    }

    /// Turns that are looked at themselves: many may say the same.
    private static let pool = 120

    /// The turns themselves. What stands beside a good match is a little better for it, an answer much.
    func turns(
        ranked scores: [Turn.ID: Double], of user: String, limit: Int, in db: Database
    ) throws -> [Recollection] {
        let strongest = scores.sorted { ($0.value, $0.key) > ($1.value, $1.key) }
            .prefix(max(limit * 3, Self.pool))
        var wanted = Set(strongest.map(\.key))
        for (turn, _) in strongest { wanted.formUnion([turn - 1, turn + 1]) }
        let marks = wanted.map { _ in "?" }.joined(separator: ",")
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT * FROM turn WHERE id IN (\(marks)) AND user = ? AND id < ?
                AND COALESCE(heard, text) <> ''
                """,
            arguments: StatementArguments(wanted.sorted()) + [user, before])
        let turns = Dictionary(
            uniqueKeysWithValues: rows.map { ($0["id"] as Turn.ID, Turn(row: $0)) })
        var final: [Turn.ID: Double] = [:]
        for (id, turn) in turns {
            let own = (scores[id] ?? 0) * (turn.isQuestion ? Self.question : 1)
            let earlier = turns[id - 1].map {
                (scores[id - 1] ?? 0) * ($0.isQuestion ? Self.answer : Self.neighbour)
            }
            let later = (scores[id + 1] ?? 0) * Self.neighbour
            let shape = shape.fits(turn.known) ? Self.shape : 0
            final[id] = own + max(earlier ?? 0, later) + shape
        }
        var seen: Set<Set<String>> = []
        var best: [Recollection] = []
        for (id, score) in final.sorted(by: { ($0.value, $0.key) > ($1.value, $1.key) }) {
            guard let turn = turns[id] else { continue }
            // The same again, even with another "honestly" or "today", tells nothing new.
            let gist = Set(Terms(turn.known).stems)
            let isNew = !seen.contains { other in
                let shared = other.intersection(gist).count
                return shared * 10 >= max(other.count, gist.count) * 7
            }
            guard isNew else { continue }
            seen.insert(gist)
            best.append(Recollection(turn: turn, score: score, coverage: coverage(by: turn.known)))
            if best.count == limit { break }
        }
        return best
    }
}

extension Turn {
    fileprivate var isQuestion: Bool { known.hasSuffix("?") || known.hasSuffix("？") }
}
