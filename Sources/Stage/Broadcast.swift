import AvatarTypes
import Foundation
import Media
import Synchronization

/// What a viewer takes.
public enum ViewerProfile: String, Sendable, CaseIterable {
    /// Picture before the room's backdrop, and sound.
    case opaque
    /// The same in fragments of MP4, for who has no decoder but a video element.
    case film
    /// Picture with alpha (colour above alpha), and sound.
    case packed
    /// Picture with alpha as two of VP8 (colour, and alpha beside it), and sound.
    case pair
    /// The same as one endless WebM.
    case webm
    /// The pose of each frame, for who draws it elsewhere, and sound.
    case pose
    /// Events only.
    case events

    /// Those whose pictures are compressed, each by an encoder of its own.
    static let pictures: [ViewerProfile] = [.opaque, .packed, .pair]

    /// Whose picture it is: ways of watching share an encoder.
    var picture: ViewerProfile {
        switch self {
        case .film: .opaque
        case .webm: .pair
        default: self
        }
    }
}

/// Fan-out: every packet and event to every viewer of a room, without waiting for any of them.
final class Broadcast: Sendable {
    private struct Viewer {
        let queue: SeatQueue
        var profile: ViewerProfile
        var token: String
    }

    private struct State {
        var viewers: [ObjectIdentifier: Viewer] = [:]
        var dropped = 0
        var wantsKeyframe: Set<ViewerProfile> = []
        var isClosed = false
        /// Events wait as long as pictures do: a caption says what was said.
        var held = DelayLine<String>(length: .zero)
        var now = MediaTime.zero
        var journal = Journal()
        var sessions = Sessions()

        mutating func tell(_ event: String) {
            let event = journal.note(event)
            for (id, viewer) in viewers where !viewer.queue.offer(event: event) {
                viewers[id] = nil
            }
        }
    }

    private let state = Mutex(State())

    /// Takes a viewer in, or changes what one takes. The hello is the first thing it gets; after the
    /// end it is also the last.
    ///
    /// - Parameter resumption: who comes back gets the events that it has missed, after the hello.
    func admit(
        _ queue: SeatQueue, as profile: ViewerProfile, resuming resumption: Resumption? = nil,
        hello: (Attendance) -> String
    ) {
        state.withLock { state in
            queue.restart()
            let known = state.viewers[ObjectIdentifier(queue)]?.token ?? resumption?.token
            let token =
                known.flatMap { state.sessions.use($0) ? $0 : nil } ?? state.sessions.begin()
            // Numbers of another room, or of one before this, are not ours.
            let missed = resumption.flatMap { resumption in
                token == resumption.token ? state.journal.events(after: resumption.after) : nil
            }
            queue.offer(
                event: hello(
                    Attendance(
                        token: token, seq: state.journal.last - (missed?.count ?? 0),
                        isResumed: missed != nil)))
            for event in missed ?? [] { queue.offer(event: event) }
            if state.isClosed { return queue.close() }
            state.viewers[ObjectIdentifier(queue)] = Viewer(
                queue: queue, profile: profile, token: token)
            state.wantsKeyframe.insert(profile)
        }
    }

    /// - Returns: whether it is the first time that a viewer's session says this.
    func take(chat: String, from queue: SeatQueue) -> Bool {
        state.withLock { state in
            guard let token = state.viewers[ObjectIdentifier(queue)]?.token else { return true }
            return state.sessions.take(chat: chat, of: token)
        }
    }

    /// What was refused may be said again.
    func forget(chat: String, from queue: SeatQueue) {
        state.withLock { state in
            guard let token = state.viewers[ObjectIdentifier(queue)]?.token else { return }
            state.sessions.forget(chat: chat, of: token)
        }
    }

