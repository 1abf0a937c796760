import AvatarTypes
import Media

/// What goes on air, and when: at once, or so much later that there is time to drop what must not air.
///
/// Everything that leaves the room compressed goes through here: to viewers, HLS, pushes and films of
/// packets. Times are those of the show; a delay changes when something is sent, not when it was.
struct Air {
    enum Item {
        case picture(MediaPacket, ViewerProfile)
        case sound(MediaPacket, Codec)
        case pose(MediaPacket)
    }

    private let broadcast: Broadcast
    /// Where else packets go.
    var outlets: [any Outlet] = []
    /// The endless WebM, and the fragments of MP4, while somebody watches them.
    var webm: LiveWebM?
    var fragments: LiveFragments?
    private let hls: HLSShelf
    private var line = DelayLine<Item>(length: .zero)
    private var filler: Filler?
    /// Pictures that were watched since there is a delay: they are made on, for who comes now wants what
    /// was then.
    private var watched: Set<ViewerProfile> = []
    /// When the last key frame of each picture was asked for; none when the next must be one.
    private var keyframes: [ViewerProfile: MediaTime] = [:]
    private(set) var counters = Counters()

    /// What a room's delay did.
    struct Counters: Sendable {
        var dumps = 0
        /// How much of the show was never on air.
        var dumped = MediaTime.zero
    }

    init(broadcast: Broadcast, hls: HLSShelf) {
        self.broadcast = broadcast
        self.hls = hls
    }

    var delay: MediaTime { line.length }

    /// Whether something else is shown in place of what was dropped.
    func isFilling(at time: MediaTime) -> Bool {
        filler.map { time < max($0.picturesUntil, $0.soundUntil) } ?? false
    }

    // MARK: Who takes it

    /// Adds what must be made although nobody watches it now.
    mutating func keepMaking(_ profiles: Set<ViewerProfile>) -> Set<ViewerProfile> {
        guard delay > .zero else { return profiles }
        watched.formUnion(profiles)
        watched.insert(.opaque)
        return watched
    }

    /// Whether the next picture of a profile must be a key frame; asking answers the wishes.
    mutating func takeKeyframeWish(for profile: ViewerProfile, at time: MediaTime) -> Bool {
        // Many may come in the same moment: one key frame every tenth of a second serves them all.
        if let last = keyframes[profile], time - last < Self.shortestInterval { return false }
        // All are asked: a wish that is not taken now would cost another key frame.
        var isWished = broadcast.takeKeyframeWish(for: profile)
        for outlet in outlets where outlet.picture == profile && outlet.takeKeyframeWish() {
            isWished = true
        }
        // Behind a delay wishes would be answered too late: key frames come often enough instead.
        if delay > .zero { isWished = false }
        let isDue =
            keyframes[profile].map { last in
                time - last >= (delay > .zero ? Self.shortInterval : Self.longInterval)
            } ?? true
        guard
            isWished || isDue
                || delay == .zero && profile == .opaque
                    && hls.wantsKeyframe(at: time)
        else { return false }
        keyframes[profile] = time
        return true
    }

    private static let shortestInterval = MediaTime.milliseconds(100)

    /// Encoders count frames, and there are fewer of them when the machine is too slow.
    private static let longInterval = MediaTime.seconds(2)
    private static let shortInterval = MediaTime.seconds(1)

    var wantsAAC: Bool {
        hls.isStreaming || outlets.contains { $0.picture != nil && $0.sound == .aac }
    }

    // MARK: On air

    /// Takes what was made at a moment, and sends what is due by then.
    mutating func put(_ item: Item, at time: MediaTime) {
        guard delay > .zero else { return send(item) }
        line.put(item, at: time)
        sendDue(at: time)
    }

    mutating func sendDue(at time: MediaTime) {
        for item in line.takeDue(at: time) { send(item) }
    }

    private mutating func send(_ item: Item) {
        switch item {
        case .picture(let packet, .pair):
            broadcast.send(packet, codec: .vp8, to: [.pair])
            if let piece = webm?.append(packet) { broadcast.send(piece) }
        case .picture(let packet, let profile):
            broadcast.send(packet, codec: .h264, to: [profile])
            if profile == .opaque {
                hls.append(packet, codec: .h264)
                sendFragment(packet, .h264)
            }
            for outlet in outlets where outlet.picture == profile { outlet.offer(packet) }
        case .sound(let packet, .opus):
            broadcast.send(packet, codec: .opus, to: [.opaque, .packed, .pair, .pose])
            if let piece = webm?.append(packet) { broadcast.send(piece) }
            sendFragment(packet, .opus)
            hls.append(packet, codec: .opus)
            offer(packet, .opus)
        case .sound(let packet, let codec):
            hls.append(packet, codec: codec)
            offer(packet, codec)
        case .pose(let packet): broadcast.send(packet, codec: .pose, to: [.pose])
        }
    }

    private mutating func sendFragment(_ packet: MediaPacket, _ codec: Codec) {
        guard let bytes = fragments?.fragment(packet) else { return }
        var wrapped = packet
        wrapped.bytes = bytes
        broadcast.send(wrapped, codec: codec, to: [.film])
    }

    private func offer(_ sound: MediaPacket, _ codec: Codec) {
        for outlet in outlets where outlet.picture != nil && outlet.sound == codec {
            outlet.offer(sound)
        }
    }

    // MARK: The delay

    /// Holds everything for so long from now on. What waited for another delay is sent now; with a longer
    /// one the picture stands still until the new one has passed.
    mutating func hold(for delay: MediaTime) {
        for item in line.takeAll() { send(item) }
        line = DelayLine(length: delay)
        filler = nil
        watched = []
        keyframes = [:]
        broadcast.hold(for: delay)
    }

    /// Drops all that has not been on air, words included; the filler is shown for as long.
    mutating func dump(at time: MediaTime, showing filler: Filler) {
        let isShown = isFilling(at: time)
        let left = self.filler.map { max($0.picturesUntil, $0.soundUntil) - time } ?? .zero
        line.drop()
        broadcast.dropHeld()
        keyframes = [:]
        self.filler = filler
        counters.dumps += 1
        counters.dumped += isShown ? delay - left : delay
    }

    /// The filler's pictures for a frame of the show, while there is one.
    mutating func fillPictures(
        at time: MediaTime, for profiles: Set<ViewerProfile>
    ) throws(MediaError) {
        guard let end = filler?.picturesUntil, time < end else { return }
        let seen = time - delay
        for profile in ViewerProfile.pictures where profiles.contains(profile) {
            for packet in try filler?.picture(for: profile, at: seen) ?? [] {
                send(.picture(packet, profile))
            }
        }
    }

    mutating func fillSound(count: Int, at time: MediaTime) throws(MediaError) {
        let (heard, wantsAAC) = (time - delay, wantsAAC)
        guard let end = filler?.soundUntil, time < end,
            let sound = try filler?.sound(count: count, at: heard, withAAC: wantsAAC)
        else { return }
        send(.sound(sound.opus, .opus))
        for packet in sound.aac { send(.sound(packet, .aac)) }
    }
}
