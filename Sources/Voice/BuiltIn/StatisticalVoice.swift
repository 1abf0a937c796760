import CHTSEngine
import Foundation
import Synchronization

/// One voice of the HTS project: a recorded speaker as statistics, from which any sequence of her sounds
/// is generated, with every sound's time known to 5 ms.
///
/// Not safe for two callers at once: whoever owns it speaks one line after another.
final class StatisticalVoice {
    /// What changes how she speaks: factors, with 1 as she is.
    struct Manner: Equatable {
        var pitch = 1.0
        var speed = 1.0
        var range = 1.0
        /// What of her voice is breath: 0 none, 1 a whisper.
        var breath = 0.0
    }

    struct Line {
        /// At `rate`; full scale is 1.
        var sound: [Float]
        /// Where each sound of the prosody is, in samples; pauses are between them.
        var times: [Range<Int>]
    }

    /// Hz.
    let rate: Int
    private let engine: UnsafeMutablePointer<HTS_Engine>
    /// Samples in a frame.
    private let period: Int
    private let statesPerSound: Int
    /// Spectrum and logarithmic pitch, the streams of every voice of this kind.
    private static let spectrum = 0
    private static let pitch = 1

    /// - Throws: when the file is missing, or no voice for English text.
    init(contentsOf path: String) throws(VoiceError) {
        engine = .allocate(capacity: 1)
        HTS_Engine_initialize(engine)
        let file = strdup(path)
        defer { free(file) }
        var files: [UnsafeMutablePointer<CChar>?] = [file]
        guard FileManager.default.isReadableFile(atPath: path),
            HTS_Engine_load(engine, &files, 1) != 0,
            let format = HTS_Engine_get_fullcontext_label_format(engine),
            String(cString: format) == "HTS_TTS_ENG", HTS_Engine_get_nstream(engine) == 2
        else {
            HTS_Engine_clear(engine)
            engine.deallocate()
            throw VoiceError(
                place: path, what: "is no HTS voice for English",
                remedy: "run: apt-get install --no-install-recommends festvox-us-slt-hts")
        }
        rate = HTS_Engine_get_sampling_frequency(engine)
        period = HTS_Engine_get_fperiod(engine)
        statesPerSound = HTS_Engine_get_nstate(engine)
    }

    deinit {
        HTS_Engine_clear(engine)
        engine.deallocate()
    }

    /// - Parameter middle: the logarithm of the pitch in Hz around which a sound's own pitch lies.
    func speak(_ prosody: Prosody, manner: Manner, middle: Double) throws(VoiceError) -> Line {
        let sounds = prosody.sounds
        guard !sounds.isEmpty else { return Line(sound: [], times: []) }
        let context = FullContext(prosody)
        let plan = Plan(prosody)
        let tints = try colours(context, plan)
        HTS_Engine_set_speed(engine, manner.speed)
        defer { HTS_Engine_refresh(engine) }
        try generate(context.labels())
        stretch(plan, speed: manner.speed)
        for (state, colour) in tints {
            for index in colour.means.indices {
                let own = HTS_Engine_get_state_mean(engine, Self.spectrum, state, index)
                HTS_Engine_set_state_mean(
                    engine, Self.spectrum, state, index,
                    own + (colour.means[index] - own) * colour.weight)
            }
        }
        tune(plan, manner: manner, middle: middle)
        guard HTS_Engine_generate_parameter_sequence(engine) != 0 else { throw Self.refused }
        return line(plan, breath: manner.breath)
    }

    /// Which label is which sound: every phrase has a pause before it.
    private struct Plan {
        /// For each label, the sound that it is.
        var sounds: [Prosody.Sound?] = [nil]

        init(_ prosody: Prosody) {
            for phrase in prosody.phrases {
                sounds += phrase.words.flatMap { $0.syllables.flatMap(\.sounds) }
                sounds.append(nil)
            }
        }
    }

    private struct Colour {
        var weight: Double
        var means: [Double]
    }

    /// The spectra of the states that are tinted, as the other sound has them in the same place.
    private func colours(
        _ context: FullContext, _ plan: Plan
    ) throws(VoiceError) -> [(state: Int, colour: Colour)] {
        guard plan.sounds.contains(where: { $0?.tint != nil }) else { return [] }
        defer { HTS_Engine_refresh(engine) }
        try generate(context.labels { $0.tint?.name ?? $0.name })
        // The coefficients of a frame, and how they change by two measures.
        let length = 3 * engine.pointee.sss.sstream[Self.spectrum].vector_length
        var result: [(Int, Colour)] = []
        for (index, sound) in plan.sounds.enumerated() {
            guard let tint = sound?.tint else { continue }
            for state in 0..<statesPerSound {
                let place = 2 * Double(state) / Double(statesPerSound - 1)
                let weight =
                    place < 1
                    ? tint.weights[0] + (tint.weights[1] - tint.weights[0]) * place
                    : tint.weights[1] + (tint.weights[2] - tint.weights[1]) * (place - 1)
                guard weight > 0 else { continue }
                let at = index * statesPerSound + state
                let means = (0..<length).map {
                    HTS_Engine_get_state_mean(engine, Self.spectrum, at, $0)
                }
                result.append((at, Colour(weight: weight, means: means)))
            }
        }
        return result
    }

