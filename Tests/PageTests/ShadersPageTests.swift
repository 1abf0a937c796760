import Foundation
import TestSupport
import Testing

/// `BUNRAKU_SCREENSHOTS=DIR` leaves pictures of the page in a folder.
@Suite("The page of shaders", .serialized)
struct ShadersPageTests {
    /// As for all shaders, in bytes.
    private static let largest = 8.0

    private func visit(
        width: Int = 1280, height: Int = 800, _ look: (Page) async throws -> Void
    ) async throws {
        let server = try await ServerProcess()
        let page = try await Browser().page(width: width, height: height, isPhone: width < 600)
        try await page.navigate(to: server.url + "/shaders")
        try await look(page)
        withExtendedLifetime(server) {}
    }

    private func write(_ text: String, on page: Page) async throws {
        let base64 = Data(text.utf8).base64EncodedString()
        try await page.evaluate(
            """
            document.getElementById("source").value = atob("\(base64)");
            document.getElementById("source").dispatchEvent(new Event("input"));
            """)
    }

    private func isDrawn(_ page: Page) async throws {
        try await page.wait(
            for: "both pictures", until: "document.body.dataset.state === 'drawn'",
            within: .seconds(90))
    }

    @Test("draws every shader twice, and the two pictures are the same")
    func twice() async throws {
        try await visit { page in
            try await isDrawn(page)
            let names = try await page.evaluate("[...shader.options].map(({ value }) => value)")
                .elements.compactMap(\.text)
            #expect(names.count > 12)
            for name in names {
                try await page.evaluate(
                    """
                    document.body.dataset.state = "drawing";
                    shader.value = "\(name)";
                    shader.dispatchEvent(new Event("change"));
                    """)
                try await isDrawn(page)
                let apart = try await page.evaluate("Number(apart.dataset.largest)").double
                #expect(apart.map { $0 <= Self.largest } == true, "\(name): \(apart ?? -1)")
                // A picture of one colour would be like any other; one shader is for just that.
                guard name != "chroma-key" else { continue }
                let colours = try await page.evaluate(
                    """
                    new Set(new Uint32Array(here.getContext("2d")
                        .getImageData(0, 0, here.width, here.height).data.buffer)).size
                    """
                ).double
                #expect(colours.map { $0 > 100 } == true, "\(name): \(colours ?? 0) colours")
            }
            #expect(page.errors == [])
        }
    }

    @Test("draws what is written, and a dial for each uniform that is declared")
    func write() async throws {
        try await visit { page in
            try await isDrawn(page)
            try await write(
                """
                precision mediump float;
                uniform vec3 u_colour;  // default 1.0 0.2 0.6: all of it
                uniform float u_light;  // default 1.0, 0.0...1.0: how light
                void main() { gl_FragColor = vec4(u_colour * u_light, 1.0); }
                """, on: page)
            try await isDrawn(page)
            let pixel = """
                Array.from(NAME.getContext("2d").getImageData(9, 9, 1, 1).data)
                """
            for name in ["here", "there"] {
                let seen = try await page.evaluate(pixel.replacing("NAME", with: name))
                #expect(seen == [255, 51, 153, 255], "\(name)")
            }
            let dials = "document.querySelectorAll('#moment input[aria-label^=u_]')"
            #expect(try await page.evaluate("\(dials).length") == 4)
            try await page.evaluate(
                """
                document.body.dataset.state = "drawing";
                \(dials)[1].value = 1;
                \(dials)[1].dispatchEvent(new Event("input"));
                """)
            try await isDrawn(page)
            for name in ["here", "there"] {
                let seen = try await page.evaluate(pixel.replacing("NAME", with: name))
                #expect(seen == [255, 255, 153, 255], "\(name)")
            }
            #expect(page.errors == [])
        }
    }

    @Test("shows a mistake at its line, as the server and as WebGL put it")
    func mistake() async throws {
        try await visit { page in
            try await isDrawn(page)
            try await write(
                """
                precision mediump float;
                void main() {
                    float amount = 0.5;
                    gl_FragColor = vec4(Amount);
                }
                """, on: page)
            try await page.wait(
                for: "the complaint", until: "document.body.dataset.state === 'refused'")
            let words =
                try await page.evaluate("document.querySelector('.complaint').innerText").text ?? ""
            #expect(words.contains("Did you mean 'amount'?"))
            #expect(words.contains("WebGL"))
            let places = try await page.evaluate(
                """
                ["#numbers li:nth-child(4)", ".complaint"].map((name) =>
                    Math.round(document.querySelector(name).getBoundingClientRect().top))
                """)
            #expect(places[0] == places[1])
            #expect(
                try await page.evaluate(
                    "[...document.querySelectorAll('#numbers .wrong')].map((line) => line.innerText)"
                ) == ["4"])
        }
    }

    @Test("fits on a phone and on a desk", arguments: [(390, 844), (1024, 768), (1440, 900)])
    func layout(width: Int, height: Int) async throws {
        try await visit(width: width, height: height) { page in
            try await isDrawn(page)
            #expect(
                try await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                    == true)
            let widths = try await page.evaluate(
                "[...document.querySelectorAll('canvas')].map((canvas) => canvas.clientWidth)")
            #expect(widths.elements.allSatisfy { ($0.double ?? 0) > 90 })
            if let folder = ProcessInfo.processInfo.environment["BUNRAKU_SCREENSHOTS"] {
                try Data(try await page.screenshot()).write(
                    to: URL(filePath: folder).appending(path: "shaders-\(width).png"))
            }
            #expect(page.errors == [])
        }
    }
}
