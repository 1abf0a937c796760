import Foundation

/// A real headless Chromium with a profile of its own that goes with it.
///
/// Nothing is faked and no rule is relaxed: sound waits for a click as it does for people. If the test
/// process dies, the browser sees its end of the line close, and ends too.
public final class Browser: Sendable {
    private let process: ChildProcess
    private let tools: DevTools
    private let profile: URL

    /// - Throws: when Chromium is missing or does not start.
    public init() async throws {
        profile = FileManager.default.temporaryDirectory
            .appending(path: "bunraku-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
        let line = try SocketPair()
        defer { close(line.theirs) }
        process = try ChildProcess(
            Self.executable(),
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
                "--disable-breakpad", "--disable-background-networking",
                "--disable-component-update",
                "--remote-debugging-pipe", "--user-data-dir=\(profile.path)", "about:blank",
            ],
            descriptors: [3: line.theirs, 4: line.theirs])
        tools = DevTools(socket: line.ours)
        try await tools.call("Browser.getVersion")
    }

    deinit {
        process.kill()
        tools.hangUp()
        try? FileManager.default.removeItem(at: profile)
    }

    /// A new page, `width` × `height` CSS pixels; a narrow one is a phone with a finger.
    public func page(width: Int = 1280, height: Int = 800, isPhone: Bool = false) async throws
        -> Page
    {
        let target = try await tools.call("Target.createTarget", ["url": "about:blank"])["targetId"]
        let session = try await tools.call(
            "Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]
        guard let session = session.text else {
            throw SupportFailure("The browser opened no page.")
        }
        let page = Page(of: self, tools: tools, session: session)
        for domain in ["Page", "Runtime", "Log"] { try await page.call("\(domain).enable") }
        try await page.resize(width: width, height: height, isPhone: isPhone)
        return page
    }

    /// Debian's name first, then what others call it.
    private static func executable() throws(SupportFailure) -> String {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        for name in ["chromium", "chromium-browser", "google-chrome"] {
            for folder in folders {
                let path = "\(folder)/\(name)"
                if FileManager.default.isExecutableFile(atPath: path) { return path }
            }
        }
        throw SupportFailure("Chromium is not in $PATH. Run 'scripts/setup --test' to install it.")
    }
}
