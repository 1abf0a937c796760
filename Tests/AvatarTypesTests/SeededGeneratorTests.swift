import AvatarTypes
import Testing

@Suite("A seeded generator")
struct SeededGeneratorTests {
    @Test("gives the published numbers of SplitMix64 for seed 1234567")
    func published() {
        var generator = SeededGenerator(seed: 1_234_567)
        let numbers = (0..<3).map { _ in generator.next() }
        #expect(
            numbers == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            ])
    }

    @Test("gives fractions from 0 up to 1, evenly")
    func units() {
        var generator = SeededGenerator(seed: 1)
        let units = (0..<10_000).map { _ in generator.nextUnit() }
        #expect(units.allSatisfy { (0..<1).contains($0) })
        #expect(abs(units.reduce(0, +) / 10_000 - 0.5) < 0.02)
    }
}
