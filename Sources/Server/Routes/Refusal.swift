import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOHTTP1
import Stage

/// An answer that is not what was asked for: `{"error":{"code","message","hint"}}` with its status.
///
/// This file is the one place where errors become statuses.
struct Refusal: Error, Sendable {
    var status: HTTPResponse.Status
    /// For programs: lower case words joined by `-`.
    var code: String
    /// For people: what is wrong.
    var message: String
    /// For people: what to do about it.
    var hint: String
    /// Where in a text that was sent.
    var place: StageError.Place?
    var headers: HTTPFields = [:]

    init(
        _ status: HTTPResponse.Status, code: String, message: String, hint: String,
        headers: HTTPFields = [:]
    ) {
        self.status = status
        self.code = code
        self.message = message
        self.hint = hint
        self.headers = headers
    }

    /// Every error that a route can throw.
    init(_ error: any Error) {
        switch error {
        case let error as Refusal:
            self = error
        case let error as StageError:
            self.init(
                Self.status(of: error.kind), code: error.code, message: error.message,
                hint: error.hint)
            place = error.place
        case let error as DecodingError:
            self = Self.badBody(error)
        case is NIOTooManyBytesError:
            self.init(
                .contentTooLarge, code: "body-too-large", message: "The body is too large.",
                hint: "Send at most \(Call.bodyLimit) bytes.")
        case let error as HTTPError where error.status == .notFound:
            self.init(
                .notFound, code: "no-such-route", message: "There is nothing at this address.",
                hint: "Look at /docs for the addresses that exist.")
        case let error as any HTTPResponseError:
            self.init(
                error.status, code: "bad-request", message: error.status.reasonPhrase,
                hint: "Look at /docs for what this address takes.")
        case is HTTPParserError:
            // Who hangs up in the middle of a body reads no answer, and is no fault of ours.
            self.init(
                .badRequest, code: "bad-request", message: "The request is not whole.",
                hint: "Send a body as long as Content-Length says.")
        case is CancellationError:
            self.init(
                .serviceUnavailable, code: "shutting-down", message: "The server is shutting down.",
                hint: "Try again when it is back.")
        default:
            self.init(
                .internalServerError, code: "internal-error",
                message: "Something went wrong that should not have.",
                hint: "The server's log has the reason.")
        }
    }

    private static func status(of kind: StageError.Kind) -> HTTPResponse.Status {
        switch kind {
        case .invalid: .badRequest
        case .notFound: .notFound
        case .conflict: .conflict
        case .unavailable: .serviceUnavailable
        }
    }

    private static func badBody(_ error: DecodingError) -> Refusal {
        let (what, context): (String, DecodingError.Context) =
            switch error {
            case .keyNotFound(let key, let context): ("'\(key.stringValue)' is missing.", context)
            case .typeMismatch(_, let context), .valueNotFound(_, let context):
                (
                    context.codingPath.last.map { "'\($0.stringValue)' has the wrong type." }
                        ?? "The body must be a JSON object.", context
                )
            case .dataCorrupted(let context): (context.debugDescription, context)
            @unknown default:
                ("The body does not fit.", .init(codingPath: [], debugDescription: ""))
            }
        let place = context.codingPath.dropLast().map(\.stringValue).joined(separator: ".")
        return Refusal(
            .badRequest, code: "bad-body",
            message: place.isEmpty ? what : "In '\(place)': \(what)",
            hint: "Look at /docs for what this address takes.")
    }

    var response: Response {
        struct Description: Encodable {
            var code: String
            var message: String
            var hint: String
            var line: Int?
            var column: Int?
        }
        struct Body: Encodable { var error: Description }
        var response = Response.json(
            Body(
                error: Description(
                    code: code, message: message, hint: hint, line: place?.line,
                    column: place?.column)), status: status)
        response.headers.append(contentsOf: headers)
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension HTTPFields {
    fileprivate mutating func append(contentsOf other: HTTPFields) {
        for field in other { append(field) }
    }
}

/// Turns whatever a route throws into an answer, and knows when only the method was wrong.
struct RefusalMiddleware<Context: RequestContext>: RouterMiddleware {
    /// The methods that exist for a path, for 405.
    let methods: @Sendable (_ path: String) -> [HTTPRequest.Method]

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch {
            var refusal = Refusal(error)
            if refusal.status == .internalServerError {
                context.logger.error(
                    "A request failed",
                    metadata: ["path": "\(request.uri.path)", "why": "\(error)"])
            }
            if refusal.code == "no-such-route" {
                let allowed = methods(request.uri.path).map(\.rawValue).joined(separator: ", ")
                if !allowed.isEmpty {
                    refusal = Refusal(
                        .methodNotAllowed, code: "wrong-method",
                        message: "This address does not take \(request.method.rawValue).",
                        hint: "It takes \(allowed).", headers: [.allow: allowed])
                }
            }
            return refusal.response
        }
    }
}
