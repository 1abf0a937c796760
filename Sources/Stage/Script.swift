import AvatarTypes
import Scenery

/// What will be seen and heard in one show: timelines of mouth shapes, sound, emotion, expressions,
/// gestures and gaze.
///
/// Everything that may influence the picture is written here first, ahead of time, and read by the
/// frame loop at its time; there is no third way. Interrupting is `cut(at:)`.
struct Script: Sendable {
    /// A line on its way to the audience.
    struct Line: Sendable {
        var id: Int
        var start: MediaTime
        var spoken: SpokenLine
    }

    private(set) var visemes = Timeline<Viseme>()
    private(set) var sound = Timeline<Line>()
    /// Short sounds under the voice; a later one ends an earlier.
    private(set) var effects = Timeline<AudioClip>()
    /// What is felt; the last feeling stays until the next.
    private(set) var emotion = Timeline<Emotion>()
    /// Expressions that belong to words.
    private(set) var spokenExpressions = Timeline<ExpressionCue>()
    /// Expressions that were asked for directly.
    private(set) var askedExpressions = Timeline<[ExpressionCue]>()
    private(set) var gestures = Timeline<String>()
    private(set) var gaze = Timeline<Gaze>()
    private(set) var touches = Timeline<Touch>()
    /// What is worn, and where the show takes place; each stays until the next.
    private(set) var attire = Timeline<Attire>()
    private(set) var setting = Timeline<Setting>()
    /// What the character does while it does not speak.
    private(set) var activity = Timeline<Activity>()
    private var lineCount = 0

    /// An expression lasts this long after the last word, so that a smile outlives its sentence.
    private static let afterglow = MediaTime.milliseconds(1200)

    /// When the last line is over.
    var speechEnd: MediaTime { sound.end }

    /// What is before this happens before the words.
    private static let beginning = MediaTime.milliseconds(60)

    /// The breath that a line begins with: the words wait for it.
    private static func breath(before spoken: SpokenLine) -> AudioClip? {
        let name = SoundEffect.breath.rawValue
        let isFirst = spoken.utterance.directions.contains {
            $0.act == .sound(name: name) && spoken.time(ofCharacter: $0.offset) <= Self.beginning
        }
        return isFirst && spoken.audio.duration > .zero ? SoundEffect.breath.clip : nil
    }

    /// Lays a line down at the first moment that is free and not before `earliest`.
    ///
    /// - Parameter gestureDuration: how long a gesture of that name takes, or nil if there is none.
    /// - Returns: where it lies.
    @discardableResult
    mutating func append(
        _ spoken: SpokenLine, notBefore earliest: MediaTime,
        gestureDuration: (String) -> MediaTime?
    ) -> Line {
        let breath = Self.breath(before: spoken)
        let start = max(earliest, speechEnd) + (breath?.duration ?? .zero)
        if let breath { effects.overwrite(breath, from: start - breath.duration, to: start) }
        let line = Line(id: lineCount, start: start, spoken: spoken)
        lineCount += 1
        let heard = start + spoken.audio.duration
        if spoken.audio.duration > .zero {
            let end = heard + spoken.utterance.pause
            sound.append(line, from: start, to: end)
            for span in spoken.visemes.spans {
                let from = max(start + span.start, visemes.end)
                let to = start + span.end
                if from < to { visemes.append(span.value, from: from, to: to) }
            }
        }
        emotion.overwrite(spoken.utterance.emotion, from: start, to: .distantFuture)
        if let thought = activity.span(at: start), thought.value == .thinking {
            activity.overwrite(.listening, from: start, to: thought.end)
        }
        for direction in spoken.utterance.directions {
            let time = start + spoken.time(ofCharacter: direction.offset)
            switch direction.act {
            case .expression(let name, let weight):
                spokenExpressions.overwrite(
                    ExpressionCue(name: name, weight: weight), from: time,
                    to: max(heard, time) + Self.afterglow)
            case .gesture(let name):
                guard let duration = gestureDuration(name) else { continue }
                gestures.overwrite(name, from: time, to: time + duration)
            case .sound(let name):
                guard let clip = SoundEffect(rawValue: name)?.clip else { continue }
                // It has been drawn.
                if breath != nil, clip == breath, time <= start + Self.beginning { continue }
                effects.overwrite(clip, from: time, to: time + clip.duration)
            }
        }
        return line
    }

    mutating func feel(_ feeling: Emotion, from time: MediaTime) {
        emotion.overwrite(feeling, from: time, to: .distantFuture)
    }

    mutating func show(_ expressions: [ExpressionCue], from time: MediaTime, to end: MediaTime) {
        askedExpressions.overwrite(expressions, from: time, to: end)
    }

    mutating func perform(_ gesture: String, from time: MediaTime, lasting duration: MediaTime) {
        gestures.overwrite(gesture, from: time, to: time + duration)
    }

    mutating func look(_ direction: Gaze, from time: MediaTime, lasting duration: MediaTime) {
        gaze.overwrite(direction, from: time, to: time + duration)
    }

    /// - Parameter duration: how long it is felt.
    mutating func touch(_ touch: Touch, from time: MediaTime, lasting duration: MediaTime) {
        touches.overwrite(touch, from: time, to: time + duration)
    }

