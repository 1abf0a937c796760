import HTTPTypes
import Hummingbird
import Stage

/// The broadcast delay, and the button that drops what must not air.
enum DelayEndpoints {
    private static let delay: [Endpoint.Field] = [
        .init("seconds", .number, required: true, "How much later things are on air."),
        .init("filling", .boolean, required: true, "Whether viewers see the filler now."),
        .init("dumps", .integer, required: true, "How often something was dropped."),
        .init("secondsDumped", .number, required: true, "How much of the show in all."),
    ]

    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/rooms/{id}/delay", section: .sending,
            summary: "The broadcast delay.", reply: .object("The delay.", delay)
        ) { call in
            .json(await (try await call.room()).delay())
        },
        Endpoint(
            method: .put, path: "/v1/rooms/{id}/delay", section: .sending,
            summary: "Sets the broadcast delay; 0 ends it.", body: DelayBody.fields,
            reply: .object("The delay.", delay)
        ) { call in
            let body = try await call.body(as: DelayBody.self)
            return .json(try await call.room().hold(for: body.seconds))
        },
        Endpoint(
            method: .post, path: "/v1/rooms/{id}/dump", section: .sending,
            summary: "Drops what has not been on air, and stops what is being said.",
            body: NoBody.fields, reply: .object("The delay.", delay)
        ) { call in
            _ = try await call.body(as: NoBody.self)
            return .json(try await call.room().dump())
        },
    ]
}

struct DelayBody: RequestBody {
    var seconds: Double

    static let fields: [Endpoint.Field] = [
        .init("seconds", .number, required: true, "0…60.")
    ]
}
