import AvatarTypes
import Foundation
import Rigging
import Testing

@testable import OBS
@testable import TestSupport

/// `bunraku serve`, `bunraku obs setup` and Debian's OBS, which has no browser source.
@Suite("The endless film in a real OBS", .serialized)
struct LiveFilmTests {
    /// Of 255.
    private static let alphaTolerance = 3

    @Test("is set up by one command, in time, with her transparency, and comes back by itself")
    func everything() async throws {
        let assets = try TimeCode.assets()
        defer { try? FileManager.default.removeItem(at: assets) }
        let server = try await ServerProcess(assets: assets, settings: TimeCode.settings)
        let obs = try await RealOBS()
        try setUp(server, obs)
        let again = try setUp(server, obs)
        #expect(again.output.contains("Nothing had to be changed."))

        try await showTime(server)
        let seen = try await picture(obs) { TimeCode.alphaError(in: $0) <= Self.alphaTolerance }
        #expect(seen != nil, "her alpha is off")
        let latency = try await latency(server, obs)
        print("OBS media source: \(Int(latency)) ms behind the show")
        // As much as OBS keeps back when it has lost the first key frame.
        #expect(latency < 1_500)

        server.kill()
        try await server.restart()
        let restarted = ContinuousClock.now
        try await showTime(server)
        let back = try await picture(obs) { TimeCode.milliseconds(in: $0) != nil }
        print("OBS media source: back \(restarted.duration(to: .now)) after the restart")
        #expect(back != nil, "she does not come back")
    }

    @discardableResult
    private func setUp(_ server: ServerProcess, _ obs: RealOBS) throws -> Command.Result {
        let began = ContinuousClock.now
        let result = try Command().shell(
            "OBS_PASSWORD=\(obs.password) bunraku obs setup --port \(obs.port) --server \(server.url)"
        )
        print("bunraku obs setup: \(began.duration(to: .now))\n\(result.output)")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("She is there"))
        #expect(result.output.contains("media source 'Bunraku'"))
        return result
    }

    private func showTime(_ server: ServerProcess) async throws {
        let answer = try await server.ask("PATCH", "/v1/rooms/main", ["shader": "time-code"])
        #expect(answer.status == 200, "\(answer.text)")
    }

    /// What OBS shows of the source, as soon as it is right; nil when it never is.
    private func picture(_ obs: RealOBS, _ isRight: (Image) -> Bool) async throws -> Image? {
        let end = ContinuousClock.now + .seconds(40)
        while ContinuousClock.now < end {
            if let image = try await screenshot(obs), isRight(image) { return image }
            try await Task.sleep(for: .milliseconds(50))
        }
        return nil
    }

    private func screenshot(_ obs: RealOBS) async throws -> Image? {
        let request = GetSourceScreenshot(
            sourceName: "Bunraku", imageWidth: 160, imageHeight: 192)
        return try await Remote.open(host: "127.0.0.1", port: obs.port, password: obs.password) {
            remote in
            // A source that has not opened yet has no picture.
            let shot = try? await remote.ask(request)
            return try shot?.png.map(PNGPicture.decode)
        }
    }

    /// Milliseconds by which the source is behind what the server draws: the median of twenty looks.
    private func latency(_ server: ServerProcess, _ obs: RealOBS) async throws -> Double {
        let clock = ContinuousClock()
        let origin = clock.now
        func now() -> Double { origin.duration(to: clock.now) / .milliseconds(1) }
        // When the show began, by pictures that it has just drawn.
        var zeros: [Double] = []
        for _ in 0..<10 {
            let png = Array(try await server.ask("GET", "/v1/rooms/main/frame.png").body)
            let time = try #require(TimeCode.milliseconds(in: PNGPicture.decode(png)))
            zeros.append(now() - time)
        }
        let zero = try #require(zeros.min())
        var latencies: [Double] = []
        while latencies.count < 20 {
            let asked = now()
            guard let image = try await screenshot(obs), let time = TimeCode.milliseconds(in: image)
            else { continue }
            let latency = (asked - zero - time).truncatingRemainder(dividingBy: TimeCode.period)
            latencies.append(latency < -1_000 ? latency + TimeCode.period : latency)
        }
        return latencies.sorted()[10]
    }
}