    mutating func wear(_ attire: Attire, from time: MediaTime) {
        self.attire.overwrite(attire, from: time, to: .distantFuture)
    }

    mutating func move(to setting: Setting, from time: MediaTime) {
        self.setting.overwrite(setting, from: time, to: .distantFuture)
    }

    /// Shapes the mouth for the whole show: for looking at a rig.
    mutating func hold(_ viseme: Viseme) {
        visemes.overwrite(viseme, from: .zero, to: .distantFuture)
    }

    mutating func turn(to state: Activity, from time: MediaTime, to end: MediaTime) {
        activity.overwrite(state, from: time, to: end)
    }

    /// Everything that holds at a moment.
    func cues(at time: MediaTime) -> Cues {
        Cues(
            visemes: visemes, emotion: emotion.value(at: time) ?? .neutral,
            expressions: (askedExpressions.value(at: time) ?? [])
                + (spokenExpressions.value(at: time).map { [$0] } ?? []),
            gesture: gestures.span(at: time), gaze: gaze.value(at: time),
            activity: sound.value(at: time) != nil
                ? .speaking : activity.value(at: time) ?? .idle,
            touch: touches.span(at: time), attire: attire.value(at: time) ?? Attire(),
            setting: setting.value(at: time) ?? Setting(), loudness: loudness(around: time))
    }

    /// Of the voice, over a syllable's length: 1 is the level of a line without feeling. A line that has
    /// no sound, and no line, count as that.
    private func loudness(around time: MediaTime) -> Float {
        guard let line = sound.span(at: time)?.value else { return 1 }
        let clip = line.spoken.audio
        let middle = (time - line.start).samples(rate: clip.sampleRate)
        let reach = clip.sampleRate / 16
        let level = clip.loudness(of: middle - reach..<middle + reach)
        // −16 LUFS of one channel.
        return level < 0.002 ? 1 : level / 0.16
    }

    /// Mono sound of `count` samples from a position, at `rate` Hz, silence where nothing is spoken.
    func samples(from position: Int, count: Int, rate: Int) -> [Float] {
        var mixed = [Float](repeating: 0, count: count)
        let begin = MediaTime.samples(position, rate: rate)
        let end = MediaTime.samples(position + count, rate: rate)
        for span in sound.spans[sound.firstIndex(endingAfter: begin)...] {
            if span.start >= end { break }
            let clip = span.value.spoken.audio
            precondition(clip.sampleRate == rate, "a script's sound must have the show's rate")
            let offset = position - span.value.start.samples(rate: rate)
            let cut = (span.end - span.value.start).samples(rate: rate)
            let range =
                max(0, offset)..<max(max(0, offset), min(clip.samples.count, cut, offset + count))
            for index in range { mixed[index - offset] = clip.samples[index] }
        }
        for span in effects.spans[effects.firstIndex(endingAfter: begin)...] {
            if span.start >= end { break }
            let offset = position - span.start.samples(rate: rate)
            let cut = (span.end - span.start).samples(rate: rate)
            let first = max(0, offset)
            let last = max(first, min(span.value.samples.count, cut, offset + count))
            for index in first..<last { mixed[index - offset] += span.value.samples[index] }
        }
        return mixed
    }

    /// What is heard around a moment, as long as a spectrum needs.
    func sound(around time: MediaTime) -> AudioClip {
        let rate = Performer.sampleRate
        let first = time.samples(rate: rate) - Spectrum.window / 2
        return AudioClip(
            samples: samples(from: first, count: Spectrum.window, rate: rate), sampleRate: rate)
    }

    /// A line that was cut short or never begun, and how much of its text was heard.
    struct Remnant: Sendable, Equatable {
        var line: Int
        var charactersHeard: Int
    }

    /// Drops every cue after a moment. Sound and mouth end there; the feeling stays.
    ///
    /// - Returns: the lines that were not heard to their end, in order.
    @discardableResult
    mutating func cut(at time: MediaTime) -> [Remnant] {
        let unheard = sound.spans[sound.firstIndex(endingAfter: time)...].map(\.value).filter {
            $0.start + $0.spoken.audio.duration > time
        }
        let feeling = emotion.value(at: time)
        visemes.cut(at: time)
        sound.cut(at: time)
        effects.cut(at: time)
        emotion.cut(at: time)
        if let feeling { emotion.overwrite(feeling, from: time, to: .distantFuture) }
        let glow = spokenExpressions.span(at: time)
        spokenExpressions.cut(at: min(glow?.end ?? time, time + Self.afterglow))
        gestures.cut(at: max(time, gestures.span(at: time)?.end ?? time))
        gaze.cut(at: time)
        activity.cut(at: time)
        return unheard.map {
            Remnant(
                line: $0.id,
                charactersHeard: $0.spoken.charactersHeard(by: max(.zero, time - $0.start)))
        }
    }

    /// Drops what is over; a show may last for weeks.
    mutating func forget(before time: MediaTime) {
        visemes.forget(before: time)
        sound.forget(before: time)
        emotion.forget(before: time)
        spokenExpressions.forget(before: time)
        askedExpressions.forget(before: time)
        gestures.forget(before: time)
        gaze.forget(before: time)
        touches.forget(before: time)
        attire.forget(before: time)
        setting.forget(before: time)
        activity.forget(before: time)
    }
}
