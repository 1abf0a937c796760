public import AvatarTypes

/// Pictures in, access units out: one picture's at once, in the order they are decoded.
public protocol PictureEncoder: AnyObject {
    /// What decoders must know before the first packet: a track of pictures, and one of alpha where that
    /// is apart.
    var tracks: [TrackDescription] { get }

    /// Compresses the next picture.
    ///
    /// - Parameters:
    ///   - background: What is behind an opaque picture instead of the backdrop.
    ///   - forceKeyframe: Whether decoding must be able to begin here.
    /// - Precondition: picture and background have the encoder's size.
    func encode(
        _ frame: Frame, over background: Image?, forceKeyframe: Bool
    ) throws(MediaError) -> [MediaPacket]
}

extension VideoEncoder: PictureEncoder {
    public var tracks: [TrackDescription] { [description] }
}
