import AvatarTypes

// The gestures that arms and hands make: a table, and therefore long.
//
// An arm that is not forward bends its elbow outwards and up, beside the body; one that is forward bends
// it inwards, before chest and face. Hands take their shape on the way, where nobody sees them change.

extension GestureTable {
    private static let forward: [Accent] = [.armForwardLeft, .armForwardRight]

    /// From rest to a value within a rise, held until a moment, and back: with anticipation, overshoot and
    /// settling.
    private static func held(
        _ amount: Float, from begin: Int, by risen: Int, until leave: Int, to end: Int
    ) -> [(milliseconds: Int, amount: Float)] {
        [
            (begin, -0.03 * amount), (risen, 1.07 * amount), (risen + 150, amount),
            (leave, amount), (end - 100, -0.02 * amount), (end, 0),
        ]
    }

    /// A shape of the hand: taken on the way up, left on the way down.
    private static func shape(
        from begin: Int, until end: Int
    ) -> [(milliseconds: Int, amount: Float)] {
        [(begin, 0), (begin + 140, 1), (end, 1), (end + 140, 0)]
    }

    static let handed: [GestureTable] = [
        GestureTable(
            name: "wave",
            tracks: [
                ([.armRaiseRight], held(0.08, from: 100, by: 480, until: 1950, to: 2600)),
                ([.elbowBendRight], held(0.97, from: 100, by: 500, until: 1950, to: 2600)),
                (
                    [.headRoll],
                    [(110, 1), (560, -6.5), (700, -6), (1850, -6), (2400, 0.4), (2600, 0)]
                ),
                ([.bodyRoll], [(110, 0.3), (600, -1.8), (1850, -1.6), (2600, 0)]),
                (smile, [(150, 0), (500, 0.35), (2000, 0.3), (2500, 0)]),
            ],
            accents: [
                ([.handOpenRight], shape(from: 180, until: 2080)),
                (
                    [.wristRight],
                    [
                        (420, 0), (620, 0.75), (860, -0.6), (1100, 0.75), (1340, -0.6), (1580, 0.7),
                        (1820, -0.4), (2100, 0),
                    ]
                ),
            ]),
        GestureTable(
            name: "shrug",
            tracks: [
                ([.shoulderShrug], held(1, from: 100, by: 360, until: 900, to: 1350)),
                (elbows, held(0.72, from: 90, by: 400, until: 920, to: 1400)),
                (arms, held(0.1, from: 100, by: 400, until: 900, to: 1400)),
                (
                    [.headRoll],
                    [(100, -1), (400, 7.5), (520, 7), (900, 6.8), (1220, -0.4), (1400, 0)]
                ),
                ([.headPitch], [(100, -1), (400, 2.5), (900, 2), (1400, 0)]),
                (brows, [(110, 0), (360, 0.55), (850, 0.5), (1200, 0)]),
                (
                    [.mouthFrownLeft, .mouthFrownRight],
                    [(150, 0), (400, 0.3), (850, 0.3), (1200, 0)]
                ),
            ],
            accents: [
                ([.handOpenLeft, .handOpenRight], shape(from: 150, until: 950)),
                ([.wristLeft, .wristRight], held(0.8, from: 110, by: 400, until: 900, to: 1300)),
            ]),
        GestureTable(
            name: "think",
            tracks: [
                (
                    [.headRoll],
                    [(110, 0.9), (560, -8.6), (720, -8), (1900, -8.2), (2400, 0.5), (2600, 0)]
                ),
                (
                    [.headPitch],
                    [(110, -0.8), (560, 5.4), (720, 5), (1900, 5), (2400, -0.3), (2600, 0)]
                ),
                (
                    [.headYaw],
                    [(110, -1), (560, 7.5), (720, 7), (1900, 7.2), (2400, -0.4), (2600, 0)]
                ),
                (
                    [.eyeLookUpLeft, .eyeLookUpRight],
                    [(140, 0), (220, 0.55), (1950, 0.55), (2050, 0)]
                ),
                (
                    [.eyeLookOutLeft, .eyeLookInRight],
                    [(140, 0), (220, 0.3), (1950, 0.3), (2050, 0)]
                ),
                ([.armRaiseRight], held(0.62, from: 120, by: 620, until: 1900, to: 2600)),
                ([.elbowBendRight], held(0.94, from: 120, by: 640, until: 1920, to: 2600)),
                ([.mouthPucker], [(200, 0), (500, 0.3), (1800, 0.25), (2200, 0)]),
                ([.browInnerUp], [(150, 0), (450, 0.4), (1800, 0.35), (2300, 0)]),
            ],
            accents: [
                ([.armForwardRight], shape(from: 60, until: 2420)),
                ([.handPointRight], shape(from: 160, until: 2250)),
            ]),
        GestureTable(
            name: "point",
            tracks: [
                ([.armRaiseLeft], held(0.05, from: 100, by: 380, until: 1300, to: 1850)),
                ([.elbowBendLeft], held(0.98, from: 100, by: 400, until: 1300, to: 1850)),
                ([.headYaw], [(100, -1), (420, 6.4), (560, 6), (1300, 6), (1850, 0)]),
                ([.bodyYaw], [(100, -0.4), (460, 3), (1300, 2.8), (1850, 0)]),
                (brows, [(100, 0), (320, 0.4), (1200, 0.35), (1700, 0)]),
            ],
            accents: [([.handPointLeft], shape(from: 120, until: 1420))]),
        GestureTable(
            name: "clap",
            tracks: [
                (
                    elbows,
                    [
                        (100, -0.02), (380, 0.62), (520, 0.74), (640, 0.6), (760, 0.74), (880, 0.6),
                        (1000, 0.74), (1120, 0.6), (1240, 0.74), (1360, 0.62), (1480, 0.74),
                        (1620, 0.6),
                        (2100, 0),
                    ]
                ),
                (arms, held(0.14, from: 100, by: 380, until: 1600, to: 2100)),
                ([.headPitch], [(110, -1), (400, 3.2), (560, 3), (1600, 3), (2100, 0)]),
                (smile, [(100, 0), (350, 0.6), (1600, 0.5), (2000, 0)]),
                ([.bodyPitch], [(120, -0.5), (420, 1.6), (1600, 1.4), (2100, 0)]),
            ],
            accents: [
                (forward, shape(from: 70, until: 1800)),
                ([.handOpenLeft, .handOpenRight], shape(from: 160, until: 1700)),
                ([.wristLeft, .wristRight], held(0.5, from: 120, by: 420, until: 1600, to: 1950)),
            ]),
        GestureTable(
            name: "heart",
            tracks: [
                (elbows, held(0.8, from: 110, by: 520, until: 2100, to: 2700)),
                (arms, held(0.18, from: 110, by: 520, until: 2100, to: 2700)),
                ([.headRoll], [(110, -1), (560, 7.4), (700, 7), (2050, 7), (2600, 0)]),
                (smile, [(120, 0), (420, 0.7), (2000, 0.65), (2500, 0)]),
                (
                    [.cheekSquintLeft, .cheekSquintRight],
                    [(120, 0), (450, 0.5), (2000, 0.45), (2500, 0)]
                ),
            ],
            accents: [
                (forward, shape(from: 70, until: 2350)),
                ([.handHeartLeft, .handHeartRight], shape(from: 180, until: 2250)),
                ([.signHearts], [(500, 0), (760, 1), (2000, 1), (2350, 0)]),
            ]),
        GestureTable(
            name: "cheer",
            tracks: [
                (
                    arms,
                    [
                        (110, -0.02), (420, 1), (560, 0.9), (760, 1), (960, 0.9), (1300, 0.92),
                        (1900, 0),
                    ]
                ),
                (
                    elbows,
                    [(110, 0.2), (420, 0.12), (600, 0.24), (780, 0.1), (1300, 0.16), (1900, 0)]
                ),
                (
                    [.bodyPitch],
                    [
                        (110, -2), (400, 3.6), (560, 1.5), (740, 3.2), (940, 1.5), (1400, 1),
                        (1900, 0),
                    ]
                ),
                (
                    [.headPitch],
                    [(110, -3), (420, 7), (560, 5.5), (1300, 5), (1800, -0.5), (2000, 0)]
                ),
                (smile, [(80, 0), (320, 0.7), (1400, 0.6), (1900, 0)]),
                ([.jawOpen], [(100, 0), (360, 0.4), (1200, 0.3), (1600, 0)]),
                (blink, [(140, 0), (340, 0.75), (1100, 0.7), (1400, 0)]),
            ],
            accents: [
                ([.handFistLeft, .handFistRight], shape(from: 140, until: 1600)),
                ([.signSparkles], [(360, 0), (560, 1), (1400, 1), (1700, 0)]),
            ]),
        GestureTable(
            name: "thumbs-up",
            tracks: [
                ([.elbowBendLeft], held(0.68, from: 100, by: 420, until: 1500, to: 2000)),
                ([.armRaiseLeft], held(0.16, from: 100, by: 420, until: 1500, to: 2000)),
                ([.headPitch], [(110, 1), (420, -5), (600, -2), (1400, -2), (2000, 0)]),
                ([.eyeBlinkRight], [(380, 0), (520, 1), (1000, 1), (1160, 0)]),
                (smile, [(120, 0), (380, 0.7), (1500, 0.6), (1900, 0)]),
            ],
            accents: [
                ([.armForwardLeft], shape(from: 60, until: 1700)),
                ([.handThumbLeft], shape(from: 150, until: 1600)),
            ]),
        GestureTable(
            name: "peace",
            tracks: [
                ([.elbowBendRight], held(0.98, from: 100, by: 440, until: 1700, to: 2250)),
                ([.armRaiseRight], held(0.07, from: 100, by: 440, until: 1700, to: 2250)),
                ([.headRoll], [(110, 1), (480, -8.4), (620, -8), (1650, -8), (2200, 0)]),
                ([.eyeBlinkLeft], [(420, 0), (540, 1), (1300, 1), (1460, 0)]),
                (smile, [(120, 0), (380, 0.8), (1600, 0.75), (2100, 0)]),
            ],
            accents: [
                ([.handPeaceRight], shape(from: 150, until: 1800)),
                ([.signSparkles], [(460, 0), (640, 1), (1500, 1), (1800, 0)]),
            ]),
        GestureTable(
            name: "salute",
            tracks: [
                ([.armRaiseRight], held(0.8, from: 90, by: 340, until: 1300, to: 1750)),
                ([.elbowBendRight], held(0.9, from: 90, by: 360, until: 1300, to: 1750)),
                ([.headPitch], [(100, -1), (360, 3.3), (480, 3), (1300, 3), (1750, 0)]),
                ([.bodyPitch], [(100, -0.5), (380, 2.2), (1300, 2), (1750, 0)]),
                ([.browDownLeft, .browDownRight], [(120, 0), (340, 0.4), (1250, 0.4), (1600, 0)]),
            ],
            accents: [
                ([.armForwardRight], shape(from: 50, until: 1560)),
                ([.handOpenRight], shape(from: 110, until: 1400)),
                ([.wristRight], held(-0.9, from: 110, by: 380, until: 1300, to: 1650)),
            ]),
        GestureTable(
            name: "facepalm",
            tracks: [
                ([.armRaiseRight], held(0.94, from: 110, by: 560, until: 1900, to: 2500)),
                ([.elbowBendRight], held(0.98, from: 110, by: 580, until: 1900, to: 2500)),
                (
                    [.headPitch],
                    [(110, 1.5), (620, -12.8), (780, -12), (1850, -12), (2400, 0.6), (2600, 0)]
                ),
                ([.headRoll], [(120, -0.6), (640, -5), (1850, -5), (2500, 0)]),
                (blink, [(300, 0), (560, 1), (1850, 1), (2150, 0)]),
                (
                    [.mouthFrownLeft, .mouthFrownRight],
                    [(200, 0), (560, 0.5), (1800, 0.45), (2300, 0)]
                ),
            ],
            accents: [
                ([.armForwardRight], shape(from: 60, until: 2250)),
                ([.handOpenRight], shape(from: 170, until: 2150)),
                ([.signSweat], [(700, 0), (900, 1), (1900, 1), (2200, 0)]),
            ]),
        GestureTable(
            name: "shy",
            tracks: [
                (elbows, held(0.9, from: 120, by: 620, until: 1900, to: 2500)),
                ([.shoulderShrug], held(0.5, from: 120, by: 600, until: 1900, to: 2500)),
                ([.headPitch], [(120, 0.6), (620, -6.5), (780, -6), (1900, -6), (2500, 0)]),
                ([.headYaw], [(120, 0.8), (640, -9.5), (800, -9), (1900, -9), (2500, 0)]),
                (
                    [.eyeLookDownLeft, .eyeLookDownRight],
                    [(160, 0), (300, 0.5), (1900, 0.5), (2100, 0)]
                ),
            ],
            accents: [
                (forward, shape(from: 70, until: 2200)),
                ([.handFistLeft, .handFistRight], shape(from: 180, until: 2050)),
                ([.signBlush], [(200, 0), (700, 0.9), (1900, 0.9), (2500, 0)]),
            ]),
        GestureTable(
            name: "hug",
            tracks: [
                (
                    arms,
                    [(110, 0.02), (420, 0.42), (700, 0.4), (1000, 0.16), (2000, 0.14), (2700, 0)]
                ),
                (
                    elbows,
                    [(110, 0), (420, 0.12), (700, 0.14), (1050, 0.6), (2000, 0.58), (2700, 0)]
                ),
                ([.bodyPitch], [(110, 0.6), (600, -5.4), (1000, -5), (2000, -5), (2700, 0)]),
                ([.headRoll], [(120, -0.6), (900, 7.4), (1060, 7), (2000, 7), (2600, 0)]),
                (blink, [(800, 0), (1080, 1), (1950, 1), (2300, 0)]),
                (smile, [(140, 0), (500, 0.8), (2000, 0.75), (2500, 0)]),
            ],
            accents: [
                (forward, shape(from: 560, until: 2350)),
                ([.handOpenLeft, .handOpenRight], shape(from: 160, until: 2200)),
                ([.signHearts], [(1000, 0), (1240, 1), (1900, 1), (2250, 0)]),
            ]),
        GestureTable(
            name: "peek",
            tracks: [
                (elbows, held(0.97, from: 110, by: 560, until: 1900, to: 2500)),
                (arms, held(0.86, from: 110, by: 560, until: 1900, to: 2500)),
                (blink, [(200, 0), (480, 1), (1100, 1), (1300, 0), (2000, 0)]),
                ([.headPitch], [(120, 0.6), (600, -5.3), (760, -5), (1900, -5), (2500, 0)]),
                (wide, [(1150, 0), (1340, 0.7), (1900, 0.6), (2300, 0)]),
            ],
            accents: [
                (forward, shape(from: 60, until: 2250)),
                ([.handOpenLeft, .handOpenRight], shape(from: 170, until: 2150)),
                (
                    [.wristLeft, .wristRight],
                    [(300, 0), (600, -0.2), (1100, -0.2), (1400, 0.9), (1900, 0.9), (2300, 0)]
                ),
            ]),
        GestureTable(
            name: "beckon",
            tracks: [
                ([.elbowBendLeft], held(0.97, from: 100, by: 440, until: 1600, to: 2150)),
                ([.armRaiseLeft], held(0.08, from: 100, by: 440, until: 1600, to: 2150)),
                ([.headPitch], [(110, 0.5), (500, -3.2), (640, -3), (1600, -3), (2150, 0)]),
                (smile, [(120, 0), (420, 0.5), (1600, 0.45), (2000, 0)]),
            ],
            accents: [
                ([.handOpenLeft], shape(from: 150, until: 1750)),
                (
                    [.wristLeft],
                    [
                        (400, 0), (620, -0.9), (820, 0.2), (1040, -0.9), (1240, 0.2), (1460, -0.9),
                        (1750, 0),
                    ]
                ),
            ]),
        GestureTable(
            name: "stretch",
            tracks: [
                (arms, [(120, -0.02), (900, 1), (1100, 0.96), (2100, 1), (2900, 0)]),
                (elbows, [(120, 0.1), (900, 0.1), (1100, 0.07), (2100, 0.05), (2900, 0)]),
                ([.bodyPitch], [(120, -0.8), (950, 5.4), (1150, 5), (2100, 5.4), (2900, 0)]),
                ([.bodyRoll], [(900, 0), (1400, 3), (2000, -2.4), (2900, 0)]),
                ([.headPitch], [(120, -1), (950, 9.6), (1150, 9), (2100, 9.5), (2900, 0)]),
                (blink, [(400, 0), (800, 1), (2200, 1), (2600, 0)]),
                ([.breath], [(200, 0), (1100, 0.6), (2100, 0.5), (2900, 0)]),
            ],
            accents: [([.handFistLeft, .handFistRight], shape(from: 300, until: 2500))]),
        GestureTable(
            name: "yawn",
            tracks: [
                ([.jawOpen], [(200, 0), (900, 0.85), (1700, 0.8), (2300, 0)]),
                ([.mouthFunnel], [(300, 0), (900, 0.35), (1700, 0.3), (2300, 0)]),
                (blink, [(300, 0), (800, 1), (2000, 1), (2500, 0.3), (2800, 0)]),
                ([.headPitch], [(150, -0.6), (1000, 6.4), (1200, 6), (2000, 4), (2900, 0)]),
                ([.elbowBendRight], held(0.97, from: 150, by: 800, until: 2000, to: 2700)),
                ([.armRaiseRight], held(0.56, from: 150, by: 800, until: 2000, to: 2700)),
                ([.browInnerUp], [(200, 0), (900, 0.6), (2000, 0.5), (2600, 0)]),
            ],
            accents: [
                ([.armForwardRight], shape(from: 80, until: 2400)),
                ([.handOpenRight], shape(from: 260, until: 2250)),
            ]),
        GestureTable(
            name: "blow-kiss",
            tracks: [
                (
                    [.elbowBendLeft],
                    [
                        (110, -0.02), (520, 0.97), (700, 0.92), (1050, 0.92), (1350, 0.6),
                        (1700, 0.56), (2200, 0),
                    ]
                ),
                (
                    [.armRaiseLeft],
                    [(110, 0), (520, 0.58), (1050, 0.56), (1350, 0.3), (1700, 0.28), (2200, 0)]
                ),
                ([.mouthPucker], [(350, 0), (650, 0.95), (1100, 0.95), (1300, 0)]),
                ([.eyeBlinkLeft], [(900, 0), (1060, 1), (1500, 1), (1660, 0)]),
                (smile, [(1250, 0), (1450, 0.7), (1900, 0.6), (2200, 0)]),
                ([.headRoll], [(110, -0.8), (560, 6.4), (700, 6), (1700, 6), (2200, 0)]),
            ],
            accents: [
                ([.armForwardLeft], shape(from: 60, until: 1950)),
                ([.handOpenLeft], shape(from: 180, until: 1850)),
                ([.signHearts], [(1150, 0), (1350, 1), (1850, 1), (2150, 0)]),
            ]),
        GestureTable(
            name: "dance",
            tracks: [
                (
                    [.bodyRoll],
                    [
                        (100, -1), (400, 6), (800, -6), (1200, 6), (1600, -6), (2000, 6),
                        (2400, -6),
                        (2800, 4), (3200, 0),
                    ]
                ),
                (
                    [.headRoll],
                    [
                        (140, 1), (460, -9), (860, 9), (1260, -9), (1660, 9), (2060, -9), (2460, 9),
                        (2860, -5), (3200, 0),
                    ]
                ),
                (
                    [.armRaiseLeft],
                    [
                        (110, 0), (420, 0.2), (820, 0.04), (1220, 0.2), (1620, 0.04), (2020, 0.24),
                        (2420, 0.18), (3100, 0),
                    ]
                ),
                (
                    [.armRaiseRight],
                    [
                        (110, 0), (420, 0.04), (820, 0.2), (1220, 0.04), (1620, 0.2), (2020, 0.24),
                        (2420, 0.18), (3100, 0),
                    ]
                ),
                (
                    elbows,
                    [
                        (110, 0), (420, 0.9), (820, 0.98), (1220, 0.9), (1620, 0.98), (2020, 0.8),
                        (3100, 0),
                    ]
                ),
                (
                    [.bodyPitch],
                    [
                        (200, -1), (400, 1.6), (600, -1), (800, 1.6), (1200, 1.6), (1400, -1),
                        (1600, 1.6), (2000, 1.6), (2400, -1), (3200, 0),
                    ]
                ),
                (smile, [(150, 0), (500, 0.8), (2800, 0.7), (3200, 0)]),
            ],
            accents: [
                ([.handFistLeft, .handFistRight], shape(from: 160, until: 2800)),
                ([.signNotes], [(300, 0), (560, 1), (2700, 1), (3050, 0)]),
            ]),
        GestureTable(
            name: "look-around",
            tracks: [
                (
                    [.headYaw],
                    [(120, 0.7), (700, -9), (1400, -8.4), (2100, 9), (2900, 8.4), (3500, 0)]
                ),
                (
                    [.bodyYaw],
                    [(150, 0.3), (900, -2.6), (1500, -2.4), (2300, 2.6), (2900, 2.4), (3500, 0)]
                ),
            ]),
        GestureTable(
            name: "hum",
            tracks: [
                (
                    [.headRoll],
                    [(120, -0.6), (600, 5), (1200, -5), (1800, 5), (2400, -4), (3000, 0)]
                ),
                ([.bodyRoll], [(160, 0.2), (700, -1.6), (1300, 1.6), (1900, -1.6), (3000, 0)]),
                (smile, [(200, 0), (600, 0.35), (2500, 0.3), (3000, 0)]),
                (blink, [(300, 0), (700, 0.7), (2300, 0.7), (2800, 0)]),
            ],
            accents: [([.signNotes], [(500, 0), (760, 1), (2400, 1), (2700, 0)])]),
    ]
}
