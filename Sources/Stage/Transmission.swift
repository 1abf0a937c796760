import AvatarTypes
import Media

/// From frames and sound to packets: one encoder for each kind of picture that somebody watches, however
/// many watch it, and one for each kind of sound. Encoders live while there is an audience.
struct Transmission {
    private let broadcast: Broadcast
    private let size: PixelSize
    private let framesPerSecond: Int
    private let backdrop: Image
    private let preset: VideoEncoder.Preset
    private var pictures: [ViewerProfile: any PictureEncoder] = [:]
    private var sound: SoundEncoder?
    /// Sound for what takes no Opus.
    private var aac: AACEncoder?
    /// Where packets go, and when.
    var air: Air
    private let hls: HLSShelf
    /// Who takes pictures and sound as they are drawn and spoken.
    var recordings: [Recording] = []
    /// What the media clock's zero is, in milliseconds since 1970.
    var dateOfZero: Int64 = 0

    init(
        broadcast: Broadcast, hls: HLSShelf, size: PixelSize, framesPerSecond: Int, backdrop: Image,
        preset: VideoEncoder.Preset = .superfast
    ) {
        self.broadcast = broadcast
        air = Air(broadcast: broadcast, hls: hls)
        self.hls = hls
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.backdrop = backdrop
        self.preset = preset
    }

    /// Which pictures somebody sees at a moment: viewers, and HLS while it is asked for.
    mutating func audience(at time: MediaTime) -> Set<ViewerProfile> {
        let viewers = broadcast.demand
        if !viewers.contains(.webm) { air.webm = nil }
        if !viewers.contains(.film) { air.fragments = nil }
        var profiles = Set(viewers.map(\.picture))
        profiles.remove(.events)
        profiles.formUnion(air.outlets.compactMap(\.picture))
        if hls.isWanted(at: time) { profiles.insert(.opaque) }
        profiles = air.keepMaking(profiles)
        if profiles.isEmpty { dropEncoders() }
        return profiles
    }

    /// Whether pictures, or sound at least, are wanted as they are.
    var wantsPictures: Bool { recordings.contains(where: \.takesPictures) }
    var wantsSound: Bool { recordings.contains(where: \.takesSound) }

    /// - Parameter background: what is behind the frame where it is sent without alpha.
    mutating func send(
        _ frame: Frame, over background: Image?, to audience: Set<ViewerProfile>
    ) throws(MediaError) {
        try keepStreaming(at: frame.time)
        for recording in recordings where recording.takesPictures {
            recording.offer(.picture(frame, over: nil))
        }
        try air.fillPictures(at: frame.time, for: audience)
        for profile in ViewerProfile.pictures where audience.contains(profile) {
            let encoder = try encoder(for: profile)
            for packet in try encoder.encode(
                frame, over: background,
                forceKeyframe: air.takeKeyframeWish(for: profile, at: frame.time))
            {
                air.put(.picture(packet, profile), at: frame.time)
            }
        }
    }

    /// Sends the numbers that a picture is drawn from.
    mutating func send(_ pose: Pose, at time: MediaTime) {
        let packet = MediaPacket(
            track: .pose, pts: time, dts: time,
            duration: .frames(1, perSecond: framesPerSecond), isKeyframe: true,
            bytes: pose.wireBytes)
        air.put(.pose(packet), at: time)
    }

    /// - Parameter time: when the first sample is heard.
    mutating func send(_ samples: [Float], at time: MediaTime) throws(MediaError) {
        for recording in recordings where recording.takesSound {
            recording.offer(.sound(samples, at: time))
        }
        try air.fillSound(count: samples.count, at: time)
        air.put(.sound(try soundEncoder().encode(samples[...], at: time), .opus), at: time)
        if air.wantsAAC {
            for packet in try aacEncoder().encode(samples[...], at: time) {
                air.put(.sound(packet, .aac), at: time)
            }
        } else {
            aac = nil
        }
    }

    /// Drops what has not been on air; a filler is shown for as long.
    ///
    /// - Parameters:
    ///   - frameTime: when the next picture is made.
    ///   - soundTime: when the next sound is made.
    ///   - still: what is shown; nil is the room without her.
    mutating func dump(beforeFrame frameTime: MediaTime, sound soundTime: MediaTime, still: Image?)
    {
        let makeEncoder = makeEncoder
        let filler = Filler(
            still ?? Image(width: size.width, height: size.height),
            picturesUntil: frameTime + air.delay, soundUntil: soundTime + air.delay,
            makeEncoder: makeEncoder)
        // It holds some milliseconds of what must not be heard.
        aac = nil
        air.dump(at: max(frameTime, soundTime), showing: filler)
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
        if profile == .pose {
            let pose = TrackDescription(
                track: .pose, codec: .pose, codecString: "pose", description: [])
            return [pose, try soundEncoder().description]
        }
        let tracks = try tracks(for: profile.picture, sound: .opus)
        if profile == .webm, air.webm == nil { air.webm = webm(of: tracks) }
        if profile == .film, air.fragments == nil {
            air.fragments = LiveFragments(tracks: tracks)
        }
        return tracks
    }

    /// What begins every copy of the endless WebM.
    mutating func webmOpening() throws(MediaError) -> [UInt8] {
        webm(of: try tracks(for: .pair)).opening
    }

    private func webm(of tracks: [TrackDescription]) -> LiveWebM {
        LiveWebM(tracks: tracks, frameDuration: .frames(1, perSecond: framesPerSecond))
    }

    /// The same with sound in another codec.
    mutating func tracks(
        for profile: ViewerProfile, sound: Codec
    ) throws(MediaError) -> [TrackDescription] {
        try encoder(for: profile).tracks + [
            sound == .aac
                ? try aacEncoder().description : try soundEncoder().description
        ]
    }

    private mutating func encoder(
        for profile: ViewerProfile
    ) throws(MediaError) -> any PictureEncoder {
        if let encoder = pictures[profile] { return encoder }
        let encoder = try makeEncoder(profile)
        pictures[profile] = encoder
        return encoder
    }

    /// Makes the encoder of a picture, as often as it is wanted.
    private var makeEncoder: (ViewerProfile) throws(MediaError) -> any PictureEncoder {
        let (size, framesPerSecond, backdrop, preset) = (size, framesPerSecond, backdrop, preset)
        return { (profile) throws(MediaError) in
            if profile == .pair {
                return try PairEncoder(
                    width: size.width, height: size.height, framesPerSecond: framesPerSecond)
            }
            return try VideoEncoder(
                width: size.width, height: size.height, framesPerSecond: framesPerSecond,
                alpha: profile == .packed ? .packed : .opaque(backdrop: backdrop), preset: preset)
        }
    }

    private mutating func aacEncoder() throws(MediaError) -> AACEncoder {
        if let aac { return aac }
        let encoder = try AACEncoder()
        aac = encoder
        return encoder
    }

    private mutating func soundEncoder() throws(MediaError) -> SoundEncoder {
        if let sound { return sound }
        let encoder = try SoundEncoder()
        sound = encoder
        return encoder
    }
}
