import HTTPTypes
import Hummingbird
import NIOCore
import Stage

/// What can be chosen, and how the server itself is doing.
enum ServiceEndpoints {
    static let all: [Endpoint] = choices + operation

    private static func choice(
        _ name: String, _ summary: String, of fields: [Endpoint.Field] = [],
        _ list: @escaping @Sendable (Catalog) -> [some Encodable & SendableMetatype]
    ) -> Endpoint {
        Endpoint(
            method: .get, path: "/v1/\(name)", section: .choices, summary: summary,
            reply: .list(fields.isEmpty ? "Names." : "One object each.", of: fields)
        ) { call in
            .json(list(await call.lobby.catalog))
        }
    }

    private static let choices: [Endpoint] = [
        choice(
            "characters", "Who can be on.",
            of: [
                .init("name", .string, required: true, "For requests."),
                .init("title", .string, required: true, "For people."),
                .init("rig", .string, required: true, "The drawing it wears."),
                .init("voice", .string, "Its voice; absent when it is the server's own."),
                .init("archetype", .string, "What it is like."),
                .init("outfits", .array, required: true, "Each with name and title."),
                .init("appearances", .array, required: true, "Each with name and title."),
                .init("backgrounds", .array, required: true, "Each with name and title."),
                .init("areas", .array, required: true, "What can be touched: name and title."),
            ]
        ) { $0.characters },
        choice("rigs", "The drawings.") { $0.rigs },
        choice("expressions", "The expressions.") { $0.expressions },
        choice(
            "gestures", "The gestures.",
            of: [
                .init("name", .string, required: true, "For requests."),
                .init("duration", .number, required: true, "Seconds."),
            ]
        ) { $0.gestures },
        choice(
            "voices", "The voices.", of: [.init("name", .string, required: true, "For requests.")]
        ) { $0.voices },
    ]

    private static let operation: [Endpoint] = [
        Endpoint(
            method: .get, path: "/healthz", section: .operation, summary: "Whether it lives.",
            reply: .init(type: "text/plain; charset=utf-8", what: "ok")
        ) { _ in
            .bytes(
                ByteBuffer(string: "ok\n"), type: "text/plain; charset=utf-8",
                headers: [.cacheControl: "no-store"])
        },
        Endpoint(
            method: .get, path: "/readyz", section: .operation,
            summary: "Whether each part can do its work; 503 when one cannot.",
            reply: .object(
                "All parts.",
                [
                    .init("ready", .boolean, required: true, "Whether all are."),
                    .init("parts", .array, required: true, "Each with part, isReady and detail."),
                ])
        ) { call in
            struct Readiness: Encodable {
                var ready: Bool
                var parts: [PartReadiness]
            }
            let parts = await call.lobby.readiness()
            let isReady = parts.allSatisfy(\.isReady)
            return .json(
                Readiness(ready: isReady, parts: parts),
                status: isReady ? .ok : .serviceUnavailable)
        },
        Endpoint(
            method: .get, path: "/metrics", section: .operation, summary: "Numbers to watch.",
            reply: .init(type: PrometheusText.type, what: "Prometheus text.")
        ) { call in
            .bytes(
                ByteBuffer(string: PrometheusText.of(await call.lobby.metrics())),
                type: PrometheusText.type, headers: [.cacheControl: "no-store"])
        },
    ]
}

/// The text format of Prometheus.
///
/// - Source: Prometheus documentation, exposition formats, version 0.0.4.
enum PrometheusText {
    static let type = "text/plain; version=0.0.4; charset=utf-8"

    /// One group per name, in the order of first appearance, as the format demands.
    static func of(_ metrics: [Metric]) -> String {
        var names: [String] = []
        var groups: [String: [Metric]] = [:]
        for metric in metrics {
            if groups[metric.name] == nil { names.append(metric.name) }
            groups[metric.name, default: []].append(metric)
        }
        var text = ""
        for name in names {
            guard let group = groups[name], let first = group.first else { continue }
            text += "# HELP \(name) \(first.help)\n# TYPE \(name) \(first.kind.rawValue)\n"
            for metric in group {
                let label = metric.room.map { "{room=\"\($0)\"}" } ?? ""
                text += "\(name)\(label) \(number(metric.value))\n"
            }
        }
        return text
    }

    private static func number(_ value: Double) -> String {
        Int(exactly: value).map(String.init) ?? "\(value)"
    }
}
