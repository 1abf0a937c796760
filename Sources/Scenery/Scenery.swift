public import AvatarTypes
import Glibc

/// Everything in the picture that is not the character: weather, the light of the hour, the place, and
/// bars that move with the voice.
///
/// ```swift
/// var scenery = Scenery(seed: 7, aspect: 5 / 6)
/// let list = scenery.surround(puppet.draw(pose, at: time), in: cues.setting, hearing: clip, at: time)
/// ```
///
/// It remembers how far it has come from one setting to the next; weather itself is a pure function of
/// seed and time.
public struct Scenery: Sendable {
    private let seed: UInt64
    private let aspect: Float
    private var lastTime: MediaTime?
    private var light = Light.even
    private var target = Light.even
    /// How much there is of each weather, 0…1, in the order of all cases.
    private var amounts = [Float](repeating: 0, count: Setting.Weather.allCases.count)
    private var bars = VoiceBars()
    private var barsPresence: Float = 0
    /// The place that shows, and the one it takes the picture over from.
    private var place: String?
    private var formerPlace: String?
    private var arrival: Float = 1

    /// Seconds: light follows by a third in each, weather takes the first, places the second.
    private static let lightPace: Float = 0.7
    private static let weatherLength: Float = 2.5
    private static let placeLength: Float = 0.8
    private static let barsLength: Float = 0.3
    /// After a longer pause, or a jump back, the setting is there at once.
    private static let longestStep = MediaTime.seconds(1)

    /// - Parameter aspect: the picture's width by its height.
    public init(seed: UInt64, aspect: Float) {
        self.seed = seed
        self.aspect = aspect
    }

    // MARK: Going on

    /// Goes on to a moment, towards a setting.
    ///
    /// - Parameter voice: `Spectrum.window` samples around the moment.
    private mutating func move(
        to setting: Setting, hearing voice: AudioClip, at time: MediaTime
    ) {
        let step = lastTime.map { time - $0 }
        let isContinued = step.map { $0 >= .zero && $0 <= Self.longestStep } ?? false
        let seconds = isContinued ? step.map { Float($0.seconds) } : nil
        lastTime = time
        target = Light(hour: setting.hour)
        let nearness = seconds.map { 1 - expf(-$0 / Self.lightPace) } ?? 1
        light = light.mixed(with: target, by: nearness)
        if light.isNear(target) { light = target }
        for (index, kind) in Setting.Weather.allCases.enumerated() {
            amounts[index] = Self.moved(
                amounts[index], to: kind == setting.weather ? 1 : 0,
                by: seconds.map { $0 / Self.weatherLength })
        }
        barsPresence = Self.moved(
            barsPresence, to: setting.showsVoiceBars ? 1 : 0,
            by: seconds.map { $0 / Self.barsLength })
        if barsPresence > 0 { bars.follow(Spectrum.levels(of: voice), in: seconds) }
        if setting.place != place {
            formerPlace = place
            place = setting.place
            arrival = 0
        }
        arrival = Self.moved(arrival, to: 1, by: seconds.map { $0 / Self.placeLength })
    }

    /// - Parameter step: nil goes there at once.
    private static func moved(_ value: Float, to goal: Float, by step: Float?) -> Float {
        guard let step else { return goal }
        return value < goal ? min(goal, value + step) : max(goal, value - step)
    }

    // MARK: Before and around her

    /// The character in the light of the hour, with what falls before her and the bars at her feet.
    ///
    /// - Complexity: below 0.1 ms beside copying the list.
    public mutating func surround(
        _ character: DrawList, in setting: Setting, hearing voice: AudioClip, at time: MediaTime
    ) -> DrawList {
        move(to: setting, hearing: voice, at: time)
        var list = character
        let box = Self.box(of: list.view, aspect: aspect)
        if !light.isEven { illuminate(&list, box) }
        for (index, kind) in Setting.Weather.allCases.enumerated() where amounts[index] > 0 {
            guard let front = Weather.layers(kind)?.front else { continue }
            fall(front, amounts[index], box, time, seed &+ UInt64(index) &* 31, onto: &list)
        }
        bars.paint(in: box, presence: Self.eased(barsPresence), onto: &list)
        return list
    }

    private func illuminate(_ list: inout DrawList, _ box: Rect) {
        for index in list.commands.indices {
            guard case .mesh(var mesh) = list.commands[index], mesh.layer.blend.takesLight else {
                continue
            }
            mesh.layer = light.falling(on: mesh.layer)
            list.commands[index] = .mesh(mesh)
        }
        list.commands.insert(.beginGroup(DrawList.Layer()), at: 0)
        shine(in: box, as: .clipToLower, share: 1, onto: &list)
        list.commands.append(.endGroup)
    }

