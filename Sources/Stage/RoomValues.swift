import AvatarTypes
public import Foundation
import Media
import Mind

/// What is returned of a reply.
public struct ChatReply: Encodable, Sendable, Equatable {
    public var id: String
    public var text: String
    /// The named emotion that is nearest to what the character feels.
    public var emotion: String
    /// Who thought of it: `built-in` or a model's name.
    public var source: String
    /// Whether somebody stopped it before it was complete.
    public var interrupted: Bool
}

extension ChatReply {
    init(_ reply: Reply) {
        self.init(
            id: "\(reply.id)", text: reply.text, emotion: reply.emotion.nearestName,
            source: reply.source, interrupted: false)
    }
}

/// What an interruption stopped.
public struct Interruption: Encodable, Sendable, Equatable {
    /// False when nothing was being said.
    public var interrupted: Bool
    /// What had been heard, to the word.
    public var heard: String
}

/// A room as the API shows it.
public struct RoomSummary: Encodable, Sendable {
    public var id: String
    public var character: String
    /// All who are in the room; whoever is addressed by name comes on and answers.
    public var characters: [String]
    public var size: PixelSize
    public var framesPerSecond: Int
    public var viewers: Int
    /// How the character is: chat, stream, work, sleep or one of her own.
    public var mode: String
    /// The modes that she has.
    public var modes: [String]
    /// Null when the character thinks for herself.
    public var languageModel: String?
    public var opened: Date
    public var attire: Attire
    public var scene: Scene
    /// Null when the picture is shown as it is drawn.
    public var shader: String?
    /// What was asked for of the shader's own uniforms; null without a shader.
    public var uniforms: [String: UniformValue]?

    /// What was asked for; null is the character's own.
    public struct Attire: Encodable, Sendable {
        public var outfit: String?
        public var appearance: String?
    }

    public struct Scene: Encodable, Sendable {
        public var weather: String
        public var hour: Float?
        /// Whether `hour` follows the server's clock.
        public var followsClock: Bool
        public var place: String?
        public var voiceBars: Bool
    }
}

/// What a new room is to be; what is nil is as in the settings.
public struct RoomRequest: Decodable, Sendable {
    public var id: String?
    public var character: String?
    /// Several who share the stage, the first of them on it.
    public var characters: [String]?
    /// `WIDTHxHEIGHT`.
    public var size: String?
    public var fps: Int?

    public init(id: String? = nil, character: String? = nil, size: String? = nil, fps: Int? = nil) {
        self.id = id
        self.character = character
        self.size = size
        self.fps = fps
    }
}

/// What is to be different about a room; what is nil stays.
public struct RoomChange: Decodable, Sendable {
    public var character: String?
    /// A shader over the picture or behind the character; `none` takes it away.
    public var shader: ShaderChoice?

    /// One of the character's modes.
    public var mode: String?

    public init(character: String? = nil, shader: ShaderChoice? = nil, mode: String? = nil) {
        self.character = character
        self.mode = mode
        self.shader = shader
    }
}

extension StageError {
    static func media(_ error: MediaError) -> StageError {
        StageError(
            .unavailable, code: "encoder-failed", message: "\(error)",
            hint: "Run 'bunraku doctor' on the server.")
    }
}

extension RoomEvent.Caption {
    /// - Parameter line: as it lies in the script.
    init(_ line: Script.Line) {
        let text = line.spoken.utterance.text
        self.init(
            text: text, start: line.start.microseconds,
            end: (line.start + line.spoken.audio.duration).microseconds,
            words: line.spoken.words.spans.map { span in
                Word(
                    start: (line.start + span.start).microseconds,
                    end: (line.start + span.end).microseconds, from: span.value.range.lowerBound,
                    to: span.value.range.upperBound)
            })
    }
}

extension RoomEvent {
    /// The first message: what follows, and how to decode it.
    struct Hello: Encodable {
        struct Track: Encodable {
            var id: UInt8
            var kind: String
            var codec: String
            var width: Int?
            var height: Int?
            var sampleRate: Int?
            var channels: Int?
            /// Base64; what WebCodecs takes as `description`.
            var description: String
            var alpha: String?
            /// Colour is already multiplied by alpha.
            var premultiplied: Bool?
            /// Of a pose: what each number is, in order.
            var names: [String]?
            /// Of fragments of MP4: what a source buffer is made for, and what it takes first (Base64).
            var type: String?
            var initialization: String?
        }

        let type = "hello"
        var room: String
        var character: String
        var profile: String
        var width: Int
        var height: Int
        var framesPerSecond: Int
        /// What the media clock's zero is, in milliseconds since 1970.
        var clock: Int64
        /// Brings the viewer back: `?resume=SESSION&after=SEQ`.
        var session: String
        /// The number of the last event before those that follow.
        var seq: Int
        /// Whether everything follows that a viewer who comes back has missed.
        var resumed: Bool
        /// By how many seconds fragments of MP4 count from before the media clock's zero.
        var epoch: Double?
        var tracks: [Track]

        init(
            room: String, character: String, profile: ViewerProfile, size: PixelSize,
            framesPerSecond: Int, clock: Int64, attendance: Attendance, tracks: [TrackDescription]
        ) {
            self.room = room
            self.character = character
            self.profile = profile.rawValue
            width = size.width
            height = size.height
            self.framesPerSecond = framesPerSecond
            self.clock = clock
            session = attendance.token
            seq = attendance.seq
            resumed = attendance.isResumed
            self.tracks = tracks.map { Track($0, isFilm: profile == .film) }
            if profile == .film { epoch = -LiveFragments.epoch.seconds }
        }
    }
}

extension RoomEvent.Hello.Track {
    init(_ track: TrackDescription, isFilm: Bool) {
        let isVideo = track.track == .video || track.track == .alpha
        let isSound = track.track == .audio
        self.init(
            id: track.track.rawValue,
            kind: isVideo ? "video" : isSound ? "audio" : "pose", codec: track.codecString,
            width: isVideo ? track.width : nil, height: isVideo ? track.height : nil,
            sampleRate: isSound ? track.sampleRate : nil,
            channels: isSound ? track.channels : nil,
            description: Data(track.description).base64EncodedString(),
            alpha: isVideo ? track.alpha.rawValue : nil,
            premultiplied: isVideo && track.alpha == .packed ? true : nil,
            names: track.track == .pose ? Channel.allCases.map(\.name) : nil,
            type: isFilm ? LiveFragments.type(of: track) : nil,
            initialization: isFilm
                ? Data(LiveFragments.initialization(of: track)).base64EncodedString() : nil)
    }
}
