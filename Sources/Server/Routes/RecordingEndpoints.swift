import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// Films of a room: recordings, and clips of what has just been.
enum RecordingEndpoints {
    private static let recording: [Endpoint.Field] = [
        .init("name", .string, required: true, "For requests."),
        .init("state", .string, required: true, "recording, finished or failed."),
        .init("files", .array, required: true, "Names of what can be fetched."),
        .init("format", .string, "As what; absent when from before the server was started."),
        .init("began", .string, "When, as ISO 8601."),
        .init("seconds", .number, "How long it is so far."),
        .init("framesRepeated", .integer, "Pictures that are there twice: one came late."),
        .init("failure", .string, "Why it failed."),
    ]

    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/recordings", section: .recording,
            summary: "All recordings of the room, running and ended.",
            reply: .list("The recordings, by name.", of: recording)
        ) { call in
            .json(await (try await call.room()).recordingSummaries())
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/recordings", section: .recording,
            summary: "Begins to record the room.", body: RecordingBody.fields,
            reply: .object("The recording.", status: .created, recording)
        ) { call in
            let body = try await call.body(as: RecordingBody.self)
            let room = try await call.room()
            return created(
                try await room.record(as: try body.chosen(), named: body.name), in: room)
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/recordings/{recording}/stop",
            section: .recording, summary: "Ends a recording; answers when its files are whole.",
            body: NoBody.fields, reply: .object("The recording.", recording)
        ) { call in
            _ = try await call.body(as: NoBody.self)
            return .json(
                try await call.room().stopRecording(try call.parameters.require("recording")))
        },
        Endpoint(
            method: .delete, path: "/v1/rooms/{id}/recordings/{recording}", section: .recording,
            summary: "Removes a recording that has ended, with its files.", reply: .nothing
        ) { call in
            try await call.room().deleteRecording(try call.parameters.require("recording"))
            return .done
        },
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/recordings/{recording}/{file}",
            section: .recording, summary: "A file of a recording. Takes Range.",
            reply: .init(type: "application/octet-stream", what: "The file.")
        ) { call in
            let file = try await call.room().recordedFile(
                try call.parameters.require("file"),
                of: try call.parameters.require("recording"))
            return try .streamed(file, range: call.request.headers[.range])
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/clips", section: .recording,
            summary: "Keeps the last seconds as a recording.", body: ClipBody.fields,
            reply: .object("The recording.", status: .created, recording)
        ) { call in
            let body = try await call.body(as: ClipBody.self)
            let room = try await call.room()
            return created(try await room.clip(seconds: body.seconds, named: body.name), in: room)
        },
    ]

    private static func created(_ summary: RecordingSummary, in room: Room) -> Response {
        .json(
            summary, status: .created,
            headers: [.location: "/v1/rooms/\(room.id)/recordings/\(summary.name)"])
    }
}

struct RecordingBody: RequestBody {
    var format: String?
    var name: String?

    static let fields: [Endpoint.Field] = [
        .init(
            "format", .string,
            "\(RecordingFormat.allCases.map(\.rawValue).joined(separator: ", ")); without it mp4."),
        .init("name", .string, "a-z, 0-9 and '-'; without it date and time."),
    ]

    func chosen() throws -> RecordingFormat {
        guard let format else { return .mp4 }
        guard let known = RecordingFormat(rawValue: format) else {
            throw Refusal(
                .badRequest, code: "unknown-format", message: "There is no format '\(format)'.",
                hint:
                    "Known are \(RecordingFormat.allCases.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return known
    }
}

struct ClipBody: RequestBody {
    var seconds: Double
    var name: String?

    static let fields: [Endpoint.Field] = [
        .init("seconds", .number, required: true, "How many; at most 'clip_seconds' in settings."),
        .init("name", .string, "a-z, 0-9 and '-'; without it date and time."),
    ]
}

extension Response {
    /// A file of any size, or the part of it that was asked for, read while it is sent.
    fileprivate static func streamed(_ file: URL, range: String?) throws -> Response {
        guard let handle = try? FileHandle(forReadingFrom: file),
            let end = try? handle.seekToEnd()
        else {
            throw StageError(
                .notFound, code: "no-such-file", message: "There is no such file.",
                hint: "It may have been deleted just now.")
        }
        let count = Int(end)
        var headers: HTTPFields = [
            .contentType: type(of: file.pathExtension), .acceptRanges: "bytes",
            .cacheControl: "no-cache", .xContentTypeOptions: "nosniff",
        ]
        var part = 0..<count
        var status = HTTPResponse.Status.ok
        switch ByteRange(range, of: count) {
        case .whole: break
        case .part(let asked):
            part = asked
            status = .partialContent
            headers[.contentRange] = ByteRange.field(part, of: count)
        case .unsatisfiable:
            return ByteRange.refusal(of: count).response
        }
        let (start, length) = (part.lowerBound, part.count)
        return Response(
            status: status, headers: headers,
            body: ResponseBody(contentLength: length) { writer in
                try handle.seek(toOffset: UInt64(start))
                var left = length
                while left > 0, let chunk = try handle.read(upToCount: min(left, 1 << 18)),
                    !chunk.isEmpty
                {
                    left -= chunk.count
                    try await writer.write(ByteBuffer(bytes: chunk))
                }
                try await writer.finish(nil)
            })
    }

    private static func type(of suffix: String) -> String {
        switch suffix {
        case "mp4", "m4s": "video/mp4"
        case "m3u8": "application/vnd.apple.mpegurl"
        case "webm": "video/webm"
        case "webp": "image/webp"
        case "gif": "image/gif"
        case "png": "image/png"
        case "apng": "image/apng"
        case "wav": "audio/wav"
        case "vtt": "text/vtt; charset=utf-8"
        default: "text/plain; charset=utf-8"
        }
    }
}
