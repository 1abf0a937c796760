import Foundation
import TestSupport
import Testing

/// The ways of watching that are not the first choice, each in a browser that knows no better one.
extension Pages {
    /// Plain http on another machine: no decoders.
    private static let withoutDecoders =
        "delete globalThis.VideoDecoder; delete globalThis.AudioDecoder;"
    /// A browser that was built without H.264.
    private static let withoutH264 = """
        const asked = VideoDecoder.isConfigSupported.bind(VideoDecoder);
        VideoDecoder.isConfigSupported = async (configuration) =>
            configuration.codec.startsWith("avc1") ? { supported: false } : asked(configuration);
        """

    @Test(
        "play a film by the socket, or HLS, where the browser has no WebCodecs",
        arguments: [("", "film"), ("/?via=hls", "hls")])
    func film(address: String, way: String) async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page()
        try await page.runFirst(Self.withoutDecoders)
        try await page.navigate(to: server.url + address)
        let film = "document.getElementById('film')"
        try await page.wait(
            for: "a film",
            until: "\(film).videoWidth > 0 && !\(film).paused && \(film).currentTime > 0")
        #expect(try await page.evaluate("bunraku.way").text == way)
        try await page.evaluate("globalThis.since = \(film).currentTime")
        try await page.wait(for: "it to go on", until: "\(film).currentTime > since + 3")
        #expect(try await page.evaluate("[\(film).videoWidth, \(film).videoHeight]") == [800, 960])
        try await page.click("#sound")
        try await page.wait(for: "sound", until: "bunraku.isAudible && !\(film).paused")
        try await page.click("#text")
        try await page.type("Hello!")
        try await page.press(.enter)
        try await page.wait(
            for: "a caption in the film's time",
            until: "document.querySelector('#caption.on b')?.textContent.length > 3")
        let age = try await age(of: page)
        print("\(way): \(Int(age)) ms behind the show")
        // Half of what the browser's own player keeps back.
        #expect(age < 1_500)
        #expect(page.errors == [])
        withExtendedLifetime(server) {}
    }

    @Test(
        "keep her transparent in the overlay of a browser without WebCodecs, or without H.264",
        arguments: [("webm", withoutDecoders), ("pair", withoutH264)])
    func transparent(way: String, missing: String) async throws {
        try await watchingTime(at: "/overlay", runFirst: missing) { page in
            try await page.wait(
                for: "pictures",
                until: """
                    globalThis.bunraku?.way === '\(way)' && (bunraku.framesShown > 5 ||
                        document.getElementById('film').getVideoPlaybackQuality().totalVideoFrames > 5)
                    """)
            try await stepsAreMixed(on: page)
            #expect(page.errors == [])
        }
    }

    @Test("come back with the server where the film is read by the browser's buffers")
    func filmsComeBack() async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page()
        try await page.runFirst(Self.withoutDecoders)
        let film = "document.getElementById('film')"
        for address in ["/", "/overlay"] {
            try await page.navigate(to: server.url + address)
            try await page.wait(for: "a film", until: "\(film)?.currentTime > 0")
            server.kill()
            try await page.wait(for: "the truth", until: "bunraku.state === 'reconnecting'")
            try await server.restart()
            try await page.wait(for: "the server", until: "bunraku.state === 'live'")
            try await page.evaluate(
                """
                globalThis.shown = 0;
                \(film).requestVideoFrameCallback(function count() {
                    shown++;
                    \(film).requestVideoFrameCallback(count);
                });
                """)
            try await page.wait(for: "new pictures", until: "shown > 20")
        }
    }

    @Test("show her in a browser without H.264, and let her be heard")
    func withoutH264() async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page()
        try await page.runFirst(Self.withoutH264)
        try await page.navigate(to: server.url)
        try await page.wait(
            for: "pictures", until: "bunraku.way === 'pair' && bunraku.framesShown > 20")
        try await page.click("#sound")
        try await ask("Hello!", on: page)
        #expect(page.errors == [])
        withExtendedLifetime(server) {}
    }

    // MARK: The picture that is known

    /// Opens a page whose picture is steps of alpha, and a code of the time.
    func watchingTime(
        at path: String, runFirst script: String = "", _ watch: (Page) async throws -> Void
    ) async throws {
        let assets = try TimeCode.assets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let server = try await ServerProcess(assets: assets, settings: TimeCode.settings)
        let page = try await Browser().page(width: 160, height: 192)
        let answer = try await server.ask("PATCH", "/v1/rooms/main", ["shader": "time-code"])
        #expect(answer.status == 200, "\(answer.text)")
        try await page.runFirst(script)
        try await page.navigate(to: server.url + path)
        try await watch(page)
        withExtendedLifetime(server) {}
    }

    /// Each step lets through as much of what is behind as was drawn.
    func stepsAreMixed(on page: Page) async throws {
        let clear = try await pixels(of: page, over: "transparent")
        let magenta = try await pixels(of: page, over: "#ff00ff")
        for step in 0..<16 {
            let pixel = (144 * 160 + step * 10 + 5) * 4
            let alpha = Double(clear[pixel + 3])
            #expect(abs(alpha - Double(step * 17)) <= Self.roundingOfThree, "step \(step)")
            for (channel, (own, behind)) in [(204.0, 255.0), (102, 0), (51, 255)].enumerated() {
                let expected = own * alpha / 255 + behind * (1 - alpha / 255)
                let shown = Double(magenta[pixel + channel])
                #expect(abs(shown - expected) <= Self.coarseness, "step \(step): \(shown)")
            }
        }
    }

    /// VP8 at its coarsest quantizer, of 255.
    private static let coarseness = 12.0

    /// Milliseconds by which the film is behind the show: the median of sixty pictures.
    private func age(of page: Page) async throws -> Double {
        try await page.evaluate(
            """
            globalThis.ages = [];
            (() => {
                const film = document.getElementById("film");
                const step = (now, { mediaTime }) => {
                    const due = bunraku.hello.clock + (mediaTime - bunraku.film.source.epoch) * 1000;
                    ages.push(performance.timeOrigin + performance.now() - due);
                    film.requestVideoFrameCallback(step);
                };
                film.requestVideoFrameCallback(step);
            })();
            """)
        try await page.wait(for: "sixty pictures", until: "ages.length >= 60")
        return try await page.evaluate("ages.sort((a, b) => a - b)[30]").double ?? .infinity
    }
}
