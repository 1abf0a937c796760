import Foundation
import HTTPTypes
import Hummingbird
import Stage

/// What is remembered of a user: to look at, correct, take along and forget.
enum MemoryEndpoints {
    private static let user: Endpoint.Field = .init(
        "user", .string, "Whose memory. Without it, 'guest'.")

    private static let fact: [Endpoint.Field] = [
        .init("id", .string, required: true, "Its number."),
        .init("subject", .string, required: true, "Whom it is about."),
        .init("relation", .string, required: true, "What kind of thing: home, favourite:colour."),
        .init("value", .string, required: true, "What it is."),
        .init("confidence", .number, required: true, "0 to 1."),
        .init("turn", .string, "The turn that stated it."),
        .init("validFrom", .number, required: true, "Seconds since 1970."),
        .init("validUntil", .number, "Seconds since 1970; absent while it holds."),
        .init("private", .boolean, required: true, "Whether it is kept out of every prompt."),
    ]

    private static let memory: [Endpoint.Field] = [
        .init("user", .string, required: true, "Who."),
        .init("facts", .array, required: true, "Every value that was ever known, oldest first."),
        .init("episodes", .array, required: true, "What was shared, and milestones."),
        .init("diary", .array, required: true, "Pages of diaries, and dreams, oldest first."),
        .init("habits", .array, required: true, "kind (hour or subject), name and evidence."),
    ]

    private static let page: [Endpoint.Field] = [
        .init("id", .string, required: true, "Its number."),
        .init("character", .string, required: true, "Who wrote it."),
        .init("day", .string, required: true, "Which day it is about, as 2026-05-17."),
        .init("kind", .string, required: true, "'diary' or 'dream'."),
        .init("time", .number, required: true, "When it was written, seconds since 1970."),
        .init("text", .string, required: true, "All of it."),
    ]

    private static let egress: [Endpoint.Field] = [
        .init("time", .number, required: true, "Seconds since 1970."),
        .init("room", .string, required: true, "Where it was said."),
        .init("destination", .string, required: true, "Where it went."),
        .init("text", .string, required: true, "All of it."),
    ]

    /// The longest import, in bytes.
    private static let importLimit = 64 << 20

    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/memory", section: .memory,
            summary: "What is known of a user.", query: [user],
            reply: .object("Facts and episodes.", memory)
        ) { call in
            .json(try await call.lobby.memory(of: call.user))
        },
        Endpoint(
            method: .get, path: "/v1/memory/export", section: .memory,
            summary: "Everything that is kept of a user, in one file.", query: [user],
            reply: .object(
                "All of it.",
                memory + [
                    .init("turns", .array, required: true, "What was said, as it was heard."),
                    .init("prompts", .array, required: true, "What was sent to models."),
                ])
        ) { call in
            .json(try await call.lobby.memory(of: call.user, whole: true))
        },
        Endpoint(
            method: .post, path: "/v1/memory/import", section: .memory,
            summary: "Takes in an export, or plain facts: all or nothing, and nothing twice.",
            body: [
                .init("facts", .array, "relation and value; the rest of an export's is optional."),
                .init("turns", .array, "text and time; the rest of an export's is optional."),
                .init("episodes", .array, "As in an export."),
                .init("diary", .array, "As in an export."),
                .init("user", .string, "Looked over: the query says whose memory it becomes."),
                .init("habits", .array, "Looked over."), .init("prompts", .array, "Looked over."),
            ],
            query: [user],
            reply: .object(
                "How much of it was new.",
                ["turns", "facts", "episodes", "diary", "ratings"].map {
                    .init($0, .integer, required: true, "How many.")
                })
        ) { call in
            let bytes = try await call.request.body.collect(upTo: importLimit)
            return .json(
                try await call.lobby.take(memory: Data(bytes.readableBytesView), of: call.user))
        },
        Endpoint(
            method: .get, path: "/v1/memory/diary", section: .memory,
            summary: "What was written of days with a user, and dreamt.", query: [user],
            reply: .list("Oldest first.", of: page)
        ) { call in
            .json(try await call.lobby.diary(of: call.user))
        },
        Endpoint(
            method: .delete, path: "/v1/memory/diary/{page}", section: .memory,
            summary: "Erases a page.", query: [user], reply: .nothing
        ) { call in
            try await call.lobby.forget(
                page: try call.parameters.require("page"), of: call.user)
            return .done
        },
        Endpoint(
            method: .get, path: "/v1/memory/search", section: .memory,
            summary: "The ten turns that have most to do with a text.",
            query: [user, .init("q", .string, required: true, "The text.")],
            reply: .list(
                "Best first.",
                of: [
                    .init("turn", .object, required: true, "What was said, by whom, when."),
                    .init("score", .number, required: true, "Comparable within this list."),
                ])
        ) { call in
            .json(try await call.lobby.search(call.query("q") ?? "", of: call.user))
        },
        Endpoint(
            method: .get, path: "/v1/memory/egress", section: .memory,
            summary: "The last hundred prompts that left for a language model.", query: [user],
            reply: .list("Oldest first.", of: egress)
        ) { call in
            .json(try await call.lobby.prompts(of: call.user, last: 100))
        },
        Endpoint(
            method: .patch, path: "/v1/memory/facts/{fact}", section: .memory,
            summary: "Corrects a fact, or keeps it out of prompts.", body: FactBody.fields,
            query: [user], reply: .object("The fact as it is now.", fact)
        ) { call in
            let body = try await call.body(as: FactBody.self)
            return .json(
                try await call.lobby.edit(
                    fact: try call.parameters.require("fact"), of: call.user, value: body.value,
                    isPrivate: body.private))
        },
        Endpoint(
            method: .delete, path: "/v1/memory/facts/{fact}", section: .memory,
            summary: "Forgets a fact, and all that stated or repeated it.", query: [user],
            reply: .nothing
        ) { call in
            try await call.lobby.forget(
                fact: try call.parameters.require("fact"), of: call.user)
            return .done
        },
        Endpoint(
            method: .delete, path: "/v1/memory", section: .memory,
            summary: "Forgets a user: no byte is left in the files.", query: [user],
            reply: .nothing
        ) { call in
            try await call.lobby.forget(user: call.user)
            return .done
        },
    ]
}

extension Call {
    /// Of the query.
    var user: String { query("user") ?? "guest" }

    func query(_ name: Substring) -> String? {
        request.uri.queryParameters[name].map(String.init)
    }
}

struct FactBody: RequestBody {
    var value: String?
    var `private`: Bool?

    static let fields: [Endpoint.Field] = [
        .init("value", .string, "What it is from now on; the old value is kept with its end."),
        .init("private", .boolean, "Whether it is kept out of every prompt."),
    ]
}
