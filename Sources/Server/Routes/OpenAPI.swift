import HTTPTypes

/// The endpoints as an OpenAPI 3.1 document.
///
/// - Source: OpenAPI Specification 3.1.1.
struct OpenAPI: Encodable {
    struct Info: Encodable {
        let title = "Bunraku"
        let version = "1"
        let description =
            "A real-time avatar render and media streaming server with an AI companion."
    }

    struct Schema: Encodable {
        var type: String?
        var description: String?
        var properties: [String: Schema]?
        var required: [String]?
        var additionalProperties: Bool?
        /// One at most; a list only because a struct cannot hold itself.
        var items: [Schema] = []
        var reference: String?

        private enum CodingKeys: String, CodingKey {
            case type, description, properties, required, additionalProperties, items
            case reference = "$ref"
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encodeIfPresent(type, forKey: .type)
            try container.encodeIfPresent(description, forKey: .description)
            try container.encodeIfPresent(properties, forKey: .properties)
            try container.encodeIfPresent(required, forKey: .required)
            try container.encodeIfPresent(additionalProperties, forKey: .additionalProperties)
            try container.encodeIfPresent(items.first, forKey: .items)
            try container.encodeIfPresent(reference, forKey: .reference)
        }

        static func object(of fields: [Endpoint.Field], isClosed: Bool) -> Schema {
            let required = fields.filter(\.isRequired).map(\.name)
            return Schema(
                type: "object",
                properties: Dictionary(
                    uniqueKeysWithValues: fields.map {
                        ($0.name, Schema(type: $0.kind.rawValue, description: $0.help))
                    }),
                required: required.isEmpty ? nil : required,
                additionalProperties: isClosed ? false : nil)
        }
    }

    struct Content: Encodable { var schema: Schema }

    struct Body: Encodable {
        var required: Bool
        var content: [String: Content]
    }

    struct Parameter: Encodable {
        var name: String
        var `in`: String
        var required: Bool
        var description: String
        var schema: Schema
    }

    struct Answer: Encodable {
        var description: String
        var content: [String: Content]?
    }

    struct Operation: Encodable {
        var operationId: String
        var tags: [String]
        var summary: String
        var parameters: [Parameter]?
        var requestBody: Body?
        var responses: [String: Answer]
    }

    struct Components: Encodable { var schemas: [String: Schema] }

    let openapi = "3.1.1"
    let info = Info()
    /// By path, then by method in lower case.
    let paths: [String: [String: Operation]]
    let components = Components(schemas: [
        "Error": Schema(
            type: "object",
            properties: [
                "error": .object(
                    of: [
                        .init("code", .string, required: true, "For programs."),
                        .init("message", .string, required: true, "What is wrong."),
                        .init("hint", .string, required: true, "What to do about it."),
                        .init("line", .integer, "Where in a shader's text, from 1."),
                        .init("column", .integer, "The same, across."),
                    ], isClosed: false)
            ], required: ["error"])
    ])

    init(of endpoints: [Endpoint]) {
        var paths: [String: [String: Operation]] = [:]
        for endpoint in endpoints {
            paths[endpoint.path, default: [:]][endpoint.method.rawValue.lowercased()] =
                Operation(endpoint)
        }
        self.paths = paths
    }
}

extension OpenAPI.Operation {
    private static let places = [
        "{id}": "The room's name.",
        "{file}": "A name from the playlist, or of a recording's files.",
        "{shader}": "A shader's name.", "{push}": "A push's id.",
        "{recording}": "A recording's name.",
        "{model}": "A model's name.", "{fact}": "A fact's number.",
        "{character}": "A character's name.",
    ]

    init(_ endpoint: Endpoint) {
        let words = endpoint.path.split { !$0.isLetter && !$0.isNumber }
        let places = endpoint.path.matches(of: /\{(\w+)\}/).map {
            OpenAPI.Parameter(
                name: String($0.1), in: "path", required: true,
                description: Self.places[String($0.0)] ?? "A name.",
                schema: .init(type: "string"))
        }
        let questions = endpoint.query.map {
            OpenAPI.Parameter(
                name: $0.name, in: "query", required: $0.isRequired, description: $0.help,
                schema: .init(type: $0.kind.rawValue))
        }
        let parameters = places + questions
        self.init(
            operationId: ([endpoint.method.rawValue.lowercased()] + words.map(String.init))
                .joined(separator: "-"),
            tags: [endpoint.section.rawValue], summary: endpoint.summary,
            parameters: parameters.isEmpty ? nil : parameters,
            requestBody: endpoint.body.map { fields in
                OpenAPI.Body(
                    required: fields.contains(where: \.isRequired),
                    content: [
                        "application/json": .init(schema: .object(of: fields, isClosed: true))
                    ])
            },
            responses: [
                "\(endpoint.reply.status.code)": OpenAPI.Answer(endpoint.reply),
                "default": OpenAPI.Answer(
                    description: "What is wrong and what to do about it.",
                    content: [
                        "application/json": .init(
                            schema: .init(reference: "#/components/schemas/Error"))
                    ]),
            ])
    }
}

extension OpenAPI.Answer {
    init(_ reply: Endpoint.Reply) {
        let schema: OpenAPI.Schema? =
            reply.type == "application/json"
            ? (reply.isList
                ? .init(
                    type: "array",
                    items: [
                        reply.fields.isEmpty
                            ? .init(type: "string")
                            : .object(of: reply.fields, isClosed: false)
                    ])
                : .object(of: reply.fields, isClosed: false))
            : nil
        self.init(
            description: reply.what,
            content: reply.type.map { [$0: .init(schema: schema ?? .init(type: "string"))] })
    }
}
