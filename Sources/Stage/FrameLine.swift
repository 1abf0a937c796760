import AvatarTypes
import Dispatch
import Synchronization

/// Pictures and sound as they are drawn and spoken, between the show's thread, which never waits, and a
/// thread that writes them somewhere. When too many pictures wait, new ones are left out.
final class FrameLine: Sendable {
    enum Item: Sendable {
        case picture(Frame, over: Image?)
        case sound([Float], at: MediaTime)
    }

    private struct State {
        var items: [Item] = []
        var pictures = 0
        var isClosed = false
        var leftOut = 0
    }

    private let state = Mutex(State())
    private let change = DispatchSemaphore(value: 0)
    /// Pictures that may wait; one of 800x960 has 3 MB.
    private static let limit = 12

    func offer(_ item: Item) {
        let isTaken = state.withLock { state in
            if state.isClosed { return false }
            if case .picture = item {
                guard state.pictures < Self.limit else {
                    state.leftOut += 1
                    return false
                }
                state.pictures += 1
            }
            state.items.append(item)
            return true
        }
        if isTaken { change.signal() }
    }

    /// The next, as soon as there is one; nil when the line is closed and empty.
    func next() -> Item? {
        while true {
            change.wait()
            let (item, isClosed) = state.withLock { state in
                let item = state.items.isEmpty ? nil : state.items.removeFirst()
                if case .picture = item { state.pictures -= 1 }
                return (item, state.isClosed)
            }
            if let item { return item }
            if isClosed { return nil }
        }
    }

    /// Pictures that were left out because too many waited.
    var leftOut: Int { state.withLock { $0.leftOut } }

    func close() {
        state.withLock { $0.isClosed = true }
        change.signal()
    }
}
