import AvatarTypes
public import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A recognizer behind an OpenAI-compatible address, `POST …/audio/transcriptions`: OpenAI, whisper.cpp,
/// faster-whisper-server, Speaches, LocalAI, …
public struct TranscriptionServer: SpeechRecognizer {
    /// Up to and with `/v1`.
    public var baseURL: URL
    public var model: String
    public var key: String?
    /// Seconds without a byte, after which the server counts as silent.
    public var patience: Double

    /// Keeps neither answers nor cookies.
    private static let session = URLSession(configuration: .ephemeral)
    /// Bytes: an answer that is longer is no transcript.
    private static let largest = 1 << 20

    public init(baseURL: URL, model: String, key: String? = nil, patience: Double = 15) {
        self.baseURL = baseURL
        self.model = model
        self.key = key
        self.patience = patience
    }

    private struct Answer: Decodable {
        var text: String
        var language: String?
    }

    /// Waits for the whole turn: such a server takes a file.
    public func transcript(
        of turn: AsyncStream<[Float]>
    ) async throws(VoiceError) -> Transcript {
        var samples: [Float] = []
        for await piece in turn { samples += piece }
        if Task.isCancelled { throw .cancelled }
        return try await transcript(of: samples)
    }

    /// - Parameter samples: mono at `VoiceActivity.rate`, full scale 1.
    /// - Throws: when the server does not answer, or not with a transcript.
    public func transcript(of samples: [Float]) async throws(VoiceError) -> Transcript {
        let data = try await answer(to: Self.wave(samples))
        guard let answer = try? JSONDecoder().decode(Answer.self, from: data) else {
            throw failure("what it sent is no transcript")
        }
        let language = answer.language.flatMap { name in
            Language.allCases.first { Self.names[$0]?.contains(name.lowercased()) == true }
        }
        return Transcript(
            text: Self.words(of: answer.text), language: language)
    }

    private static let names: [Language: [String]] = [
        .english: ["en", "english"], .russian: ["ru", "russian"], .japanese: ["ja", "japanese"],
    ]

    /// Whisper writes what is no speech in brackets: "[BLANK_AUDIO]", "(coughs)", "♪".
    private static func words(of text: String) -> String {
        var depth = 0
        var said = ""
        for character in text {
            if "[(（【".contains(character) { depth += 1 }
            if depth == 0, character != "♪" { said.append(character) }
            if "])）】".contains(character) { depth = max(0, depth - 1) }
        }
        said = said.trimmingCharacters(in: .whitespacesAndNewlines)
        return said.contains { $0.isLetter || $0.isNumber } ? said : ""
    }

    private func answer(to sound: Data) async throws(VoiceError) -> Data {
        let boundary = "bunraku-\(sound.count)-boundary"
        var request = URLRequest(url: baseURL.appending(path: "audio/transcriptions"))
        request.httpMethod = "POST"
        request.timeoutInterval = patience
        request.setValue(
            "multipart/form-data; boundary=\(boundary)", forHTTPHeaderField: "Content-Type")
        if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
        var body = Data()
        for (name, value) in [("model", model), ("response_format", "verbose_json")] {
            body += Data(
                ("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n"
                    + "\(value)\r\n").utf8)
        }
        body += Data(
            ("--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; "
                + "filename=\"said.wav\"\r\nContent-Type: audio/wav\r\n\r\n").utf8)
        body += sound
        body += Data("\r\n--\(boundary)--\r\n".utf8)
        request.httpBody = body
        let data: Data
        let response: URLResponse
        do {
            (data, response) = try await Self.session.data(for: request)
        } catch let error as URLError where error.code == .timedOut {
            throw failure("it has been silent for \(patience) s")
        } catch let error as URLError where error.code == .cannotConnectToHost {
            throw failure("nothing listens there")
        } catch {
            throw failure("the connection failed")
        }
        guard let response = response as? HTTPURLResponse else {
            throw failure("it speaks no HTTP")
        }
        guard response.statusCode == 200 else {
            throw failure("it answered with status \(response.statusCode)")
        }
        guard data.count <= Self.largest else { throw failure("its answer is too long") }
        return data
    }

    /// RIFF WAVE, 16 bits, one channel.
    private static func wave(_ samples: [Float]) -> Data {
        let rate = VoiceActivity.rate
        func little(_ value: Int, _ bytes: Int) -> [UInt8] {
            (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
        }
        let size = samples.count * 2
        var bytes = Array("RIFF".utf8) + little(36 + size, 4) + Array("WAVEfmt ".utf8)
        bytes += little(16, 4) + little(1, 2) + little(1, 2) + little(rate, 4)
        bytes += little(rate * 2, 4) + little(2, 2) + little(16, 2)
        bytes += Array("data".utf8) + little(size, 4)
        bytes += signed16(samples)
        return Data(bytes)
    }

    private var place: String {
        (baseURL.host() ?? "?") + (baseURL.port.map { ":\($0)" } ?? "")
    }

    private func failure(_ what: String) -> VoiceError {
        VoiceError(
            place: "speech recognizer \(place)", what: what,
            remedy: "see that it runs and knows model \(model)")
    }
}
