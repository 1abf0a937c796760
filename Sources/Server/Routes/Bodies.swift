import HTTPTypes
import Stage

/// Nothing but `{}`, or an empty body.
struct NoBody: RequestBody {
    static let fields: [Endpoint.Field] = []
}

struct ChatBody: RequestBody {
    var user: String?
    var text: String

    static let fields: [Endpoint.Field] = [
        .init("text", .string, required: true, "What is said, at most 4000 characters."),
        .init("user", .string, "Who says it: memory is kept by this name. Without it, 'guest'."),
    ]
}

struct RatingBody: RequestBody {
    var user: String?
    var rating: String

    static let fields: [Endpoint.Field] = [
        .init("rating", .string, required: true, "'up', 'down', or 'none' to take it back."),
        .init("user", .string, "Who was answered. Without it, 'guest'."),
    ]

    /// −1, 0 or 1.
    func value() throws -> Double {
        guard let value = ["up": 1.0, "down": -1, "none": 0][rating] else {
            throw Refusal(
                .badRequest, code: "bad-rating", message: "'\(rating)' is no rating.",
                hint: "Give 'up', 'down' or 'none'.")
        }
        return value
    }
}

struct ListenBody: RequestBody {
    var user: String?
    var on: Bool?

    static let fields: [Endpoint.Field] = [
        .init("user", .string, "Who speaks, as in chat."),
        .init("on", .boolean, "False: all is said. The turn ends, and the microphone closes."),
    ]
}

struct SayBody: RequestBody {
    var text: String
    var emotion: String?
    var voice: String?

    static let fields: [Endpoint.Field] = [
        .init("text", .string, required: true, "Spoken exactly; [joy]-style tags drive the face."),
        .init("emotion", .string, "A named emotion for all of it."),
        .init("voice", .string, "One of /v1/voices."),
    ]
}

/// A body that names one thing, by `name` or by its kind.
protocol NamingBody: RequestBody {
    static var kind: String { get }
    /// Under its kind's word, such as `gesture`.
    var kindName: String? { get }
    var name: String? { get }
}

extension NamingBody {
    /// The name that is given.
    ///
    /// - Throws: a ``Refusal`` with 400 unless there is exactly one.
    func chosen() throws -> String {
        guard let name = kindName ?? name, kindName == nil || self.name == nil else {
            throw Refusal(
                .badRequest, code: "no-\(Self.kind)", message: "One \(Self.kind) must be named.",
                hint: "Give it as '\(Self.kind)' or as 'name'.")
        }
        return name
    }

    static var names: [Endpoint.Field] {
        [
            .init(kind, .string, "One of /v1/\(kind)s."),
            .init("name", .string, "The same, said shorter."),
        ]
    }
}

struct EmotionBody: RequestBody {
    var emotion: String?
    var name: String?
    var valence: Float?
    var arousal: Float?
    var energy: Float?

    static let fields: [Endpoint.Field] = [
        .init("emotion", .string, "A named emotion; or give the last three."),
        .init("name", .string, "The same, said shorter."),
        .init("valence", .number, "0 miserable … 1 delighted."),
        .init("arousal", .number, "0 asleep … 1 beside oneself."),
        .init("energy", .number, "0 exhausted … 1 full of it."),
    ]
}

struct ExpressionBody: NamingBody {
    var expression: String?
    var name: String?
    var weight: Float?
    var seconds: Double?

    static let kind = "expression"
    var kindName: String? { expression }

    static let fields: [Endpoint.Field] =
        names + [
            .init("weight", .number, "0…1; without it 1."),
            .init("seconds", .number, "How long; without it until another is asked for."),
        ]
}

struct GestureBody: NamingBody {
    var gesture: String?
    var name: String?

    static let kind = "gesture"
    var kindName: String? { gesture }
    static let fields: [Endpoint.Field] = names
}

struct OutfitBody: RequestBody {
    var outfit: String?
    var name: String?
    var appearance: String?

    static let fields: [Endpoint.Field] = [
        .init("outfit", .string, "One of the character's outfits."),
        .init("name", .string, "The same, said shorter."),
        .init("appearance", .string, "One of its appearances; it brings its own outfit."),
    ]

    /// - Throws: a ``Refusal`` with 400 unless something is named, and nothing twice.
    func chosen() throws -> (outfit: String?, appearance: String?) {
        guard outfit == nil || name == nil, outfit ?? name ?? appearance != nil else {
            throw Refusal(
                .badRequest, code: "no-outfit", message: "One outfit or look must be named.",
                hint: "Give it as 'outfit' (or 'name'), or as 'appearance'.")
        }
        return (outfit ?? name, appearance)
    }
}