    /// Hands out one packet that was encoded for a profile; sound is for both.
    func send(_ packet: MediaPacket, codec: Codec, to profiles: Set<ViewerProfile>) {
        let message = packet.wireMessage(codec: codec)
        let isVideo = packet.track == .video || packet.track == .pose
        send(
            message, isVideo: isVideo, isKeyframe: packet.isKeyframe, to: profiles,
            announcement: { Self.sent(packet) }
        ) {
            var packet = packet
            packet.isDiscontinuity = true
            return packet.wireMessage(codec: codec)
        }
    }

    /// Hands out a piece of the endless WebM.
    func send(_ piece: LiveWebM.Piece) {
        send(
            piece.bytes, isVideo: piece.isPicture, isKeyframe: piece.isKeyframe, to: [.webm]
        ) { piece.bytes }
    }

    /// - Parameters:
    ///   - announcement: what a viewer who measures is told before it.
    ///   - restart: the same message, for who has lost what was before it.
    private func send(
        _ message: [UInt8], isVideo: Bool, isKeyframe: Bool, to profiles: Set<ViewerProfile>,
        announcement: (() -> String)? = nil, restart: () -> [UInt8]
    ) {
        state.withLock { state in
            for (id, viewer) in state.viewers where profiles.contains(viewer.profile) {
                if viewer.queue.isTimed, let announcement {
                    viewer.queue.offer(event: announcement())
                }
                let outcome = viewer.queue.offer(
                    message, isVideo: isVideo, isKeyframe: isKeyframe, restart: restart)
                switch outcome {
                case .taken: break
                case .skipped(let dropped):
                    // The first packets of a new viewer are not lost, only not for it.
                    if dropped > 1 { state.dropped += dropped }
                    // Asked for when the viewer takes again: for one that stalls it would be in vain.
                    if viewer.queue.needsKeyframe { state.wantsKeyframe.insert(viewer.profile) }
                case .closed: state.viewers[id] = nil
                }
            }
        }
    }

    private static func sent(_ packet: MediaPacket) -> String {
        RoomEvent.json(
            RoomEvent.Sent(
                track: packet.track.rawValue, pts: packet.pts.microseconds,
                at: Int64(Date().timeIntervalSince1970 * 1_000_000)))
    }

    /// Tells everybody something, when the pictures of this moment are on air.
    func send(event: String) {
        state.withLock { state in
            guard state.held.length > .zero else { return state.tell(event) }
            let now = state.now
            state.held.put(event, at: now)
        }
    }

    /// The show has come so far: what is due is told.
    func advance(to time: MediaTime) {
        state.withLock { state in
            state.now = time
            for event in state.held.takeDue(at: time) { state.tell(event) }
        }
    }

    /// Holds events for so long; what waited is told now.
    func hold(for delay: MediaTime) {
        state.withLock { state in
            for event in state.held.takeAll() { state.tell(event) }
            state.held = DelayLine(length: delay)
        }
    }

    /// Forgets the events that wait.
    func dropHeld() { state.withLock { $0.held.drop() } }

    /// Which pictures somebody wants to see.
    var demand: Set<ViewerProfile> {
        state.withLock { state in
            for (id, viewer) in state.viewers where viewer.queue.isClosed {
                state.viewers[id] = nil
            }
            return Set(state.viewers.values.map(\.profile))
        }
    }

    /// Whether somebody waits for a key frame of a picture; asking answers the wish.
    func takeKeyframeWish(for picture: ViewerProfile) -> Bool {
        state.withLock { state in
            let wishes = state.wantsKeyframe.filter { $0.picture == picture }
            state.wantsKeyframe.subtract(wishes)
            return !wishes.isEmpty
        }
    }

    var viewerCount: Int {
        state.withLock { state in state.viewers.values.count { !$0.queue.isClosed } }
    }

    /// Packets that slow viewers did not get, since the room opened.
    var droppedPackets: Int { state.withLock { $0.dropped } }

    /// Ends every viewer's sequence, and those of all who come later.
    func close() {
        state.withLock { state in
            state.isClosed = true
            for viewer in state.viewers.values { viewer.queue.close() }
            state.viewers = [:]
        }
    }
}
