/// The caller's present: nothing in this module reads a clock.
public struct Moment: Hashable, Sendable {
    /// Seconds since 1970.
    public var seconds: Double
    public var year: Int
    /// 1…12.
    public var month: Int
    /// 1…31.
    public var day: Int
    /// ISO 8601: 1 is Monday, 7 is Sunday.
    public var weekday: Int
    /// 0…23, local.
    public var hour: Int
    public var minute: Int

    public init(
        seconds: Double, year: Int, month: Int, day: Int, weekday: Int, hour: Int, minute: Int
    ) {
        precondition((1...12).contains(month), "months count from 1")
        precondition((1...7).contains(weekday), "weekdays count from 1, Monday")
        self.seconds = seconds
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.hour = hour
        self.minute = minute
    }

    /// Days since 1970 by the local calendar.
    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", `days_from_civil`.
    var dayNumber: Int {
        let year = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }

    enum PartOfDay: Int {
        case night, morning, day, evening
    }

    var partOfDay: PartOfDay {
        switch hour {
        case 5..<11: .morning
        case 11..<18: .day
        case 18..<23: .evening
        default: .night
        }
    }
}
