import AvatarTypes
import HTTPTypes
import Hummingbird
import NIOCore

/// The pages, which travel inside the executable, and the description of the API.
enum PageEndpoints {
    static let all: [Endpoint] =
        files.map(\.endpoint) + [
            Endpoint(
                method: .get, path: "/docs", section: .pages, summary: "This description.",
                reply: .init(type: html, what: "A page.")
            ) { call in
                StaticFile(
                    path: "/docs", type: html, summary: "",
                    bytes: Array(DescriptionPage.html(of: WebServer.endpoints).utf8)
                ).response(to: call.request)
            },
            Endpoint(
                method: .get, path: "/openapi.json", section: .pages,
                summary: "This description for machines, as OpenAPI 3.1.",
                reply: .object("The document.", [])
            ) { _ in
                .json(OpenAPI(of: WebServer.endpoints))
            },
        ]

    private static let html = "text/html; charset=utf-8"
    private static let script = "text/javascript; charset=utf-8"

    private static let files: [StaticFile] = [
        StaticFile(
            path: "/", type: html, summary: "The viewer with chat.",
            bytes: PackageResources.index_html),
        StaticFile(
            path: "/overlay", type: html,
            summary: "The transparent page for an OBS browser source.",
            bytes: PackageResources.overlay_html),
        StaticFile(
            path: "/shaders", type: html, summary: "Write a shader, and see it here and in WebGL.",
            bytes: PackageResources.shaders_html),
        StaticFile(
            path: "/characters", type: html, summary: "Make a character, and move its sliders.",
            bytes: PackageResources.characters_html),
        StaticFile(
            path: "/characters.css", type: "text/css; charset=utf-8",
            summary: "How the page of characters looks.", bytes: PackageResources.characters_css),
        StaticFile(
            path: "/characters.js", type: script, summary: "The page of characters.",
            bytes: PackageResources.characters_js),
        StaticFile(
            path: "/memory", type: html, summary: "What she remembers: look, correct, forget.",
            bytes: PackageResources.memory_html),
        StaticFile(
            path: "/memory.js", type: script, summary: "The page of memory.",
            bytes: PackageResources.memory_js),
        StaticFile(
            path: "/shaders.css", type: "text/css; charset=utf-8",
            summary: "How the page of shaders looks.", bytes: PackageResources.shaders_css),
        StaticFile(
            path: "/shaders.js", type: script, summary: "The page of shaders.",
            bytes: PackageResources.shaders_js),
        StaticFile(
            path: "/paper.js", type: script, summary: "What a shader is written on.",
            bytes: PackageResources.paper_js),
        StaticFile(
            path: "/compare.js", type: script, summary: "How far two pictures are apart.",
            bytes: PackageResources.compare_js),
        StaticFile(
            path: "/style.css", type: "text/css; charset=utf-8", summary: "How the pages look.",
            bytes: PackageResources.style_css),
        StaticFile(
            path: "/director.css", type: "text/css; charset=utf-8",
            summary: "How the director's panel looks.", bytes: PackageResources.director_css),
        StaticFile(
            path: "/viewer.js", type: script, summary: "The viewer's buttons and words.",
            bytes: PackageResources.viewer_js),
        StaticFile(
            path: "/director.js", type: script, summary: "The director's panel.",
            bytes: PackageResources.director_js),
        StaticFile(
            path: "/touch.js", type: script, summary: "Cursor and touch.",
            bytes: PackageResources.touch_js),
        StaticFile(
            path: "/overlay.js", type: script, summary: "The overlay.",
            bytes: PackageResources.overlay_js),
        StaticFile(
            path: "/conversation.js", type: script, summary: "What is said, and where to write.",
            bytes: PackageResources.conversation_js),
        StaticFile(
            path: "/ears.js", type: script, summary: "The viewer's microphone.",
            bytes: PackageResources.ears_js),
        StaticFile(
            path: "/captions.js", type: script, summary: "Her line, lit word by word.",
            bytes: PackageResources.captions_js),
        StaticFile(
            path: "/player.js", type: script, summary: "Plays a room from its socket.",
            bytes: PackageResources.player_js),
        StaticFile(
            path: "/sound.js", type: script, summary: "Plays the voice, and is the clock.",
            bytes: PackageResources.sound_js),
        StaticFile(
            path: "/painter.js", type: script, summary: "Puts colour and alpha on a canvas.",
            bytes: PackageResources.painter_js),
        StaticFile(
            path: "/film.js", type: script, summary: "Plays a room in a video element.",
            bytes: PackageResources.film_js),
        StaticFile(
            path: "/parts.js", type: script, summary: "Reads low-latency HLS.",
            bytes: PackageResources.parts_js),
        StaticFile(
            path: "/edge.js", type: script, summary: "Keeps a video element close to live.",
            bytes: PackageResources.edge_js),
        StaticFile(
            path: "/shade.js", type: script, summary: "Draws a shader with WebGL.",
            bytes: PackageResources.shade_js),
        StaticFile(
            path: "/words.js", type: script, summary: "What the pages say.",
            bytes: PackageResources.words_js),
    ]
}

/// A file inside the executable, at its address.
struct StaticFile: Sendable {
    let path: String
    let type: String
    let summary: String
    private let buffer: ByteBuffer
    /// Changes with the bytes, so a browser asks again and hears "unchanged".
    let tag: String

    init(path: String, type: String, summary: String, bytes: [UInt8]) {
        self.path = path
        self.type = type
        self.summary = summary
        buffer = ByteBuffer(bytes: bytes)
        tag = "\"\(String(bytes.fingerprint, radix: 16))\""
    }

    var endpoint: Endpoint {
        Endpoint(
            method: .get, path: path, section: type.hasPrefix("text/html") ? .pages : .files,
            summary: summary,
            reply: .init(type: type, what: "The file.")
        ) { call in
            response(to: call.request)
        }
    }

    /// What a page may do: run scripts of this server, draw, play, and talk to this server. Nothing
    /// from elsewhere loads, so a line of chat that contains HTML cannot call out.
    ///
    /// - Source: W3C Content Security Policy Level 3.
    private static let policy = """
        default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; \
        script-src 'self' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; \
        connect-src 'self' ws: wss:; base-uri 'none'; form-action 'self'
        """

    func response(to request: Request) -> Response {
        var headers: HTTPFields = [.eTag: tag, .cacheControl: "no-cache"]
        let known = request.headers[.ifNoneMatch]?.split(separator: ",") ?? []
        let isKnown = known.contains { field in
            let field = field.drop { $0 == " " }
            return field == "*" || field == tag || field == "W/\(tag)"
        }
        if isKnown { return Response(status: .notModified, headers: headers) }
        if type.hasPrefix("text/html") { headers[.contentSecurityPolicy] = Self.policy }
        return .bytes(buffer, type: type, headers: headers)
    }
}
