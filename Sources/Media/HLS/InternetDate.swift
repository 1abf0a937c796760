/// A moment as playlists write it: `2026-11-26T15:28:04.250Z`.
///
/// - Source: ISO 8601; the days are counted as in Hinnant, "chrono-Compatible Low-Level Date Algorithms".
struct InternetDate: CustomStringConvertible {
    let description: String

    /// - Parameter milliseconds: since 1970, not negative.
    init(_ milliseconds: Int64) {
        let (seconds, fraction) = Int(milliseconds).quotientAndRemainder(dividingBy: 1000)
        let (days, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
        // Years begin in March, so that the leap day is the last.
        let shifted = days + 719_468
        let era = shifted / 146_097
        let day = shifted - era * 146_097
        let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365
        let dayOfYear = day - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        let calendarMonth = month < 10 ? month + 3 : month - 9
        func digits(_ number: Int, _ count: Int = 2) -> String {
            let text = String(number)
            return String(repeating: "0", count: max(0, count - text.count)) + text
        }
        description =
            digits(year + era * 400 + (calendarMonth <= 2 ? 1 : 0), 4)
            + "-\(digits(calendarMonth))-\(digits(dayOfYear - (153 * month + 2) / 5 + 1))"
            + "T\(digits(second / 3600)):\(digits(second / 60 % 60)):\(digits(second % 60))"
            + ".\(digits(fraction, 3))Z"
    }
}
