import AvatarTypes

/// A gesture as its author writes it: how far each channel is from its usual place, at moments in
/// milliseconds.
///
/// Every gesture first moves a little the other way (80–120 ms), goes past its goal by 5–10 %, and
/// settles. Between two moments the channel eases, so nothing starts or stops at a constant speed. All
/// end where they began.
struct GestureTable: Sendable {
    let name: String
    let tracks: [(channels: [Channel], keys: [(milliseconds: Int, amount: Float)])]
    /// The same for hands and signs.
    var accents: [(accents: [Accent], keys: [(milliseconds: Int, amount: Float)])] = []

    var duration: MediaTime {
        .milliseconds(
            (tracks.flatMap(\.keys) + accents.flatMap(\.keys)).map(\.milliseconds).max() ?? 0)
    }

    static func named(_ name: String) -> GestureTable? { all.first { $0.name == name } }

    /// Adds the gesture to a pose.
    ///
    /// - Parameters:
    ///   - seconds: since it began.
    ///   - weight: how much of it is there, 0…1.
    ///   - size: 1 as written; the lively gesture widely. Arms keep their way nearly whatever the size, for
    ///     a hand that goes to the chin must arrive there.
    func apply(at seconds: Float, weight: Float, size: Float, to pose: inout Pose) {
        for track in tracks {
            let value = Self.value(of: track.keys, at: seconds) * weight
            for channel in track.channels {
                pose[channel] +=
                    value * (Self.reaching.contains(channel) ? size.limited(to: 0.96...1.04) : size)
            }
        }
        for track in accents {
            // A hand has its whole shape or none, however lively the gesture.
            let offset = Self.value(of: track.keys, at: seconds) * min(1, weight)
            for accent in track.accents { pose[accent] += offset }
        }
    }

    private static func value(
        of keys: [(milliseconds: Int, amount: Float)], at seconds: Float
    ) -> Float {
        var before: (time: Float, amount: Float) = (0, 0)
        for key in keys {
            let time = Float(key.milliseconds) / 1000
            if seconds < time {
                let way = (seconds - before.time) / (time - before.time)
                return before.amount.mixed(with: key.amount, eased(way))
            }
            before = (time, key.amount)
        }
        return before.amount
    }

    private static let reaching: Set<Channel> = [
        .armRaiseLeft, .armRaiseRight, .elbowBendLeft, .elbowBendRight,
    ]
    static let blink: [Channel] = [.eyeBlinkLeft, .eyeBlinkRight]
    static let wide: [Channel] = [.eyeWideLeft, .eyeWideRight]
    static let smile: [Channel] = [.mouthSmileLeft, .mouthSmileRight]
    static let brows: [Channel] = [.browInnerUp, .browOuterUpLeft, .browOuterUpRight]
    static let arms: [Channel] = [.armRaiseLeft, .armRaiseRight]
    static let elbows: [Channel] = [.elbowBendLeft, .elbowBendRight]

    /// In the order in which they are listed to users.
    static let all = handed + bodily

