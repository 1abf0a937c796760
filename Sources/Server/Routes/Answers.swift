import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    /// JSON with sorted keys; dates are ISO 8601.
    static func json(
        _ value: some Encodable, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.cacheControl] = "no-store"
        return .bytes(
            ByteBuffer(string: JSONText.of(value)), type: "application/json", status: status,
            headers: headers)
    }

    static func bytes(
        _ bytes: ByteBuffer, type: String, status: HTTPResponse.Status = .ok,
        headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        headers[.xContentTypeOptions] = "nosniff"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: bytes))
    }

    /// Done, and nothing to say about it.
    static var done: Response { Response(status: .noContent) }
}

/// How this server writes JSON.
enum JSONText {
    static func of(_ value: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.dateEncodingStrategy = .iso8601
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            preconditionFailure("Answers hold only strings, dates and finite numbers: \(error)")
        }
    }
}

/// The part of a file that a request asks for.
///
/// - Source: RFC 9110 section 14. Several ranges at once are answered with the whole, as it allows.
enum ByteRange: Equatable {
    case whole
    case part(Range<Int>)
    case unsatisfiable

    /// - Parameters:
    ///   - field: the `Range` field, for example `bytes=0-99`, `bytes=100-` or `bytes=-50`.
    ///   - count: bytes of the whole file.
    init(_ field: String?, of count: Int) {
        guard let field, field.hasPrefix("bytes="), !field.contains(",") else {
            self = .whole
            return
        }
        let ends = field.dropFirst("bytes=".count).split(
            separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard ends.count == 2 else {
            self = .whole
            return
        }
        switch (Int(ends[0]), Int(ends[1])) {
        case (let first?, _) where first >= count:
            self = .unsatisfiable
        case (let first?, let last?) where first >= 0 && last >= first:
            self = .part(first..<min(count - 1, last) + 1)
        case (let first?, nil) where first >= 0 && ends[1].isEmpty:
            self = .part(first..<count)
        case (nil, let length?) where ends[0].isEmpty && length > 0 && count > 0:
            self = .part(max(0, count - length)..<count)
        case (nil, 0?) where ends[0].isEmpty:
            self = .unsatisfiable
        default:
            self = .whole
        }
    }

    /// What an answer with a part of a file says of it.
    static func field(_ part: Range<Int>, of count: Int) -> String {
        "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(count)"
    }

    static func refusal(of count: Int) -> Refusal {
        Refusal(
            .rangeNotSatisfiable, code: "bad-range",
            message: "The file has only \(count) bytes.", hint: "Ask for less.",
            headers: [.contentRange: "bytes */\(count)"])
    }
}
