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
}
