import AvatarTypes
import Media

/// From frames and sound to packets: one encoder for each kind of picture that somebody watches, however
/// many watch it, and one for sound. Encoders live while there is an audience.
struct Transmission {
    private let broadcast: Broadcast
    private let size: PixelSize
    private let framesPerSecond: Int
    private let backdrop: Image
    private let preset: VideoEncoder.Preset
    private var pictures: [ViewerProfile: VideoEncoder] = [:]
    private var sound: SoundEncoder?
    /// Sound for HLS players that take no Opus.
    private var aac: AACEncoder?
    private let hls: HLSShelf
    /// What the media clock's zero is, in milliseconds since 1970.
    var dateOfZero: Int64 = 0

    init(
        broadcast: Broadcast, hls: HLSShelf, size: PixelSize, framesPerSecond: Int, backdrop: Image,
        preset: VideoEncoder.Preset = .superfast
    ) {
        self.broadcast = broadcast
        self.hls = hls
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.backdrop = backdrop
        self.preset = preset
    }

    /// Which pictures somebody sees at a moment: viewers, and HLS while it is asked for.
    mutating func audience(at time: MediaTime) -> Set<ViewerProfile> {
        var profiles = broadcast.demand
        profiles.remove(.events)
        if hls.isWanted(at: time) { profiles.insert(.opaque) }
        if profiles.isEmpty { dropEncoders() }
        return profiles
    }

    /// - Parameter background: what is behind the frame where it is sent without alpha.
    mutating func send(
        _ frame: Frame, over background: Image?, to audience: Set<ViewerProfile>
    ) throws(MediaError) {
        try keepStreaming(at: frame.time)
        for profile in ViewerProfile.allCases where audience.contains(profile) {
            var wantsKeyframe = broadcast.takeKeyframeWish(for: profile)
            if profile == .opaque, hls.wantsKeyframe(at: frame.time) {
                wantsKeyframe = true
            }
            let encoder = try encoder(for: profile)
            for packet in try encoder.encode(
                frame, over: background, forceKeyframe: wantsKeyframe)
            {
                broadcast.send(packet, codec: .h264, to: [profile])
                if profile == .opaque { hls.append(packet, codec: .h264) }
            }
        }
    }

    /// - Parameter time: when the first sample is heard.
    mutating func send(_ samples: [Float], at time: MediaTime) throws(MediaError) {
        let packet = try soundEncoder().encode(samples[...], at: time)
        broadcast.send(packet, codec: .opus, to: [.opaque, .packed])
        guard hls.isStreaming else { return }
        hls.append(packet, codec: .opus)
        for packet in try aacEncoder().encode(samples[...], at: time) {
            hls.append(packet, codec: .aac)
        }
    }

    /// Begins HLS when somebody wants it.
    private mutating func keepStreaming(at time: MediaTime) throws(MediaError) {
        guard hls.isWanted(at: time) else { return }
        if hls.isStreaming { return hls.tell(dateOfZero: dateOfZero) }
        hls.begin(
            try tracks(for: .opaque) + [aacEncoder().description],
            framesPerSecond: framesPerSecond, dateOfZero: dateOfZero)
    }

    /// Forgets all encoders: after a failure the next packet comes from new ones, and begins with a key
    /// frame.
    mutating func dropEncoders() {
        pictures = [:]
        sound = nil
        aac = nil
    }

    /// What a viewer of a profile must be told.
    mutating func tracks(for profile: ViewerProfile) throws(MediaError) -> [TrackDescription] {
        if profile == .events { return [] }
        return [try encoder(for: profile).description, try soundEncoder().description]
    }

    private mutating func encoder(for profile: ViewerProfile) throws(MediaError) -> VideoEncoder {
        if let encoder = pictures[profile] { return encoder }
        let encoder = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: framesPerSecond,
            alpha: profile == .packed ? .packed : .opaque(backdrop: backdrop), preset: preset)
        pictures[profile] = encoder
        return encoder
    }

    private mutating func soundEncoder() throws(MediaError) -> SoundEncoder {
        if let sound { return sound }
        let encoder = try SoundEncoder()
        sound = encoder
        return encoder
    }

    private mutating func aacEncoder() throws(MediaError) -> AACEncoder {
        if let aac { return aac }
        let encoder = try AACEncoder()
        aac = encoder
        return encoder
    }
}
