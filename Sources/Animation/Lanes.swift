import AvatarTypes

// Groups of channels that are treated alike.

extension Channel {
    /// The channels of the lips, the jaw and the tongue, which speech needs.
    static let mouth: [Channel] = Channel.allCases.filter {
        ($0.rawValue >= Channel.jawForward.rawValue
            && $0.rawValue <= Channel.mouthUpperUpRight.rawValue) || $0 == .tongueOut
    }

    /// Those that part the lips: they give way when lips must touch.
    static let parting: [Channel] = [
        .jawOpen, .mouthFunnel, .mouthLowerDownLeft, .mouthLowerDownRight, .mouthUpperUpLeft,
        .mouthUpperUpRight, .tongueOut, .mouthShrugUpper,
    ]

    /// Those that turn the eyes, and the head with them.
    static let gaze: [Channel] = [
        .eyeLookDownLeft, .eyeLookInLeft, .eyeLookOutLeft, .eyeLookUpLeft,
        .eyeLookDownRight, .eyeLookInRight, .eyeLookOutRight, .eyeLookUpRight,
    ]

    /// Those that close the eyes.
    static let lids: [Channel] = [.eyeBlinkLeft, .eyeBlinkRight]

    /// The same channel of both sides, from a name without a side (`mouthSmile`).
    ///
    /// `jawLeft` and `mouthLeft` are directions, and make no pair with their opposites.
    static func pair(named name: String) -> [Channel]? {
        guard name != "jaw", name != "mouth", let left = Channel(name: name + "Left"),
            let right = Channel(name: name + "Right")
        else { return nil }
        return [left, right]
    }
}

extension Control {
    /// The same channel or accent of both sides, from a name without a side.
    static func pair(named name: String) -> [Control]? {
        if let channels = Channel.pair(named: name) { return channels.map(Control.channel) }
        guard let left = Accent(name: name + "Left"), let right = Accent(name: name + "Right")
        else { return nil }
        return [.accent(left), .accent(right)]
    }
}

extension Pose {
    /// 1 in the lanes of some channels, 0 elsewhere.
    static func mask(_ channels: [Channel]) -> SIMD64<Float> {
        var lanes = SIMD64<Float>.zero
        for channel in channels { lanes[channel.rawValue] = 1 }
        return lanes
    }

    static let mouthMask = mask(Channel.mouth)
    static let partingMask = mask(Channel.parting)
    static let gazeMask = mask(Channel.gaze)

    /// Adds to both sides of a face at once.
    mutating func add(_ amount: Float, _ left: Channel, _ right: Channel) {
        lanes[left.rawValue] += amount
        lanes[right.rawValue] += amount
    }
}
