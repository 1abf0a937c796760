internal import CMeanings
internal import Foundation
internal import GRDB
internal import Synchronization

/// The signatures and meanings of users' turns, kept in memory for as long as the archive is open, so that
/// every one can be compared with a question: 10,000 are 2 MB.
final class Shelf: Sendable {
    struct Item: Sendable {
        var turn: Turn.ID
        var time: Double
        var importance: Double
        var signature: Signature
        var meanings: [Meanings.Word]
    }

    /// One user's, the numbers in a row.
    struct Row: Sendable {
        private(set) var turns: [Turn.ID] = []
        private(set) var times: [Double] = []
        private(set) var importances: [Double] = []
        private(set) var bits: [UInt64] = []
        private var places: [Turn.ID: Int] = [:]
        /// Every word that was ever said, once; turns hold places in it.
        private var vocabulary: [Meanings.Word] = []
        private var wordPlaces: [Meanings.Word: UInt32] = [:]
        private var words: [UInt32] = []
        /// Where each turn's words begin, and at last where the words end.
        private var starts: [Int32] = [0]

        mutating func put(_ item: Item) {
            if let place = places[item.turn] {
                importances[place] = item.importance
                bits.replaceSubrange(
                    place * Signature.words..<(place + 1) * Signature.words,
                    with: item.signature.bits)
                let range = Int(starts[place])..<Int(starts[place + 1])
                words.replaceSubrange(range, with: item.meanings.map { wordPlace($0) })
                let growth = Int32(item.meanings.count - range.count)
                for next in place + 1..<starts.count { starts[next] += growth }
                return
            }
            places[item.turn] = turns.count
            turns.append(item.turn)
            times.append(item.time)
            importances.append(item.importance)
            bits += item.signature.bits
            words += item.meanings.map { wordPlace($0) }
            starts.append(Int32(words.count))
        }

        private mutating func wordPlace(_ word: Meanings.Word) -> UInt32 {
            if let place = wordPlaces[word] { return place }
            let place = UInt32(vocabulary.count)
            vocabulary.append(word)
            wordPlaces[word] = place
            return place
        }

        func place(of turn: Turn.ID) -> Int? { places[turn] }

        /// How many words of known meaning a turn has.
        func wordCount(at place: Int) -> Int { Int(starts[place + 1] - starts[place]) }

        /// For each item, how near its nearest word is to a word, 0…1.
        func nearness(to word: Meanings.Word) -> [Float] {
            let cosines = Meanings.cosines(of: word, to: vocabulary)
            return [Float](unsafeUninitializedCapacity: turns.count) { best, count in
                cmeanings_best(words, starts, Int32(turns.count), cosines, best.baseAddress)
                count = turns.count
            }
        }

        /// Bits in which each item differs from a signature.
        func distances(to signature: Signature) -> [Int] {
            let query = signature.bits
            return bits.withUnsafeBufferPointer { bits in
                var distances = [Int](repeating: 0, count: turns.count)
                for place in 0..<distances.count {
                    var distance = 0
                    let start = place &* Signature.words
                    for word in 0..<Signature.words {
                        distance &+= (bits[start &+ word] ^ query[word]).nonzeroBitCount
                    }
                    distances[place] = distance
                }
                return distances
            }
        }
    }

    /// Users whose signatures are kept at once.
    private static let limit = 64

    private let rows = Mutex<[String: Row]>([:])

    /// A user's, read from the file when they are not here yet.
    func row(of user: String, in db: Database) throws -> Row {
        if let row = rows.withLock({ $0[user] }) { return row }
        var row = Row()
        let stored = try GRDB.Row.fetchCursor(
            db, sql: "SELECT * FROM memory WHERE user = ? ORDER BY turn", arguments: [user])
        while let item = try stored.next() {
            guard let signature = Signature(bytes: [UInt8](item["signature"] as Data)) else {
                continue
            }
            row.put(
                Item(
                    turn: item["turn"], time: item["time"], importance: item["importance"],
                    signature: signature, meanings: Index.words(in: item["meanings"])))
        }
        rows.withLock { rows in
            if rows.count >= Self.limit { rows = [:] }
            rows[user] = row
        }
        return row
    }

    /// - Precondition: the item has been written to the file.
    func put(_ item: Item, of user: String) {
        rows.withLock { $0[user]?.put(item) }
    }

    func clearAll() { rows.withLock { $0 = [:] } }

    /// The file has changed otherwise.
    func clear(_ user: String) { rows.withLock { $0[user] = nil } }
}
