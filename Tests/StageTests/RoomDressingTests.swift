import AvatarTypes
import Foundation
import Rigging
import Synchronization
import Testing

@testable import Stage
@testable import TestSupport

/// What a director and a finger do to a room.
@Suite("A room that is dressed, lit and touched", .serialized)
struct RoomDressingTests {
    private let live: LiveRoom
    private var room: Room { live.room }

    init() throws { live = try LiveRoom() }

    /// What the script says of the present.
    private func cues() async -> Cues {
        let found = Mutex(Cues())
        await room.performer.direct { script, now in
            let cues = script.cues(at: now)
            found.withLock { $0 = cues }
        }
        return found.withLock { $0 }
    }

    @Test("wears what is asked for; a look keeps its own clothes until others are chosen")
    func clothes() async throws {
        try await room.wear(outfit: nil, appearance: "winter")
        await #expect(cues().attire == Attire(appearance: "winter"))
        try await room.wear(outfit: "uniform")
        await #expect(cues().attire == Attire(outfit: "uniform", appearance: "winter"))
        try await room.wear(outfit: nil, appearance: "default")
        await #expect(cues().attire == Attire(appearance: "default"))
        let summary = await room.summary()
        #expect(summary.attire.appearance == "default" && summary.attire.outfit == nil)
        await room.close()
    }

    @Test("says which clothes there are when it has not those")
    func unknownClothes() async throws {
        let error = await #expect(throws: StageError.self) {
            try await room.wear(outfit: "armour")
        }
        #expect(error?.code == "unknown-outfit" && error?.hint.contains("uniform") == true)
        await #expect(cues().attire == Attire())
        await room.close()
    }

    @Test("changes of the scene what is named, and keeps the rest")
    func scene() async throws {
        try await room.move(SceneChange(weather: "rain", hour: .fixed(24), voiceBars: true))
        await #expect(cues().setting == Setting(weather: .rain, hour: 0, showsVoiceBars: true))
        try await room.move(SceneChange(hour: .some(nil)))
        await #expect(cues().setting == Setting(weather: .rain, showsVoiceBars: true))
        try await room.move(SceneChange(hour: .wallClock, place: "park"))
        await #expect(
            cues().setting
                == Setting(weather: .rain, hour: 9.5, place: "park", showsVoiceBars: true))
        let scene = await room.summary().scene
        #expect(scene.followsClock && scene.place == "park" && scene.weather == "rain")
        await room.close()
    }

    @Test(arguments: [
        (#"{"weather":"lava"}"#, "unknown-weather"), (#"{"hour":25}"#, "out-of-range"),
        (#"{"place":"moon"}"#, "unknown-place"),
    ])
    func sceneThatCannotBe(_ wish: (body: String, code: String)) async throws {
        let change = try JSONDecoder().decode(SceneChange.self, from: Data(wish.body.utf8))
        let error = await #expect(throws: StageError.self) { try await room.move(change) }
        #expect(error?.code == wish.code)
        await room.close()
    }

    @Test("feels a finger where the picture shows her, tells everybody, and not beside her")
    func touch() async throws {
        await live.clock.advance(by: .milliseconds(50))
        let viewer = Viewer(try await room.join(.events))
        #expect(try await room.touch(x: 0.02, y: 0.05) == nil)
        await #expect(cues().touch == nil)
        let face = try await room.touch(x: 0.5, y: 0.36)
        let known = await room.performer.rig.hitAreas.map(\.name)
        #expect(face.map(known.contains) == true)
        await #expect(cues().touch?.value.area == face)
        try await room.touch(area: "hand")
        await #expect(cues().touch?.value == Touch(area: "hand"))
        await #expect(throws: StageError.self) { try await room.touch(area: "wing") }
        await viewer.catchUp()
        #expect(viewer.events.contains(#"{"seq":2,"area":"hand","type":"touched"}"#))
        await room.close()
    }

    @Test("listens while somebody writes, and goes on thinking when it thinks")
    func typing() async throws {
        await #expect(cues().activity == .idle)
        await room.listen()
        await #expect(cues().activity == .listening)
        await room.performer.direct { script, now in
            script.turn(to: .thinking, from: now, to: now + .seconds(8))
        }
        await room.listen()
        await #expect(cues().activity == .thinking)
        await room.close()
    }
}
