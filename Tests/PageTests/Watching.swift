import TestSupport

/// Eyes and ears inside the page: at every animation frame, how open the mouth is, as the share of the
/// region around it that is as red as only the inside of Mirai's mouth is, and how loud it sounds.
struct Watching {
    let page: Page

    /// Begins to watch. `clicked` is when a mouse button last went down.
    init(_ page: Page) async throws {
        self.page = page
        try await page.evaluate(
            """
            globalThis.watched = { samples: [], clicked: 0 };
            addEventListener("pointerdown", () => { watched.clicked = performance.now(); }, true);
            (() => {
                const picture = document.getElementById("picture");
                const eye = new OffscreenCanvas(84, 53).getContext("2d", { willReadFrequently: true });
                const look = () => {
                    requestAnimationFrame(look);
                    const { width, height } = picture;
                    eye.drawImage(
                        picture, width * 0.40, height * 0.465, width * 0.20, height * 0.11, 0, 0, 84, 53);
                    const { data } = eye.getImageData(0, 0, 84, 53);
                    let red = 0;
                    for (let at = 0; at < data.length; at += 4) {
                        if (data[at] - data[at + 1] > 70) red++;
                    }
                    watched.samples.push({
                        at: performance.now(), open: red / (84 * 53), loud: bunraku.loudness,
                    });
                };
                look();
            })();
            """)
    }

    /// What was seen and heard in a span of the page's clock, in milliseconds.
    struct Span {
        var count: Int
        /// How far the mouth opens and closes in a second, all ways added up.
        var motion: Double
        var loudest: Double
    }

    /// - Parameters:
    ///   - start: JavaScript for milliseconds, for example `watched.clicked + 150`.
    ///   - end: the same; now, without it.
    func span(from start: String, to end: String = "performance.now()") async throws -> Span {
        let found = try await page.evaluate(
            """
            (() => {
                const span = watched.samples.filter(({ at }) => at >= \(start) && at <= \(end));
                const open = span.map((sample) => sample.open);
                const way = open.slice(1).reduce((sum, now, i) => sum + Math.abs(now - open[i]), 0);
                const seconds = (span.at(-1).at - span[0].at) / 1000;
                return [
                    span.length, way / seconds,
                    Math.max(...span.map((sample) => sample.loud)),
                ];
            })()
            """)
        guard let count = found[0].double, let motion = found[1].double,
            let loudest = found[2].double
        else { throw SupportFailure("Nothing was seen from \(start) to \(end).") }
        return Span(count: Int(count), motion: motion, loudest: loudest)
    }

    /// The clock of the page, in milliseconds, as JavaScript that stays what it is now.
    func now() async throws -> String {
        "\(try await page.evaluate("performance.now()").double ?? 0)"
    }

    /// Waits until nothing has been heard for a while.
    func untilSilent() async throws {
        try await page.wait(
            for: "silence",
            until: """
                document.getElementById("stop").hidden && watched.samples.at(-1).at > 1500 &&
                    watched.samples.filter(({ at }) => at > performance.now() - 1500)
                        .every(({ loud }) => loud < 0.001)
                """,
            within: .seconds(60))
    }
}
