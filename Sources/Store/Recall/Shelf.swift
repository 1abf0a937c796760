internal import Foundation
internal import GRDB
internal import Synchronization

/// The signatures of users' turns, kept in memory for as long as the archive is open, so that every one can
/// be compared with a question: 10,000 are 1.5 MB.
final class Shelf: Sendable {
    struct Item: Sendable {
        var turn: Turn.ID
        var time: Double
        var importance: Double
        var signature: Signature
    }

    /// One user's, the numbers in a row.
    struct Row: Sendable {
        private(set) var turns: [Turn.ID] = []
        private(set) var times: [Double] = []
        private(set) var importances: [Double] = []
        private(set) var bits: [UInt64] = []
        private var places: [Turn.ID: Int] = [:]

        mutating func put(_ item: Item) {
            if let place = places[item.turn] {
                importances[place] = item.importance
                bits.replaceSubrange(
                    place * Signature.words..<(place + 1) * Signature.words,
                    with: item.signature.bits)
                return
            }
            places[item.turn] = turns.count
            turns.append(item.turn)
            times.append(item.time)
            importances.append(item.importance)
            bits += item.signature.bits
        }

        func place(of turn: Turn.ID) -> Int? { places[turn] }

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
                    signature: signature))
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
