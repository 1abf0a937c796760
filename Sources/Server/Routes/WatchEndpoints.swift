import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle
import Stage

/// The ways to see a room: the socket, and one picture.
enum WatchEndpoints {
    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/socket", section: .watching,
            summary: "WebSocket: picture and sound as binary messages, events as JSON text.",
            query: SubscribeBody.fields + ArrivalQuery.fields,
            reply: .init(status: .switchingProtocols, what: "The connection is a WebSocket.")
        ) { call in
            // Handshakes that are allowed never come here.
            let query = call.request.uri.queryParameters
            _ = try ViewerProfile(
                alpha: query["alpha"].map(String.init), media: query["media"].map(String.init))
            _ = try ArrivalQuery(
                resume: query["resume"].map(String.init), after: query["after"].map(String.init))
            _ = try await call.room()
            throw Refusal(
                .upgradeRequired, code: "upgrade-required",
                message: "This address is a WebSocket.",
                hint: "Open it as ws://, version 13, as the first request of a connection.",
                headers: [.upgrade: "websocket", .connection: "Upgrade"])
        },
        Endpoint(
            method: .get, path: "/live/{id}.webm", section: .watching,
            summary: "One endless WebM with alpha and sound, for OBS's media source and <video>.",
            reply: .init(type: "video/webm", what: "VP8 with alpha, and Opus, without end.")
        ) { call in
            try await webm(of: call.room())
        },
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/frame.png", section: .watching,
            summary: "The present frame with alpha.",
            reply: .init(type: "image/png", what: "The picture.")
        ) { call in
            .bytes(
                ByteBuffer(bytes: try await call.room().framePNG()), type: "image/png",
                headers: [.cacheControl: "no-store"])
        },
    ]

    /// Ends with the room, or when the server stops. A viewer takes a place only when its answer has
    /// begun: who asks for the head alone, or hangs up before, takes none.
    private static func webm(of room: Room) async throws -> Response {
        let opening = try await room.webmOpening()
        let body = ResponseBody { writer in
            try await writer.write(ByteBuffer(bytes: opening))
            let seat = try await room.join(.webm)
            defer { seat.leave() }
            let pieces = seat
            try await withGracefulShutdownHandler {
                for await case .media(let bytes) in pieces {
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.finish(nil)
            } onGracefulShutdown: {
                pieces.leave()
            }
        }
        return Response(
            status: .ok,
            headers: [
                .contentType: "video/webm", .cacheControl: "no-store",
                .xContentTypeOptions: "nosniff",
            ], body: body)
    }
}

/// How a viewer arrives: for the first time, or back.
struct ArrivalQuery {
    let wish: Resumption?

    static let fields: [Endpoint.Field] = [
        .init("resume", .string, "The 'session' of an earlier hello: events missed since follow."),
        .init("after", .integer, "With 'resume': the 'seq' of the last event that was heard."),
        .init("sent", .string, "'true' for an event before each packet: when it was handed out."),
    ]

    /// - Throws: when one comes without the other, or `after` is no number.
    init(resume: String?, after: String?) throws {
        guard resume != nil || after != nil else {
            wish = nil
            return
        }
        guard let resume, let after = after.flatMap({ Int($0) }), after >= 0 else {
            throw Refusal(
                .badRequest, code: "bad-resumption",
                message: "'resume' and 'after' belong together, and 'after' is a whole number.",
                hint: "Take 'session' of the hello, and 'seq' of the last event that came.")
        }
        wish = Resumption(token: resume, after: after)
    }
}

extension Response {
    /// A file, or the part of it that was asked for.
    static func ranged(
        _ file: ByteBuffer, type: String, range: String?, headers: HTTPFields
    ) -> Response {
        var headers = headers
        headers[.acceptRanges] = "bytes"
        let count = file.readableBytes
        switch ByteRange(range, of: count) {
        case .whole:
            return .bytes(file, type: type, headers: headers)
        case .part(let part):
            headers[.contentRange] = ByteRange.field(part, of: count)
            guard let slice = file.getSlice(at: part.lowerBound, length: part.count) else {
                preconditionFailure("A range lies in its file.")
            }
            return .bytes(slice, type: type, status: .partialContent, headers: headers)
        case .unsatisfiable:
            return ByteRange.refusal(of: count).response
        }
    }
}
