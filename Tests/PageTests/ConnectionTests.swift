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

    @Test("go on with a talk over a restart of the server, and tell nobody else of it")
    func conversationOverRestart() async throws {
        /// Says something, and returns her answer when it is whole.
        func answer(to text: String, on page: Page) async throws -> String {
            let answers = "document.querySelectorAll('.her[data-reply]')"
            let before = Int(try await page.evaluate("\(answers).length").double ?? 0)
            try await page.click("#text")
            try await page.type(text)
            try await page.press(.enter)
            try await page.wait(for: "her answer", until: "\(answers).length > \(before)")
            return try await page.evaluate("\(answers)[\(before)].textContent").text ?? ""
        }
        try await visit { server, page in
            _ = try await answer(to: "My name is Anna and I live in Tokyo", on: page)
            server.kill()
            try await page.wait(for: "the truth", until: "bunraku.state === 'reconnecting'")
            try await server.restart()
            try await page.wait(for: "her return", until: "bunraku.state === 'live'")
            #expect(try await answer(to: "Where do I live?", on: page).contains("Tokyo"))
            // What was said before still stands above.
            let first = "document.querySelector('#lines .me').textContent"
            #expect(try await page.evaluate(first) == "My name is Anna and I live in Tokyo")

            let other = try await Browser().page()
            try await other.navigate(to: server.url)
            try await other.wait(for: "her", until: "bunraku.state === 'live'")
            let guess = try await answer(to: "Where do I live?", on: other)
            #expect(!guess.contains("Tokyo") && !guess.contains("Anna"), "\(guess)")
        }
    }
}
