import Testing

@testable import Media

@Suite("Where a show is pushed to")
struct PushAddressTests {
    @Test(
        "An address is shown without what is secret in it",
        arguments: [
            ("rtmp://a.example.com/live2/abcd-efgh-key", "rtmp://a.example.com/live2/…"),
            ("rtmps://live.example.com:443/app/key?token=1", "rtmps://live.example.com:443/app/…"),
            ("rtmp://a.example.com/onlykey", "rtmp://a.example.com/…"),
            ("srt://127.0.0.1:9000?streamid=publish:me:pass", "srt://127.0.0.1:9000/…"),
            ("rtsp://user:word@[::1]:8554/main", "rtsp://[::1]:8554/…"),
            ("rtp://127.0.0.1:5004", "rtp://127.0.0.1:5004"),
        ])
    func redacted(text: String, shown: String) throws {
        #expect(try PushAddress(text).redacted == shown)
    }

    @Test("What a library says about an address is told without its secrets")
    func hiding() throws {
        let address = try PushAddress("rtmp://a.example.com/live2/abcd-key?token=hush")
        let said =
            "Failed to publish abcd-key on rtmp://a.example.com/live2/abcd-key?token=hush: hush"
        let told = address.hiding(in: said)
        #expect(!told.contains("abcd-key") && !told.contains("hush"))
        #expect(told.hasPrefix("Failed to publish"))
    }

    @Test(
        "Other addresses are refused without being quoted",
        arguments: [
            "", "http://a.example.com/secret", "file:///etc/passwd", "rtmp:///live/secret",
            "srt://a.example.com?secret", "rtp://a.example.com:65534/secret",
            "rtmp://a.example.com/live/sec ret",
        ])
    func refused(text: String) {
        let error = #expect(throws: MediaError.self) { try PushAddress(text) }
        #expect(error.map { !$0.description.contains("secret") } ?? false)
    }
}
