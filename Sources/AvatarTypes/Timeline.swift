/// Values laid out in time: sorted spans that never overlap.
///
/// Everything the audience will see or hear is laid down ahead on timelines, and interrupting is
/// truncation: `cut(at:)` drops what has not happened yet.
public struct Timeline<Value> {
    /// A value and when it holds: from `start` up to, not including, `end`.
    public struct Span {
        public var start: MediaTime
        public var end: MediaTime
        public var value: Value

        public init(start: MediaTime, end: MediaTime, value: Value) {
            self.start = start
            self.end = end
            self.value = value
        }

        public var duration: MediaTime { end - start }
    }

    /// In order of time.
    public private(set) var spans: [Span] = []

    public init() {}

    /// - Precondition: the spans are in order, none is empty, and none overlaps the next.
    public init(_ spans: [Span]) {
        for span in spans { append(span.value, from: span.start, to: span.end) }
    }

    public var isEmpty: Bool { spans.isEmpty }

    /// The end of the last span, or zero.
    public var end: MediaTime { spans.last?.end ?? .zero }

    /// Adds a span after all others.
    ///
    /// - Precondition: `start < end`, and `start` is not before the end of the last span.
    public mutating func append(_ value: Value, from start: MediaTime, to end: MediaTime) {
        precondition(start < end, "a span must end after it starts")
        precondition(spans.isEmpty || start >= spans[spans.count - 1].end, "spans must not overlap")
        spans.append(Span(start: start, end: end, value: value))
    }

    /// Lays a span over whatever was there: what it covers is trimmed, split or dropped.
    public mutating func overwrite(_ value: Value, from start: MediaTime, to end: MediaTime) {
        precondition(start < end, "a span must end after it starts")
        var kept: [Span] = []
        kept.reserveCapacity(spans.count + 2)
        for span in spans where span.start < start {
            kept.append(Span(start: span.start, end: min(span.end, start), value: span.value))
        }
        kept.append(Span(start: start, end: end, value: value))
        for span in spans where span.end > end {
            kept.append(Span(start: max(span.start, end), end: span.end, value: span.value))
        }
        spans = kept
    }

    /// The value that holds at a moment, if one does.
    ///
    /// - Complexity: O(log *n*).
    public func value(at time: MediaTime) -> Value? { span(at: time)?.value }

    /// The span that holds at a moment, if one does.
    public func span(at time: MediaTime) -> Span? {
        let index = firstIndex(endingAfter: time)
        guard index < spans.count, spans[index].start <= time else { return nil }
        return spans[index]
    }

    /// The index of the first span that ends after a moment; `spans.count` when none does.
    ///
    /// - Complexity: O(log *n*).
    public func firstIndex(endingAfter time: MediaTime) -> Int {
        var low = 0
        var high = spans.count
        while low < high {
            let middle = (low + high) / 2
            if spans[middle].end > time { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Drops everything from a moment on; a span that holds at it ends there.
    public mutating func cut(at time: MediaTime) {
        while let last = spans.last, last.start >= time { spans.removeLast() }
        if let last = spans.last, last.end > time { spans[spans.count - 1].end = time }
    }

    /// Drops the spans that ended at or before a moment: what is over need not be kept.
    public mutating func forget(before time: MediaTime) {
        spans.removeFirst(firstIndex(endingAfter: time))
    }

    /// The same spans, later by `offset`.
    public func shifted(by offset: MediaTime) -> Timeline {
        var copy = self
        for index in copy.spans.indices {
            copy.spans[index].start += offset
            copy.spans[index].end += offset
        }
        return copy
    }

    /// Adds all spans of another timeline after these.
    public mutating func append(contentsOf other: Timeline) {
        for span in other.spans { append(span.value, from: span.start, to: span.end) }
    }

    public func map<Other>(_ transform: (Value) -> Other) -> Timeline<Other> {
        Timeline<Other>(
            spans.map { .init(start: $0.start, end: $0.end, value: transform($0.value)) })
    }
}

extension Timeline.Span: Equatable where Value: Equatable {}
extension Timeline.Span: Sendable where Value: Sendable {}
extension Timeline: Equatable where Value: Equatable {}
extension Timeline: Sendable where Value: Sendable {}
