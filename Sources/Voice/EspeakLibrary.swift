import AvatarTypes
import CEspeak
import Glibc
import Synchronization

/// The one espeak-ng of this process. All its state is global and unguarded, so every use of it goes
/// through `espeakLine`, which holds this lock; synthesis is a thousand times faster than speech.
private let started = Mutex<Int?>(nil)

/// Where the callback puts what it is given; set only while the lock is held.
private nonisolated(unsafe) var current: UnsafeMutablePointer<EspeakLine>?

/// What to say to espeak-ng.
struct EspeakRequest {
    /// Language and variant, as in "ru+bunrakuf".
    var voice: String
    var text: [Unicode.Scalar]
    var rate: Int32
    var pitch: Int32
    var range: Int32
}

/// What espeak-ng said: sound and when each phone and word begins, in samples.
struct EspeakLine {
    struct Word {
        var sample: Int
        /// The first scalar of the text, and how many.
        var scalar: Int
        var length: Int
    }

    var rate: Int
    var sound: [Int16] = []
    var phones: [(sample: Int, phone: Phone)] = []
    var words: [Word] = []
    var wasCancelled = false
}

/// Starts the library if it has not been; again does nothing.
func startEspeak() throws(VoiceError) {
    try started.withLock { rate throws(VoiceError) in
        guard rate == nil else { return }
        let folder = try EspeakVoiceFolder()
        let options =
            espeakINITIALIZE_PHONEME_EVENTS | espeakINITIALIZE_PHONEME_IPA
            | espeakINITIALIZE_DONT_EXIT
        let answer = espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 60, folder.path, options)
        guard answer > 0 else {
            throw VoiceError(
                place: "espeak-ng", what: "does not start from \(folder.path)",
                remedy: "run: apt-get install --reinstall espeak-ng-data libespeak-ng1")
        }
        espeak_SetSynthCallback(collect)
        rate = Int(answer)
    }
}

/// Speaks one run of text; stops within 60 ms of sound when the calling task is cancelled.
///
/// - Precondition: `startEspeak` has succeeded.
func espeakLine(_ request: EspeakRequest) throws(VoiceError) -> EspeakLine {
    try started.withLock { rate throws(VoiceError) in
        guard let rate else { preconditionFailure("espeak-ng is started before it speaks") }
        try choose(request.voice)
        espeak_SetParameter(espeakRATE, request.rate, 0)
        espeak_SetParameter(espeakPITCH, request.pitch, 0)
        espeak_SetParameter(espeakRANGE, request.range, 0)
        // Above this the Klatt synthesizer clips; the level is set afterwards in floating point.
        espeak_SetParameter(espeakVOLUME, 50, 0)
        // espeak-ng looks at the phones after the end of a clause, where an earlier clause's still
        // are, and lengthens the last ones by them. A clause of more phones than any other may have
        // (numbers are long in every language), stopped before it sounds, puts the same ones there
        // each time (0.2 ms).
        var unheard = EspeakLine(rate: rate)
        unheard.wasCancelled = true
        _ = synthesize(String(repeating: "77 ", count: 70).unicodeScalars, into: &unheard)
        var line = EspeakLine(rate: rate)
        line.sound.reserveCapacity(request.text.count * rate / 12)
        let answer = LibcRandomness.repeated { synthesize(request.text, into: &line) }
        guard answer == EE_OK else {
            throw VoiceError(
                place: "espeak-ng", what: "failed with code \(answer.rawValue)",
                remedy: "report the text as a defect")
        }
        return line
    }
}

/// The phones of a text in IPA, with "_" between them and spaces between words.
///
/// - Precondition: `startEspeak` has succeeded.
func espeakPhones(
    _ text: [Unicode.Scalar], language: Language
) throws(VoiceError) -> String {
    try started.withLock { rate throws(VoiceError) in
        precondition(rate != nil, "espeak-ng is started before it pronounces")
        try choose(EspeakSynthesizer.accent(language))
        var bytes = text.flatMap { Array(String($0).utf8) }
        bytes.append(0)
        return bytes.withUnsafeBytes { bytes in
            var clauses: [String] = []
            var next = bytes.baseAddress
            while next != nil {
                // IPA, with the separator in the second byte.
                let mode: Int32 = 2 | 0x5F << 8
                guard
                    let phones = espeak_TextToPhonemes(&next, Int32(espeakCHARS_UTF8), mode)
                else { break }
                clauses.append(String(cString: phones))
            }
            return clauses.joined(separator: " ")
        }
    }
}

private func choose(_ voice: String) throws(VoiceError) {
    guard espeak_SetVoiceByName(voice) == EE_OK else {
        throw VoiceError(
            place: "espeak-ng", what: "has no voice \(voice)",
            remedy: "run: apt-get install --reinstall espeak-ng-data")
    }
}

private func synthesize(
    _ text: some Sequence<Unicode.Scalar>, into line: inout EspeakLine
) -> espeak_ERROR {
    var bytes = text.flatMap { Array(String($0).utf8) }
    bytes.append(0)
    return withUnsafeMutablePointer(to: &line) { line in
        current = line
        defer { current = nil }
        return espeak_Synth(
            bytes, bytes.count, 0, POS_CHARACTER, 0, UInt32(espeakCHARS_UTF8), nil, nil)
    }
}

/// Called by espeak-ng with each buffer of sound, on the thread that speaks; 1 stops it.
private func collect(
    _ samples: UnsafeMutablePointer<Int16>?, _ count: Int32,
    _ events: UnsafeMutablePointer<espeak_EVENT>?
) -> Int32 {
    guard let events, let line = current
    else { return 0 }
    if let samples {
        line.pointee.sound += UnsafeBufferPointer(start: samples, count: Int(count))
    }
    var event = events
    while event.pointee.type != espeakEVENT_LIST_TERMINATED {
        let sample = Int(event.pointee.sample)
        if event.pointee.type == espeakEVENT_PHONEME {
            let name = withUnsafeBytes(of: event.pointee.id.string) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            line.pointee.phones.append((sample, Phone(name: name)))
        } else if event.pointee.type == espeakEVENT_WORD {
            line.pointee.words.append(
                EspeakLine.Word(
                    sample: sample, scalar: Int(event.pointee.text_position) - 1,
                    length: Int(event.pointee.length)))
        }
        event += 1
    }
    if line.pointee.wasCancelled { return 1 }
    let isCancelled = withUnsafeCurrentTask { $0?.isCancelled ?? false }
    if isCancelled { line.pointee.wasCancelled = true }
    return isCancelled ? 1 : 0
}