    private func generate(_ labels: [String]) throws(VoiceError) {
        var lines = labels.map { strdup($0) }
        defer { for line in lines { free(line) } }
        guard
            HTS_Engine_generate_state_sequence_from_strings(engine, &lines, lines.count) != 0
        else { throw Self.refused }
    }

    /// Gives the sounds that bring their own length that length; each state keeps its share.
    private func stretch(_ plan: Plan, speed: Double) {
        let streams = engine.pointee.sss
        guard let durations = streams.duration else { return }
        for (index, sound) in plan.sounds.enumerated() {
            guard let seconds = sound?.duration else { continue }
            let states = index * statesPerSound..<(index + 1) * statesPerSound
            let present = states.reduce(0) { $0 + durations[$1] }
            let wanted = max(
                statesPerSound, Int((seconds / speed * Double(rate) / Double(period)).rounded()))
            var left = wanted
            for (position, state) in states.enumerated() {
                let after = statesPerSound - 1 - position
                let share = Double(durations[state]) * Double(wanted) / Double(max(present, 1))
                durations[state] =
                    after == 0 ? left : min(max(1, Int(share.rounded())), left - after)
                left -= durations[state]
            }
        }
        let total = (0..<plan.sounds.count * statesPerSound).reduce(0) { $0 + durations[$1] }
        engine.pointee.sss.total_frame = total
    }

    /// Moves the melody, and lays down that of the sounds which bring their own.
    private func tune(_ plan: Plan, manner: Manner, middle: Double) {
        let shift = log(manner.pitch)
        for (index, sound) in plan.sounds.enumerated() {
            for position in 0..<statesPerSound {
                let state = index * statesPerSound + position
                var mean = HTS_Engine_get_state_mean(engine, Self.pitch, state, 0)
                if let pitch = sound?.pitch {
                    let place = (Double(position) + 0.5) / Double(statesPerSound)
                    mean =
                        middle + (pitch.start + (pitch.end - pitch.start) * place) * Self.semitone
                    let frames = plan.sounds.isEmpty ? 1 : max(1, frames(of: index))
                    let slope = (pitch.end - pitch.start) * Self.semitone / Double(frames)
                    HTS_Engine_set_state_mean(engine, Self.pitch, state, 1, slope * manner.range)
                    HTS_Engine_set_state_mean(engine, Self.pitch, state, 2, 0)
                } else {
                    for change in 1...2 {
                        let own = HTS_Engine_get_state_mean(engine, Self.pitch, state, change)
                        HTS_Engine_set_state_mean(
                            engine, Self.pitch, state, change, own * manner.range)
                    }
                }
                HTS_Engine_set_state_mean(
                    engine, Self.pitch, state, 0, middle + (mean - middle) * manner.range + shift)
            }
        }
    }

    private static let semitone = log(2.0) / 12

    private func frames(of sound: Int) -> Int {
        (0..<statesPerSound).reduce(0) {
            $0 + HTS_Engine_get_state_duration(engine, sound * statesPerSound + $1)
        }
    }

    private func line(_ plan: Plan, breath: Double) -> Line {
        var times: [Range<Int>] = []
        var at = 0
        for (index, sound) in plan.sounds.enumerated() {
            let end = at + frames(of: index) * period
            if sound != nil { times.append(at..<end) }
            at = end
        }
        let vocoder = MelCepstralVocoder(
            rate: rate, period: period, warp: Float(HTS_Engine_get_alpha(engine)))
        let sound = vocoder.sound(of: generated(), breath: Float(breath))
        return Line(sound: sound.map { $0 * (1 / 32_768) }, times: times)
    }

    /// Spectrum and pitch of every frame, as the engine has generated them.
    private func generated() -> [MelCepstralVocoder.Frame] {
        let streams = engine.pointee.pss
        guard let spectra = streams.pstream?[Self.spectrum], let rows = spectra.par,
            let melody = streams.pstream?[Self.pitch], let pitches = melody.par,
            let isVoiced = melody.msd_flag
        else { return [] }
        var voiced = 0
        return (0..<streams.total_frame).map { frame in
            let cepstrum = (0..<spectra.vector_length).map { rows[frame]![$0] }
            guard isVoiced[frame] != 0 else { return .init(cepstrum: cepstrum, pitch: nil) }
            defer { voiced += 1 }
            return .init(cepstrum: cepstrum, pitch: exp(pitches[voiced]![0]))
        }
    }

    private static let refused = VoiceError(
        place: "HTS voice", what: "does not know how to say this",
        remedy: "report the text as a defect")
}
