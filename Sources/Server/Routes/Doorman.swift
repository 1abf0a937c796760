import HTTPTypes
import Hummingbird

/// Keeps other web sites out of a server that has no passwords.
///
/// A page anywhere on the web can make a visitor's browser send requests to `127.0.0.1`. Two rules stop
/// that: what changes something, and the socket, must come from a page of this server (`Origin`); and a
/// server that is bound to loopback answers only to loopback names (`Host`), because a site can point
/// its own name at 127.0.0.1 ("DNS rebinding") and then be of the same origin. Programs send no
/// `Origin` and pass.
struct Doorman: Sendable {
    /// Whether the server listens to this machine only.
    let isLoopbackOnly: Bool

    init(host: String) {
        isLoopbackOnly = Self.isLoopback(host)
    }

    /// Why a request is turned away, or nil.
    func objection(to request: HTTPRequest) -> Refusal? {
        let host = request.authority.map(Address.init(authority:))
        if isLoopbackOnly, let host, !Self.isLoopback(host.name) {
            return Refusal(
                .misdirectedRequest, code: "foreign-host",
                message: "This server listens to this machine only and is not '\(host.name)'.",
                hint: "Use http://127.0.0.1, or start it with --host to serve a network.")
        }
        // Routes are found whatever slashes stand around their names, so `/socket/` is one, too.
        let path = request.path?.prefix { $0 != "?" } ?? ""
        let isSocket = path.split(separator: "/").last == "socket"
        guard isSocket || ![.get, .head, .options].contains(request.method),
            let origin = request.headerFields[.origin]
        else { return nil }
        if let host, let from = Address(origin: origin), from.isSame(as: host) { return nil }
        return Refusal(
            .forbidden, code: "foreign-origin",
            message: "Pages of '\(origin)' may not direct this server.",
            hint: "Behind a proxy, pass the browser's Host header on unchanged.")
    }

    /// `localhost`, `*.localhost`, 127.0.0.0/8 or `::1`.
    static func isLoopback(_ host: String) -> Bool {
        let host = host.lowercased()
        if host == "localhost" || host.hasSuffix(".localhost") || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127"
            && parts.allSatisfy { UInt8($0) != nil && $0.allSatisfy(\.isNumber) }
    }

    /// A host and its port.
    struct Address: Equatable {
        /// Lower case, without the brackets of IPv6.
        var name: String
        var port: Int?
        /// What a missing port means; nil when that is not known, as in a `Host` field.
        var defaultPort: Int?

        /// Of a `Host` field.
        init(authority: String) {
            var name = authority.lowercased()
            if name.hasPrefix("["), let end = name.firstIndex(of: "]") {
                let after = name[name.index(after: end)...]
                port = after.hasPrefix(":") ? Int(after.dropFirst()) : nil
                name = String(name[name.index(after: name.startIndex)..<end])
            } else if let colon = name.lastIndex(of: ":") {
                port = Int(name[name.index(after: colon)...])
                name = String(name[..<colon])
            }
            if name.hasSuffix(".") { name.removeLast() }
            self.name = name
        }

        /// Of an `Origin` field; nil for `null` and for what is no web page.
        init?(origin: String) {
            let schemes = [("http://", 80), ("https://", 443)]
            guard let scheme = schemes.first(where: { origin.lowercased().hasPrefix($0.0) }) else {
                return nil
            }
            self.init(authority: String(origin.dropFirst(scheme.0.count)))
            defaultPort = scheme.1
        }

        /// Whether an origin is the server itself; all loopback names are one.
        func isSame(as host: Address) -> Bool {
            let isSameName =
                name == host.name || (Doorman.isLoopback(name) && Doorman.isLoopback(host.name))
            let isSamePort =
                host.port.map { $0 == port ?? defaultPort } ?? (port == nil || port == defaultPort)
            return isSameName && isSamePort
        }
    }
}

struct DoormanMiddleware<Context: RequestContext>: RouterMiddleware {
    let doorman: Doorman

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        if let objection = doorman.objection(to: request.head) { throw objection }
        return try await next(request, context)
    }
}
