/// The events that a room told last, numbered from 1, for viewers who come back.
struct Journal {
    /// A viewer who missed more than these has missed some for good.
    static let limit = 1_000
    /// In bytes of text, over all of them.
    static let byteLimit = 1 << 20

    private var events: [String] = []
    private var bytes = 0
    /// The number of the latest event; 0 before the first.
    private(set) var last = 0

    /// - Parameter event: a JSON object with at least one member.
    /// - Returns: the same with its number.
    mutating func note(_ event: String) -> String {
        last += 1
        let numbered = "{\"seq\":\(last),\(event.dropFirst())"
        events.append(numbered)
        bytes += numbered.utf8.count
        while events.count > Self.limit || bytes > Self.byteLimit {
            bytes -= events.removeFirst().utf8.count
        }
        return numbered
    }

    /// What came after an event, or nil when some of it is not kept any more, or the number is of the future.
    func events(after number: Int) -> ArraySlice<String>? {
        guard number <= last, last - number <= events.count else { return nil }
        return events.suffix(last - number)
    }
}
