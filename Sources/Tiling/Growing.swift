/// Memory kept from frame to frame: it grows when a frame needs more, and is never cleared or shrunk.
///
/// Elements are written and read through `base`; nothing is counted here.
public struct Growing<Element: BitwiseCopyable>: ~Copyable {
    public private(set) var base: UnsafeMutablePointer<Element>
    private var capacity: Int

    public init(capacity: Int = 256) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    /// Makes room for `count` elements. The first `kept` stay what they are; the rest are undefined.
    public mutating func reserve(_ count: Int, keeping kept: Int = 0) {
        guard count > capacity else { return }
        let larger = max(count, capacity * 2)
        let moved = UnsafeMutablePointer<Element>.allocate(capacity: larger)
        moved.update(from: base, count: kept)
        base.deallocate()
        base = moved
        capacity = larger
    }
}
