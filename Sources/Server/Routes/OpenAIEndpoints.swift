import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// The characters as OpenAI's clients know models: each has a name, answers, and speaks.
enum OpenAIEndpoints {
    /// The name of the built-in embedder among the models.
    static let embedder = "bunraku-embedder"
    /// Clients send the whole talk each time.
    private static let bodyLimit = 2 << 20
    private static let textsAtOnce = 2048

    static let all: [Endpoint] = [
        Endpoint(
            method: .get, path: "/v1/models", section: .openAI,
            summary: "The characters, and the embedder, as models.",
            reply: .object("The list.", list(of: "Each with id, object, created and owned_by."))
        ) { call in
            let names = await call.lobby.catalog.characters.map(\.name) + [embedder]
            return .json(ModelList(data: names.map { Model(id: $0) }))
        },
        Endpoint(
            method: .get, path: "/v1/models/{model}", section: .openAI, summary: "One of them.",
            reply: .object("The model.", [.init("id", .string, required: true, "Its name.")])
        ) { call in
            let name = try call.parameters.require("model")
            let known = await call.lobby.catalog.characters.map(\.name) + [embedder]
            guard known.contains(name) else {
                throw Refusal(
                    .notFound, code: "unknown-model", message: "There is no model '\(name)'.",
                    hint: "Known are \(known.joined(separator: ", ")).")
            }
            return .json(Model(id: name))
        },
        Endpoint(
            method: .post, path: "/v1/chat/completions", section: .openAI,
            summary: "Talks to a character beside the stage, in OpenAI's format.",
            body: ChatCompletionBody.fields,
            reply: .object(
                "The answer, or with 'stream' its pieces.",
                [
                    .init("id", .string, required: true, "Of this answer."),
                    .init("choices", .array, required: true, "One, with its message."),
                    .init("usage", .object, required: true, "Tokens, counted from above."),
                ])
        ) { call in
            let body = try await call.openBody(as: ChatCompletionBody.self, upTo: bodyLimit)
            let completion = try body.completion()
            let pieces = try await call.lobby.complete(completion)
            let answer = CompletionAnswer(body, completion)
            return body.stream == true
                ? answer.streamed(pieces) : .json(await answer.whole(pieces))
        },
        Endpoint(
            method: .post, path: "/v1/audio/speech", section: .openAI,
            summary: "A text as a character says it, in OpenAI's format.", body: SpeechBody.fields,
            reply: .init(type: "audio/mpeg", what: "The sound, in the format asked for.")
        ) { call in
            let body = try await call.openBody(as: SpeechBody.self, upTo: Call.bodyLimit)
            let isStandard = SpeechBody.openAIModels.contains(body.model)
            let sound = try await call.lobby.speech(
                of: body.input, by: isStandard ? await call.lobby.leading : body.model,
                voice: body.voice.flatMap { SpeechBody.openAIVoices.contains($0) ? nil : $0 },
                speed: body.speed ?? 1, as: body.response_format ?? "mp3")
            return .bytes(ByteBuffer(bytes: sound.bytes), type: sound.type)
        },
        Endpoint(
            method: .post, path: "/v1/embeddings", section: .openAI,
            summary: "What texts are like, by the built-in embedder.", body: EmbeddingsBody.fields,
            reply: .object("The vectors.", list(of: "Each with index and embedding."))
        ) { call in
            let body = try await call.openBody(as: EmbeddingsBody.self, upTo: bodyLimit)
            try check(body)
            let vectors = call.lobby.embeddings(of: body.input.texts)
            let tokens = body.input.texts.reduce(0) { $0 + Completion.tokens(of: $1) }
            return .json(
                EmbeddingList(
                    data: vectors.enumerated().map {
                        .init(
                            index: $0.offset,
                            embedding: .init(
                                values: $0.element, isBase64: body.encoding_format == "base64"))
                    }, usage: .init(prompt_tokens: tokens, total_tokens: tokens)))
        },
    ]

    private static func list(of help: String) -> [Endpoint.Field] {
        [
            .init("object", .string, required: true, "list"),
            .init("data", .array, required: true, help),
        ]
    }

    private static func check(_ body: EmbeddingsBody) throws {
        guard body.model == embedder else {
            throw Refusal(
                .notFound, code: "unknown-model", message: "There is no embedder '\(body.model)'.",
                hint: "Use \(embedder).")
        }
        guard (1...textsAtOnce).contains(body.input.texts.count) else {
            throw Refusal(
                .badRequest, code: "bad-input",
                message: "'input' has \(body.input.texts.count) texts.",
                hint: "Send 1 to \(textsAtOnce).")
        }
        guard ["float", "base64", nil].contains(body.encoding_format) else {
            throw Refusal(
                .badRequest, code: "bad-format",
                message: "There is no format '\(body.encoding_format ?? "")'.",
                hint: "Use float or base64.")
        }
        guard [1024, nil].contains(body.dimensions) else {
            throw Refusal(
                .badRequest, code: "bad-dimensions", message: "The vectors have 1024 numbers.",
                hint: "Leave 'dimensions' out.")
        }
    }

    private struct Model: Encodable {
        var id: String
        let object = "model"
        let created = 0
        let owned_by = "bunraku"
    }

    private struct ModelList: Encodable {
        let object = "list"
        var data: [Model]
    }

    private struct EmbeddingList: Encodable {
        struct Item: Encodable {
            let object = "embedding"
            var index: Int
            var embedding: Vector
        }

        struct Usage: Encodable {
            var prompt_tokens: Int
            var total_tokens: Int
        }

        let object = "list"
        var data: [Item]
        let model = embedder
        var usage: Usage
    }

    /// Numbers, or their bytes in base64.
    private struct Vector: Encodable {
        var values: [Float]
        var isBase64: Bool

        func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            if isBase64 {
                let bytes = values.flatMap { value in
                    (0..<4).map { UInt8(truncatingIfNeeded: value.bitPattern >> UInt32($0 * 8)) }
                }
                try container.encode(Data(bytes).base64EncodedString())
            } else {
                try container.encode(values)
            }
        }
    }
}

extension Call {
    /// A body in somebody else's format: unknown members are read over.
    func openBody<Body: RequestBody>(as type: Body.Type, upTo limit: Int) async throws -> Body {
        let bytes = try await request.body.collect(upTo: limit)
        return try JSONDecoder().decode(Body.self, from: Data(bytes.readableBytesView))
    }
}
