import Foundation
import Synchronization

/// One page of a browser, used as a person does: looked at, clicked, typed into.
public final class Page: Sendable {
    /// Lives as long as its pages.
    private let browser: Browser
    private let tools: DevTools
    private let session: String
    private let heard = Mutex<[String]>([])

    init(of browser: Browser, tools: DevTools, session: String) {
        self.browser = browser
        self.tools = tools
        self.session = session
        tools.listen(session: session) { [weak self] event in self?.note(event) }
    }

    /// What the console said as an error, and every uncaught exception, in order.
    public var errors: [String] { heard.withLock { $0 } }

    @discardableResult
    func call(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await tools.call(method, parameters, session: session)
    }

    private func note(_ event: DevTools.Event) {
        let parameters = event.parameters
        let error: String? =
            switch event.method {
            case "Runtime.consoleAPICalled" where Self.isBad(parameters["type"]):
                parameters["args"].elements
                    .map { $0["value"].text ?? $0["description"].text ?? "?" }
                    .joined(separator: " ")
            case "Runtime.exceptionThrown":
                Self.sentence(parameters["exceptionDetails"])
            case "Log.entryAdded" where Self.isBad(parameters["entry"]["level"]):
                "\(parameters["entry"]["text"].text ?? "?") \(parameters["entry"]["url"].text ?? "")"
            default: nil
            }
        if let error { heard.withLock { $0.append(error) } }
    }

    private static func isBad(_ level: JSON) -> Bool {
        ["error", "assert"].contains(level.text ?? "")
    }

    private static func sentence(_ details: JSON) -> String {
        details["exception"]["description"].text ?? details["text"].text ?? "an exception"
    }

    // MARK: Going somewhere

    /// Runs a script in every document from now on, before the document's own.
    public func runFirst(_ script: String) async throws {
        try await call("Page.addScriptToEvaluateOnNewDocument", ["source": .string(script)])
    }

    /// Goes there, and returns when the document and what it names are loaded.
    public func navigate(to address: String) async throws {
        let answer = try await call("Page.navigate", ["url": .string(address)])
        if let failure = answer["errorText"].text {
            throw SupportFailure("\(address) did not open: \(failure).")
        }
        try await evaluate(
            """
            new Promise((done) => document.readyState === "complete"
                ? done() : addEventListener("load", () => done()))
            """)
    }

    /// `width` × `height` CSS pixels, seen on a screen with one pixel each.
    public func resize(width: Int, height: Int, isPhone: Bool = false) async throws {
        try await call(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(width)), "height": .number(Double(height)),
                "deviceScaleFactor": 1, "mobile": .bool(isPhone),
            ])
        try await call("Emulation.setTouchEmulationEnabled", ["enabled": .bool(isPhone)])
    }

    public func close() async throws { try await call("Page.close") }

    // MARK: Looking

    /// The value of an expression; a promise is awaited.
    ///
    /// - Throws: what the script throws.
    @discardableResult
    public func evaluate(_ script: String) async throws -> JSON {
        let answer = try await call(
            "Runtime.evaluate",
            [
                "expression": .string(script), "awaitPromise": true, "returnByValue": true,
                "userGesture": false,
            ])
        if answer["exceptionDetails"] != .null {
            throw SupportFailure(Self.sentence(answer["exceptionDetails"]))
        }
        return answer["result"]["value"]
    }

    /// Waits until an expression is true.
    ///
    /// - Throws: when it is not within the limit, with the errors of the page.
    public func wait(
        for what: String, until condition: String, within limit: Duration = .seconds(30)
    ) async throws {
        let clock = ContinuousClock()
        let end = clock.now + limit
        while !(try await evaluate("Boolean(\(condition))")).isTrue {
            guard clock.now < end else {
                throw SupportFailure(
                    "Waited \(limit) in vain for \(what). The errors of the page: \(errors)")
            }
            try await Task.sleep(for: .milliseconds(25))
        }
    }

    /// What is seen, as PNG; with alpha where the page paints nothing.
    public func screenshot() async throws -> [UInt8] {
        try await call(
            "Emulation.setDefaultBackgroundColorOverride",
            ["color": ["r": 0, "g": 0, "b": 0, "a": 0]])
        let picture = try await call("Page.captureScreenshot", ["format": "png"])["data"]
        guard let bytes = picture.text.flatMap({ Data(base64Encoded: $0) }) else {
            throw SupportFailure("The browser made no picture.")
        }
        return Array(bytes)
    }
}
