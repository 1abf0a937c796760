import AvatarTypes
import Media
import Synchronization

/// The last minutes of a show, compressed, in memory: a clip of them can be kept after something
/// happened.
final class ClipBuffer: Outlet {
    private struct State {
        /// Begins with a key frame.
        var packets: [MediaPacket] = []
        var wantsKeyframe = true
        var isClosed = false
    }

    /// How far back it goes.
    let length: MediaTime
    let tracks: [TrackDescription]
    private let state = Mutex(State())

    init(length: MediaTime, tracks: [TrackDescription]) {
        self.length = length
        self.tracks = tracks
    }

    var picture: ViewerProfile? { state.withLock { $0.isClosed } ? nil : .opaque }
    var sound: Codec { .opus }

    func takeKeyframeWish() -> Bool {
        state.withLock { state in
            defer { state.wantsKeyframe = false }
            return state.wantsKeyframe
        }
    }

    func offer(_ packet: MediaPacket) {
        state.withLock { state in
            if state.packets.isEmpty, packet.track != .video || !packet.isKeyframe { return }
            state.packets.append(packet)
            // A group of pictures goes when the next one reaches back far enough.
            guard packet.track == .video, packet.isKeyframe else { return }
            let keyframes = state.packets.indices.filter {
                state.packets[$0].track == .video && state.packets[$0].isKeyframe
                    && packet.pts - state.packets[$0].pts >= length
            }
            if let first = keyframes.last { state.packets.removeFirst(first) }
        }
    }

    /// The last packets, from the key frame at or before `duration` ago on.
    func last(_ duration: MediaTime) -> [MediaPacket] {
        let packets = state.withLock { $0.packets }
        guard let end = packets.last(where: { $0.track == .video })?.pts else { return [] }
        let first = packets.lastIndex {
            $0.track == .video && $0.isKeyframe && end - $0.pts >= duration
        }
        return Array(packets[(first ?? 0)...])
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            state.packets = []
        }
    }
}
