public import Foundation
import Synchronization

/// A recognizer that hears while somebody speaks, over a WebSocket: the words are there soon after the
/// last one is said.
///
/// Sound is 16 bits at `VoiceActivity.rate`. Addresses begin with `ws://`; for one behind TLS put a proxy
/// such as nginx or stunnel before it.
public struct StreamingRecognizer: SpeechRecognizer {
    /// Whose protocol it speaks.
    public enum Kind: String, CaseIterable, Sendable {
        /// vosk-server: a line of configuration, sound, `{"eof" : 1}`. Every piece of sound is
        /// answered, and each sentence comes as `text`.
        case vosk
        /// Deepgram's live transcription, its own or self-hosted: sound, `CloseStream`; pieces come as
        /// `Results`, and `Metadata` is the last.
        case deepgram
    }

    public var kind: Kind
    public var address: URL
    public var model: String?
    public var key: String?
    /// Seconds that it may take for the last words after the turn is over.
    public var patience: Double

    public init(
        _ kind: Kind, address: URL, model: String? = nil, key: String? = nil,
        patience: Double = 15
    ) {
        self.kind = kind
        self.address = address
        self.model = model
        self.key = key
        self.patience = patience
    }

    public func transcript(
        of turn: AsyncStream<[Float]>
    ) async throws(VoiceError) -> Transcript {
        let page = Page()
        do {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await RecognizerSocket.open(endpoint, headers: headers) { socket in
                        if let greeting { try await socket.send(greeting) }
                        var sent = 0
                        for await piece in turn {
                            try await socket.send(signed16(piece))
                            sent += 1
                        }
                        try Task.checkCancellation()
                        page.sent.withLock { $0 = sent }
                        try await socket.send(farewell)
                    } listen: { text in
                        let sent = page.sent.withLock { $0 }
                        return try page.writing.withLock {
                            try $0.take(text, from: kind, after: sent)
                        }
                    }
                    return true
                }
                group.addTask {
                    // Nobody is hurried while he speaks.
                    while page.sent.withLock({ $0 == nil }) {
                        try await Task.sleep(for: .milliseconds(50))
                    }
                    try await Task.sleep(for: .seconds(patience))
                    throw RecognizerSocket.Failure(what: "it has been silent for \(patience) s")
                }
                defer { group.cancelAll() }
                _ = try await group.next()
            }
        } catch let failure as RecognizerSocket.Failure {
            throw error(failure.what)
        } catch is CancellationError {
            throw .cancelled
        } catch {
            throw self.error("the connection failed")
        }
        if Task.isCancelled { throw .cancelled }
        return Transcript(text: page.writing.withLock { $0.sentences }.joined(separator: " "))
    }

    // MARK: What each wants

    private var endpoint: URL {
        guard kind == .deepgram else { return address }
        let path = address.path()
        let listen = path.hasSuffix("/listen") ? address : address.appending(path: "v1/listen")
        var query = [
            URLQueryItem(name: "encoding", value: "linear16"),
            URLQueryItem(name: "sample_rate", value: "\(VoiceActivity.rate)"),
            URLQueryItem(name: "channels", value: "1"),
            URLQueryItem(name: "punctuate", value: "true"),
        ]
        if let model { query.append(URLQueryItem(name: "model", value: model)) }
        return listen.appending(queryItems: query)
    }

    private var headers: [(String, String)] {
        guard let key else { return [] }
        return [("Authorization", (kind == .deepgram ? "Token " : "Bearer ") + key)]
    }

    private var greeting: String? {
        kind == .vosk ? #"{"config":{"sample_rate":\#(VoiceActivity.rate)}}"# : nil
    }

    private var farewell: String {
        kind == .vosk ? #"{"eof" : 1}"# : #"{"type":"CloseStream"}"#
    }

    /// What one turn's talk and answers share.
    private final class Page: Sendable {
        let writing = Mutex(Writing())
        /// Pieces of sound of the whole turn, once it is over.
        let sent = Mutex<Int?>(nil)
    }

    /// The sentences that are certain so far.
    private struct Writing {
        var sentences: [String] = []
        private var answers = 0

        /// - Parameters:
        ///   - text: nil when it has hung up.
        ///   - sent: how many pieces it was sent, once the turn is over.
        /// - Returns: whether this was the last message.
        mutating func take(_ text: Data?, from kind: Kind, after sent: Int?) throws -> Bool {
            guard let text else { return sent != nil && answers > 0 }
            answers += 1
            guard let message = try? JSONDecoder().decode(Message.self, from: text) else {
                throw RecognizerSocket.Failure(what: "what it sent is no transcript")
            }
            if let complaint = message.error ?? message.err_msg {
                throw RecognizerSocket.Failure(what: "it says \"\(complaint.prefix(200))\"")
            }
            switch kind {
            case .vosk:
                if let sentence = message.text { keep(sentence) }
                return sent.map { answers > $0 } ?? false
            case .deepgram:
                if message.type == "Metadata" { return sent != nil }
                if message.is_final == true,
                    let piece = message.channel?.alternatives?.first?.transcript
                {
                    keep(piece)
                }
                return false
            }
        }

        private mutating func keep(_ sentence: String) {
            let words = sentence.trimmingCharacters(in: .whitespacesAndNewlines)
            if !words.isEmpty { sentences.append(words) }
        }
    }

    /// What either may send; names are the protocols' own.
    private struct Message: Decodable {
        struct Channel: Decodable {
            var alternatives: [Alternative]?
        }
        struct Alternative: Decodable {
            var transcript: String?
        }
        var text: String?
        var type: String?
        var is_final: Bool?
        var channel: Channel?
        var error: String?
        var err_msg: String?
    }

    private func error(_ what: String) -> VoiceError {
        VoiceError(
            place:
                "speech recognizer \(address.host() ?? "?")\(address.port.map { ":\($0)" } ?? "")",
            what: what, remedy: "see that it runs and speaks \(kind.rawValue)'s protocol")
    }
}
