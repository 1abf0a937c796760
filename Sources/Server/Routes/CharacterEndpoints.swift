import HTTPTypes
import Hummingbird
import Stage

/// Making characters, changing them, and going back to earlier versions.
enum CharacterEndpoints {
    private static let portrait: [Endpoint.Field] = [
        .init("name", .string, required: true, "For requests."),
        .init("title", .string, required: true, "For people."),
        .init("archetype", .string, "What it is like."),
        .init("description", .string, required: true, "For a language model."),
        .init("rig", .string, required: true, "The drawing it wears."),
        .init("voice", .string, "Absent when it is the server's own."),
        .init("traits", .object, required: true, "Nine, 0 to 1."),
        .init("speech", .object, required: true, "Six, 0 to 1."),
        .init("version", .integer, required: true, "0 is the file."),
        .init("text", .string, required: true, "All of it, as a file in characters/."),
    ]

    private static let growth: [Endpoint.Field] = [
        .init("offsets", .object, required: true, "By trait, −0.3 to 0.3."),
        .init("history", .array, required: true, "Each with time, trait, from and to."),
    ]

    static let all: [Endpoint] = [
        Endpoint(
            method: .post, path: "/v1/characters", section: .characters,
            summary: "Makes a character of a few words.", body: IdeaBody.fields,
            reply: .object("The character.", status: .created, portrait)
        ) { call in
            let body = try await call.body(as: IdeaBody.self)
            let made = try await call.lobby.makeCharacter(of: body.prompt, name: body.name)
            return .json(
                made, status: .created, headers: [.location: "/v1/characters/\(made.name)"])
        },
        Endpoint(
            method: .get, path: "/v1/characters/{character}", section: .characters,
            summary: "One character, whole.", reply: .object("The character.", portrait)
        ) { call in
            .json(try await call.lobby.portrait(of: call.character()))
        },
        Endpoint(
            method: .patch, path: "/v1/characters/{character}", section: .characters,
            summary: "Changes a character; what is missing stays. A new version is kept.",
            body: Lobby.CharacterChange.fields, reply: .object("The character.", portrait)
        ) { call in
            let change = try await call.body(as: Lobby.CharacterChange.self)
            return .json(try await call.lobby.change(character: call.character(), change))
        },
        Endpoint(
            method: .delete, path: "/v1/characters/{character}", section: .characters,
            summary: "Forgets what was made or changed; its file counts again.", reply: .nothing
        ) { call in
            try await call.lobby.forget(character: call.character())
            return .done
        },
        Endpoint(
            method: .get, path: "/v1/characters/{character}/versions", section: .characters,
            summary: "The versions that are kept.",
            reply: .list(
                "Oldest first.",
                of: [
                    .init("version", .integer, required: true, "Counted from 1."),
                    .init("time", .number, required: true, "Seconds since 1970."),
                ])
        ) { call in
            .json(try await call.lobby.versions(of: call.character()))
        },
        Endpoint(
            method: .get, path: "/v1/characters/{character}/growth", section: .characters,
            summary: "How it has changed by those who talk to it.",
            reply: .object("How far traits are from their base, and each step.", growth)
        ) { call in
            .json(try await call.lobby.growth(of: call.character()))
        },
        Endpoint(
            method: .post, path: "/v1/characters/{character}/growth/rollback",
            section: .characters, summary: "Takes back what has changed since a moment.",
            body: RollbackBody.fields,
            reply: .object("How far traits are from their base, and each step.", growth)
        ) { call in
            let body = try await call.body(as: RollbackBody.self)
            return .json(
                try await call.lobby.rollBack(character: call.character(), to: body.to))
        },
        Endpoint(
            method: .post, path: "/v1/characters/{character}/restore", section: .characters,
            summary: "Makes an earlier version the latest.", body: VersionBody.fields,
            reply: .object("The character.", portrait)
        ) { call in
            let body = try await call.body(as: VersionBody.self)
            return .json(
                try await call.lobby.restore(character: call.character(), version: body.version))
        },
    ]
}

extension Call {
    /// The character that the path names.
    fileprivate func character() throws -> String { try parameters.require("character") }
}

struct IdeaBody: RequestBody {
    var prompt: String
    var name: String?

    static let fields: [Endpoint.Field] = [
        .init("prompt", .string, required: true, "A few words: rebellious elf hacker."),
        .init("name", .string, "For requests; without it one is made."),
    ]
}

struct RollbackBody: RequestBody {
    var to: Double

    static let fields: [Endpoint.Field] = [
        .init("to", .number, required: true, "Seconds since 1970; 0 takes back everything.")
    ]
}

struct VersionBody: RequestBody {
    var version: Int

    static let fields: [Endpoint.Field] = [
        .init("version", .integer, required: true, "One of its versions.")
    ]
}

extension Lobby.CharacterChange: RequestBody {
    static let fields: [Endpoint.Field] = [
        .init("title", .string, "The name, for people."),
        .init("description", .string, "A few English sentences."),
        .init("traits", .object, "Some of the nine, 0 to 1."),
        .init("speech", .object, "Some of the six, 0 to 1."),
        .init("text", .string, "All of it, as a file in characters/."),
    ]
}
