import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// The way to an engine over HTTP, with what may go wrong on it.
///
/// A server that cannot be reached, or says that it is busy (429, 502, 503, 504) or stumbled (500), is
/// asked once more after a moment. Silence is not waited for twice. Nothing that is sent is ever part of
/// a message.
struct EngineWire: Sendable {
    /// Who is meant in messages: the kind and the address without its path.
    var place: String
    /// Seconds without a byte.
    var patience: Double
    var remedy: String

    /// Keeps neither answers nor cookies.
    private static let session = URLSession(configuration: .ephemeral)
    /// Larger answers are no line of speech: five minutes of sound.
    private static let largest = 64 << 20
    /// Seconds until a server is asked once more, and the longest that its own wish is heeded.
    private static let pause = 0.2
    private static let longestPause = 2.0
    /// A whole line may take this many times the patience.
    private static let whole = 3.0

    /// What comes with an answer that is no error.
    struct Response {
        var data: Data
        var type: String
    }

    func failure(_ what: String) -> VoiceError {
        VoiceError(place: place, what: what, remedy: remedy)
    }

    func get(
        _ url: URL, headers: [String: String] = [:]
    ) async throws(VoiceError) -> Response {
        var request = URLRequest(url: url)
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return try await answer(to: request)
    }

    func post(
        _ url: URL, headers: [String: String] = [:], json: some Encodable & Sendable
    ) async throws(VoiceError) -> Response {
        guard let body = try? JSONEncoder().encode(json) else {
            throw failure("the line cannot be written as JSON")
        }
        return try await post(url, headers: headers, type: "application/json", body: body)
    }

    func post(
        _ url: URL, headers: [String: String] = [:], type: String? = nil, body: Data = Data()
    ) async throws(VoiceError) -> Response {
        var request = URLRequest(url: url)
        request.httpMethod = "POST"
        request.httpBody = body
        request.setValue(type, forHTTPHeaderField: "Content-Type")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        return try await answer(to: request)
    }

    /// - Throws: when the answer is no JSON of that form.
    func decode<Value: Decodable>(_ type: Value.Type, from data: Data) throws(VoiceError) -> Value {
        do { return try JSONDecoder().decode(type, from: data) } catch {
            throw failure("its answer is not what is expected of it")
        }
    }

    private func answer(to request: URLRequest) async throws(VoiceError) -> Response {
        do throws(Setback) {
            return try await attempt(request)
        } catch {
            guard let pause = error.pause, !Task.isCancelled else { throw failure(error.what) }
            try? await Task.sleep(for: .seconds(pause))
        }
        do throws(Setback) {
            return try await attempt(request)
        } catch {
            throw failure(error.what)
        }
    }

    private struct Setback: Error {
        var what: String
        /// Seconds after which another try makes sense.
        var pause: Double?
    }

    private func attempt(_ request: URLRequest) async throws(Setback) -> Response {
        var request = request
        request.timeoutInterval = patience
        let (data, response) = try await timed(request)
        guard let response = response as? HTTPURLResponse else {
            throw Setback(what: "it speaks no HTTP")
        }
        let status = response.statusCode
        guard status == 200 else {
            let isPassing = [429, 500, 502, 503, 504].contains(status)
            let wish = response.value(forHTTPHeaderField: "Retry-After").flatMap(Double.init)
            let pause = max(Self.pause, wish ?? Self.pause)
            throw Setback(
                what: "it answered with status \(status)",
                pause: isPassing && pause <= Self.longestPause ? pause : nil)
        }
        let expected = response.expectedContentLength
        guard data.count <= Self.largest, expected < 0 || data.count >= expected else {
            throw Setback(what: "its sound was cut off, or is too long")
        }
        let type = response.value(forHTTPHeaderField: "Content-Type") ?? ""
        return Response(data: data, type: type)
    }

    /// Ends when the whole takes too long, though bytes may still drip.
    private func timed(_ request: URLRequest) async throws(Setback) -> (Data, URLResponse) {
        let patience = patience
        do {
            return try await withThrowingTaskGroup(of: (Data, URLResponse)?.self) { group in
                group.addTask { try await Self.session.data(for: request) }
                group.addTask {
                    try await Task.sleep(for: .seconds(patience * Self.whole))
                    return nil
                }
                defer { group.cancelAll() }
                guard let first = try await group.next(), let answer = first else {
                    throw URLError(.timedOut)
                }
                return answer
            }
        } catch let error as URLError where error.code == .timedOut {
            throw Setback(what: "it has been silent or slow for \(patience) s")
        } catch let error as URLError where error.code == .cannotConnectToHost {
            throw Setback(what: "nothing listens there", pause: Self.pause)
        } catch {
            throw Setback(what: "the connection failed", pause: Self.pause)
        }
    }
}
