import HTTPTypes
import Hummingbird
import Stage

/// The show at receivers elsewhere.
enum SendingEndpoints {
    private static let push: [Endpoint.Field] = [
        .init("id", .string, required: true, "For ending it."),
        .init("address", .string, required: true, "Where to, without the stream key."),
        .init("state", .string, required: true, "connecting, live, waiting or ended."),
        .init("connections", .integer, required: true, "How often a receiver took the stream."),
        .init("failures", .integer, required: true, "How often none was reached, or it was lost."),
        .init("packetsSent", .integer, required: true, "Pictures and packets of sound."),
        .init("bytesSent", .integer, required: true, "Their bytes."),
        .init("packetsDropped", .integer, required: true, "What a slow receiver did not get."),
        .init("lastFailure", .string, "Why it failed last; absent when it never did."),
    ]

    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/pushes", section: .sending,
            summary: "Where the room is pushed to.", reply: .list("The pushes.", of: push)
        ) { call in
            .json(await (try await call.room()).pushSummaries())
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/pushes", section: .sending,
            summary: "Pushes the room to a receiver; reconnects by itself until it is ended.",
            body: PushBody.fields, reply: .object("The push.", status: .created, push)
        ) { call in
            let body = try await call.body(as: PushBody.self)
            let room = try await call.room()
            let push = try await room.push(to: body.url)
            return .json(
                push, status: .created,
                headers: [.location: "/v1/rooms/\(room.id)/pushes/\(push.id)"])
        },
        Endpoint(
            method: .delete, path: "/v1/rooms/{id}/pushes/{push}", section: .sending,
            summary: "Ends a push.", reply: .nothing
        ) { call in
            try await call.room().endPush(try call.parameters.require("push"))
            return .done
        },
    ]
}

struct PushBody: RequestBody {
    var url: String

    static let fields: [Endpoint.Field] = [
        .init(
            "url", .string, required: true,
            "rtmp://, rtmps://, srt://, rtsp:// or rtp://, with the stream key. It is not kept on disk, logged or returned."
        )
    ]
}
