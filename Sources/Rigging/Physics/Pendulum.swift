import Glibc

/// A chain of weights that hangs from a point, moved by inputs: what Live2D and Inochi2D call physics.
///
/// One sum moves the point sideways, another tilts the ground under it; readings of the chain are drivers.
/// It is solved in steps of 1/240 s whatever the frame rate, and shown between the last two of them. Every
/// step puts the weights back on their distance, so it is stable, and what is left alone only slows down.
///
/// - Source: the parameters and their meaning are those of Cubism's physics3 (mobility, delay,
///   acceleration, radius; forces of gravity and wind); a single weight is Inochi2D's
///   pendulum, rigid or on a spring.
///   The steps are ours: position-based dynamics (Müller, 2007), with compliance
///   for springs (Macklin, 2016).
struct Pendulum: Sendable {
    /// Sideways, in the unit of the weights' distances.
    var position: Sum
    /// The tilt of the ground, in degrees, clockwise.
    var angle: Sum
    /// The first hangs from the point, each other one from the one before.
    var weights: [Weight]
    /// Multiplies the weights' acceleration.
    var gravity: Float
    /// To the right and down, as a part of gravity.
    var wind: SIMD2<Float>

    struct Weight: Sendable {
        /// Distance from what it hangs from.
        var length: Float
        /// How much of its speed is left after 1/30 s, 0…1.
        var mobility: Float
        /// How fast its time runs: 1 as ours, less is slower.
        var delay: Float
        /// Speed gained by falling for 1/30 s, in units of length per 1/30 s.
        var acceleration: Float
        /// How often a thread that stretches swings up and down in a second; 0 does not stretch.
        var spring: Float = 0
    }

    /// What a driver reads off the chain.
    enum Output: String, CaseIterable, Sendable {
        /// Degrees, clockwise, of a weight's thread: the first against the ground, each other one against
        /// the thread before.
        case angle
        /// How far a weight is to the right of the point, and how far it is lifted, in lengths of the
        /// chain down to it.
        case x, y
        /// How much longer a weight's thread is than at rest, in lengths of it.
        case stretch
    }

    struct State: Sendable {
        /// Position and tilt (in radians) at the last step.
        var anchor: SIMD2<Float>
        var places: [SIMD2<Float>]
        /// In units of length per 1/30 s of the weight's own time.
        var speeds: [SIMD2<Float>]
        /// Where the weights were a step before.
        var before: [SIMD2<Float>]
        var anchorBefore: SIMD2<Float>
        /// Where the inputs had it in the last frame.
        var shown: SIMD2<Float>
        /// Seconds since the last step.
        var rest: Float = 0
    }

    /// Seconds.
    private static let step: Float = 1.0 / 240
    /// A tilt of the ground turns the threads with it by this part at once, as if through thick air.
    private static let drag: Float = 1.0 / 5

    /// Hanging at rest where the inputs have the point.
    func resting(_ inputs: [Float]) -> State {
        let anchor = anchor(inputs)
        let down = Self.down(anchor.y)
        var place = SIMD2(anchor.x, 0)
        let places = weights.map { weight in
            place += down * weight.length
            return place
        }
        return State(
            anchor: anchor, places: places,
            speeds: Array(repeating: .zero, count: weights.count), before: places,
            anchorBefore: anchor, shown: anchor)
    }

    /// Moves on to where the inputs have the point `seconds` later.
    func advance(_ state: inout State, _ inputs: [Float], in seconds: Float) {
        let (start, end) = (state.shown, anchor(inputs))
        let whole = state.rest + seconds
        let count = Int(whole / Self.step)
        for number in 0..<count {
            let way = (Float(number + 1) * Self.step - state.rest) / seconds
            advance(&state, to: start + (end - start) * min(max(way, 0), 1))
        }
        state.rest = max(whole - Float(count) * Self.step, 0)
        state.shown = end
    }

    private func advance(_ state: inout State, to anchor: SIMD2<Float>) {
        let turn = (anchor.y - state.anchor.y) * Self.drag
        let (sine, cosine) = (sinf(turn), cosf(turn))
        let pull = Self.down(anchor.y) + wind
        var held = SIMD2(anchor.x, 0)
        state.anchorBefore = state.anchor
        state.anchor = anchor
        for (index, weight) in weights.enumerated() {
            let last = state.places[index]
            state.before[index] = last
            let rate = 30 * Self.step * weight.delay
            let arm = last - held
            let dragged = SIMD2(arm.x * cosine - arm.y * sine, arm.x * sine + arm.y * cosine)
            let fallen =
                dragged + state.speeds[index] * rate
                + pull * (weight.acceleration * gravity * rate * rate)
            let distance = (fallen * fallen).sum().squareRoot()
            let direction = distance > 1e-6 ? fallen / distance : Self.down(anchor.y)
            let place = held + direction * length(of: weight, drawnTo: distance, rate: rate)
            state.places[index] = place
            state.speeds[index] =
                rate > 0 ? (place - last) / rate * powf(weight.mobility, 30 * Self.step) : .zero
            held = place
        }
    }

    /// How long a thread is that something draws at: as long as ever, or, on a spring, somewhere between.
    ///
    /// A spring rests where it carries its weight, so that it hangs as drawn.
    private func length(of weight: Weight, drawnTo distance: Float, rate: Float) -> Float {
        guard weight.spring > 0 else { return weight.length }
        // Radians that the spring swings in 1/30 s, and in this step.
        let pace = 2 * Float.pi * weight.spring / 30
        let rest = max(weight.length - weight.acceleration * gravity / (pace * pace), 0)
        let stiffness = (pace * rate) * (pace * rate)
        return distance + (rest - distance) * stiffness / (1 + stiffness)
    }

    /// What a driver reads at a weight, between the last two steps.
    func reading(_ output: Output, at weight: Int, _ state: State) -> Float {
        let way = state.rest / Self.step
        let anchor = state.anchorBefore + (state.anchor - state.anchorBefore) * way
        func place(_ index: Int) -> SIMD2<Float> {
            if index < 0 { return SIMD2(anchor.x, 0) }
            return state.before[index] + (state.places[index] - state.before[index]) * way
        }
        let point = place(-1)
        let length = max(weights[...weight].reduce(0) { $0 + $1.length }, 1e-6)
        switch output {
        case .x: return (place(weight) - point).x / length
        case .y: return 1 - (place(weight) - point).y / length
        case .stretch:
            let arm = place(weight) - place(weight - 1)
            return (arm * arm).sum().squareRoot() / max(weights[weight].length, 1e-6) - 1
        case .angle:
            let arm = place(weight) - place(weight - 1)
            let base =
                weight == 0 ? Self.down(anchor.y) : place(weight - 1) - place(weight - 2)
            let (across, along) = (base.x * arm.y - base.y * arm.x, (base * arm).sum())
            return across == 0 && along == 0 ? 0 : atan2f(across, along) * (180 / .pi)
        }
    }

    /// Position, and tilt in radians.
    private func anchor(_ inputs: [Float]) -> SIMD2<Float> {
        SIMD2(position.value(of: inputs), angle.value(of: inputs) * (.pi / 180))
    }

    /// Where things fall to when the ground is tilted.
    private static func down(_ tilt: Float) -> SIMD2<Float> { SIMD2(-sinf(tilt), cosf(tilt)) }
}
