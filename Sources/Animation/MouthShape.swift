import AvatarTypes

/// What a sound wants of the mouth.
///
/// Jaw and tongue are one track, the lips another: a `t` moves the jaw and leaves the lips to its
/// neighbours.
struct MouthShape: Sendable {
    /// jawOpen, tongueOut, seal, presence; four lanes are free.
    ///
    /// Seal is 1 where lips or lip and teeth must touch; presence is 1 while there is speech.
    var jaw: SIMD8<Float>
    /// The lanes of `lipChannels`, one per pair.
    var lips: SIMD8<Float>
    var manner: Manner

    /// How a sound gets along with its neighbours.
    enum Manner: Sendable {
        /// Nothing is said.
        case rest
        /// Lips must touch, however short the sound.
        case contact
        /// Must be seen open, however short the sound.
        case open
        /// A vowel that gives a little when it is short.
        case close
        /// A consonant that gives much when it is short.
        case soft
        /// Like `soft`, and the lips do not take part.
        case tongue
    }

    /// Lips pushed forward take longer on the way.
    var isRounded: Bool { lips[0] + lips[1] >= 0.5 }

    static let rest = table[0]

    static func of(_ viseme: Viseme) -> MouthShape { table[index[viseme] ?? 0] }

    /// What the lanes of `lips` are called.
    static let lipChannels: [[Channel]] = [
        [.mouthFunnel], [.mouthPucker], [.mouthStretchLeft, .mouthStretchRight],
        [.mouthPressLeft, .mouthPressRight], [.mouthRollLower], [.mouthRollUpper],
        [.mouthUpperUpLeft, .mouthUpperUpRight], [.mouthLowerDownLeft, .mouthLowerDownRight],
    ]

    private static let index = Dictionary(
        uniqueKeysWithValues: rows.enumerated().map { ($1.viseme, $0) })

    private static let table = rows.map { row in
        MouthShape(
            jaw: [
                row.jaw, row.tongue, row.manner == .contact ? 1 : 0, row.manner == .rest ? 0 : 1,
                0, 0, 0, 0,
            ],
            lips: row.lips, manner: row.manner)
    }

    private struct Row {
        let viseme: Viseme
        let manner: Manner
        let jaw: Float
        let tongue: Float
        let lips: SIMD8<Float>

        init(
            _ viseme: Viseme, _ manner: Manner, jaw: Float, tongue: Float = 0,
            _ lips: SIMD8<Float>
        ) {
            self.viseme = viseme
            self.manner = manner
            self.jaw = jaw
            self.tongue = tongue
            self.lips = lips
        }
    }

    /// Jaws are 0.8 of the measured openness of each class, less where teeth must meet: an open `aa`
    /// leaves room for a shout. `mouthClose` stays 0: a closed jaw closes the lips already.
    ///
    /// - Source: openness per class from the reference notes on speech; the lips are ours, after the
    ///   Oculus reference pictures.
    private static let rows: [Row] = [
        //                             funnel pucker stretch press rollLo rollUp upperUp lowerDown
        Row(.sil, .rest, jaw: 0, /*   */ [0, 0, 0, 0, 0, 0, 0, 0]),
        Row(.PP, .contact, jaw: 0, /* */ [0, 0.05, 0, 0.5, 0.3, 0.25, 0, 0]),
        Row(.FF, .contact, jaw: 0.05, [0, 0, 0.1, 0.05, 0.55, 0, 0.35, 0]),
        Row(.TH, .soft, jaw: 0.18, tongue: 0.45, [0, 0, 0.1, 0, 0, 0, 0.15, 0.2]),
        Row(.DD, .tongue, jaw: 0.18, tongue: 0.05, [0, 0, 0, 0, 0, 0, 0, 0]),
        Row(.kk, .tongue, jaw: 0.25, [0, 0, 0, 0, 0, 0, 0, 0]),
        Row(.CH, .soft, jaw: 0.16, /* */ [0.55, 0.3, 0, 0, 0, 0, 0.2, 0.25]),
        Row(.SS, .soft, jaw: 0.1, /*  */ [0, 0, 0.4, 0, 0, 0, 0.15, 0.25]),
        Row(.nn, .tongue, jaw: 0.2, tongue: 0.05, [0, 0, 0, 0, 0, 0, 0, 0]),
        Row(.RR, .soft, jaw: 0.24, /* */ [0.3, 0.3, 0, 0, 0, 0, 0.05, 0.1]),
        Row(.aa, .open, jaw: 0.8, /*  */ [0, 0, 0.05, 0, 0, 0, 0.2, 0.3]),
        Row(.E, .open, jaw: 0.48, /*  */ [0, 0, 0.4, 0, 0, 0, 0.2, 0.25]),
        Row(.ih, .close, jaw: 0.26, /**/ [0, 0, 0.55, 0, 0, 0, 0.15, 0.2]),
        Row(.oh, .open, jaw: 0.56, /* */ [0.6, 0.3, 0, 0, 0, 0, 0, 0.1]),
        Row(.ou, .close, jaw: 0.24, /**/ [0.3, 0.8, 0, 0, 0, 0, 0, 0]),
    ]
}
