import AvatarTypes
import CPocketsphinx
import Foundation
import Synchronization

/// Finds the phones of a known text in a recording of it: forced alignment by pocketsphinx with its
/// English acoustic model, whatever the language.
///
/// Every phone is a word of its own, and a sentence is a grammar of one path through them, with silence
/// allowed between. It takes about 1.2 % of the recording's length and 10 ms to begin with.
///
/// - Source: the recipe and its numbers are from the reference notes on speech.
final class Aligner: Sendable {
    /// Hz of the acoustic model.
    static let rate = 16_000
    static let model = "/usr/share/pocketsphinx/model/en-us/en-us"

    /// Freed with its owner; used only under the lock.
    private struct Decoder: ~Copyable, @unchecked Sendable {
        let decoder: OpaquePointer
        let arguments: OpaquePointer
        deinit {
            ps_free(decoder)
            cmd_ln_free_r(arguments)
        }
    }

    /// One recording at a time.
    private let decoder: Mutex<Decoder>
    private let resampler = Resampler(from: sampleRate, to: Aligner.rate)

    /// Samples of faint noise around a recording, for the model to begin and end in silence.
    private static let margin = rate / 5
    /// A frame's phone is heard in its middle: 10 ms frames of 25 ms windows.
    private static let lag = 0.0125
    private static let framesPerSecond = 100.0

    /// Whether a folder holds an acoustic model.
    static func isModel(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: folder + "/mdef")
    }

    /// - Returns: nil where the acoustic model is not installed (Debian: pocketsphinx-en-us).
    init?() {
        guard Self.isModel(Self.model) else { return nil }
        err_set_logfp(nil)
        // Narrow beams lose long sentences of foreign phones; the frames of silence must stay in time.
        let options = [
            "-hmm", Self.model, "-logfn", "/dev/null", "-remove_silence", "no", "-cmn", "batch",
            "-beam", "1e-150", "-wbeam", "1e-150", "-pbeam", "1e-150", "-bestpath", "no",
            "-fwdflat", "no",
        ]
        var words: [UnsafeMutablePointer<CChar>?] = options.map { strdup($0) }
        defer { words.forEach { free($0) } }
        guard
            let arguments = cmd_ln_parse_r(nil, ps_args(), Int32(words.count), &words, 1)
        else { return nil }
        guard let decoder = ps_init(arguments) else {
            cmd_ln_free_r(arguments)
            return nil
        }
        for (index, name) in Arpabet.names.enumerated() {
            let isLast: Int32 = index == Arpabet.names.count - 1 ? 1 : 0
            _ = ps_add_word(decoder, name, name, isLast)
        }
        self.decoder = Mutex(Decoder(decoder: decoder, arguments: arguments))
    }

    /// When each phone is heard in a recording, nil for those without a sound of their own; nil as a whole
    /// when the recording cannot be what the phones say.
    ///
    /// - Parameter samples: at `sampleRate`.
    /// - Complexity: about 12 ms for each second of sound.
    func times(of phones: [SpokenPhone], in samples: [Float]) -> [Range<MediaTime>?]? {
        var owners: [Int] = []
        var names: [String] = []
        for (index, phone) in phones.enumerated() {
            for name in Arpabet.names(of: phone.phone, in: phone.language) {
                owners.append(index)
                names.append(name)
            }
        }
        guard !names.isEmpty, names.count <= samples.count / 480 else { return nil }
        let found = decoder.withLock { decoder in
            Self.segments(decoder.decoder, names: names, sound: sound(of: samples))
        }
        guard let found, found.count == names.count else { return nil }
        var times = [Range<MediaTime>?](repeating: nil, count: phones.count)
        for (owner, segment) in zip(owners, found) {
            let start = max(.zero, MediaTime.seconds(segment.start))
            let end = max(start, MediaTime.seconds(segment.end))
            times[owner] = (times[owner]?.lowerBound ?? start)..<end
        }
        return times
    }

    /// As the model wants it: 16 bits, of an even level, with faint noise around.
    private func sound(of samples: [Float]) -> [Int16] {
        var chance = SeededGenerator(seed: 1)
        func noise() -> Float { (chance.nextUnit() - 0.5) * 2e-4 }
        let narrow = resampler.resample(samples)
        let loudest = max(0.001, narrow.lazy.map { abs($0) }.max() ?? 0)
        let gain = 0.5 / loudest
        let silence = [Float](repeating: 0, count: Self.margin)
        return (silence + narrow + silence).map { sample in
            Int16((min(max(sample * gain, -0.99), 0.99) + noise()) * 32_700)
        }
    }

    private static func segments(
        _ decoder: OpaquePointer, names: [String], sound: [Int16]
    ) -> [(start: Double, end: Double)]? {
        let grammar = "#JSGF V1.0;\ngrammar line;\npublic <line> = \(names.joined(separator: " "));"
        guard ps_set_jsgf_string(decoder, "line", grammar) == 0 else { return nil }
        defer { ps_unset_search(decoder, "line") }
        guard ps_set_search(decoder, "line") == 0, ps_start_utt(decoder) == 0 else { return nil }
        ps_process_raw(decoder, sound, sound.count, 0, 1)
        guard ps_end_utt(decoder) == 0 else { return nil }
        var found: [(start: Double, end: Double)] = []
        let offset = lag - Double(margin) / Double(rate)
        var segment = ps_seg_iter(decoder)
        while let present = segment {
            let word = String(cString: ps_seg_word(present))
            var first: Int32 = 0
            var last: Int32 = 0
            ps_seg_frames(present, &first, &last)
            // Silences are named in brackets; the rest are phones.
            if Arpabet.names.contains(word) {
                found.append(
                    (
                        Double(first) / framesPerSecond + offset,
                        Double(last + 1) / framesPerSecond + offset
                    ))
            }
            segment = ps_seg_next(present)
        }
        return found
    }
}