    private func shine(
        in box: Rect, as blend: BlendMode, share: Float, onto list: inout DrawList
    ) {
        var layer = DrawList.Layer()
        layer.blend = blend
        layer.opacity = light.strength * share
        layer.tint = light.glow
        // From the middle of the outermost pixels: beyond it a texture fades to nothing.
        let rim = 0.5 / Float(Stencil.glow.width)
        var sheet = Brush()
        sheet.add(
            at: SIMD2(box.x + box.width / 2, box.y + box.height / 2),
            across: SIMD2(box.width / 2, 0), down: SIMD2(0, box.height / 2),
            cell: Rect(x: rim, y: rim, width: 1 - 2 * rim, height: 1 - 2 * rim))
        sheet.paint(Stencil.glow, as: layer, in: &list)
    }

    private func fall(
        _ weather: Weather, _ amount: Float, _ box: Rect, _ time: MediaTime, _ seed: UInt64,
        onto list: inout DrawList
    ) {
        var layer = DrawList.Layer()
        layer.opacity = weather.opacity * Self.eased(amount)
        // Snow at night is blue, too, but never as dark as what it falls past.
        layer.tint = SIMD3(repeating: 0.35) + 0.65 * light.tint
        weather.brush(in: box, at: time.seconds, seed: seed)
            .paint(weather.texture, as: layer, in: &list)
    }

    // MARK: Behind her

    /// Whether what is behind her is the room's own backdrop and nothing else.
    public var isBare: Bool {
        place == nil && arrival == 1 && light.isEven && amounts.dropFirst().allSatisfy { $0 == 0 }
    }

    /// What is behind her while nothing moves there; nil while something does.
    public struct Still: Equatable, Sendable {
        var place: String?
        var light: Light
    }

    /// Two moments that have the same one look alike behind her.
    public var still: Still? {
        guard arrival == 1, light == target, amounts.dropFirst().allSatisfy({ $0 == 0 }) else {
            return nil
        }
        return Still(place: place, light: light)
    }

    /// The place, its light, and what falls behind the character, whole and opaque.
    ///
    /// - Parameters:
    ///   - room: the room's own backdrop, of the picture's size.
    ///   - picture: the picture of a place, or nil while there is none.
    public func background(
        _ room: Texture, picture: (String) -> Texture?, at time: MediaTime
    ) -> DrawList {
        let box = Rect(x: 0, y: 0, width: Float(room.width), height: Float(room.height))
        var list = DrawList(view: box)
        func backdrop(_ name: String?) -> Texture { name.flatMap(picture) ?? room }
        if arrival < 1 { hang(backdrop(formerPlace), 1, box, onto: &list) }
        hang(backdrop(place), Self.eased(arrival), box, onto: &list)
        shine(in: box, as: .screen, share: 0.8, onto: &list)
        for (index, kind) in Setting.Weather.allCases.enumerated() where amounts[index] > 0 {
            guard let behind = Weather.layers(kind)?.behind else { continue }
            fall(behind, amounts[index], box, time, seed &+ UInt64(index) &* 37, onto: &list)
        }
        return list
    }

    /// A picture that covers the box, its proportions kept.
    private func hang(
        _ picture: Texture, _ opacity: Float, _ box: Rect, onto list: inout DrawList
    ) {
        let (width, height) = (Float(picture.width), Float(picture.height))
        let scale = max(box.width / width, box.height / height)
        // From the middle of the outermost pixels: beyond it a texture fades to nothing.
        let size = SIMD2(
            min(box.width / scale, width - 1) / width, min(box.height / scale, height - 1) / height)
        var layer = DrawList.Layer()
        layer.opacity = opacity
        var sheet = Brush()
        sheet.add(
            at: SIMD2(box.width / 2, box.height / 2), across: SIMD2(box.width / 2, 0),
            down: SIMD2(0, box.height / 2),
            cell: Rect(
                x: 0.5 - size.x / 2, y: 0.5 - size.y / 2, width: size.x, height: size.y))
        // Twice as deep as on the character: a sky has to darken, a face has to be seen.
        let deep = Light(tint: light.tint * light.tint, screen: light.screen)
        sheet.paint(picture, as: deep.falling(on: layer), in: &list)
    }

    private static func eased(_ way: Float) -> Float { way * way * (3 - 2 * way) }

    /// What is seen when a view is fitted, whole and centred, into a picture.
    private static func box(of view: Rect, aspect: Float) -> Rect {
        let width = max(view.width, view.height * aspect)
        let height = max(view.height, view.width / aspect)
        return Rect(
            x: view.x + (view.width - width) / 2, y: view.y + (view.height - height) / 2,
            width: width, height: height)
    }
}

extension BlendMode {
    /// Whether a layer brings colour of its own; a shadow that multiplies has none to be lit.
    fileprivate var takesLight: Bool {
        switch self {
        case .multiply, .colorBurn, .linearBurn, .darken, .destinationIn, .sliceFromLower: false
        default: true
        }
    }
}
