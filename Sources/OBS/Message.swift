import Foundation

/// What is asked of OBS: a request of the protocol, with what it needs and what it answers.
///
/// - Source: obs-websocket 5 protocol, "Requests". Members are spelled as there.
protocol OBSRequest: Encodable, Sendable {
    associatedtype Reply: Decodable & Sendable
    static var name: String { get }
}

/// The answer of a request that answers nothing.
struct Nothing: Codable, Sendable {}

/// Why OBS did not do it.
struct Refused: Error, Equatable {
    var request: String
    /// As in the protocol: 600 is "no such thing".
    var code: Int
    var comment: String?

    static let notFound = 600
}

/// The kinds of message.
enum Operation {
    static let hello = 0
    static let identify = 1
    static let identified = 2
    static let request = 6
    static let response = 7
}

struct Hello: Decodable {
    struct Body: Decodable {
        var rpcVersion: Int
        var authentication: Challenge?
    }
    var d: Body
}

struct Identify: Encodable {
    struct Body: Encodable {
        let rpcVersion = 1
        var authentication: String?
        /// No events.
        let eventSubscriptions = 0
    }
    let op = Operation.identify
    var d: Body
}

struct Asked<Request: OBSRequest>: Encodable {
    struct Body: Encodable {
        var requestType: String
        var requestId: String
        var requestData: Request
    }
    let op = Operation.request
    var d: Body
}

struct Answered<Reply: Decodable>: Decodable {
    struct Status: Decodable {
        var result: Bool
        var code: Int
        var comment: String?
    }
    struct Body: Decodable {
        var requestStatus: Status
        var responseData: Reply?
    }
    var d: Body
}

/// What must be known of a message before it is read.
struct Envelope: Decodable {
    struct Body: Decodable { var requestId: String? }
    var op: Int
    var d: Body
}
