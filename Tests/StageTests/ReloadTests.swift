import AvatarTypes
import Foundation
import Logging
import Media
import Store
import Testing

@testable import Stage
@testable import TestSupport

/// Content that is edited while a show is on air.
@Suite("Content that changes on air", .serialized)
struct ReloadTests {
    private let root: URL

    /// A library of its own with one square character.
    init() throws {
        root = FileManager.default.temporaryDirectory.appending(path: "library-\(UUID())")
        let folder = root.appending(path: "rigs/square")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.createDirectory(
            at: root.appending(path: "expressions"), withIntermediateDirectories: true)
        let picture = Image.filled(width: 40, height: 40, red: 200, green: 120, blue: 60)
        try Data(try PNGFile.encode(picture)).write(to: folder.appending(path: "face.png"))
        try write(rigAt: 20)
    }

    private func write(rigAt x: Int) throws {
        let text = """
            { "format": 1, "title": "Square", "canvas": [100, 100],
              "parts": [{ "id": "face", "picture": "face.png", "at": [\(x), 20] }] }
            """
        try Data(text.utf8).write(to: root.appending(path: "rigs/square/rig.json"))
    }

    private func lobby() async throws -> Lobby {
        var settings = Settings()
        settings.character = "square"
        settings.size = PixelSize(width: 64, height: 64)
        return try await Lobby(
            library: AssetLibrary(explicit: root.path), settings: settings,
            archive: Archive(path: ":memory:"),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    @Test("changes between two frames: a viewer gets every picture, and the new one is in them")
    func seamless() async throws {
        let library = try AssetLibrary(explicit: root.path)
        let clock = ManualClock()
        let performer = Performer(
            rig: try library.rig(named: "square"), expressions: [],
            size: PixelSize(width: 64, height: 64), framesPerSecond: 30,
            backdrop: Image.filled(width: 64, height: 64, red: 0, green: 0, blue: 0), seed: 1,
            name: "square")
        let show = Task { await performer.run(on: clock) }
        let queue = SeatQueue()
        try await performer.admit(queue, as: .opaque) { _, _, _ in "{}" }
        let viewer = Viewer(Seat(queue: queue))
        for step in 0..<10 {
            await clock.advance(by: .milliseconds(100))
            await viewer.catchUp()
            if step == 4 {
                try write(rigAt: 40)
                await performer.change(rig: try library.rig(named: "square"))
            }
        }
        show.cancel()
        let times = viewer.packets.filter { $0.track == .video }.map(\.pts.microseconds)
        #expect(times == (0...30).map { MediaTime.frames($0, perSecond: 30).microseconds })
        let counters = await performer.counters
        #expect(counters.framesRepeated == 0 && counters.encoderFailures == 0)
        let after = await performer.snapshot().image
        #expect(after[15, 32].w == 0 && after[45, 32].w == 255)
    }

    @Test("is on air by itself; a mistake is told and keeps the last good version")
    func watched() async throws {
        let lobby = try await lobby()
        let room = try #require(await lobby.room("main"))
        let before = try await room.framePNG()
        try Data("{ \"format\": 1,".utf8).write(to: root.appending(path: "rigs/square/rig.json"))
        #expect(
            try await happens {
                await lobby.readiness().contains { $0.detail.contains("rigs/square/rig.json:1") }
            })
        #expect(
            try await !happens(within: .milliseconds(300)) { try await room.framePNG() != before })
        try write(rigAt: 40)
        #expect(try await happens { try await room.framePNG() != before })
        try Data("{ \"title\": \"Joy\", \"channels\": { \"jawOpen\": 0.3 } }".utf8)
            .write(to: root.appending(path: "expressions/joy.json"))
        #expect(try await happens { await lobby.catalog.expressions == ["joy"] })
        await lobby.close()
    }

    @Test("goes for shaders, too: the one on air changes, and a broken one stays as it was")
    func shader() async throws {
        let file = root.appending(path: "shaders/paint.frag")
        func write(_ colour: String, _ uniform: String = "u_light") throws {
            let text = """
                precision mediump float;
                varying vec2 v_uv;
                uniform sampler2D u_layer;
                uniform float \(uniform);  // default 1.0
                void main() {
                    gl_FragColor = vec4(\(colour) * \(uniform), 1.0) * texture2D(u_layer, v_uv).a;
                }
                """
            try Data(text.utf8).write(to: file)
        }
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try write("vec3(1.0, 0.0, 0.0)")
        let lobby = try await lobby()
        let choice = ShaderChoice(name: "paint", uniforms: ["u_light": UniformValue([0.6])])
        let room = try await lobby.change("main", RoomChange(shader: choice))
        func pixel() async -> SIMD4<UInt8> { await room.performer.snapshot().image[25, 25] }
        #expect(await pixel() == [153, 0, 0, 255])

        try write("vec3(0.0, 1.0, 0.0)")
        #expect(try await happens { await pixel() == [0, 153, 0, 255] })
        try write("vec3(0.0, 1.0")
        #expect(
            try await happens {
                await lobby.readiness().contains { $0.detail.contains("shaders/paint.frag:6") }
            })
        #expect(await pixel() == [0, 153, 0, 255])
        // A uniform that is called otherwise is as the file says.
        try write("vec3(0.0, 0.0, 1.0)", "u_shine")
        #expect(try await happens { await pixel() == [0, 0, 255, 255] })
        #expect(await room.summary().uniforms == [:])
        #expect(
            await lobby.readiness().allSatisfy { !$0.detail.contains("paint.frag") })
        await lobby.close()
    }

    /// A look at the files takes a quarter of a second; a busy machine may take longer.
    private func happens(
        within time: Duration = .seconds(60), _ condition: () async throws -> Bool
    ) async throws -> Bool {
        let deadline = ContinuousClock.now + time
        while ContinuousClock.now < deadline {
            if try await condition() { return true }
            try await Task.sleep(for: .milliseconds(20))
        }
        // Once more: this test may have waited longer than what it waits for.
        return try await condition()
    }
}
