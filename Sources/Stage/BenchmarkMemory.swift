import AvatarTypes
import Foundation
import Store

/// How fast it is remembered and recalled, with much to remember.
extension Benchmark {
    private static let remembered = 10_000

    /// Ten questions to a memory of 10,000 turns, over and over.
    func recall() throws -> Report.Scene {
        let archive = try Archive(path: ":memory:")
        var talk = Chatter(seed: 1)
        for number in 0..<Self.remembered { try archive.record(talk.turn(number)) }
        let questions = (0..<10).map { _ in talk.text(words: 6) + "?" }
        _ = try archive.recall(questions[0], of: "anna", now: 0)
        var watch = Stopwatch(["recall"])
        let end = ContinuousClock.now + .seconds(seconds)
        var index = 0
        while ContinuousClock.now < end || index < 200 {
            watch.begin()
            _ = try archive.recall(
                questions[index % questions.count], of: "anna", now: Double(Self.remembered) * 60)
            watch.lap()
            index += 1
        }
        return watch.scene("recall", size: nil)
    }

    /// One turn after the other into a file on the disk, where each is safe before the next.
    func remember() throws -> Report.Scene {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let archive = try Archive(path: folder.appending(path: "memory.sqlite").path)
        var talk = Chatter(seed: 2)
        var watch = Stopwatch(["turn"])
        let end = ContinuousClock.now + .seconds(seconds)
        var index = 0
        while ContinuousClock.now < end || index < 200 {
            let turn = talk.turn(index)
            watch.begin()
            try archive.record(turn)
            watch.lap()
            index += 1
        }
        return watch.scene("remember", size: nil)
    }
}

/// Sentences of a dozen words from a vocabulary of some hundreds, as uneven as language is.
private struct Chatter {
    private var generator: SeededGenerator
    private static let syllables = [
        "ka", "ro", "mi", "ten", "sul", "bo", "re", "lan", "di", "vor", "pa", "ni", "gra", "te",
    ]
    private static let words: [String] = syllables.flatMap { one in
        syllables.flatMap { two in [one + two, one + two + "s", two + one + "ing"] }
    }

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func text(words count: Int = 12) -> String {
        (0..<count).map { _ in
            // The square favours the first words, as frequent words are.
            let draw = Double(generator.next() >> 11) / Double(1 << 53)
            return Self.words[Int(draw * draw * Double(Self.words.count))]
        }.joined(separator: " ")
    }

    mutating func turn(_ number: Int) -> Turn {
        Turn(
            room: "bench", user: "anna", speaker: .user, text: text(), time: Double(number) * 60)
    }
}
