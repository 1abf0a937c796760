import AvatarTypes
import Foundation
import Media
import Rigging
import Testing

@testable import OBS
@testable import TestSupport

extension WithOBS {
    @Suite("Putting her into a real OBS", .serialized)
    struct SetupTests {
        private static let size = (width: 160, height: 192)

        /// Half a minute of a still: transparent at the left, opaque in the middle, half at the right.
        private static func film() throws -> URL {
            let path = "/tmp/bunraku-film-\(UUID().uuidString).webm"
            let file = try AnimationFile(
                path: path, format: .webm, width: size.width, height: size.height,
                framesPerSecond: 10,
                isLive: true)
            var image = Image(width: size.width, height: size.height)
            for y in 0..<size.height {
                for x in 56..<size.width {
                    image[x, y] = x < 104 ? SIMD4(200, 60, 40, 255) : SIMD4(100, 30, 20, 128)
                }
            }
            for index in 0..<300 {
                try file.append(Frame(image: image, time: .frames(index, perSecond: 10)))
            }
            try file.finish()
            return URL(filePath: path)
        }

        /// Whether the middle is there and the left is not.
        private static func isSeen(_ png: [UInt8]) -> Bool {
            guard let image = try? PNGPicture.decode(png) else { return false }
            return image[80, 96].w == 255 && image[20, 96].w == 0
        }

        private func setup(_ obs: RealOBS, _ server: FilmServer) -> Setup {
            var setup = Setup(
                server: server.url, width: Self.size.width, height: Self.size.height)
            setup.port = obs.port
            setup.password = obs.password
            return setup
        }

        private struct Colour: OBSRequest {
            struct Settings: Encodable, Sendable {
                let color: UInt32 = 0xFFFF_00FF
                let width = 1920
                let height = 1080
            }
            static let name = "CreateInput"
            typealias Reply = CreateInput.Reply
            var sceneName: String
            let inputName = "Magenta"
            let inputKind = "color_source_v3"
            let inputSettings = Settings()
        }

        private struct Lowest: OBSRequest {
            static let name = "SetSceneItemIndex"
            typealias Reply = Nothing
            var sceneName: String
            var sceneItemId: Int
            let sceneItemIndex = 0
        }

        @Test("makes the source, finds it right, mends it, and takes it away")
        func everything() async throws {
            let obs = try await RealOBS()
            let server = try FilmServer(film: Self.film())
            let setup = setup(obs, server)

            let first = try await setup.run(isSeen: Self.isSeen)
            #expect(first.hasChanged)
            let source = try PNGPicture.decode(first.picture)
            #expect(source[20, 96].w == 0 && source[80, 96].w == 255)
            #expect(abs(Int(source[140, 96].w) - 128) <= 3, "alpha \(source[140, 96].w)")

            // Over a coloured scene: OBS blends what is half transparent.
            let scene = try #require(
                try await obs.ask(GetSceneList()).currentProgramSceneName)
            let item = try await obs.ask(Colour(sceneName: scene)).sceneItemId
            _ = try await obs.ask(Lowest(sceneName: scene, sceneItemId: item))
            try await Task.sleep(for: .milliseconds(300))
            let canvas = try await obs.ask(GetVideoSettings())
            let shot = try await screenshot(of: scene, obs, canvas.baseWidth, canvas.baseHeight)
            #expect(near(shot[5, 5], [255, 0, 255]), "beside her the scene: \(shot[5, 5])")
            let (middle, row) = (canvas.baseWidth / 2, canvas.baseHeight / 2)
            #expect(near(shot[middle, row], [200, 60, 40]), "she is opaque: \(shot[middle, row])")
            let width = canvas.baseHeight * Self.size.width / Self.size.height
            let half = shot[middle + width * 3 / 8, row]
            #expect(half.x > 205 && half.y < 60 && half.z > 100 && half.z < 240, "blended: \(half)")

            let second = try await setup.run(isSeen: Self.isSeen)
            #expect(!second.hasChanged, "\(second.steps)")

            _ = try await obs.ask(
                SetInputSettings(
                    inputName: setup.source, inputSettings: .media(url: "http://127.0.0.1:1/x")))
            let mended = try await setup.run(isSeen: Self.isSeen)
            #expect(mended.hasChanged)
            #expect(mended.steps.contains { $0.contains("right settings again") })

            // The server restarts: OBS comes back by itself.
            server.kill()
            _ = try await obs.ask(
                SetInputSettings(
                    inputName: setup.source,
                    inputSettings: .media(url: "\(server.url)/live/main.webm"))
            )
            try await Task.sleep(for: .milliseconds(1_500))
            #expect(
                try await !Self.isSeen(bytes(of: setup.source, obs)),
                "nothing is served, nothing seen")
            try server.start()
            let end = ContinuousClock.now + .seconds(60)
            while try await !Self.isSeen(bytes(of: setup.source, obs)) {
                try #require(ContinuousClock.now < end, "she does not come back")
                try await Task.sleep(for: .milliseconds(100))
            }

            #expect(try await setup.remove())
            #expect(try await !setup.remove())

            var wrong = setup
            wrong.password = "guess"
            let refused = await #expect(throws: OBSFailure.self) {
                _ = try await wrong.run(isSeen: Self.isSeen)
            }
            #expect(refused?.what == "OBS refuses the password.")
            wrong.password = nil
            let asked = await #expect(throws: OBSFailure.self) {
                _ = try await wrong.run(isSeen: Self.isSeen)
            }
            #expect(asked?.what == "OBS asks for a password.")
            wrong.port = server.port
            let other = await #expect(throws: OBSFailure.self) {
                _ = try await wrong.run(isSeen: Self.isSeen)
            }
            #expect(other?.what.contains("is not OBS") == true)
            wrong.port = 1
            let off = await #expect(throws: OBSFailure.self) {
                _ = try await wrong.run(isSeen: Self.isSeen)
            }
            #expect(off?.remedy.contains("Enable WebSocket server") == true)
        }

        private func bytes(of source: String, _ obs: RealOBS) async throws -> [UInt8] {
            let shot = try await obs.ask(
                GetSourceScreenshot(
                    sourceName: source, imageWidth: Self.size.width, imageHeight: Self.size.height))
            return try #require(shot.png)
        }

        private func screenshot(
            of scene: String, _ obs: RealOBS, _ width: Int, _ height: Int
        ) async throws -> Image {
            let shot = try await obs.ask(
                GetSourceScreenshot(sourceName: scene, imageWidth: width, imageHeight: height))
            return try PNGPicture.decode(#require(shot.png))
        }

        private func near(_ pixel: SIMD4<UInt8>, _ colour: [Int]) -> Bool {
            abs(Int(pixel.x) - colour[0]) <= 8 && abs(Int(pixel.y) - colour[1]) <= 8
                && abs(Int(pixel.z) - colour[2]) <= 8
        }
    }
}

extension RealOBS {
    fileprivate func ask<Request: OBSRequest>(_ request: Request) async throws -> Request.Reply {
        try await Remote.open(host: "127.0.0.1", port: port, password: password) {
            try await $0.ask(request)
        }
    }
}