extension SceneChange: RequestBody {
    static let fields: [Endpoint.Field] = [
        .init("weather", .string, "clear, rain, snow, fog, petals or leaves."),
        .init("hour", .number, "0…24: the light; \"auto\" follows the clock, null is even light."),
        .init("place", .string, "One of the character's backgrounds; null is the backdrop."),
        .init("voiceBars", .boolean, "Bars that move with the voice."),
    ]
}

struct LookBody: RequestBody {
    var yaw: Float?
    var pitch: Float?
    var x: Float?
    var y: Float?

    static let fields: [Endpoint.Field] = [
        .init("yaw", .number, "Degrees; positive is the right of the picture."),
        .init("pitch", .number, "Degrees; positive is up."),
        .init("x", .number, "Or a place in the picture: 0 left … 1 right,"),
        .init("y", .number, "0 top … 1 bottom."),
    ]

    /// Looks there.
    ///
    /// - Throws: a ``Refusal`` with 400 unless a direction or a place is given, or what the room says.
    func look(in room: Room) async throws {
        switch (yaw, pitch, x, y) {
        case (let yaw?, let pitch?, nil, nil): try await room.look(yaw: yaw, pitch: pitch)
        case (nil, nil, let x?, let y?): try await room.look(x: x, y: y)
        default:
            throw Refusal(
                .badRequest, code: "no-direction", message: "There is nowhere to look.",
                hint: "Give 'yaw' and 'pitch', or 'x' and 'y'.")
        }
    }
}

struct TouchBody: RequestBody {
    var x: Float?
    var y: Float?
    var area: String?
    var user: String?

    static let fields: [Endpoint.Field] = [
        .init("x", .number, "0 left … 1 right, of the picture;"),
        .init("y", .number, "0 top … 1 bottom."),
        .init("area", .string, "Or a hit area of the character."),
        .init("user", .string, "Whose touch it is."),
    ]

    /// Touches there.
    ///
    /// - Returns: the hit area that was met, or nil beside the character.
    /// - Throws: a ``Refusal`` with 400 unless a place or an area is given, or what the room says.
    func touch(in room: Room) async throws -> String? {
        switch (x, y, area) {
        case (let x?, let y?, nil):
            return try await room.touch(x: x, y: y, user: user)
        case (nil, nil, let area?):
            try await room.touch(area: area, user: user)
            return area
        default:
            throw Refusal(
                .badRequest, code: "no-place", message: "There is nothing to touch.",
                hint: "Give 'x' and 'y', or 'area'.")
        }
    }
}

struct SubscribeBody: RequestBody {
    var alpha: String?
    var media: String?

    static let fields: [Endpoint.Field] = [
        .init("alpha", .string, "'packed' or 'none': the picture with or without alpha."),
        .init(
            "media", .string,
            "'none' for events only; 'all' for picture and sound; 'pose' for poses and sound."),
    ]
}

extension RoomRequest: RequestBody {
    static let fields: [Endpoint.Field] = [
        .init("id", .string, "a-z, 0-9 and '-'; without it one is chosen."),
        .init("character", .string, "One of /v1/characters."),
        .init("size", .string, "WIDTHxHEIGHT in pixels."),
        .init("fps", .integer, "Frames per second, 1…60."),
    ]
}

extension RoomChange: RequestBody {
    static let fields: [Endpoint.Field] = [
        .init("character", .string, "One of /v1/characters."),
        .init("mode", .string, "One of the room's modes."),
        .init(
            "shader", .object,
            "name, one of /v1/shaders, and uniforms, a number or a list each; or only a name; or 'none'."
        ),
    ]
}

extension ViewerProfile {
    /// What a viewer asks for, in the query when it joins or in `subscribe` later.
    ///
    /// - Throws: a ``Refusal`` with 400 for other words.
    init(alpha: String?, media: String?) throws {
        switch (media ?? "all", alpha ?? "none") {
        case ("none", "none"), ("none", "packed"): self = .events
        case ("all", "none"): self = .opaque
        case ("all", "packed"): self = .packed
        case ("pose", "none"), ("pose", "packed"): self = .pose
        default:
            throw Refusal(
                .badRequest, code: "unknown-profile",
                message:
                    "There is no picture with alpha=\(alpha ?? "none"), media=\(media ?? "all").",
                hint: "alpha is 'packed' or 'none', media is 'all', 'pose' or 'none'.")
        }
    }
}

struct HappeningBody: RequestBody {
    var event: String
    var what: String
    var user: String?

    static let fields: [Endpoint.Field] = [
        .init("event", .string, required: true, "'gift' or 'news'."),
        .init("what", .string, required: true, "What was given, or the news in a sentence."),
        .init("user", .string, "Who gave or told it. Without it, 'guest'."),
    ]
}
