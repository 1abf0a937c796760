import HTTPTypes
import Testing

@testable import Server

struct DoormanTests {
    private func refusal(
        bound: String = "127.0.0.1", host: String?, origin: String? = nil,
        method: HTTPRequest.Method = .post, path: String = "/v1/rooms/main/chat"
    ) -> String? {
        var request = HTTPRequest(method: method, scheme: "http", authority: host, path: path)
        request.headerFields[.origin] = origin
        return Doorman(host: bound).objection(to: request)?.code
    }

    @Test(arguments: [
        "localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.9.8.7", "::1",
    ])
    func namesOfThisMachineAreLoopback(_ name: String) {
        #expect(Doorman.isLoopback(name))
    }

    @Test(arguments: [
        "", "localhost.example", "127.0.0.1.example", "127.0.0", "127.0.0.256", "127.0.0.+1",
        "128.0.0.1", "0.0.0.0", "::2", "notlocalhost",
    ])
    func otherNamesAreNot(_ name: String) {
        #expect(!Doorman.isLoopback(name))
    }

    @Test(arguments: [
        "127.0.0.1:12393", "localhost:12393", "[::1]:12393", "localhost.", "localhost",
    ])
    func aLoopbackServerAnswersToLoopbackNames(_ host: String) {
        #expect(refusal(host: host) == nil)
    }

    @Test func aLoopbackServerAnswersToNoOtherNameWhateverIsAsked() {
        #expect(refusal(host: "evil.example:12393") == "foreign-host")
        #expect(refusal(host: "evil.example", method: .get, path: "/") == "foreign-host")
        // A site whose name was pointed at 127.0.0.1 is its own origin.
        #expect(refusal(host: "evil.example", origin: "http://evil.example") == "foreign-host")
    }

    @Test func aServerOfANetworkAnswersToItsNames() {
        #expect(refusal(bound: "0.0.0.0", host: "studio.local:12393") == nil)
    }

    @Test(arguments: [
        ("127.0.0.1:12393", "http://127.0.0.1:12393"),
        ("127.0.0.1:12393", "http://localhost:12393"),
        ("localhost:12393", "http://[::1]:12393"), ("localhost", "http://localhost"),
        ("localhost:80", "http://localhost"), ("localhost", "https://localhost:443"),
    ])
    func pagesOfTheServerMayDirectIt(_ example: (host: String, origin: String)) {
        #expect(refusal(host: example.host, origin: example.origin) == nil)
    }

    @Test(arguments: [
        "https://evil.example", "http://127.0.0.1:3000", "http://127.0.0.1", "null", "file://",
        "http://127.0.0.1.evil.example:12393", "chrome-extension://127.0.0.1:12393",
    ])
    func otherPagesMayNot(_ origin: String) {
        #expect(refusal(host: "127.0.0.1:12393", origin: origin) == "foreign-origin")
        for socket in ["/v1/rooms/main/socket?alpha=packed", "/v1/rooms/main/socket/"] {
            #expect(
                refusal(host: "127.0.0.1:12393", origin: origin, method: .get, path: socket)
                    == "foreign-origin")
        }
    }

    @Test func otherPagesMayLinkAndPicturesMayBeShown() {
        let origin = "https://blog.example"
        for path in ["/", "/v1/rooms/main/frame.png"] {
            #expect(
                refusal(host: "127.0.0.1:12393", origin: origin, method: .get, path: path) == nil)
        }
    }

    @Test func aProxyThatPassesTheHostOnWorks() {
        #expect(
            refusal(bound: "0.0.0.0", host: "mirai.example", origin: "https://mirai.example") == nil
        )
    }
}
