import AvatarTypes
import Glibc

// How the numbers of measured behaviour are drawn.

extension SeededGenerator {
    mutating func uniform(_ range: ClosedRange<Float>) -> Float {
        range.lowerBound + (range.upperBound - range.lowerBound) * nextUnit()
    }

    /// Exponentially distributed with mean 1: the time until something that may happen at any moment.
    mutating func exponential() -> Float { -log(1 - nextUnit()) }

    /// Normally distributed, redrawn into mean ± 2 deviations and never below a third of the mean.
    ///
    /// Always takes two numbers from the generator.
    mutating func duration(mean: Float, deviation: Float) -> Float {
        let radius = (-2 * log(1 - nextUnit())).squareRoot()
        let normal = radius * cos(2 * .pi * nextUnit())
        return max(mean / 3, mean + deviation * normal.limited(to: -2...2))
    }
}
