import TestSupport
import Testing

extension Pages {
    @Test("make a character of a few words, move its sliders, and put it on stage")
    func characters() async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page(width: 1280, height: 800, isPhone: false)
        try await page.navigate(to: server.url + "/characters")
        do {
            try await page.wait(for: "the cast", until: "document.body.dataset.state === 'ready'")
            let names = "[...document.querySelectorAll('#names button')].map(b => b.dataset.name)"
            #expect(try await page.evaluate(names) == ["mirai", "miyu", "ren"])
            #expect(
                try await page.evaluate("document.querySelectorAll('.dials input').length") == 15)

            try await page.evaluate(
                """
                document.getElementById("prompt").value = "shy robot librarian <b>named</b> Ada";
                document.querySelector("#idea button").click();
                """)
            try await page.wait(
                for: "the new one", until: "document.getElementById('kind').textContent === 'shy'")
            #expect(
                try await page.evaluate("document.getElementById('title').textContent") != "Mirai")
            #expect(
                try await page.evaluate("document.querySelectorAll('#character b').length") == 0)

            try await page.evaluate(
                """
                const dial = document.getElementById("traits-playfulness");
                dial.value = 100;
                dial.dispatchEvent(new Event("input"));
                document.getElementById("save").click();
                """)
            try await page.wait(
                for: "the second version", until: "document.getElementById('versions').length === 2"
            )
            #expect(
                try await page.evaluate("document.getElementById('traits-playfulness').value")
                    == "100")
            try await page.click("#stage")
            try await page.wait(
                for: "the stage",
                until: "document.getElementById('told').textContent.startsWith('On stage')")
            let room = try await server.ask("GET", "/v1/rooms/main").json
            #expect(room["character"] != "mirai" && room["character"].text?.isEmpty == false)
            #expect(page.errors == [])
        }
    }
}
