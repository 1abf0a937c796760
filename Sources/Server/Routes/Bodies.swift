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

struct EmotionBody: RequestBody {
    var emotion: String?
    var valence: Float?
    var arousal: Float?
    var energy: Float?

    static let fields: [Endpoint.Field] = [
        .init("emotion", .string, "A named emotion; or give the next three."),
        .init("valence", .number, "0 miserable … 1 delighted."),
        .init("arousal", .number, "0 asleep … 1 beside oneself."),
        .init("energy", .number, "0 exhausted … 1 full of it."),
    ]
}

struct ExpressionBody: RequestBody {
    var expression: String
    var weight: Float?
    var seconds: Double?

    static let fields: [Endpoint.Field] = [
        .init("expression", .string, required: true, "One of /v1/expressions."),
        .init("weight", .number, "0…1; without it 1."),
        .init("seconds", .number, "How long; without it until another is asked for."),
    ]
}

struct GestureBody: RequestBody {
    var gesture: String

    static let fields: [Endpoint.Field] = [
        .init("gesture", .string, required: true, "One of /v1/gestures.")
    ]
}

struct LookBody: RequestBody {
    var yaw: Float
    var pitch: Float

    static let fields: [Endpoint.Field] = [
        .init("yaw", .number, required: true, "Degrees; positive is the right of the picture."),
        .init("pitch", .number, required: true, "Degrees; positive is up."),
    ]
}

struct TouchBody: RequestBody {
    var x: Float
    var y: Float
    var user: String?

    static let fields: [Endpoint.Field] = [
        .init("x", .number, required: true, "0 left … 1 right, of the picture."),
        .init("y", .number, required: true, "0 top … 1 bottom."),
        .init("user", .string, "Whose touch it is."),
    ]
}

struct SubscribeBody: RequestBody {
    var alpha: String?
    var media: String?

    static let fields: [Endpoint.Field] = [
        .init("alpha", .string, "'packed' or 'none': the picture with or without alpha."),
        .init("media", .string, "'none' for events only; 'all' for picture and sound."),
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

extension ViewerProfile {
    /// What a viewer asks for, in the query when it joins or in `subscribe` later.
    ///
    /// - Throws: a ``Refusal`` with 400 for other words.
    init(alpha: String?, media: String?) throws {
        switch (media ?? "all", alpha ?? "none") {
        case ("none", "none"), ("none", "packed"): self = .events
        case ("all", "none"): self = .opaque
        case ("all", "packed"): self = .packed
        default:
            throw Refusal(
                .badRequest, code: "unknown-profile",
                message:
                    "There is no picture with alpha=\(alpha ?? "none"), media=\(media ?? "all").",
                hint: "alpha is 'packed' or 'none', media is 'all' or 'none'.")
        }
    }
}
