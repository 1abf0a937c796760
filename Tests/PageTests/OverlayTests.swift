import Foundation
import TestSupport
import Testing

extension Pages {
    @Test("lay her over any background: clear around her, opaque inside, mixed at the edge")
    func overlay() async throws {
        try await visit("/overlay", width: 400, height: 480) { _, page in
            // The same frame before every background.
            try await page.evaluate("bunraku.keep = (frame) => frame.close()")
            let clear = try await pixels(of: page, over: "transparent")
            let magenta = try await pixels(of: page, over: "#ff00ff")
            let green = try await pixels(of: page, over: "#00c000")

            #expect(clear.count == 400 * 480 * 4)
            for corner in [0, 399, 400 * 200] {
                #expect(Array(clear[(corner * 4)..<(corner * 4 + 4)]) == [0, 0, 0, 0])
                #expect(Array(magenta[(corner * 4)..<(corner * 4 + 4)]) == [255, 0, 255, 255])
                #expect(Array(green[(corner * 4)..<(corner * 4 + 4)]) == [0, 192, 0, 255])
            }
            let chest = (400 * 400 + 200) * 4
            #expect(clear[chest + 3] == 255)
            #expect(magenta[chest..<(chest + 4)] == green[chest..<(chest + 4)])

            // C = colour × alpha + background × (1 − alpha), for every pixel and channel.
            var mixed = 0
            var farthest = 0.0
            for pixel in stride(from: 0, to: clear.count, by: 4) {
                let alpha = Double(clear[pixel + 3]) / 255
                if (0.1...0.9).contains(alpha) { mixed += 1 }
                for (picture, background) in [(magenta, [255.0, 0, 255]), (green, [0, 192, 0])] {
                    for channel in 0..<3 {
                        let own = Double(clear[pixel + channel]) * alpha
                        let expected = own + background[channel] * (1 - alpha)
                        farthest = max(farthest, abs(Double(picture[pixel + channel]) - expected))
                    }
                }
            }
            #expect(mixed > 300)
            #expect(farthest <= Self.roundingOfThree, "a pixel is off by \(farthest)")
            #expect(page.errors == [])
        }
    }

    /// The canvas, the compositor and the screenshot each round once to a byte.
    static let roundingOfThree = 3.0

    /// What is seen, RGBA with straight alpha, row by row from the top.
    func pixels(of page: Page, over background: String) async throws -> [UInt8] {
        try await page.evaluate("document.documentElement.style.background = '\(background)'")
        let picture = Data(try await page.screenshot()).base64EncodedString()
        let bytes = try await page.evaluate(
            """
            (async () => {
                const bytes = Uint8Array.from(atob("\(picture)"), (letter) => letter.charCodeAt(0));
                const image = await createImageBitmap(new Blob([bytes]), { premultiplyAlpha: "none" });
                const gl = new OffscreenCanvas(image.width, image.height).getContext("webgl");
                gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
                gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
                gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
                gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D,
                    gl.getParameter(gl.TEXTURE_BINDING_2D), 0);
                const pixels = new Uint8Array(image.width * image.height * 4);
                gl.readPixels(0, 0, image.width, image.height, gl.RGBA, gl.UNSIGNED_BYTE, pixels);
                let text = "";
                for (let at = 0; at < pixels.length; at += 32768) {
                    text += String.fromCharCode(...pixels.subarray(at, at + 32768));
                }
                return btoa(text);
            })()
            """)
        return Array(bytes.text.flatMap { Data(base64Encoded: $0) } ?? Data())
    }
}
