/// A moment or a span on the media clock: a whole number of ticks of 1/705,600,000 second.
///
/// The tick divides exactly into frames at 24, 25, 30, 50 and 60 per second, samples at 8, 16, 22.05,
/// 24, 32, 44.1 and 48 kHz, and the 90 kHz of MPEG timestamps, so nothing is ever rounded between
/// the clocks of picture and sound: after a day the mouth is where it was after a second. 64 bits hold
/// 414 years.
///
/// This is the only clock arithmetic in the project.
///
/// - Source: the tick is Facebook's "flick" (2018).
@frozen
public struct MediaTime: Hashable, Comparable, Sendable {
    /// Ticks in one second.
    public static let ticksPerSecond: Int64 = 705_600_000

    public static let zero = MediaTime(ticks: 0)

    /// Later than anything that happens on air.
    public static let distantFuture = MediaTime(ticks: .max / 4)

    public var ticks: Int64

    @inlinable
    public init(ticks: Int64) {
        self.ticks = ticks
    }

    /// The tick nearest to a number of seconds.
    public static func seconds(_ seconds: Double) -> MediaTime {
        MediaTime(ticks: Int64((seconds * Double(ticksPerSecond)).rounded()))
    }

    public static func milliseconds(_ milliseconds: Int) -> MediaTime {
        MediaTime(ticks: Int64(milliseconds) * (ticksPerSecond / 1000))
    }

    public static func microseconds(_ microseconds: Int64) -> MediaTime {
        MediaTime(ticks: scaled(microseconds, by: ticksPerSecond, over: 1_000_000))
    }

    /// The length of a number of samples, or the moment at which sample `count` is heard.
    public static func samples(_ count: Int, rate: Int) -> MediaTime {
        MediaTime(ticks: scaled(Int64(count), by: ticksPerSecond, over: Int64(rate)))
    }

    /// The moment at which frame `count` is shown.
    public static func frames(_ count: Int, perSecond rate: Int) -> MediaTime {
        samples(count, rate: rate)
    }

    public var seconds: Double { Double(ticks) / Double(Self.ticksPerSecond) }

    /// Microseconds, rounded down: the unit of WebCodecs.
    public var microseconds: Int64 { inUnits(perSecond: 1_000_000) }

    /// Whole samples that fit before this moment.
    public func samples(rate: Int) -> Int { Int(inUnits(perSecond: Int64(rate))) }

    /// This moment on a clock of `rate` units per second, rounded down.
    public func inUnits(perSecond rate: Int64) -> Int64 {
        Self.scaled(ticks, by: rate, over: Self.ticksPerSecond)
    }

    /// `value · numerator / denominator`, rounded down, without overflow between.
    private static func scaled(_ value: Int64, by numerator: Int64, over denominator: Int64)
        -> Int64
    {
        let product = value.multipliedFullWidth(by: numerator)
        let (quotient, remainder) = denominator.dividingFullWidth(product)
        return remainder < 0 ? quotient - 1 : quotient
    }

    @inlinable
    public static func < (a: MediaTime, b: MediaTime) -> Bool { a.ticks < b.ticks }

    @inlinable
    public static func + (a: MediaTime, b: MediaTime) -> MediaTime {
        MediaTime(ticks: a.ticks + b.ticks)
    }

    @inlinable
    public static func - (a: MediaTime, b: MediaTime) -> MediaTime {
        MediaTime(ticks: a.ticks - b.ticks)
    }

    @inlinable
    public static prefix func - (a: MediaTime) -> MediaTime { MediaTime(ticks: -a.ticks) }

    @inlinable
    public static func * (a: MediaTime, factor: Int) -> MediaTime {
        MediaTime(ticks: a.ticks * Int64(factor))
    }

    /// How many times `b` goes into `a`: dimensionless, for phases and weights.
    public static func / (a: MediaTime, b: MediaTime) -> Double {
        Double(a.ticks) / Double(b.ticks)
    }

    public static func += (a: inout MediaTime, b: MediaTime) { a = a + b }
    public static func -= (a: inout MediaTime, b: MediaTime) { a = a - b }
}

extension MediaTime: CustomStringConvertible {
    public var description: String { "\(seconds) s" }
}
