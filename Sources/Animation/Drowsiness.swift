import AvatarTypes

extension Setting {
    /// How sleepy the hour makes: 0 by day, 1 in the small hours, evenly between.
    ///
    /// - Source: ours, after the circadian dip between two and five at night.
    var drowsiness: Float {
        guard let hour else { return 0 }
        // 22 → 2 falls asleep, 5 → 8 wakes up; counted from noon so that midnight is in the middle.
        let late = (hour + 12).truncatingRemainder(dividingBy: 24)
        if late < 10 || late > 20 { return 0 }
        if late < 14 { return eased((late - 10) / 4) }
        return late < 17 ? 1 : eased((20 - late) / 3)
    }
}

extension Emotion {
    /// The same feeling in a tired body.
    func drowsy(by amount: Float) -> Emotion {
        var tired = self
        tired.energy *= 1 - 0.6 * amount
        tired.arousal *= 1 - 0.45 * amount
        return tired
    }
}
