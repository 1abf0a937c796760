import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// Sound that the character speaks as if it were her voice.
enum SoundEndpoint {
    /// A file of five minutes of WAVE at 48 kHz.
    private static let limit = 32 << 20

    static let all = [
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/audio", section: .talking,
            summary: "Speaks the body: a file of sound, or samples as they come.",
            query: [
                .init(
                    "format", .string,
                    "Of samples: \(LiveSound.codings.joined(separator: ", ")); without it a file."),
                .init("rate", .integer, "Hz of samples, 8000 to 192000; 24000 without it."),
                .init("channels", .integer, "Of samples, 1 to 8; 1 without it."),
                .init("text", .string, "What is said in a file: the mouth is laid by it."),
                .init("emotion", .string, "How it is felt."),
            ], reply: .nothing
        ) { call in
            let query = call.request.uri.queryParameters
            func value(_ name: String) -> String? {
                query[Substring(name)].map { $0.removingPercentEncoding ?? String($0) }
            }
            let room = try await call.room()
            guard let format = value("format") else {
                let bytes = try await call.request.body.collect(upTo: limit)
                try await room.say(
                    sound: Data(bytes.readableBytesView), text: value("text"),
                    emotion: value("emotion"))
                return .done
            }
            let sound = try LiveSound(
                format, rate: value("rate"), channels: value("channels"))
            try await room.say(
                samples: call.request.body.map { Array($0.readableBytesView) }, as: sound,
                emotion: value("emotion"))
            return .done
        }
    ]
}
