import Glibc

/// Something that hangs on what moves, and lags behind and swings before it rests: hair, a ribbon.
///
/// A damped spring is drawn along by a sum of inputs; its value is how far it is behind them, in their
/// unit, and 0 at rest. Between two frames the input is taken to move evenly and the motion is solved
/// exactly, so it is stable and the same at any frame rate, and its energy only falls.
///
/// - Source: the underdamped harmonic oscillator with a ramp for its rest.
struct Strand: Sendable {
    var anchor: Sum
    /// Seconds of one free swing: 0.4–0.6 for a fringe lock, 0.9–1.3 for hair to the chest.
    var period: Float
    /// 0 swings for ever, 1 comes back without swinging.
    var damping: Float

    struct State: Sendable {
        /// Where the anchor was.
        var anchor: Float
        /// How far behind it the strand was.
        var lag: Float = 0
        /// How fast the strand itself moved, per second.
        var speed: Float = 0
    }

    /// Moves on to where the anchor is `seconds` later.
    func advance(_ state: inout State, to anchor: Float, in seconds: Float) {
        guard seconds > 0 else {
            state.lag -= anchor - state.anchor
            state.anchor = anchor
            return
        }
        let omega = 2 * Float.pi / period
        let decay = damping * omega
        let swing = omega * (1 - damping * damping).squareRoot()
        let pull = (anchor - state.anchor) / seconds
        let trail = -2 * damping * pull / omega
        // lag(t) = trail + e^(−decay·t) · (a·cos(swing·t) + b·sin(swing·t))
        let a = state.lag - trail
        let b = (state.speed - pull + decay * a) / swing
        let fade = expf(-decay * seconds)
        let (c, s) = (cosf(swing * seconds), sinf(swing * seconds))
        let rate = fade * ((b * swing - decay * a) * c - (a * swing + decay * b) * s)
        state = State(
            anchor: anchor, lag: trail + fade * (a * c + b * s), speed: rate + pull)
    }
}
