import TestSupport
import Testing

extension Pages {
    @Test("say that the connection is lost, and come back by themselves")
    func reconnecting() async throws {
        try await visit { server, page in
            try await page.click("#sound")
            try await page.wait(for: "sound", until: "bunraku.sound?.mediaTime > 0")
            #expect(page.errors == [])
            server.kill()
            try await page.wait(
                for: "the truth",
                until:
                    "bunraku.state === 'reconnecting' && document.getElementById('send').disabled")
            let shown = try await page.evaluate("bunraku.framesShown").double ?? 0
            try await server.restart()
            try await page.wait(
                for: "new pictures",
                until: "bunraku.state === 'live' && bunraku.framesShown > \(shown + 20)")
            try await ask("Hello again!", on: page)
            try await page.wait(
                for: "an answer", until: "document.querySelector('.her:not(.waiting)')")
        }
    }

    @Test("lose and double no line of the chat when the network drops")
    func droppedNetwork() async throws {
        let server = try await ServerProcess()
        let target = try #require(server.url.split(separator: ":").last.flatMap { Int($0) })
        let relay = try Relay(to: target)
        let page = try await Browser().page()
        try await page.navigate(to: relay.url)
        try await page.wait(
            for: "pictures", until: "bunraku.state === 'live' && bunraku.framesShown > 2")
        try await page.click("#text")
        try await page.type("First line.")
        try await page.press(.enter)
        try await page.wait(
            for: "an answer", until: "document.querySelector('.her:not(.waiting)')")
        let session = try await page.evaluate("bunraku.session").text

        // What is said in the moment of the cut goes into a connection that is dead already.
        relay.cut()
        try await page.evaluate("bunraku.chat('anna', 'Said into the gap.')")
        try await page.wait(for: "the truth", until: "bunraku.state === 'reconnecting'")
        // Others go on talking meanwhile.
        let talking = Task {
            try await server.ask(
                "POST", "/v1/rooms/main/chat", ["user": "ben", "text": "Said meanwhile."])
        }
        relay.mend()
        try await page.wait(
            for: "the way back",
            until: "bunraku.state === 'live' && bunraku.unconfirmed.size === 0",
            within: .seconds(60))
        let lines = "[...document.querySelectorAll('.me, .other')].map((line) => line.textContent)"
        try await page.wait(for: "all lines", until: "\(lines).length >= 3")
        #expect(try await page.evaluate("bunraku.session").text == session)
        let said = try await page.evaluate("\(lines).sort()")
        #expect(said == ["First line.", "Said into the gap.", "Said meanwhile."])
        #expect(try await talking.value.status == 200)
        #expect(page.errors == [])
        withExtendedLifetime((server, relay)) {}
    }

    @Test("play HLS where the browser has no WebCodecs")
    func film() async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page()
        try await page.runFirst("delete globalThis.VideoDecoder; delete globalThis.AudioDecoder;")
        try await page.navigate(to: server.url)
        let film = "document.getElementById('film')"
        try await page.wait(
            for: "a film",
            until: "\(film).videoWidth > 0 && !\(film).paused && \(film).currentTime > 0")
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
        #expect(page.errors == [])
        withExtendedLifetime(server) {}
    }
}
