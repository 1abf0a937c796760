/// A day as a diary counts it: from four in the morning to four in the morning, by the local clock.
public struct DiaryDay: Equatable, Sendable {
    /// As `2026-05-17`.
    public var name: String
    /// Seconds since 1970.
    public var start: Double
    public var end: Double

    private static let firstHour = 4
    private static let length = 86_400.0

    /// The last day that is over.
    public init(before now: Moment) {
        let sinceMidnight = Double(now.hour * 3600 + now.minute * 60)
        let midnight = (now.seconds / 60).rounded(.down) * 60 - sinceMidnight
        let isNight = now.hour < Self.firstHour
        end = midnight + Double(Self.firstHour) * 3600 - (isNight ? Self.length : 0)
        start = end - Self.length
        name = Self.name(of: now.dayNumber - (isNight ? 2 : 1))
    }

    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `civil_from_days`.
    private static func name(of dayNumber: Int) -> String {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let civil = month < 10 ? month + 3 : month - 9
        return "\(year + era * 400 + (civil <= 2 ? 1 : 0))-\(civil.padded)-\(day.padded)"
    }
}
