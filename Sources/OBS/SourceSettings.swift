/// The settings of a source that shows her, of the two kinds that can: as OBS names them. What OBS does
/// not say is nil.
struct SourceSettings: Codable, Equatable, Sendable {
    // Browser source
    var url: String?
    var width: Int?
    var height: Int?
    var rerouteAudio: Bool?
    var shutdown: Bool?
    var restartWhenActive: Bool?

    // Media source
    var input: String?
    var inputFormat: String?
    var isLocalFile: Bool?
    var bufferingMegabytes: Int?
    var reconnectDelay: Int?
    var decodesInHardware: Bool?
    var showsNothingAtEnd: Bool?
    var restartsOnActivate: Bool?
    var closesWhenInactive: Bool?
    var linearAlpha: Bool?

    private enum CodingKeys: String, CodingKey {
        case url, width, height, shutdown, input
        case rerouteAudio = "reroute_audio"
        case restartWhenActive = "restart_when_active"
        case inputFormat = "input_format"
        case isLocalFile = "is_local_file"
        case bufferingMegabytes = "buffering_mb"
        case reconnectDelay = "reconnect_delay_sec"
        case decodesInHardware = "hw_decode"
        case showsNothingAtEnd = "clear_on_media_end"
        case restartsOnActivate = "restart_on_activate"
        case closesWhenInactive = "close_when_inactive"
        case linearAlpha = "linear_alpha"
    }

    static let browserKind = "browser_source"
    static let mediaKind = "ffmpeg_source"

    /// A page in OBS's own browser; its sound has a fader in the mixer.
    static func browser(url: String, width: Int, height: Int) -> SourceSettings {
        SourceSettings(
            url: url, width: width, height: height, rerouteAudio: true, shutdown: false,
            restartWhenActive: false)
    }

    /// One endless WebM with alpha.
    ///
    /// With less than 1 MB of buffering OBS throws away what it read while it looked, the first key frame
    /// among it, and waits for the next (measured: 2.5 s instead of 0.3).
    static func media(url: String) -> SourceSettings {
        SourceSettings(
            input: url, inputFormat: "", isLocalFile: false, bufferingMegabytes: 1,
            reconnectDelay: 1, decodesInHardware: false, showsNothingAtEnd: true,
            restartsOnActivate: false, closesWhenInactive: false, linearAlpha: false)
    }
}
