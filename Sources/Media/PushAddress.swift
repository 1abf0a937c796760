import Foundation

/// Where a live show is pushed to: an address of RTMP, SRT, RTSP or RTP.
///
/// Such an address is a secret: whoever knows it can send. It has no description of itself but
/// ``redacted``, which leaves out the stream key, passwords and everything behind the question mark.
public struct PushAddress: Equatable, Sendable {
    public enum Transport: String, CaseIterable, Sendable {
        /// FLV with AAC, to a service's ingest, nginx-rtmp or MediaMTX; over TLS as `rtmps`.
        case rtmp
        /// An MPEG transport stream with AAC.
        case srt
        /// H.264 and Opus over TCP, as MediaMTX passes on to browsers (WHEP).
        case rtsp
        /// Plain RTP for Janus' streaming plugin: H.264 (payload 96) to the port that is named, Opus
        /// (payload 97) to the port two above.
        case rtp

        /// What the receivers take.
        public var soundCodec: Codec { self == .rtmp || self == .srt ? .aac : .opus }
    }

    public let transport: Transport
    /// The whole address, key included: for the library alone.
    let text: String

    /// - Throws: a sentence when the address is none of these; it never quotes the address.
    public init(_ text: String) throws(MediaError) {
        let schemes = Transport.allCases.map(\.rawValue) + ["rtmps"]
        guard let url = URL(string: text), let scheme = url.scheme?.lowercased(),
            schemes.contains(scheme),
            let transport = Transport(rawValue: scheme) ?? Self.secure(scheme)
        else {
            throw Self.refusal(
                "The address is of no kind that is pushed to.",
                "Begin it with rtmp://, rtmps://, srt://, rtsp:// or rtp://.")
        }
        guard let host = url.host(), !host.isEmpty else {
            throw Self.refusal("The address has no host.", "Write it as rtmp://HOST/APP/KEY.")
        }
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), text.utf8.count <= 2_000 else {
            throw Self.refusal(
                "The address has blanks or letters that an address cannot have.",
                "Write them as %20 and so on; 2000 letters at most.")
        }
        if transport == .srt || transport == .rtp, url.port == nil {
            throw Self.refusal("The address has no port.", "Write it as \(scheme)://HOST:PORT.")
        }
        if transport == .rtp, let port = url.port, port > 65_533 {
            throw Self.refusal("Sound goes two ports above.", "Choose a port up to 65533.")
        }
        self.transport = transport
        self.text = text
    }

    /// The address without what is secret in it: scheme, host, port, and the first part of the path.
    public var redacted: String {
        guard let url = URL(string: text), let scheme = url.scheme, let host = url.host() else {
            preconditionFailure("an address was checked when it was made")
        }
        let parts = url.path().split(separator: "/")
        var shown = "\(scheme)://\(host.contains(":") ? "[\(host)]" : host)"
        if let port = url.port { shown += ":\(port)" }
        // The last part of a path is the key; what a single part is nobody knows.
        if parts.count > 1 { shown += "/\(parts[0])" }
        if !parts.isEmpty || url.query() != nil { shown += "/…" }
        return shown
    }

    /// A library's own words, without what is secret in them.
    func hiding(in sentence: String) -> String {
        guard let url = URL(string: text) else { return sentence }
        var secrets = [text, url.user(), url.password(), url.query()].compactMap(\.self)
        secrets += url.path().split(separator: "/").map(String.init)
        secrets += (url.query() ?? "").split(separator: "&").compactMap {
            $0.split(separator: "=").last.map(String.init)
        }
        return secrets.filter { $0.count > 2 }.sorted { $0.count > $1.count }.reduce(sentence) {
            $0.replacingOccurrences(of: $1, with: "…")
        }
    }

    private static func secure(_ scheme: String) -> Transport? { scheme == "rtmps" ? .rtmp : nil }

    private static func refusal(_ what: String, _ remedy: String) -> MediaError {
        MediaError("push", what, remedy: remedy)
    }
}
