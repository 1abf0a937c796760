import AvatarTypes
import Dispatch
import Media
import Synchronization

/// Packets between the show's thread, which never waits, and a thread that writes them somewhere.
///
/// Begins at a key frame. When too many wait, all of them are dropped up to the next key frame.
final class PacketLine: Sendable {
    private struct State {
        var packets: [MediaPacket] = []
        var awaitsKeyframe = true
        var wantsKeyframe = true
        var isClosed = false
        var dropped = 0
    }

    private let state = Mutex(State())
    private let change = DispatchSemaphore(value: 0)
    private let limit: Int

    /// - Parameter limit: packets that may wait; about eighty are a second.
    init(limit: Int) {
        self.limit = limit
    }

    func offer(_ packet: MediaPacket) {
        let isTaken = state.withLock { state in
            if state.isClosed { return false }
            if state.packets.count >= limit {
                state.dropped += state.packets.count
                state.packets = []
                state.awaitsKeyframe = true
                state.wantsKeyframe = true
            }
            if state.awaitsKeyframe {
                guard packet.track == .video, packet.isKeyframe else { return false }
                state.awaitsKeyframe = false
            }
            state.packets.append(packet)
            return true
        }
        if isTaken { change.signal() }
    }

    /// All that wait, as soon as there is one; nil when the line is closed and empty.
    func next() -> [MediaPacket]? {
        while true {
            change.wait()
            let (packets, isClosed) = state.withLock { state in
                defer { state.packets = [] }
                return (state.packets, state.isClosed)
            }
            if !packets.isEmpty { return packets }
            if isClosed { return nil }
        }
    }

    /// Forgets what waits, and begins anew at a key frame.
    func restart() {
        state.withLock { state in
            state.packets = []
            state.awaitsKeyframe = true
            state.wantsKeyframe = true
        }
    }

    func takeKeyframeWish() -> Bool {
        state.withLock { state in
            defer { state.wantsKeyframe = false }
            return state.wantsKeyframe
        }
    }

    /// Packets that were dropped because too many waited.
    var dropped: Int { state.withLock { $0.dropped } }

    func close() {
        state.withLock { $0.isClosed = true }
        change.signal()
    }
}
