import TestSupport
import Testing

extension Pages {
    @Test(
        "show the endless film in a video element: clear where she is not, mixed where she is half")
    func liveFilm() async throws {
        // A page of the same server, with nothing on it.
        try await watchingTime(at: "/healthz") { page in
            try await page.evaluate(
                """
                document.body.innerHTML = '<video autoplay muted src="/live/main.webm"></video>';
                document.body.style.margin = 0;
                globalThis.film = document.querySelector("video");
                film.style.display = "block";
                """)
            try await page.wait(
                for: "a film",
                until: "film.videoWidth === 160 && film.currentTime > 0 && !film.paused",
                within: .seconds(60))
            try await page.evaluate("globalThis.since = film.currentTime")
            try await page.wait(for: "it to go on", until: "film.currentTime > since + 2")
            try await stepsAreMixed(on: page)
        }
    }
}
