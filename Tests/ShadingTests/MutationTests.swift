import Foundation
import Testing

@testable import Shading

/// Programs are changed at random, and must be either refused or drawn.
///
/// `BUNRAKU_FUZZ_SECONDS=600 swift test --filter MutationTests` runs longer.
@Suite("Broken programs")
struct MutationTests {
    private static let pieces = [
        "(", ")", "{", "}", ";", ",", ".", "[", "]", "+", "-", "*", "/", "=", "==", "<", "!", "?",
        ":",
        "for (int i = 0; i < 4; i++)", "if (", "else", "break;", "continue;", "return", "discard;",
        "float", "int", "vec2", "vec4", "mat3", "bool", "1.0", "0", "-1", "1e38", "true", "v_uv",
        "p",
        "gl_FragColor", ".xyz", ".w", "#if 1\n", "#endif\n", "#define A(x) x x\n", "A(A(1))", "/*",
        "const", "out", "inout", "void", "main", "sin(", "texture2D(u_layer, v_uv)", "++", "&&",
        "99999999999", "0x7fffffff", "\u{e9}", "\0",
    ]

    @Test("neither crash nor hang, whatever is changed in them")
    func mutations() throws {
        let texts = try ProgramTests.all.map { try Programs.text($0.1, in: $0.0) }
        let seconds =
            ProcessInfo.processInfo.environment["BUNRAKU_FUZZ_SECONDS"].flatMap(Double.init)
        let start = ContinuousClock.now
        var random = SplitMix(state: seconds == nil ? 1 : UInt64(Date().timeIntervalSince1970))
        var counts = (drawn: 0, refused: 0)
        let turns = seconds == nil ? 1500 : Int.max
        for _ in 0..<turns {
            if let seconds, ContinuousClock.now - start > .seconds(seconds) { break }
            var text = Array(texts[random.next(below: texts.count)].utf8)
            for _ in 0...random.next(below: 5) { mutate(&text, &random, texts) }
            let source = String(decoding: text, as: UTF8.self)
            let began = ContinuousClock.now
            if let shader = try? Shader(source) {
                _ = Drawing.draw(shader, width: 19, height: 3)
                counts.drawn += 1
            } else {
                counts.refused += 1
            }
            if ContinuousClock.now - began > .seconds(20) {
                Issue.record("this takes \(ContinuousClock.now - began):\n\(source)")
            }
        }
        print("\(counts.drawn) drawn, \(counts.refused) refused")
        #expect(counts.drawn > 50 && counts.refused > 50)
    }

    private func mutate(_ text: inout [UInt8], _ random: inout SplitMix, _ texts: [String]) {
        guard !text.isEmpty else { return }
        let at = random.next(below: text.count)
        let length = min(random.next(below: 12), text.count - at)
        switch random.next(below: 6) {
        case 0: text.removeSubrange(at..<(at + length))
        case 1:
            text.insert(contentsOf: text[at..<(at + length)], at: random.next(below: text.count))
        case 2: text[at] = UInt8(truncatingIfNeeded: 32 + random.next(below: 96))
        case 3:
            let other = Array(texts[random.next(below: texts.count)].utf8)
            let from = random.next(below: other.count)
            let part = other[from..<min(from + random.next(below: 60), other.count)]
            text.insert(contentsOf: part, at: at)
        case 4:
            // A number becomes another one.
            if let digit = text[at...].firstIndex(where: { (48...57).contains($0) }) {
                text[digit] = UInt8(48 + random.next(below: 10))
            }
        default:
            let piece = Self.pieces[random.next(below: Self.pieces.count)]
            text.insert(contentsOf: " \(piece) ".utf8, at: at)
        }
    }
}

/// - Source: G. L. Steele et al., "Fast splittable pseudorandom number generators", 2014.
struct SplitMix {
    var state: UInt64

    mutating func next(below limit: Int) -> Int {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return Int((z ^ (z >> 31)) % UInt64(limit))
    }
}
