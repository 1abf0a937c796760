import TestSupport
import Testing

/// The pages in a real browser, before a real server. One after the other: each renders, encodes, decodes
/// and listens in real time.
@Suite("The pages", .serialized)
struct Pages {
    /// Opens a page of a new server, and watches it as soon as pictures come.
    func visit(
        _ path: String = "/", width: Int = 1280, height: Int = 800, isPhone: Bool = false,
        settings: String? = nil,
        watch: (ServerProcess, Page) async throws -> Void
    ) async throws {
        let server = try await ServerProcess(settings: settings)
        let page = try await Browser().page(width: width, height: height, isPhone: isPhone)
        try await page.navigate(to: server.url + path)
        try await page.wait(
            for: "pictures", until: "bunraku.state === 'live' && bunraku.framesShown > 2")
        try await watch(server, page)
        withExtendedLifetime(server) {}
    }

    /// Says something as a person does, and returns when she is heard.
    func ask(_ text: String, on page: Page) async throws {
        try await page.click("#text")
        try await page.type(text)
        try await page.press(.enter)
        try await page.wait(for: "her voice", until: "bunraku.loudness > 0.02")
    }
}
