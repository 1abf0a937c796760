import AvatarTypes
import Testing

@testable import Mind

@Suite struct HostileOutputTests {
    /// Pieces that models really send, and what would do harm.
    private static let pieces = [
        "[joy]", "[joy:0.6]", "[gesture:wave]", "[sfx:bell]", "[pause:400]", "[unknown:thing]", "[",
        "]", "<|ACT {\"emotion\":\"joy\"}|>", "<|DELAY 1|>", "<|", "|>", "*waves*", "*", "**bold**",
        "<think>", "</think>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;",
        "hello", "Мир", "こんにちは", ".", "!", "?", " ", "\n", "😊", "👨‍👩‍👧", "\u{0}", "\u{202E}", "{", "}",
        "`",
        "# ", "- ", "1. ", "[[", "]]", "[joy", ":0.5]", "<|ACT", "\"", "'", "\\", "(sighs)",
    ]

    @Test
    func
        `whatever a model sends, no mark of ours is shown or spoken, and the same text however it is cut`()
    {
        var generator = SeededGenerator(seed: 5)
        for round in 0..<400 {
            let count = 1 + Int(generator.next() % 24)
            let text = (0..<count).map { _ in
                Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))]
            }.joined()
            let whole = Self.deliver([text])
            var cut: [String] = []
            for scalar in text.unicodeScalars {
                if cut.isEmpty || generator.next() % 3 == 0 { cut.append("") }
                cut[cut.count - 1].unicodeScalars.append(scalar)
            }
            let pieced = Self.deliver(cut)
            #expect(whole.shown == pieced.shown, "\(round): \(text)")
            for heard in [whole.shown] + whole.spoken {
                for mark in [
                    "[joy]", "[joy:0.6]", "[gesture:", "[sfx:", "[pause:", "<|ACT", "<think>",
                ] {
                    #expect(!heard.contains(mark), "\(round): \(text) → \(heard)")
                }
                #expect(!heard.unicodeScalars.contains("\u{0}"), "\(round)")
            }
        }
    }

    private static func deliver(_ pieces: [String]) -> (shown: String, spoken: [String]) {
        var delivery = Delivery(mood: .neutral, language: .english)
        var spoken: [String] = []
        for piece in pieces { spoken += delivery.read(piece).utterances.map(\.text) }
        spoken += delivery.finish().utterances.map(\.text)
        return (delivery.shown, spoken)
    }
}
