import AvatarTypes

/// What waits before it goes on air, in order.
struct DelayLine<Item> {
    /// How long it waits; zero passes everything on at once.
    let length: MediaTime
    private var waiting: [(due: MediaTime, item: Item)] = []
    private var head = 0

    init(length: MediaTime) {
        self.length = length
    }

    /// - Parameter time: now; times only rise.
    mutating func put(_ item: Item, at time: MediaTime) {
        waiting.append((time + length, item))
    }

    /// What has waited long enough.
    mutating func takeDue(at time: MediaTime) -> [Item] {
        let first = head
        while head < waiting.count, waiting[head].due <= time { head += 1 }
        let due = waiting[first..<head].map(\.item)
        if head > 1_000, head * 2 > waiting.count {
            waiting.removeFirst(head)
            head = 0
        }
        return due
    }

    /// Everything, at once.
    mutating func takeAll() -> [Item] {
        defer { drop() }
        return waiting[head...].map(\.item)
    }

    /// Forgets what waits.
    mutating func drop() {
        waiting = []
        head = 0
    }

    var count: Int { waiting.count - head }
}
