import AvatarTypes
import Testing

@testable import Rigging

@Suite struct PendulumTests {
    /// Three weights, moved sideways by the first input and tilted by the second.
    private let hair: Pendulum = {
        var (position, angle) = (Sum(), Sum())
        position.terms = [(1, 0)]
        angle.terms = [(1, 1)]
        return Pendulum(
            position: position, angle: angle,
            weights: [
                Pendulum.Weight(length: 10, mobility: 0.95, delay: 0.9, acceleration: 1.2),
                Pendulum.Weight(length: 8, mobility: 0.9, delay: 0.8, acceleration: 1),
                Pendulum.Weight(length: 6, mobility: 0.9, delay: 0.7, acceleration: 1.5),
            ], gravity: 1, wind: .zero)
    }()

    /// A shove of 6 units to the right within a quarter of a second.
    private func shoved(_ time: Float) -> [Float] { [min(time * 4, 1) * 6, 0] }

    private func state(framesPerSecond rate: Int, for seconds: Float) -> Pendulum.State {
        var state = hair.resting(shoved(0))
        for frame in 1...Int(seconds * Float(rate)) {
            hair.advance(&state, shoved(Float(frame) / Float(rate)), in: 1 / Float(rate))
        }
        return state
    }

    /// Drawn evenly to the right from rest.
    private func drawn(framesPerSecond rate: Int, for seconds: Float) -> Pendulum.State {
        var state = hair.resting([0, 0])
        for frame in 1...Int(seconds * Float(rate)) {
            hair.advance(
                &state, [Float(frame) / Float(rate) * 40, 0], in: 1 / Float(rate))
        }
        return state
    }

    @Test func itHangsStraightAtRest() {
        let state = hair.resting([3, 0])
        for weight in 0..<3 {
            for output in Pendulum.Output.allCases {
                #expect(abs(hair.reading(output, at: weight, state)) < 1e-4)
            }
        }
    }

    @Test func itsWeightsStayBehindAPointThatHurriesToTheRight() {
        let state = state(framesPerSecond: 60, for: 0.2)
        #expect(hair.reading(.x, at: 2, state) < -0.02)
        #expect(hair.reading(.angle, at: 0, state) > 2, "clockwise")
    }

    @Test func onTiltedGroundItHangsAslant() {
        var state = hair.resting([0, 0])
        for _ in 0..<600 { hair.advance(&state, [0, 20], in: 1.0 / 60) }
        #expect(abs(hair.reading(.angle, at: 0, state)) < 0.1, "upright to the ground")
        #expect(abs(hair.reading(.x, at: 2, state) + 0.342) < 0.01)
    }

    @Test(arguments: [5, 24, 30, 60, 144, 240])
    func itSwingsTheSameAtAnyFrameRate(_ rate: Int) {
        let (here, there) = (
            drawn(framesPerSecond: rate, for: 1), drawn(framesPerSecond: 240, for: 1)
        )
        for weight in 0..<3 {
            let (a, b) = (
                hair.reading(.angle, at: weight, here), hair.reading(.angle, at: weight, there)
            )
            #expect(abs(a - b) < 0.5, "degrees")
        }
    }

    @Test func leftAloneItSwingsLessAndLessUntilItRests() {
        var state = state(framesPerSecond: 60, for: 0.25)
        var last = Float.infinity
        for _ in 0..<12 {
            var widest: Float = 0
            for _ in 0..<60 {
                hair.advance(&state, [6, 0], in: 1.0 / 60)
                for weight in 0..<3 {
                    widest = max(widest, abs(hair.reading(.x, at: weight, state)))
                }
            }
            #expect(widest <= last)
            last = widest
        }
        #expect(last < 1e-3)
    }

    @Test func tenThousandWildMotionsStayInBounds() {
        var chance = SeededGenerator(seed: 8)
        var state = hair.resting([0, 0])
        for _ in 0..<10_000 {
            let inputs = [chance.nextUnit() * 400 - 200, chance.nextUnit() * 360 - 180]
            hair.advance(&state, inputs, in: chance.nextUnit() * 0.4)
            for weight in 0..<3 {
                #expect(abs(hair.reading(.x, at: weight, state)) <= 1.001)
                #expect(abs(hair.reading(.angle, at: weight, state)) <= 180.001)
            }
        }
    }

    @Test func driversReadAPendulumAtEveryWeight() throws {
        let rig = try Rig.squares(
            [#"{ "id": "a", "picture": "a.png", "at": [80, 80] }"#],
            bindings: [#"{ "on": "a", "by": "tip -1 1", "translate": [[-50, 0], [50, 0]] }"#],
            drivers: """
                "sway": { "pendulum": [{ "length": 10 }, { "length": 8 }], "position": "headYaw" },
                "tip": { "of": "sway", "point": 2, "output": "x" }
                """)
        var puppet = Puppet(rig: rig)
        let rest = puppet.draw(.rest, at: .zero)
        let moving = puppet.draw(Pose([.headYaw: 10]), at: .milliseconds(100))
        #expect(moving.bounds(moving.meshes[0]).low.x < rest.bounds(rest.meshes[0]).low.x - 1)
    }

    @Test func aThreadOnASpringStretchesAndComesToRest() {
        var bouncy = hair
        bouncy.weights = [
            Pendulum.Weight(length: 10, mobility: 0.95, delay: 1, acceleration: 1, spring: 2)
        ]
        var state = bouncy.resting([0, 0])
        var longest: Float = 0
        for frame in 1...120 {
            bouncy.advance(&state, [min(Float(frame) / 12, 1) * 12, 0], in: 1.0 / 60)
            longest = max(longest, bouncy.reading(.stretch, at: 0, state))
        }
        #expect(longest > 0.05)
        for _ in 0..<1200 { bouncy.advance(&state, [12, 0], in: 1.0 / 60) }
        #expect(abs(bouncy.reading(.stretch, at: 0, state)) < 0.01)
        #expect(abs(bouncy.reading(.x, at: 0, state)) < 0.01)
    }

    @Test func aSpringSwingsAsOftenAsItSays() {
        var bouncy = hair
        bouncy.weights = [
            Pendulum.Weight(length: 40, mobility: 1, delay: 1, acceleration: 0, spring: 3)
        ]
        // Let go where it was drawn out by a tenth.
        var state = bouncy.resting([0, 0])
        state.places[0].y = 44
        var (crossings, last): (Int, Float) = (0, 1)
        for _ in 0..<240 {
            bouncy.advance(&state, [0, 0], in: 1.0 / 240)
            let stretch = bouncy.reading(.stretch, at: 0, state)
            if last > 0, stretch <= 0 { crossings += 1 }
            last = stretch
        }
        #expect(crossings == 3)
    }
}
