import TestSupport
import Testing

extension Pages {
    @Test(
        "direct her: a panel with everything she can, and what is chosen holds in the room",
        arguments: [(1280, 800), (390, 844)])
    func director(width: Int, height: Int) async throws {
        try await visit(width: width, height: height, isPhone: width < 600) { _, page in
            try await page.wait(
                for: "the panel", until: "document.querySelectorAll('#director section').length > 8"
            )
            try await page.click("#tab-direct")
            try await page.evaluate(
                "document.querySelector('#director [data-name=winter]').scrollIntoView()")
            try await page.click("#director [data-name=winter]")
            try await page.wait(
                for: "the look to be lit",
                until:
                    "document.querySelector('#director [data-name=winter]').ariaPressed === 'true'")
            try await page.evaluate(
                "document.querySelector('#director [data-name=snow]').scrollIntoView()")
            try await page.click("#director [data-name=snow]")
            try await page.wait(
                for: "the weather to be lit",
                until: "document.querySelector('#director [data-name=snow]').ariaPressed === 'true'"
            )
            let room = try await page.evaluate(
                "fetch('/v1/rooms/main').then((answer) => answer.json())")
            #expect(room["scene"]["weather"] == "snow")
            #expect(room["attire"]["appearance"] == "winter")
            #expect(
                try await page.evaluate(
                    "document.documentElement.scrollWidth <= innerWidth && "
                        + "document.getElementById('director').getBoundingClientRect().bottom <= innerHeight"
                ) == true)
            #expect(page.errors == [])
        }
    }

    @Test("pass a click on: she is touched, and it is felt on the page")
    func touch() async throws {
        try await visit { _, page in
            try await page.evaluate(
                """
                globalThis.felt = [];
                bunraku.addEventListener("touched", ({ detail }) => felt.push(detail.area));
                """)
            try await page.click("#picture")
            try await page.wait(for: "the touch", until: "felt.length === 1")
            #expect(page.errors == [])
        }
    }

    @Test("hold back what goes on air, and drop it by one button")
    func dump() async throws {
        try await visit { _, page in
            try await page.wait(
                for: "the panel", until: "document.querySelectorAll('#director section').length > 8"
            )
            try await page.click("#tab-direct")
            try await page.evaluate(
                "document.querySelector('#director [data-name=\"5\"]').scrollIntoView()")
            try await page.click("#director [data-name=\"5\"]")
            try await page.wait(
                for: "the button", until: "document.getElementById('dump') !== null")
            try await page.evaluate("document.getElementById('director').scrollTop = 0")
            try await page.click("#dump")
            try await page.wait(
                for: "the confirmation",
                until: "document.querySelector('#director .note.on') !== null")
            let delay = try await page.evaluate(
                "fetch('/v1/rooms/main/delay').then((answer) => answer.json())")
            #expect(delay["dumps"] == 1 && delay["seconds"] == 5)
            #expect(page.errors == [])
        }
    }
}
