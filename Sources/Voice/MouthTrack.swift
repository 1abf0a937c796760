import AvatarTypes

/// The mouth shapes of one stretch of speech, from espeak-ng's phones and the sound itself.
///
/// espeak-ng stamps phones to the sample, but a stop consonant at its burst: the lips have been
/// closed for some 40 ms by then. Its closure is found by walking back through the quiet before it.
struct MouthTrack {
    /// Samples at `rate`; `end` exclusive.
    struct Shape: Equatable {
        var start: Int
        var end: Int
        var viseme: Viseme
    }

    private(set) var shapes: [Shape] = []

    /// A phone with its closure, as long as its shapes. A phone without a shape is none.
    struct Sound: Equatable {
        var phone: Phone
        /// Where espeak-ng has it: at the burst of a stop.
        var stamp: Int
        var start: Int
        var end = 0
    }

    /// In order of time.
    private(set) var sounds: [Sound] = []

    init(phones: [(sample: Int, phone: Phone)], sound: [Int16], rate: Int, language: Language) {
        let longestClosure = rate * 60 / 1000
        let shortestClosure = rate * 40 / 1000
        let quiet = max(8, (sound.lazy.map { Int(abs(Int32($0))) }.max() ?? 0) / 400)
        let phones = phones.filter { !$0.phone.isMark && $0.sample < sound.count }
        for (index, item) in phones.enumerated() {
            var start = max(item.sample, shapes.last?.end ?? 0)
            var end = index + 1 < phones.count ? phones[index + 1].sample : sound.count
            var phone = item.phone
            if phone.name.isEmpty {
                guard Self.isSchwa(sound[item.sample..<max(item.sample, end)], rate: rate) else {
                    continue
                }
                phone = Phone(name: "ə")
            }
            let visemes = phone.visemes(language: language)
            guard let first = visemes.first?.viseme else { continue }
            if phone.isStop {
                var closed = item.sample
                while closed > max(0, item.sample - longestClosure),
                    abs(Int32(sound[closed - 1])) <= quiet
                {
                    closed -= 1
                }
                if first == .PP {
                    let needed =
                        phone.isVoicelessStop
                        ? item.sample : min(end, item.sample + shortestClosure)
                    closed = min(closed, max(0, needed - shortestClosure))
                }
                start = release(at: min(closed, start))
                sounds.append(Sound(phone: phone, stamp: item.sample, start: start))
                if first == .PP, phone.isVoicelessStop, item.sample > start {
                    shapes.append(Shape(start: start, end: item.sample, viseme: .PP))
                    openAfterBurst(
                        from: item.sample, to: end, next: phones.dropFirst(index + 1), language)
                    continue
                }
            } else if let last = shapes.last, last.end > item.sample {
                start = last.end
            }
            if !phone.isStop {
                sounds.append(Sound(phone: phone, stamp: item.sample, start: start))
            }
            if first == .PP { end = min(sound.count, max(end, start + shortestClosure)) }
            append(visemes, from: start, to: end)
        }
        var shape = shapes.endIndex
        for index in sounds.indices.reversed() {
            let limit = index + 1 < sounds.count ? sounds[index + 1].start : sound.count
            while shape > 0, shapes[shape - 1].start >= limit { shape -= 1 }
            sounds[index].end = shape > 0 ? min(limit, shapes[shape - 1].end) : limit
        }
    }

    /// Ends what overlaps a moment there, but leaves each shape at least a third of itself.
    private mutating func release(at sample: Int) -> Int {
        guard let last = shapes.last, last.end > sample else { return sample }
        let end = max(sample, last.start + (last.end - last.start) / 3, last.start + 1)
        shapes[shapes.count - 1].end = end
        return end
    }

    /// The breath between the burst of p and the next phone already has the next phone's mouth.
    private mutating func openAfterBurst(
        from start: Int, to end: Int, next: ArraySlice<(sample: Int, phone: Phone)>,
        _ language: Language
    ) {
        guard let following = next.first?.phone, !following.isStop,
            let viseme = following.visemes(language: language).first?.viseme, viseme != .PP
        else { return }
        append([(viseme, 1)], from: start, to: end)
    }

    private mutating func append(
        _ visemes: [(viseme: Viseme, share: Double)], from start: Int, to end: Int
    ) {
        guard start < end else { return }
        var at = start
        for (index, item) in visemes.enumerated() {
            let isLast = index == visemes.count - 1
            let stop = isLast ? end : at + Int(Double(end - start) * item.share)
            if stop > at {
                if let last = shapes.last, last.viseme == item.viseme, last.end == at {
                    shapes[shapes.count - 1].end = stop
                } else {
                    shapes.append(Shape(start: at, end: stop, viseme: item.viseme))
                }
            }
            at = stop
        }
    }

    /// Pauses and the short vowel that Russian slips between consonants both arrive without a name.
    private static func isSchwa(_ sound: ArraySlice<Int16>, rate: Int) -> Bool {
        guard !sound.isEmpty, sound.count < rate * 60 / 1000 else { return false }
        let power = sound.reduce(0.0) { $0 + Double($1) * Double($1) } / Double(sound.count)
        return power > 150 * 150
    }
}
