/// Where and when the show takes place: everything in the picture that is not the character.
public struct Setting: Hashable, Sendable {
    public enum Weather: String, CaseIterable, Sendable {
        case clear, rain, snow, fog, petals, leaves
    }

    public var weather: Weather
    /// The hour of the day, 0..<24 with its fraction: the colour of the light, and how sleepy she is.
    /// Nil is even light at no hour.
    public var hour: Float?
    /// A background of the rig by name; nil is the room's own backdrop.
    public var place: String?
    /// Bars that move with the voice are drawn beneath her.
    public var showsVoiceBars: Bool

    public init(
        weather: Weather = .clear, hour: Float? = nil, place: String? = nil,
        showsVoiceBars: Bool = false
    ) {
        self.weather = weather
        self.hour = hour
        self.place = place
        self.showsVoiceBars = showsVoiceBars
    }
}
