import Testing

@testable import Mind

@Suite struct AffinityTests {
    @Test func `Warm words add a tenth, cold ones take half of that, others nothing`() {
        var affinity = Affinity(at: 0)
        affinity.hear(sentiment: 0.51, confides: false, at: 0)
        #expect(affinity.level == 0.2)
        affinity.hear(sentiment: -0.51, confides: false, at: 0)
        #expect(abs(affinity.level - 0.15) < 1e-6)
        for sentiment: Float in [0.5, 0, -0.5] {
            affinity.hear(sentiment: sentiment, confides: false, at: 0)
        }
        #expect(abs(affinity.level - 0.15) < 1e-6)
    }

    @Test func `Nothing leaves 0 to 1`() {
        var affinity = Affinity(at: 0)
        for _ in 0..<20 { affinity.hear(sentiment: 1, confides: true, at: 0) }
        #expect([affinity.level, affinity.trust] == [1, 1])
        for _ in 0..<40 { affinity.hear(sentiment: -1, confides: false, at: 0) }
        #expect([affinity.level, affinity.trust, affinity.comfort] == [0, 0, 0])
    }

    @Test func `An hour wears off .001 of the level, .0005 of the trust, .001 of the comfort`() {
        var affinity = Affinity(at: 0)
        for _ in 0..<5 { affinity.hear(sentiment: 1, confides: true, at: 0) }
        let later = affinity.at(100 * 3600)
        #expect(abs(affinity.level - later.level - 0.1) < 1e-5)
        #expect(abs(affinity.trust - later.trust - 0.05) < 1e-5)
        #expect(abs(affinity.comfort - later.comfort - 0.1) < 1e-5)
    }

    @Test func `Below .3 she knows somebody, above .7 they are close`() {
        var affinity = Affinity(at: 0)
        #expect(affinity.kind == .acquaintance)
        for _ in 0..<4 { affinity.hear(sentiment: 1, confides: false, at: 0) }
        #expect(affinity.kind == .friend)
        for _ in 0..<4 { affinity.hear(sentiment: 1, confides: false, at: 0) }
        #expect(affinity.kind == .closeFriend)
        #expect(Affinity(written: affinity.written) == affinity)
    }
}
