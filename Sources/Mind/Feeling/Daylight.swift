import AvatarTypes

/// How the hour on the wall lifts or lowers energy.
enum Daylight {
    /// What is added to the energy of somebody at rest, by local hour from midnight: deepest before
    /// dawn, a dip after lunch, a second wind in the evening.
    ///
    /// - Source: the shape is that of the two-process model of alertness (Borbély 1982); the amounts are
    ///   ours, small enough that an event always outweighs the hour.
    private static let energyByHour: [Float] = [
        -0.20, -0.23, -0.25, -0.25, -0.24, -0.20, -0.14, -0.07, 0.00, 0.04, 0.06, 0.06,
        0.04, 0.00, -0.03, -0.02, 0.00, 0.03, 0.05, 0.05, 0.02, -0.04, -0.10, -0.16,
    ]

    /// Somebody who rests at a point, at that hour, minutes included: one hour runs into the next.
    static func rest(_ baseline: Emotion, at now: Moment) -> Emotion {
        let next = energyByHour[(now.hour + 1) % 24]
        let shift =
            energyByHour[now.hour] + (next - energyByHour[now.hour]) * Float(now.minute) / 60
        return Emotion(
            valence: baseline.valence, arousal: max(0, baseline.arousal + shift / 2),
            energy: min(1, max(0, baseline.energy + shift)))
    }
}
