import AvatarTypes
import Glibc

/// The way of the mouth around one moment, planned from a timeline of visemes.
///
/// Which sounds rule: p, b, m, f and v touch in every span, however short, and a, e, o are seen open;
/// the others give way when there is no time. Rounding starts early, tongue sounds leave the lips
/// alone, short pauses are bridged.
///
/// - Source: the rules are those of rhubarb-lip-sync and of JALI (Edwards et al., SIGGRAPH 2016) as the
///   reference notes quote them; the anticipations are Schwartz and Savariaux, PLoS Comput Biol 2014;
///   the numbers between are ours.
struct MouthPlan: Sendable {
    private var jaw = MouthTrack()
    private var lips = MouthTrack()

    /// Sounds further away than this, in seconds, change nothing now.
    private static let horizon = 1.5

    /// A pause shorter than this is bridged, in seconds; up to `rest` the mouth relaxes half way.
    private static let bridged = 0.12
    private static let relaxed = 0.35
    /// The mouth is closed this long after the last sound: 15 ms less than promised.
    private static let closing = 0.065
    /// The longest way to a shape, in seconds: slower, and the mouth swims; faster, and it snaps.
    private static let lead = 0.1
    private static let roundedLead = 0.15
    /// Lips that touch stay so for at least this long, in seconds: one frame at 30 per second and a bit.
    private static let contact = 0.036

    /// Plans the surroundings of a moment.
    init(_ visemes: Timeline<Viseme>, around time: MediaTime) {
        let sounds = Self.sounds(of: visemes, around: time)
        var end = -Double.infinity
        for (index, sound) in sounds.enumerated() {
            let before = index > 0 ? sounds[index - 1] : nil
            let after = index + 1 < sounds.count ? sounds[index + 1] : nil
            rest(from: end, to: sound.start, before: before, after: sound)
            place(sound, before: before, after: after)
            end = sound.end
        }
        rest(from: end, to: .infinity, before: sounds.last, after: nil)
        jaw.soften()
        lips.soften()
    }

    /// The shape at a moment near that of the plan.
    func shape(at time: MediaTime) -> (jaw: SIMD8<Float>, lips: SIMD8<Float>) {
        (jaw.value(at: time.seconds), lips.value(at: time.seconds))
    }

    private struct Sound {
        var viseme: Viseme
        var start: Double
        var end: Double
        var shape: MouthShape
        var duration: Double { end - start }
    }

    /// What is said around a moment, without silences, and with repeated shapes merged.
    private static func sounds(of visemes: Timeline<Viseme>, around time: MediaTime) -> [Sound] {
        let spans = visemes.spans
        var sounds: [Sound] = []
        var index = visemes.firstIndex(endingAfter: time - .seconds(horizon))
        while index < spans.count, spans[index].start.seconds < time.seconds + horizon {
            let span = spans[index]
            index += 1
            guard span.value != .sil else { continue }
            let (start, end) = (span.start.seconds, span.end.seconds)
            if let last = sounds.last, last.viseme == span.value, last.end == start {
                sounds[sounds.count - 1].end = end
            } else {
                let shape = MouthShape.of(span.value)
                sounds.append(Sound(viseme: span.value, start: start, end: end, shape: shape))
            }
        }
        return sounds
    }

    /// Lays down silence, if there is enough of it.
    private mutating func rest(from start: Double, to end: Double, before: Sound?, after: Sound?) {
        guard end - start >= Self.bridged else { return }
        var silence = MouthShape.rest
        if end - start < Self.relaxed, let before, let after {
            silence.jaw = (before.shape.jaw + after.shape.jaw) * 0.2
            silence.lips = (before.shape.lips + after.shape.lips) * 0.2
            silence.jaw[2] = 0
        }
        let closed = start.isFinite ? start + Self.closing : start
        for rounded in [false, true] {
            let lead = rounded && after?.shape.isRounded == true ? Self.roundedLead : Self.lead
            let key = MouthTrack.Key(
                start: closed, end: max(closed, end - lead),
                value: rounded ? silence.lips : silence.jaw, lead: .infinity, firmness: 1)
            if rounded { lips.append(key) } else { jaw.append(key) }
        }
    }

    private mutating func place(_ sound: Sound, before: Sound?, after: Sound?) {
        let duration = sound.duration
        var shape = sound.shape
        var margin = min(0.4 * duration, 0.045)
        var firmness: Float = 1
        switch shape.manner {
        case .contact:
            margin = min(0.0015, 0.1 * duration)
            let neighbour = min(before?.duration ?? 1, after?.duration ?? 1)
            let extra = min(max(0, (Self.contact - duration) / 2), 0.25 * neighbour)
            if extra > 0 { margin = -extra }
            shape.lips[1] += 0.25 * ((before?.shape.lips[1] ?? 0) + (after?.shape.lips[1] ?? 0))
        case .open:
            // A short vowel must be seen between two frames: its ways are steeper.
            let part = min(max(0.28, 0.28 + (duration - 0.05) * 2.4), 0.4)
            margin = min(part * duration, 0.045)
            shape.jaw[0] *= Float(0.78 + (duration - 0.04) / 0.06 * 0.22).limited(to: 0.78...1)
        case .close:
            firmness = Float((duration - 0.02) / 0.08).limited(to: 0.6...1)
        case .soft, .tongue:
            firmness = Float((duration - 0.03) / 0.08).limited(to: 0.3...0.95)
        case .rest:
            break
        }
        var key = MouthTrack.Key(
            start: sound.start + margin, end: sound.end - margin, value: shape.jaw,
            lead: Self.lead, firmness: firmness)
        jaw.append(key)
        guard shape.manner != .tongue else { return }
        key.value = shape.lips
        if shape.isRounded {
            // Lip-heavy sounds start early and end late.
            key.start = sound.start + min(0.2 * duration, 0.02)
            key.end = sound.end - min(0.2 * duration, 0.02)
            key.lead = Self.roundedLead
        }
        lips.append(key)
    }
}
