import Testing

@testable import Rigging

@Suite struct StrandTests {
    private let strand = Strand(anchor: Sum(), period: 0.8, damping: 0.2)

    /// The lag at 2.4 s after the anchor went from 0 to 10 evenly within a fifth of a second.
    private func lag(framesPerSecond: Int, at seconds: Float = 2.4) -> Float {
        var state = Strand.State(anchor: 0)
        let count = Int(seconds * Float(framesPerSecond))
        for frame in 1...count {
            let time = Float(frame) / Float(framesPerSecond)
            strand.advance(
                &state, to: min(time / 0.2, 1) * 10, in: 1 / Float(framesPerSecond))
        }
        return state.lag
    }

    @Test func itLagsBehindThenComesToRest() {
        #expect(lag(framesPerSecond: 30, at: 0.1) < -3)
        #expect(abs(lag(framesPerSecond: 30, at: 6)) < 0.01)
    }

    @Test(arguments: [10, 25, 30, 60, 240])
    func itSwingsTheSameAtAnyFrameRate(_ rate: Int) {
        #expect(
            abs(lag(framesPerSecond: rate, at: 0.6) - lag(framesPerSecond: 120, at: 0.6)) < 1e-3)
    }

    @Test(arguments: [Float(0.05), 0.2, 0.95])
    func itsEnergyOnlyFalls(_ damping: Float) {
        let strand = Strand(anchor: Sum(), period: 0.5, damping: damping)
        let stiffness = (2 * Float.pi / 0.5) * (2 * Float.pi / 0.5)
        var state = Strand.State(anchor: 0, lag: 12, speed: -30)
        var energy = Float.infinity
        for step in 0..<200 {
            strand.advance(&state, to: 0, in: step.isMultiple(of: 7) ? 0.4 : 0.011)
            let now = stiffness * state.lag * state.lag + state.speed * state.speed
            #expect(now <= energy * 1.0001)
            energy = now
        }
        #expect(energy < 1)
    }

    @Test func atTheSameMomentOnlyTheAnchorMoves() {
        var state = Strand.State(anchor: 4, lag: 1, speed: 2)
        strand.advance(&state, to: 10, in: 0)
        #expect(state.lag == -5 && state.speed == 2 && state.anchor == 10)
    }
}
