import Glibc

/// A number that follows a wish without ever jumping: a critically damped spring.
///
/// It moves by the exact solution of its equation, so one step of 1/30 s and four of 1/120 s end in
/// the same place.
struct Spring: Sendable {
    var value: Float
    /// Units per second.
    private(set) var velocity: Float = 0

    init(_ value: Float = 0) {
        self.value = value
    }

    /// Follows `target` for a while.
    ///
    /// - Parameter settling: seconds until 95 % of a change has happened.
    mutating func follow(_ target: Float, settling: Float, for seconds: Float) {
        // 1 − (1 + x)·e⁻ˣ is 0.95 at x = 4.74.
        let rate = 4.74 / settling
        let decay = exp(-rate * seconds)
        let distance = value - target
        let drive = velocity + rate * distance
        value = target + (distance + drive * seconds) * decay
        velocity = (velocity - drive * rate * seconds) * decay
    }

    /// Is there at once, at rest.
    mutating func settle(at target: Float) {
        value = target
        velocity = 0
    }
}

/// 0 up to 0, 1 from 1 on, and between them a way that starts and ends at rest.
func eased(_ x: Float) -> Float {
    let x = min(max(x, 0), 1)
    return x * x * (3 - 2 * x)
}

extension Float {
    func limited(to range: ClosedRange<Float>) -> Float {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }

    func mixed(with other: Float, _ amount: Float) -> Float { self + (other - self) * amount }
}
