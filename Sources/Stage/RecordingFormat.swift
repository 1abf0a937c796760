import Media

/// As what a room is recorded.
public enum RecordingFormat: String, CaseIterable, Codable, Sendable {
    /// H.264 before the room's backdrop, and Opus: the same packets that viewers get.
    case mp4
    /// The same, as a folder for HTTP Live Streaming, with chapters.
    case hls
    /// VP8 with alpha, and Opus.
    case webm
    /// With alpha, without sound.
    case webp, apng, gif
    /// Numbered PNG files with alpha.
    case png
    /// Sound alone.
    case wav

    /// Whether it takes what is encoded for viewers; else it compresses pictures itself.
    var takesPackets: Bool { self == .mp4 || self == .hls }

    var takesPictures: Bool { !takesPackets && self != .wav }

    /// The file that is recorded into; others may lie beside it.
    var fileName: String {
        switch self {
        case .hls: HLSArchive.playlistName
        case .png: "frame-%06d.png"
        default: "film.\(rawValue)"
        }
    }
}