    /// Those of the head and the trunk.
    static let bodily: [GestureTable] = [
        GestureTable(
            name: "nod",
            tracks: [
                (
                    [.headPitch],
                    [(90, 1.5), (290, -10.5), (480, 3.5), (660, -6.5), (860, 1), (1050, 0)]
                ),
                ([.bodyPitch], [(120, 0.2), (360, -1.6), (560, 0.3), (760, -0.9), (1050, 0)]),
                (blink, [(150, 0), (280, 0.35), (430, 0)]),
            ]),
        GestureTable(
            name: "shake",
            tracks: [
                (
                    [.headYaw],
                    [
                        (100, -2), (300, 15), (540, -14), (780, 12), (1000, -7), (1180, 1.2),
                        (1350, 0),
                    ]
                ),
                ([.bodyYaw], [(160, -0.3), (380, 2), (620, -2), (860, 1.5), (1350, 0)]),
                (blink, [(140, 0), (260, 0.5), (420, 0)]),
            ]),
        GestureTable(
            name: "tilt",
            tracks: [
                (
                    [.headRoll],
                    [(100, -1.5), (380, 14), (520, 12.8), (1300, 13), (1700, -0.8), (1900, 0)]
                ),
                ([.bodyRoll], [(140, -0.3), (520, 2.2), (1400, 2), (1900, 0)]),
                ([.browInnerUp], [(120, 0), (400, 0.35), (1300, 0.3), (1700, 0)]),
            ]),
        GestureTable(
            name: "bow",
            tracks: [
                (
                    [.headPitch],
                    [(110, 2), (650, -19), (820, -17.5), (1250, -17.5), (1900, 1.2), (2100, 0)]
                ),
                (
                    [.bodyPitch],
                    [(110, 0.8), (600, -10), (780, -9.2), (1250, -9.2), (1850, 0.6), (2100, 0)]
                ),
                (blink, [(250, 0), (550, 0.9), (1350, 0.9), (1750, 0)]),
            ]),
        GestureTable(
            name: "laugh",
            tracks: [
                (
                    [.bodyPitch],
                    [
                        (90, -1), (240, 3.5), (390, 0.5), (540, 3.2), (690, 0.5), (840, 2.6),
                        (990, 0.4), (1140, 1.8), (1300, 0.2), (1700, 0),
                    ]
                ),
                (
                    [.headPitch],
                    [
                        (90, -2), (280, 8), (410, 4), (560, 7.5), (710, 3.5), (860, 6), (1010, 2),
                        (1160, 3), (1700, 0),
                    ]
                ),
                (
                    [.shoulderShrug],
                    [
                        (90, 0), (220, 0.5), (370, 0.15), (520, 0.45), (670, 0.12), (820, 0.35),
                        (970, 0.08), (1120, 0.2), (1400, 0),
                    ]
                ),
                (blink, [(80, 0), (240, 0.9), (1250, 0.85), (1550, 0)]),
                (smile, [(60, 0), (260, 0.8), (1350, 0.6), (1700, 0)]),
                (
                    [.cheekSquintLeft, .cheekSquintRight],
                    [(60, 0), (260, 0.7), (1350, 0.5), (1700, 0)]
                ),
                (
                    [.jawOpen],
                    [
                        (80, 0), (240, 0.5), (390, 0.28), (540, 0.46), (690, 0.25), (840, 0.38),
                        (990, 0.18), (1140, 0.25), (1400, 0),
                    ]
                ),
            ]),
        GestureTable(
            name: "startle",
            tracks: [
                (
                    [.bodyPitch],
                    [(80, -0.7), (230, 5.4), (360, 4.6), (700, 4.4), (1200, -0.3), (1400, 0)]
                ),
                (
                    [.headPitch],
                    [(80, -1.2), (230, 7.5), (360, 6.5), (700, 6), (1200, -0.5), (1400, 0)]
                ),
                ([.shoulderShrug], [(80, 0), (220, 0.85), (360, 0.72), (700, 0.6), (1200, 0)]),
                (wide, [(60, 0), (180, 0.95), (700, 0.8), (1200, 0)]),
                (brows, [(60, 0), (190, 0.85), (700, 0.7), (1200, 0)]),
                ([.jawOpen], [(80, 0), (220, 0.35), (650, 0.28), (1000, 0)]),
                (arms, [(90, 0), (280, 0.16), (420, 0.13), (800, 0.12), (1300, 0)]),
                (elbows, [(90, 0), (280, 0.45), (420, 0.4), (800, 0.36), (1300, 0)]),
            ]),
        GestureTable(
            name: "sigh",
            tracks: [
                ([.breath], [(100, -0.1), (800, 0.9), (950, 0.85), (2000, -0.5), (2800, 0)]),
                (
                    [.shoulderShrug],
                    [(120, 0), (800, 0.42), (950, 0.4), (1800, 0), (2800, 0)]
                ),
                (
                    [.headPitch],
                    [(110, -0.5), (800, 3), (950, 2.8), (1900, -6.5), (2200, -6), (2800, 0)]
                ),
                ([.bodyPitch], [(800, 1), (1900, -2.2), (2800, 0)]),
                (blink, [(850, 0), (1300, 0.6), (2000, 0.5), (2500, 0)]),
                ([.jawOpen, .mouthFunnel], [(900, 0), (1150, 0.16), (1800, 0.1), (2200, 0)]),
            ]),
        GestureTable(
            name: "lean-in",
            tracks: [
                (
                    [.bodyPitch],
                    [(120, 0.6), (600, -6.4), (780, -6), (1700, -6), (2200, 0.4), (2400, 0)]
                ),
                ([.headPitch], [(120, -0.5), (600, 4.3), (780, 4), (1700, 4), (2250, 0)]),
                (brows, [(160, 0), (500, 0.4), (1700, 0.35), (2200, 0)]),
                (wide, [(160, 0), (450, 0.3), (1700, 0.25), (2200, 0)]),
            ]),
    ]
}
