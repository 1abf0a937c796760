import AvatarTypes
import Testing

@testable import Rigging

@Suite struct HangingTests {
    private let lock = Hanging(
        joints: 4, period: 0.9, damping: 0.2, stiffness: 0.4, wind: 1, phase: 0)

    /// The angles after the root moved along a path, seen at a frame rate.
    private func angles(
        _ hanging: Hanging, framesPerSecond rate: Int, for seconds: Float, gale: Float = 0,
        _ root: (Float) -> Hanging.Root
    ) -> [Float] {
        var state = Hanging.State()
        var angles = [Float](repeating: 0, count: 4)
        for frame in 0...Int(seconds * Float(rate)) {
            let time = Float(frame) / Float(rate)
            angles.withUnsafeMutableBufferPointer {
                hanging.advance(
                    &state, root: root(time), in: frame == 0 ? nil : 1 / Float(rate), at: time,
                    gale: gale, into: $0)
            }
        }
        return angles
    }

    private func shove(_ time: Float) -> Hanging.Root {
        Hanging.Root(shift: min(time / 0.25, 1) * 0.3, turn: 0)
    }

    @Test func itsTipLagsBehindARootThatMoves() {
        let bent = angles(lock, framesPerSecond: 60, for: 0.2, shove)
        #expect(bent[3] < -0.1)
    }

    @Test func itComesToRestWhereItHung() {
        for angle in angles(lock, framesPerSecond: 60, for: 8, shove) { #expect(abs(angle) < 1e-3) }
    }

    @Test func itTakesItsPeriodForASwing() {
        var crossings: [Float] = []
        var last: Float = -1
        for step in 30..<300 {
            let time = Float(step) / 100
            let tip = angles(lock, framesPerSecond: 100, for: time, shove)[1]
            if last < 0, tip >= 0 { crossings.append(time) }
            last = tip
        }
        // Damping of 0.2 slows a swing by 2 %.
        let period = crossings.count > 1 ? crossings[1] - crossings[0] : 0
        #expect(abs(period - 0.92) < 0.06)
    }

    @Test(arguments: [10, 24, 30, 60, 240])
    func itSwingsTheSameAtAnyFrameRate(_ rate: Int) {
        let here = angles(lock, framesPerSecond: rate, for: 1, shove)
        let there = angles(lock, framesPerSecond: 120, for: 1, shove)
        for (a, b) in zip(here, there) { #expect(abs(a - b) < 0.012) }
    }

    @Test func hairHangsStraightDownWhenTheHeadTilts() {
        let loose = Hanging(
            joints: 4, period: 0.9, damping: 0.3, stiffness: 0, wind: 1, phase: 0)
        let stiff = Hanging(
            joints: 4, period: 0.9, damping: 0.3, stiffness: 1, wind: 1, phase: 0)
        let tilted = { (_: Float) in Hanging.Root(shift: 0, turn: 0.3) }
        #expect(abs(angles(loose, framesPerSecond: 30, for: 6, tilted)[3] + 0.29) < 0.02)
        #expect(abs(angles(stiff, framesPerSecond: 30, for: 6, tilted)[3]) < 1e-3)
    }

    @Test func windLiftsTheTipMoreThanTheRoot() {
        let blown = angles(lock, framesPerSecond: 30, for: 3, gale: 20) { _ in
            Hanging.Root(shift: 0, turn: 0)
        }
        #expect(blown[3] > blown[0] && blown[0] > 0.01)
    }

    @Test func tenThousandWildMotionsStayInBounds() {
        var chance = SeededGenerator(seed: 3)
        var state = Hanging.State()
        var angles = [Float](repeating: 0, count: 4)
        for _ in 0..<10_000 {
            let root = Hanging.Root(
                shift: chance.uniform(-4...4), turn: chance.uniform(-1...1))
            angles.withUnsafeMutableBufferPointer {
                lock.advance(
                    &state, root: root, in: chance.uniform(0.001...0.9), at: 0, gale: 40, into: $0)
            }
            #expect(angles.allSatisfy { $0.isFinite && abs($0) <= 0.9 })
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func uniform(_ range: ClosedRange<Float>) -> Float {
        range.lowerBound + nextUnit() * (range.upperBound - range.lowerBound)
    }
}
