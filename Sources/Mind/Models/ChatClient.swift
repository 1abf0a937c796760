import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// Sends a chat request and gives the words of the answer as they come: the part that all servers share.
///
/// Tries again, with growing and uneven pauses, while not a word has come; after the first word a failure
/// is the caller's to mend, since what was said cannot be taken back.
struct ChatClient: Sendable {
    var dialect: Dialect
    var baseURL: URL
    /// Seconds to the first word.
    var firstTokenTimeout: Double
    /// Seconds between two words.
    var stallTimeout: Double
    /// Seconds before the first retry.
    var retryBase: Double

    /// - Parameter request: makes the request; method and content type are set here.
    func stream(
        _ prompt: Prompt, _ request: @escaping @Sendable (Prompt) throws -> URLRequest
    ) -> AsyncThrowingStream<String, any Error> {
        AsyncThrowingStream { continuation in
            let work = Task {
                do {
                    try await persist(prompt, request) { continuation.yield($0) }
                    continuation.finish()
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in work.cancel() }
        }
    }

    private func persist(
        _ prompt: Prompt, _ request: (Prompt) throws -> URLRequest, yield: (String) -> Void
    ) async throws {
        var persistence = Persistence(base: retryBase, seed: prompt.seed)
        while true {
            var hasYielded = false
            do {
                return try await run(request(prompt)) {
                    hasYielded = true
                    yield($0)
                }
            } catch let failure as ModelFailure {
                guard !hasYielded, let wait = persistence.wait(after: failure) else {
                    throw failure
                }
                try await Task.sleep(for: .seconds(wait))
            }
        }
    }

    private func run(_ request: URLRequest, yield: (String) -> Void) async throws {
        var request = request
        request.httpMethod = "POST"
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        request.setValue("text/event-stream", forHTTPHeaderField: "Accept")
        let exchange = Exchange(request, patience: firstTokenTimeout)
        defer { exchange.close() }
        var reader = CompletionReader(dialect)
        do {
            for try await event in exchange.events {
                // A cancelled task still gets all that waits in the stream.
                try Task.checkCancellation()
                let pieces = try reader.read(event)
                if reader.isAlive { exchange.touch(patience: stallTimeout) }
                pieces.forEach(yield)
                if reader.isDone { break }
                // A server that floods us must not keep everybody else's work from its thread.
                await Task.yield()
            }
        } catch let error as URLError {
            if reader.hasText { throw ModelFailure.cut }
            // A connection that closes without a word is a bad response to Foundation on Linux.
            let isDrop =
                [.networkConnectionLost, .badServerResponse].contains(error.code)
                && !reader.hasHead
            throw isDrop
                ? ModelFailure.dropped(error.summary(for: baseURL))
                : .unreachable(error.summary(for: baseURL))
        }
        try Task.checkCancellation()
        try reader.finish().forEach(yield)
    }
}

/// How long a server asks to be left alone.
enum RetryAfter {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Seconds, or a date, which is compared with the server's own clock.
    ///
    /// - Source: RFC 9110, sections 10.2.3 and 5.6.7.
    static func seconds(_ value: String?, date: String?) -> Double? {
        guard let value else { return nil }
        if let seconds = Double(value), seconds.isFinite { return max(0, seconds) }
        guard let then = time(value), let now = date.flatMap(time) else { return nil }
        return max(0, then - now)
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` in seconds, counted from some midnight.
    private static func time(_ text: String) -> Double? {
        let parts = text.split { " :,".contains($0) }.map(String.init)
        guard parts.count >= 7, let day = Int(parts[1]), let year = Int(parts[3]),
            let month = months.firstIndex(of: parts[2]), let hour = Int(parts[4]),
            let minute = Int(parts[5]), let second = Int(parts[6])
        else { return nil }
        var components = DateComponents(year: year, month: month + 1, day: day)
        (components.hour, components.minute, components.second) = (hour, minute, second)
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(from: components)?.timeIntervalSince1970
    }
}

extension URLError {
    func summary(for address: URL) -> String {
        let place = "\(address.host() ?? "?")\(address.port.map { ":\($0)" } ?? "")"
        return switch code {
        case .cannotConnectToHost: "nothing listens at \(place)"
        case .cannotFindHost: "no host named \(address.host() ?? "?")"
        default: "\(place), network error \(code.rawValue)"
        }
    }
}
