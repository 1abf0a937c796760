import AvatarTypes

// What the rest of the body wants to know about the words.

extension Timeline<Viseme> {
    /// Whether something is said now, has just been, or soon will be.
    func isSpoken(around time: MediaTime) -> Bool {
        var index = firstIndex(endingAfter: time - .milliseconds(100))
        while index < spans.count, spans[index].start < time + .milliseconds(300) {
            if spans[index].value != .sil { return true }
            index += 1
        }
        return false
    }

    /// Whether a phrase ended in (`start`, `end`]: sound, then at least 200 ms of none.
    func phraseEnds(after start: MediaTime, upTo end: MediaTime) -> Bool {
        let next = firstIndex(endingAfter: end)
        guard next > 0 else { return false }
        let last = spans[next - 1]
        guard last.value != .sil, last.end > start else { return false }
        guard next < spans.count else { return true }
        let pause = spans[next].value == .sil ? spans[next].end : spans[next].start
        return pause - last.end >= .milliseconds(200)
    }

    /// The length in seconds of a vowel that carries stress and begins in (`start`, `end`].
    ///
    /// Stress is not marked on the timeline, but stressed vowels are the long ones.
    func stress(after start: MediaTime, upTo end: MediaTime) -> Float? {
        var index = firstIndex(endingAfter: start)
        while index < spans.count, spans[index].start <= end {
            let span = spans[index]
            index += 1
            guard span.start > start, [.aa, .E, .ih, .oh, .ou].contains(span.value) else {
                continue
            }
            let length = Float(span.duration.seconds)
            if length >= 0.1 { return length }
        }
        return nil
    }
}
