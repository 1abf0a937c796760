import Foundation
import HTTPTypes
import Hummingbird
import Stage

/// One address of the server: what it does, and how it is described.
///
/// The router and the description at `/docs` are both made from the list of endpoints, so nothing is
/// served that is not described, and the other way round.
struct Endpoint: Sendable {
    typealias Answer = @Sendable (Call) async throws -> Response

    var method: HTTPRequest.Method
    /// As in OpenAPI: `/v1/rooms/{id}`.
    var path: String
    /// The heading it is listed under.
    var section: Section
    /// One line.
    var summary: String
    /// What the body may hold; nil when there is none.
    var body: [Field]?
    var query: [Field] = []
    var reply: Reply
    var answer: Answer

    enum Section: String, CaseIterable, Sendable {
        case pages = "Pages"
        case rooms = "Rooms"
        case talking = "Talking"
        case directing = "Directing"
        case memory = "Memory"
        case watching = "Watching"
        case sending = "Sending elsewhere"
        case recording = "Recording"
        case choices = "What can be chosen"
        case characters = "Characters"
        case openAI = "For programs that speak to language models"
        case shaders = "Trying shaders out"
        case operation = "Operation"
        case files = "Files of the pages"
    }

    /// A member of a JSON object, or a parameter of the query.
    struct Field: Sendable {
        enum Kind: String, Sendable { case string, number, integer, boolean, array, object }

        var name: String
        var kind: Kind
        var isRequired: Bool
        var help: String

        init(_ name: String, _ kind: Kind, required: Bool = false, _ help: String) {
            self.name = name
            self.kind = kind
            isRequired = required
            self.help = help
        }
    }

    /// What comes back when all is well.
    struct Reply: Sendable {
        var status: HTTPResponse.Status = .ok
        /// Media type; nil when there is no body.
        var type: String?
        var what: String
        var isList = false
        /// The members of the object, or of each element of the list.
        var fields: [Field] = []

        static let nothing = Reply(status: .noContent, what: "Done.")

        static func object(
            _ what: String, status: HTTPResponse.Status = .ok, _ fields: [Field]
        ) -> Reply {
            Reply(status: status, type: "application/json", what: what, fields: fields)
        }

        static func list(_ what: String, of fields: [Field] = []) -> Reply {
            Reply(type: "application/json", what: what, isList: true, fields: fields)
        }
    }

    var routerPath: RouterPath { RouterPath(path) }

    /// Whether a path of a request has this endpoint's form.
    func matches(path: some StringProtocol) -> Bool {
        let (mine, its) = (self.path.split(separator: "/"), path.split(separator: "/"))
        return mine.count == its.count
            && zip(mine, its).allSatisfy { mine, its in
                guard mine.hasPrefix("{"), let end = mine.firstIndex(of: "}") else {
                    return mine == its
                }
                return its.hasSuffix(mine[end...].dropFirst())
            }
    }
}

/// A request that has found its endpoint.
struct Call: Sendable {
    /// The longest body, in bytes.
    static let bodyLimit = 64 * 1024

    let request: Request
    let parameters: Parameters
    let lobby: Lobby

    /// The room that the path names.
    func room() async throws -> Room {
        let id = try parameters.require("id")
        guard let room = await lobby.room(id) else { throw Self.noRoom(id) }
        return room
    }

    static func noRoom(_ id: some StringProtocol) -> StageError {
        StageError(
            .notFound, code: "unknown-room", message: "There is no room '\(id)'.",
            hint: "GET /v1/rooms lists those that are open.")
    }

    /// The body; an empty one counts as `{}`.
    func body<Body: RequestBody>(as type: Body.Type) async throws -> Body {
        let bytes = try await request.body.collect(upTo: Self.bodyLimit)
        let text = bytes.readableBytes == 0 ? Data("{}".utf8) : Data(bytes.readableBytesView)
        return try JSONDecoder().decode(Checked<Body>.self, from: text).value
    }
}

/// What a client may send, and its description.
protocol RequestBody: Decodable, Sendable {
    static var fields: [Endpoint.Field] { get }
}

/// A body without unknown members: a misspelled one is a mistake, not a wish to be ignored.
struct Checked<Body: RequestBody>: Decodable {
    let value: Body

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    /// Members of every socket message, beside the body's own.
    private static var envelope: [String] { ["type", "id"] }

    init(from decoder: any Decoder) throws {
        let isMessage = decoder.userInfo[Self.messageFlag] != nil
        let known = Body.fields.map(\.name)
        let keys = try decoder.container(keyedBy: Key.self).allKeys.map(\.stringValue)
        let unknown = keys.sorted().first {
            !known.contains($0) && !(isMessage && Self.envelope.contains($0))
        }
        if let unknown {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: [],
                    debugDescription: known.isEmpty
                        ? "Nothing is expected here, but '\(unknown)' was sent."
                        : "'\(unknown)' is unknown; known are \(known.joined(separator: ", "))."))
        }
        value = try Body(from: decoder)
    }

    static var messageFlag: CodingUserInfoKey {
        guard let key = CodingUserInfoKey(rawValue: "message") else {
            preconditionFailure("A literal is a key.")
        }
        return key
    }
}
