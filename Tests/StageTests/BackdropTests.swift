import AvatarTypes
import Testing

@testable import Stage

@Suite("A backdrop")
struct BackdropTests {
    private func colours(_ text: String...) throws -> [Colour] {
        try text.map { try #require(Colour($0)) }
    }

    @Test(
        "is written #RRGGBB and nothing else",
        arguments: ["", "#", "#12345", "#1234567", "123456", "#12345g", "#+12345"])
    func wrong(text: String) {
        #expect(Colour(text) == nil)
    }

    @Test("of one colour is that colour everywhere")
    func flat() throws {
        let image = Image(
            backdrop: try colours("#102030"), size: PixelSize(width: 18, height: 16))
        for y in 0..<16 {
            for x in 0..<18 { #expect(image[x, y] == [16, 32, 48, 255]) }
        }
    }

    @Test("of two falls softly from one to the other, without steps")
    func gradient() throws {
        let image = Image(
            backdrop: try colours("#000000", "#040404"), size: PixelSize(width: 16, height: 256))
        #expect(image[0, 0] == [0, 0, 0, 255])
        #expect(image[7, 255] == [4, 4, 4, 255])
        // Every eight rows are a little lighter than the eight before, though there are only five greys.
        let means = stride(from: 0, to: 256, by: 8).map { top in
            (top..<top + 8).reduce(0) { sum, y in
                (0..<16).reduce(sum) { $0 + Int(image[$1, y].x) }
            }
        }
        #expect(zip(means, means.dropFirst()).allSatisfy { $0 < $1 })
    }
}
