import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// Shaders: which there are, what a text is, and the picture it makes.
enum ShaderEndpoints {
    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/shaders", section: .choices, summary: "The shaders.",
            reply: .list("One object each.", of: named + card)
        ) { call in
            .json(await call.lobby.catalog.shaders)
        },
        Endpoint(
            method: .get, path: "/v1/shaders/{shader}", section: .choices,
            summary: "The text of a shader.",
            reply: .object(
                "The shader.", named + [.init("source", .string, required: true, "Its file.")])
        ) { call in
            let name = try call.parameters.require("shader")
            return .json(try await call.lobby.shaderText(named: name))
        },
        Endpoint(
            method: .post, path: "/v1/shaders/check", section: .shaders,
            summary: "What a shader's text is, or what is wrong with it, with line and column.",
            body: ShaderSource.fields, reply: .object("What it is.", card)
        ) { call in
            let body = try await call.body(as: ShaderSource.self)
            return .json(try await call.lobby.card(ofShader: body.source))
        },
        Endpoint(
            method: .post, path: "/v1/shaders/draw", section: .shaders,
            summary: "Draws a shader's text once; nothing of it goes on air.",
            body: ShaderTrial.fields, reply: .init(type: "image/png", what: "The picture.")
        ) { call in
            let trial = try await call.body(as: ShaderTrial.self)
            return .bytes(
                ByteBuffer(bytes: try await call.lobby.draw(trial)),
                type: trial.format == .rgba ? "application/octet-stream" : "image/png",
                headers: [.cacheControl: "no-store"])
        },
    ]

    private static let named: [Endpoint.Field] = [
        .init("name", .string, required: true, "For requests.")
    ]

    private static let card: [Endpoint.Field] = [
        .init("kind", .string, required: true, "frame, or background when it reads no picture."),
        .init("passes", .integer, required: true, "How often it runs over the picture."),
        .init("isAnimated", .boolean, required: true, "Whether it moves by itself."),
        .init("instructions", .integer, required: true, "For every pixel, all passes together."),
        .init("fetches", .integer, required: true, "Of these, readings of a picture."),
        .init("nanosecondsPerPixel", .number, required: true, "On one core, estimated."),
        .init(
            "uniforms", .array, required: true,
            "Its own, each with name, type, initial, range and note."),
    ]
}

/// The text of a shader.
struct ShaderSource: RequestBody {
    var source: String

    static let fields: [Endpoint.Field] = [
        .init("source", .string, required: true, "The text, as shaders/README.md says.")
    ]
}

extension ShaderTrial: RequestBody {
    static let fields: [Endpoint.Field] =
        ShaderSource.fields + [
            .init("size", .string, "WIDTHxHEIGHT, at most 262144 pixels; without it 320x384."),
            .init("character", .string, "Whom u_layer shows; without it the settings'."),
            .init("time", .number, "Seconds; without it 0."),
            .init("mood", .array, "Valence and arousal, -1…1, and energy, 0…1."),
            .init("speech", .number, "0…1; without it 0."),
            .init("seed", .number, "0…1; without it 0."),
            .init("uniforms", .object, "By name, a number or a list; those missing are initial."),
            .init("format", .string, "'png', or 'rgba': premultiplied bytes, row after row."),
        ]
}
