public import Foundation
import FoundationNetworking

extension ServerProcess {
    /// What a server answered.
    public struct Answer: Sendable {
        public var status: Int
        public var type: String
        public var body: Data

        /// The body as JSON; `null` when it is none.
        public var json: JSON { (try? JSONDecoder().decode(JSON.self, from: body)) ?? .null }

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Asks the server something, with a JSON body if there is one.
    public func ask(
        _ method: String = "GET", _ path: String, _ body: JSON? = nil,
        headers: [String: String] = [:]
    ) async throws -> Answer {
        guard let address = URL(string: url + path) else {
            throw SupportFailure("'\(path)' is no path.")
        }
        var request = URLRequest(url: address)
        request.httpMethod = method
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        if let body {
            request.httpBody = try JSONEncoder().encode(body)
            request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard let response = response as? HTTPURLResponse else {
            throw SupportFailure("\(path) was not answered by HTTP.")
        }
        return Answer(
            status: response.statusCode,
            type: response.value(forHTTPHeaderField: "Content-Type") ?? "", body: data)
    }

    /// Says something to the character, and returns the reply's text.
    public func chat(_ text: String, user: String = "anna") async throws -> String {
        let answer = try await ask(
            "POST", "/v1/rooms/main/chat", ["user": .string(user), "text": .string(text)])
        guard answer.status == 200, let reply = answer.json["text"].text else {
            throw SupportFailure("The chat was answered \(answer.status): \(answer.text)")
        }
        return reply
    }
}
