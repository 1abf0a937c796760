import Foundation

/// What viewers are told beside picture and sound: the JSON text messages of the socket, by `type`.
/// Times are microseconds on the media clock, as in the packets.
enum RoomEvent {
    /// Someone said something to the character.
    struct Message: Encodable {
        let type = "message"
        var user: String
        var text: String
    }

    /// A piece of the reply, as it comes.
    struct ReplyText: Encodable {
        let type = "reply-text"
        var reply: String
        var text: String
    }

    /// A piece of what a language model thinks before it speaks; never heard.
    struct Thought: Encodable {
        let type = "thought"
        var reply: String
        var text: String
    }

    /// The reply is complete, or was cut off.
    struct ReplyEnd: Encodable {
        let type = "reply-end"
        var reply: String
        /// All of it, or what was heard.
        var text: String
        var interrupted: Bool
        /// Who thought of it: `built-in` or a model's name.
        var source: String
    }

    /// A line that is about to be heard, with the time of each word for captions.
    struct Caption: Encodable {
        struct Word: Encodable {
            var start: Int64
            var end: Int64
            /// Character offsets into `text`.
            var from: Int
            var to: Int
        }

        let type = "caption"
        var text: String
        var start: Int64
        var end: Int64
        var words: [Word]
    }

    /// Somebody touched the character.
    struct Touched: Encodable {
        let type = "touched"
        /// A hit area of the rig.
        var area: String
    }

    /// Clothes, scene or character are others than before: who shows them reads the room again.
    struct Changed: Encodable {
        let type = "changed"
    }

    /// Nothing that lies after `at` will be heard or spoken.
    struct Cut: Encodable {
        let type = "cut"
        var at: Int64
    }

    /// When a packet was handed out, for who measures the way to it.
    struct Sent: Encodable {
        let type = "sent"
        var track: UInt8
        var pts: Int64
        /// Microseconds since 1970.
        var at: Int64
    }

    /// One honest line for the viewer, for instance that a language model does not answer.
    struct Notice: Encodable {
        let type = "notice"
        var text: String
    }

    static func json(_ event: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(event) else {
            preconditionFailure("events hold only strings and finite numbers")
        }
        return String(decoding: data, as: UTF8.self)
    }
}
