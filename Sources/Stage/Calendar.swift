import Foundation
import Mind

extension Moment {
    /// A date as it is on the wall where the server stands.
    init(_ date: Date) {
        let parts = Calendar.current.dateComponents(
            [.year, .month, .day, .weekday, .hour, .minute], from: date)
        self.init(
            seconds: date.timeIntervalSince1970, year: parts.year ?? 1970, month: parts.month ?? 1,
            day: parts.day ?? 1,
            // Foundation counts from Sunday, 1; ISO 8601 from Monday, 1.
            weekday: ((parts.weekday ?? 1) + 5) % 7 + 1, hour: parts.hour ?? 0,
            minute: parts.minute ?? 0)
    }
}
