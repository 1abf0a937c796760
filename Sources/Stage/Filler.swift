import AvatarTypes
import Media

/// What is on air in place of what was dropped: a still and silence, compressed just as the show is, so
/// that it is one stream for who watches. It begins with a key frame, and so must the show behind it.
struct Filler {
    /// When the show's own pictures and sound go on, on the clock of the show as it is performed.
    let picturesUntil: MediaTime
    let soundUntil: MediaTime
    private let frame: Image
    private let makeEncoder: (ViewerProfile) throws(MediaError) -> any PictureEncoder
    private var pictures: [ViewerProfile: any PictureEncoder] = [:]
    private var opus: SoundEncoder?
    private var aac: AACEncoder?

    init(
        _ image: Image, picturesUntil: MediaTime, soundUntil: MediaTime,
        makeEncoder: @escaping (ViewerProfile) throws(MediaError) -> any PictureEncoder
    ) {
        frame = image
        self.picturesUntil = picturesUntil
        self.soundUntil = soundUntil
        self.makeEncoder = makeEncoder
    }

    /// - Parameter time: when it is seen, on the clock of what is on air.
    mutating func picture(
        for profile: ViewerProfile, at time: MediaTime
    ) throws(MediaError) -> [MediaPacket] {
        let frame = Frame(image: frame, time: time)
        if let encoder = pictures[profile] {
            return try encoder.encode(frame, over: nil, forceKeyframe: false)
        }
        let encoder = try makeEncoder(profile)
        pictures[profile] = encoder
        return try encoder.encode(frame, over: nil, forceKeyframe: true)
    }

    /// Silence in Opus, and in AAC where it is wanted.
    mutating func sound(
        count: Int, at time: MediaTime, withAAC: Bool
    ) throws(MediaError) -> (opus: MediaPacket, aac: [MediaPacket]) {
        let silence = [Float](repeating: 0, count: count)
        if opus == nil { opus = try SoundEncoder() }
        if withAAC, aac == nil { aac = try AACEncoder() }
        guard let opus else { preconditionFailure("an encoder was made") }
        let packet = try opus.encode(silence[...], at: time)
        guard withAAC, let aac else { return (packet, []) }
        return (packet, try aac.encode(silence[...], at: time))
    }
}
