import AvatarTypes
import Testing

@testable import Scenery

/// What surrounds a character, as draw lists.
@Suite("The scenery")
struct SceneryTests {
    private static let silence = AudioClip(
        samples: Array(repeating: 0, count: Spectrum.window), sampleRate: 48_000)
    private static let tone = AudioClip(
        samples: (0..<Spectrum.window).map { ($0 % 96 < 48 ? 0.3 : -0.3) }, sampleRate: 48_000)

    /// A list with one part in it.
    private static var character: DrawList {
        var list = DrawList(view: Rect(x: 0, y: 0, width: 100, height: 120))
        list.positions = [[0, 0], [100, 0], [0, 120]]
        list.uvs = [[0, 0], [1, 0], [0, 1]]
        list.indices = [0, 1, 2]
        list.commands = [
            .mesh(DrawList.Mesh(vertices: 0..<3, triangles: 0..<3, texture: Stencil.dot))
        ]
        return list
    }

    private func scene(
        _ setting: Setting, at seconds: Double = 3, seed: UInt64 = 1,
        hearing voice: AudioClip = Self.silence
    ) -> DrawList {
        var scenery = Scenery(seed: seed, aspect: 5 / 6)
        return scenery.surround(Self.character, in: setting, hearing: voice, at: .seconds(seconds))
    }

    @Test("leaves a character alone in even light and clear weather")
    func nothing() {
        let list = scene(Setting())
        #expect(list.positions == Self.character.positions && list.commands.count == 1)
    }

    @Test(
        "adds one mesh of weather before her, the same for the same seed and moment",
        arguments: [
            Setting.Weather.rain, .snow, .fog, .petals, .leaves,
        ])
    func weather(_ kind: Setting.Weather) {
        let list = scene(Setting(weather: kind))
        #expect(list.commands.count == 2)
        #expect(list.positions == scene(Setting(weather: kind)).positions)
        #expect(list.positions != scene(Setting(weather: kind), seed: 2).positions)
        #expect(list.positions != scene(Setting(weather: kind), at: 3.04).positions)
        #expect(list.positions.allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }

    @Test("drops fall: from one frame to the next nearly all are lower, by the same way")
    func falling() {
        let (one, next) = (scene(Setting(weather: .rain)), scene(Setting(weather: .rain), at: 3.01))
        let ways = zip(one.positions, next.positions).dropFirst(3).map { $1.y - $0.y }
        #expect(ways.count { $0 > 1.5 && $0 < 4 } > ways.count * 9 / 10)
    }

    @Test("fills the whole width, also where the picture is wider than the view")
    func wide() {
        var scenery = Scenery(seed: 1, aspect: 2)
        let list = scenery.surround(
            Self.character, in: Setting(weather: .snow), hearing: Self.silence, at: .seconds(3))
        let xs = list.positions.dropFirst(3).map(\.x)
        #expect(xs.contains { $0 < -40 } && xs.contains { $0 > 140 })
    }

    @Test("lets the weather come and go by and by")
    func coming() {
        var scenery = Scenery(seed: 1, aspect: 5 / 6)
        func opacity(_ weather: Setting.Weather, _ frame: Int) -> Float {
            let list = scenery.surround(
                Self.character, in: Setting(weather: weather), hearing: Self.silence,
                at: .frames(frame, perSecond: 30))
            guard list.commands.count > 1, case .mesh(let mesh) = list.commands[1] else { return 0 }
            return mesh.layer.opacity
        }
        #expect(opacity(.clear, 0) == 0)
        let rising = (1...80).map { opacity(.rain, $0) }
        #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 <= $1 && $1 - $0 < 0.05 })
        #expect(rising[79] == 0.7)
        #expect((81...160).map { opacity(.clear, $0) }[79] == 0)
    }

    @Test("bars rest in silence, move with a voice, and fall back within a second after it")
    func bars() {
        var scenery = Scenery(seed: 1, aspect: 5 / 6)
        func bars(_ voice: AudioClip, _ frame: Int) -> [SIMD2<Float>] {
            scenery.surround(
                Self.character, in: Setting(showsVoiceBars: true), hearing: voice,
                at: .frames(frame, perSecond: 30)
            ).positions
        }
        let resting = bars(Self.silence, 0)
        #expect((1...9).allSatisfy { bars(Self.silence, $0) == resting })
        let moved = zip(resting, bars(Self.tone, 10)).map { abs($1.y - $0.y) }.max() ?? 0
        #expect(moved > 1)
        #expect((11...40).map { bars(Self.silence, $0) }.last == resting)
    }

    @Test("the light of every hour leaves skin bright enough, and midnight meets itself")
    func light() {
        for quarter in 0..<96 {
            let light = Light(hour: Float(quarter) / 4)
            let skin = SIMD3<Float>(1, 0.87, 0.8)
            let lit = skin * light.tint + light.screen - skin * light.tint * light.screen
            #expect(lit.max() > 0.6 && lit.min() > 0.55, "at \(Float(quarter) / 4)")
            let later = Light(hour: Float((quarter + 1) % 96) / 4)
            #expect((light.tint - later.tint).max() < 0.08)
        }
        #expect(Light(hour: 0) == Light(hour: 23.99))
    }

    @Test("one light over another layer's is what one after the other gives")
    func composed() {
        var layer = DrawList.Layer()
        layer.tint = [0.9, 0.5, 0.7]
        layer.screen = [0.2, 0.1, 0]
        let light = Light(hour: 18.6)
        let both = light.falling(on: layer)
        func through(_ colour: SIMD3<Float>, _ tint: SIMD3<Float>, _ screen: SIMD3<Float>)
            -> SIMD3<Float>
        { colour * tint + screen - colour * tint * screen }
        for value in [Float(0), 0.3, 1] {
            let colour = SIMD3<Float>(repeating: value)
            let expected = through(
                through(colour, layer.tint, layer.screen), light.tint, light.screen)
            let difference = through(colour, both.tint, both.screen) - expected
            #expect(max(difference.max(), -difference.min()) < 1e-5)
        }
    }

    @Test("hangs a place over the room's backdrop by and by, then is still")
    func place() {
        var scenery = Scenery(seed: 1, aspect: 1)
        let (room, park) = (Stencil.dot, Stencil.glow)
        func sheets(_ place: String?, _ frame: Int) -> Int {
            let time = MediaTime.frames(frame, perSecond: 30)
            _ = scenery.surround(
                Self.character, in: Setting(place: place), hearing: Self.silence, at: time)
            return scenery.background(room, picture: { _ in park }, at: time).commands.count
        }
        #expect(sheets(nil, 0) == 1 && scenery.isBare)
        #expect(sheets("park", 1) == 2 && !scenery.isBare && scenery.still == nil)
        for frame in 2...40 { _ = sheets("park", frame) }
        #expect(sheets("park", 41) == 1 && scenery.still != nil)
    }

    @Test("is made in less than a fifth of a millisecond")
    func cheap() {
        var scenery = Scenery(seed: 1, aspect: 5 / 6)
        let clock = ContinuousClock()
        let times = (0..<200).map { frame in
            clock.measure {
                _ = scenery.surround(
                    Self.character, in: Setting(weather: .rain, hour: 19, showsVoiceBars: true),
                    hearing: Self.tone, at: .frames(frame, perSecond: 30))
            }
        }
        // The fastest of many: others work on the machine, too.
        #expect(times.min() ?? .seconds(1) < .microseconds(200))
    }
}
