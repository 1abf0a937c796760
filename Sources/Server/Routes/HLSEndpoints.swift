import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// A room as HTTP Live Streaming. Answers tell caches for how long they hold: a CDN or nginx in front
/// takes all players but one off this server.
enum HLSEndpoints {
    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/hls/{id}/index.m3u8", section: .watching,
            summary:
                "Low-latency HLS: the playlist that names those of picture, sound and captions.",
            reply: .init(type: playlistType, what: "The multivariant playlist.")
        ) { call in
            .bytes(
                ByteBuffer(string: try await call.room().hls.multivariant()), type: playlistType,
                headers: [.cacheControl: "max-age=2"])
        },
        Endpoint(
            method: .get, path: "/hls/{id}/{file}", section: .watching,
            summary: "A media playlist, or a file that one names (takes Range).",
            query: HLSRequest.fields,
            reply: .init(type: "video/mp4", what: "A playlist, or pictures, sound or captions.")
        ) { call in
            let file = try call.parameters.require("file")
            let hls = try await call.room().hls
            if file.hasSuffix(".m3u8") {
                return try await playlist(String(file.dropLast(5)), of: hls, for: call.request)
            }
            let (bytes, isText) = try await hls.file(file)
            return .ranged(
                ByteBuffer(bytes: bytes), type: isText ? "text/vtt; charset=utf-8" : "video/mp4",
                range: call.request.headers[.range],
                // Another stream has other names.
                headers: [.cacheControl: "max-age=3600, immutable"])
        },
    ]

    private static let playlistType = "application/vnd.apple.mpegurl"

    /// - Source: draft-pantos-hls-rfc8216bis, 6.2.5: the answer to a question about a place that is there
    ///   is good for long; a playlist by itself for less than a target duration, of which caches know
    ///   only whole seconds.
    private static func playlist(
        _ name: String, of hls: HLSShelf, for request: Request
    ) async throws -> Response {
        let wish = try HLSRequest(request.uri.queryParameters.map { ($0.key, $0.value) })
        let text = try await hls.playlist(
            name, segment: wish.segment, part: wish.part, isDelta: wish.isDelta)
        return .bytes(
            ByteBuffer(string: text), type: playlistType,
            headers: [.cacheControl: wish.segment == nil ? "max-age=1" : "max-age=6"])
    }
}

/// What a player asks of a media playlist.
///
/// - Source: draft-pantos-hls-rfc8216bis, 6.2.5, delivery directives.
struct HLSRequest: Equatable {
    var segment: Int?
    var part: Int?
    var isDelta = false

    static let fields: [Endpoint.Field] = [
        .init("_HLS_msn", .integer, "Answer when this segment is there, or its part."),
        .init("_HLS_part", .integer, "The part of that segment, from 0."),
        .init("_HLS_skip", .string, "YES: old segments may be left out."),
    ]

    /// - Throws: a ``Refusal`` with 400 for what is no number, a part of no segment, or another skip.
    ///   Names that are not known are ignored, as the draft asks.
    init(_ query: some Sequence<(Substring, Substring)>) throws {
        for (name, value) in query {
            switch name {
            case "_HLS_msn": segment = try Self.number(name, value)
            case "_HLS_part": part = try Self.number(name, value)
            case "_HLS_skip":
                guard value == "YES" || value == "v2" else {
                    throw Self.refusal("\(name) is '\(value)'.", hint: "It may be YES.")
                }
                isDelta = true
            default: break
            }
        }
        if part != nil, segment == nil {
            throw Self.refusal(
                "_HLS_part is of no segment.", hint: "Give its segment as _HLS_msn, too.")
        }
    }

    private static func number(_ name: Substring, _ value: Substring) throws -> Int {
        guard let number = Int(value), value.allSatisfy(\.isNumber), number < 1 << 53 else {
            throw refusal("\(name) is '\(value)'.", hint: "It is a whole number from 0.")
        }
        return number
    }

    private static func refusal(_ message: String, hint: String) -> Refusal {
        Refusal(.badRequest, code: "bad-directive", message: message, hint: hint)
    }
}
