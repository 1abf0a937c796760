import CFFmpeg
import Foundation

/// How a client proves that it knows the password, without sending it.
///
/// - Source: obs-websocket 5 protocol, "Creating an authentication string".
struct Challenge: Decodable, Equatable {
    var challenge: String
    var salt: String

    func answer(to password: String) -> String {
        let secret = Self.digest(password + salt)
        return Self.digest(secret + challenge)
    }

    /// SHA-256 in Base64. libavutil's, which is linked anyway.
    private static func digest(_ text: String) -> String {
        guard let context = av_sha_alloc(), av_sha_init(context, 256) == 0 else {
            preconditionFailure("there is memory for a digest")
        }
        defer { av_free(UnsafeMutableRawPointer(context)) }
        let bytes = Array(text.utf8)
        av_sha_update(context, bytes, bytes.count)
        var digest = [UInt8](repeating: 0, count: 32)
        av_sha_final(context, &digest)
        return Data(digest).base64EncodedString()
    }
}
