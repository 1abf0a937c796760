import Testing

@testable import Media

@Suite struct PictureRowsTests {
    /// Colours that try every byte value in every channel.
    private let row: [UInt32] = (0..<512).map { index in
        let (a, b, c) = (index & 255, (index * 7) & 255, (255 - index * 3) & 255)
        return UInt32(a | b << 8 | c << 16) | 0xFF00_0000
    }

    @Test func lumaIsThatOfTheStandardWithinOne() {
        var result = [UInt8](repeating: 0, count: row.count)
        luma(of: row, into: &result, count: row.count)
        for (pixel, value) in zip(row, result) {
            let (r, g, b) = channels(pixel)
            let exact = 16 + 219 * (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255
            #expect(abs(Double(value) - exact) <= 0.51)
        }
    }

    @Test func chromaIsThatOfTheMeanOfFour() {
        var (u, v) = ([UInt8](repeating: 0, count: 256), [UInt8](repeating: 0, count: 256))
        let lower = Array(row.reversed())
        chroma(of: row, and: lower, blue: &u, red: &v, count: 256)
        for x in 0..<256 {
            let four = [row[2 * x], row[2 * x + 1], lower[2 * x], lower[2 * x + 1]].map(channels)
            let r = four.reduce(0) { $0 + $1.0 } / 4
            let g = four.reduce(0) { $0 + $1.1 } / 4
            let b = four.reduce(0) { $0 + $1.2 } / 4
            let y = 0.2126 * r + 0.7152 * g + 0.0722 * b
            #expect(abs(Double(u[x]) - (128 + 224 * (b - y) / 1.8556 / 255)) <= 0.51)
            #expect(abs(Double(v[x]) - (128 + 224 * (r - y) / 1.5748 / 255)) <= 0.51)
        }
    }

    @Test func everyAlphaIsRoundedIntoLimitedRange() {
        let alphas = (0..<256).map { UInt32($0) << 24 }
        var result = [UInt8](repeating: 0, count: 256)
        alphaLuma(of: alphas, into: &result, count: 256)
        for (alpha, value) in result.enumerated() {
            #expect(Int(value) == 16 + (alpha * 219 * 2 + 255) / 510)
        }
    }

    @Test func composingRoundsAndNeverWraps() {
        let cases: [(UInt32, UInt32, UInt32)] = [
            (0x0000_0000, 0xFF12_3456, 0xFF12_3456),
            (0xFF65_4321, 0xFF12_3456, 0xFF65_4321),
            (0x8040_4040, 0xFFFF_FFFF, 0xFFBF_BFBF),
            // Light without cover: more colour than alpha.
            (0x00FF_80C8, 0xFF80_C080, 0xFFFF_FFFF),
        ]
        var result = [UInt32](repeating: 0, count: cases.count)
        compose(cases.map(\.0), over: cases.map(\.1), into: &result, count: cases.count)
        #expect(result == cases.map(\.2))
    }

    @Test func everyVectorLevelGivesTheSameBytes() {
        // An odd count, so that all have a rest that fills no vector.
        let count = 510
        let lower = Array(row.reversed())
        let cover = row.indices.map { row[$0] & 0x007F_7F7F | UInt32($0 & 255) << 24 }
        func results(_ level: ColorLevel) -> [[UInt8]] {
            var composed = [UInt32](repeating: 0, count: count)
            var (y, a) = ([UInt8](repeating: 0, count: count), [UInt8](repeating: 0, count: count))
            var (u, v) = (
                [UInt8](repeating: 0, count: count / 2), [UInt8](repeating: 0, count: count / 2)
            )
            level.compose(cover, over: lower, into: &composed, count: count)
            level.luma(of: composed, into: &y, count: count - 1)
            level.alphaLuma(of: cover, into: &a, count: count - 1)
            level.chroma(of: composed, and: row, blue: &u, red: &v, count: count / 2)
            return [composed.withUnsafeBytes(Array.init), y, a, u, v]
        }
        for level in ColorLevel.allCases where level.isAvailable {
            #expect(results(level) == results(.portable), "\(level)")
        }
    }

    private func channels(_ pixel: UInt32) -> (Double, Double, Double) {
        (Double(pixel & 255), Double(pixel >> 8 & 255), Double(pixel >> 16 & 255))
    }
}
