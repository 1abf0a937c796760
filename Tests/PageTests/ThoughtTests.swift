import Testing

@testable import TestSupport

extension Pages {
    @Test("show what a model thinks beside what she says, and never as markup")
    func thoughts() async throws {
        let model = ChatServer([
            ChatServer.head,
            .send(
                "data: {\"choices\":[{\"delta\":{\"reasoning\":\"She <img src=x> \"}}]}\n\n"),
            .flush,
            .send("data: {\"choices\":[{\"delta\":{\"reasoning\":\"wants tea.\"}}]}\n\n"),
            ChatServer.piece("[joy] Tea it is, <b>dear</b> friend of mine."), ChatServer.done,
        ])
        let settings = """
            language_model:
              base_url: \(model.url)
              model: thinker
            """
        try await visit(settings: settings) { _, page in
            try await ask("Tea, please", on: page)
            try await page.wait(
                for: "her words",
                until: "document.querySelector('#lines .her')?.textContent.includes('friend')")
            let lines = try await page.evaluate(
                "[...document.querySelectorAll('#lines li')].map((line) => [line.className, line.textContent])"
            )
            #expect(lines[0] == ["me", "Tea, please"])
            #expect(lines[1] == ["thought", "She <img src=x> wants tea."])
            #expect(lines[2] == ["her", "Tea it is, dear friend of mine."])
            #expect(
                try await page.evaluate("document.querySelector('#lines img, #lines b')") == nil)
            #expect(page.errors == [])
        }
        #expect(model.requests.count == 1)
    }
}
