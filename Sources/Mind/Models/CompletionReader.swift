import Foundation

/// Reads the answer to a chat completion, streamed or whole, and gives its words; thoughts come between
/// `<think>` and `</think>`.
struct CompletionReader {
    /// So many unreadable events are not a slip any more.
    private static let tolerance = 3

    /// Words have come, at least thoughts.
    private(set) var isAlive = false
    /// The server said that the reply is complete.
    private(set) var isDone = false
    private(set) var hasText = false
    /// The server has answered at all.
    private(set) var hasHead = false

    private let dialect: Dialect
    private var isThinking = false
    private var events = ServerSentEvents()
    private var status = 200
    private var retryAfter: Double?
    private var isWhole = false
    private var body = Data()
    private var garbage = 0
    private var lastCharacter: Character?

    init(_ dialect: Dialect = .openAI) { self.dialect = dialect }

    /// - Throws: `ModelFailure`.
    mutating func read(_ event: Exchange.Event) throws -> [String] {
        switch event {
        case .head(let status, let isJSON, let retryAfter):
            hasHead = true
            self.status = status
            self.retryAfter = retryAfter
            isWhole = isJSON || status != 200
            return []
        case .bytes(let data):
            guard isWhole else { return try read(events.read(data)) }
            body.append(data)
            if body.count > ServerSentEvents.longestEvent { throw ModelFailure.garbage("too long") }
            return []
        }
    }

    /// The connection closed.
    ///
    /// - Throws: `ModelFailure` if the reply is not whole.
    mutating func finish() throws -> [String] {
        guard status == 200 else {
            let failure = try? JSONDecoder().decode(ChatCompletion.Failure.self, from: body)
            let message = String((failure?.error?.message ?? "").prefix(120))
            throw ModelFailure.refused(
                status: status, message: message,
                retryAfter: retryAfter ?? (status == 429 ? Breaker.firstRest : nil))
        }
        var pieces: [String] = []
        if isWhole {
            pieces = try read([String(decoding: body, as: UTF8.self)])
            guard hasText || garbage == 0 else { throw ModelFailure.garbage("not a completion") }
        } else if !isDone {
            pieces = try read(events.finish())
        }
        guard hasText else {
            throw garbage > 0 || events.isOverflowing ? ModelFailure.garbage("no words") : .empty
        }
        // Some servers never say that they are done: a reply that ends like one is taken as whole.
        if !isDone, !isWhole,
            lastCharacter.map({ ".!?…。！？)]*\"»".contains($0) || !$0.isLetter }) != true
        {
            throw ModelFailure.cut
        }
        return pieces
    }

    private mutating func read(_ payloads: [String]) throws -> [String] {
        var pieces: [String] = []
        for payload in payloads where !isDone {
            guard let piece = dialect.read(payload) else {
                garbage += 1
                if garbage > Self.tolerance { throw ModelFailure.garbage("not JSON") }
                continue
            }
            if let problem = piece.problem {
                throw hasText
                    ? .cut : ModelFailure.refused(status: 200, message: problem, retryAfter: nil)
            }
            isAlive = isAlive || piece.isAlive
            if !piece.thought.isEmpty {
                pieces.append((isThinking ? "" : "<think>") + piece.thought)
                isThinking = true
            }
            if !piece.text.isEmpty {
                hasText = hasText || piece.text.contains { !$0.isWhitespace }
                lastCharacter = piece.text.last { !$0.isWhitespace } ?? lastCharacter
                pieces.append((isThinking ? "</think>" : "") + piece.text)
                isThinking = false
            }
            isDone = isDone || piece.isDone
        }
        return pieces
    }
}
