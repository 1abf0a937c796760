/// The time that a question speaks of: "yesterday", "last week", "в мае".
enum TimeHint {
    private static let day = 86400.0

    /// Days ago, from and to, by what is said.
    private static let spans: [(words: [String], from: Double, to: Double)] = [
        (["the day before yesterday", "позавчера", "一昨日", "おととい"], 3, 1),
        (["yesterday", "last night", "вчера", "昨日", "きのう"], 2, 0.2),
        (["this morning", "today", "сегодня", "今日", "今朝"], 1, 0),
        (["last week", "a week ago", "на прошлой неделе", "неделю назад", "先週"], 14, 4),
        (["last month", "a month ago", "в прошлом месяце", "месяц назад", "先月"], 62, 20),
        (["last year", "a year ago", "в прошлом году", "год назад", "去年"], 730, 180),
    ]

    /// Stems that stand for months, January first.
    private static let months: [[String]] = [
        ["january", "январ", "1月"], ["february", "феврал", "2月"], ["march", "март", "3月"],
        ["april", "апрел", "4月"], ["in may", "of may", "since may", " мае", " мая", "5月"],
        ["june", "июн", "6月"], ["july", "июл", "7月"], ["august", "август", "8月"],
        ["september", "сентябр", "9月"], ["october", "октябр", "10月"],
        ["november", "ноябр", "11月"], ["december", "декабр", "12月"],
    ]

    /// Seconds since 1970.
    static func window(in text: String, now: Double) -> Range<Double>? {
        let text = text.lowercased()
        if let span = spans.first(where: { $0.words.contains(where: text.contains) }) {
            return now - span.from * day..<now - span.to * day
        }
        // 11月 holds 1月: the last months first.
        for month in months.indices.reversed() where months[month].contains(where: text.contains) {
            return lastTime(of: month + 1, now: now)
        }
        return nil
    }

    /// The last such month that has begun, in UTC.
    private static func lastTime(of month: Int, now: Double) -> Range<Double> {
        let today = Int((now / day).rounded(.down))
        let (year, present) = yearAndMonth(today)
        let start = days(year: month <= present ? year : year - 1, month: month)
        return Double(start) * day..<Double(start + 31) * day
    }

    /// Days from 1970 to the first of a month.
    /// - Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
    private static func days(year: Int, month: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = year / 400
        let ofEra = year - era * 400
        let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
    }

    private static func yearAndMonth(_ day: Int) -> (Int, Int) {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let civil = month < 10 ? month + 3 : month - 9
        return (year + era * 400 + (civil <= 2 ? 1 : 0), civil)
    }
}
