import AvatarTypes

/// Which parts of one recording are which parts of another of the same text. Within a part time passes
/// evenly; between parts nothing is said.
struct TimeMap {
    struct Part: Equatable {
        var old: Range<MediaTime>
        var new: Range<MediaTime>
    }

    /// In order, and without overlap, on both sides.
    private(set) var parts: [Part] = []

    var isEmpty: Bool { parts.isEmpty }

    /// Adds a part after all others; it gives way to what is there, and is left out if nothing is left.
    mutating func append(_ old: Range<MediaTime>, to new: Range<MediaTime>) {
        let from = max(old.lowerBound, parts.last?.old.upperBound ?? .zero)
        let start = max(new.lowerBound, parts.last?.new.upperBound ?? .zero)
        guard from < old.upperBound, start < new.upperBound else { return }
        parts.append(Part(old: from..<old.upperBound, new: start..<new.upperBound))
    }

    /// A moment between parts is moved to the nearer end.
    func callAsFunction(_ time: MediaTime) -> MediaTime {
        guard let index = parts.firstIndex(where: { time < $0.old.upperBound }) else {
            return parts.last?.new.upperBound ?? time
        }
        let part = parts[index]
        if time >= part.old.lowerBound { return part.moved(time) }
        guard index > 0 else { return part.new.lowerBound }
        let before = parts[index - 1]
        return time - before.old.upperBound < part.old.lowerBound - time
            ? before.new.upperBound : part.new.lowerBound
    }

    /// A timeline of the old recording on the new one's clock; what lies between parts is dropped.
    func map<Value: Equatable>(_ timeline: Timeline<Value>) -> Timeline<Value> {
        var spans: [Timeline<Value>.Span] = []
        var first = 0
        for span in timeline.spans {
            while first < parts.count, parts[first].old.upperBound <= span.start { first += 1 }
            var index = first
            while index < parts.count, parts[index].old.lowerBound < span.end {
                let part = parts[index]
                index += 1
                let start = part.moved(max(span.start, part.old.lowerBound))
                let end = part.moved(min(span.end, part.old.upperBound))
                guard start < end else { continue }
                if let last = spans.last, last.end == start, last.value == span.value {
                    spans[spans.count - 1].end = end
                } else {
                    spans.append(.init(start: start, end: end, value: span.value))
                }
            }
        }
        return Timeline(spans)
    }
}

extension TimeMap.Part {
    /// - Precondition: the moment is within the old range, or at its end.
    fileprivate func moved(_ time: MediaTime) -> MediaTime {
        if time == old.upperBound { return new.upperBound }
        let part = (time - old.lowerBound) / (old.upperBound - old.lowerBound)
        let length = (new.upperBound - new.lowerBound).seconds
        return new.lowerBound + .seconds(part * length)
    }
}
