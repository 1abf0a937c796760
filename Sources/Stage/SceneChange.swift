import AvatarTypes

/// What is to be different about the scene of a room; what is absent stays.
public struct SceneChange: Decodable, Sendable {
    /// The hour that gives the light.
    public enum Hour: Sendable {
        case fixed(Float)
        /// Whatever the server's clock shows.
        case wallClock
    }

    public var weather: String?
    /// The inner nil is light of no hour.
    public var hour: Hour??
    /// The inner nil is the room's own backdrop.
    public var place: String??
    public var voiceBars: Bool?

    public init(
        weather: String? = nil, hour: Hour?? = nil, place: String?? = nil, voiceBars: Bool? = nil
    ) {
        self.weather = weather
        self.hour = hour
        self.place = place
        self.voiceBars = voiceBars
    }

    private enum Key: String, CodingKey { case weather, hour, place, voiceBars }

    public init(from decoder: any Decoder) throws {
        let members = try decoder.container(keyedBy: Key.self)
        weather = try members.decodeIfPresent(String.self, forKey: .weather)
        voiceBars = try members.decodeIfPresent(Bool.self, forKey: .voiceBars)
        if members.contains(.place) {
            place = .some(try members.decodeIfPresent(String.self, forKey: .place))
        }
        if members.contains(.hour) {
            hour = .some(try members.decodeIfPresent(Hour.self, forKey: .hour))
        }
    }
}

extension SceneChange.Hour: Decodable {
    public init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let hour = try? value.decode(Float.self) {
            self = .fixed(hour)
        } else if let word = try? value.decode(String.self), word == "auto" {
            self = .wallClock
        } else {
            throw DecodingError.dataCorruptedError(
                in: value,
                debugDescription: "'hour' is a number from 0 to 24, \"auto\", or null.")
        }
    }
}
