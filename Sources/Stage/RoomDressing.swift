import AvatarTypes
import Foundation
import Mind
import Rigging

/// What the character wears and where she is; touching her, and being heard before one has spoken.
extension Room {
    /// Changes clothes or the whole look, in 0.4 s.
    ///
    /// - Parameters:
    ///   - outfit: one of the rig's; nil is the look's own.
    ///   - appearance: one of the rig's; nil keeps the look, and only clothes change.
    public func wear(outfit: String?, appearance: String? = nil) async throws(StageError) {
        let wanted = Attire(outfit: outfit, appearance: appearance ?? attire.appearance)
        try await performer.rig.check(wanted)
        isDressedByHand = true
        await put(on: wanted)
    }

    private func put(on wanted: Attire) async {
        attire = wanted
        await performer.direct { script, now in script.wear(wanted, from: now) }
        announce(RoomEvent.Changed())
    }

    /// Is in another mode from the next word on, and dressed for it.
    ///
    /// - Throws: when the character has none of that name.
    func take(mode name: String) async throws(StageError) {
        guard await conversation.use(mode: name) else {
            throw .unknown("mode", name, known: await conversation.modeNames)
        }
        dressedAt = -.infinity
        await dress(for: RoomInput.guest)
        announce(RoomEvent.Changed())
    }

    /// Seconds between two changes of clothes that nobody asked for.
    private static let dressingPause = 600.0

    /// Wears what suits the hour, her mood, and how close she is to a user, unless somebody chose her
    /// clothes.
    func dress(for user: String) async {
        let now = calendar()
        guard !isDressedByHand, now.seconds - dressedAt >= Self.dressingPause else { return }
        let occasion = await conversation.bearing(towards: user, at: now).occasion
        let mode = await conversation.mode.appearance
        let look = mode ?? occasion.flatMap { sheet.looks[$0] } ?? "default"
        guard look != attire.appearance ?? "default" else { return }
        let wanted = Attire(outfit: nil, appearance: look)
        guard (try? await performer.rig.check(wanted)) != nil else { return }
        dressedAt = now.seconds
        await put(on: wanted)
    }

    /// Changes weather, hour, place or overlay; what the change does not name stays.
    public func move(_ change: SceneChange) async throws(StageError) {
        var wanted = setting
        if let weather = change.weather { wanted.weather = try RoomInput.weather(named: weather) }
        if let place = change.place {
            if let picture = try await performer.rig.picture(of: place) {
                await performer.keep(picture.texture, of: picture.name)
            }
            wanted.place = place
        }
        if let bars = change.voiceBars { wanted.showsVoiceBars = bars }
        switch change.hour {
        case .none: break
        case .some(.none): (wanted.hour, followsClock) = (nil, false)
        case .some(.some(.wallClock)): (wanted.hour, followsClock) = (hourNow, true)
        case .some(.some(.fixed(let hour))):
            guard (0...24).contains(hour) else {
                throw RoomInput.outside("hour", "\(hour)", "Give a number from 0 to 24, or auto.")
            }
            (wanted.hour, followsClock) = (hour.truncatingRemainder(dividingBy: 24), false)
        }
        await move(to: wanted)
        announce(RoomEvent.Changed())
    }

    private func move(to wanted: Setting) async {
        setting = wanted
        await performer.direct { script, now in script.move(to: wanted, from: now) }
    }

    /// Lets the light follow the clock on the wall, where it was asked to.
    func keepTime() async {
        guard followsClock else { return }
        let hour = hourNow
        if setting.hour.map({ abs($0 - hour) > 1 / 120 }) ?? true {
            var wanted = setting
            wanted.hour = hour
            await move(to: wanted)
        }
    }

    private var hourNow: Float {
        let moment = calendar()
        return Float(moment.hour) + Float(moment.minute) / 60
    }

    // MARK: Touching

    /// How long one touch is felt; a stroke is many.
    private static let touchLength = MediaTime.milliseconds(600)

    /// A touch at a place in the picture, 0…1 from the left and top.
    ///
    /// - Returns: the hit area of the rig that was met, or nil beside the character.
    public func touch(
        x: Float, y: Float, user: String? = nil
    ) async throws(StageError) -> String? {
        let user = try RoomInput.user(user ?? RoomInput.guest)
        guard (0...1).contains(x), (0...1).contains(y) else {
            throw RoomInput.outside("x and y", "\(x), \(y)", "Give numbers from 0 to 1.")
        }
        guard let area = await performer.hitArea(at: SIMD2(x, y)) else { return nil }
        await feel(Touch(area: area), of: user)
        return area
    }

    /// A touch of a hit area by its name.
    public func touch(area: String, user: String? = nil) async throws(StageError) {
        let user = try RoomInput.user(user ?? RoomInput.guest)
        let known = await performer.rig.hitAreas.map(\.name).unique
        guard known.contains(area) else { throw .unknown("area", area, known: known) }
        await feel(Touch(area: area), of: user)
    }

    private func feel(_ touch: Touch, of user: String) async {
        await experience(.touch(area: touch.area), of: user)
        await performer.direct { script, now in
            script.touch(touch, from: now, lasting: Self.touchLength)
        }
        announce(RoomEvent.Touched(area: touch.area))
    }

    // MARK: Listening

    /// Somebody is writing: she listens, unless she thinks or speaks.
    public func listen() async {
        await performer.direct { script, now in
            guard script.activity.value(at: now) != .thinking else { return }
            script.turn(to: .listening, from: now, to: now + .seconds(4))
        }
    }
}

extension [String] {
    /// Each once, where it first stands.
    var unique: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
