import TestSupport
import Testing

extension Pages {
    /// Shares of the watched region by which a mouth changes in a second: speech measures 0.25 to 0.35, a
    /// broad smile that fades 0.05.
    private static let speaking = 0.15
    private static let still = 0.1

    @Test("show her alive, let her answer aloud with a moving mouth, and be still afterwards")
    func conversation() async throws {
        try await visit { _, page in
            let shown = try await page.evaluate("bunraku.framesShown").double ?? 0
            let picture = "document.getElementById('picture').toDataURL()"
            try await page.evaluate("globalThis.before = \(picture)")
            try await page.wait(
                for: "moving pictures",
                until: "bunraku.framesShown > \(shown + 20) && before !== \(picture)")

            #expect(try await page.evaluate("bunraku.isAudible") == false)
            try await page.click("#sound")
            try await page.wait(
                for: "sound", until: "bunraku.isAudible && bunraku.sound.mediaTime > 0")
            let watching = try await Watching(page)
            let asked = try await watching.now()
            try await ask("Hello! Please tell me a story.", on: page)
            try await page.wait(
                for: "a caption",
                until: "document.querySelector('#caption.on b')?.textContent.length > 3")
            try await watching.untilSilent()

            let lines = try await page.evaluate(
                "[...document.querySelectorAll('#lines li')].map((line) => [line.className, line.textContent])"
            )
            #expect(lines.elements.count == 2)
            #expect(lines[0] == ["me", "Hello! Please tell me a story."])
            #expect(lines[1][0] == "her")
            #expect((lines[1][1].text ?? "").count > 40)

            let speech = try await watching.span(from: asked)
            let stillness = try await watching.span(from: "performance.now() - 1200")
            #expect(speech.loudest > 0.05)
            #expect(speech.motion > Self.speaking)
            #expect(stillness.loudest < 0.001)
            #expect(stillness.motion < Self.still)
            #expect(page.errors == [])
        }
    }

    @Test("stop her in mid-sentence at once, and show what was heard")
    func interruption() async throws {
        try await visit { _, page in
            try await page.evaluate(
                """
                globalThis.said = "";
                bunraku.addEventListener("reply-text", ({ detail }) => { said += detail.text; });
                """)
            let watching = try await Watching(page)
            try await ask("Tell me a story", on: page)
            try await page.wait(
                for: "more than a second of words",
                until: "document.querySelector('#caption.on b')?.textContent.length > 20")
            try await page.click("#stop")
            try await page.wait(for: "the end", until: "document.querySelector('.her.stopped')")
            try await page.wait(for: "a while", until: "performance.now() > watched.clicked + 2000")

            let before = try await watching.span(
                from: "watched.clicked - 1000", to: "watched.clicked")
            let after = try await watching.span(from: "watched.clicked + 150")
            #expect(before.loudest > 0.02)
            #expect(after.count > 10)
            // The end of what is measured over 150 ms; speech is thirty times as loud.
            #expect(after.loudest < 0.005)
            let rest = try await watching.span(from: "watched.clicked + 500")
            #expect(before.motion > Self.speaking)
            #expect(rest.motion < Self.still)

            let said = try await page.evaluate("said").text ?? ""
            let heard =
                try await page.evaluate("document.querySelector('.her.stopped').textContent").text
                ?? ""
            #expect(heard.count >= 5)
            #expect(heard.count < said.count)
            #expect(said.hasPrefix(heard), "'\(heard)' of '\(said)'")
            #expect(try await page.evaluate("document.getElementById('stop').hidden") == true)
            #expect(page.errors == [])
        }
    }
}
