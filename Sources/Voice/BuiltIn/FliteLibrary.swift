import AvatarTypes
import CFlite
import Foundation
import Synchronization

/// The one flite of this process: its dictionaries and voices are global, so one line at a time.
private let voices = Mutex<[FliteVoice: UnsafeMutablePointer<cst_voice>]>([:])

/// The voices of flite that are linked.
enum FliteVoice: String {
    case slt, awb
}

/// What flite made of a text: its structure, and its sound.
struct FliteLine {
    var prosody: Prosody
    /// Seconds at which each sound of the prosody begins and ends.
    var times: [(start: Double, end: Double)]
    var sound: [Int16]
    /// Hz.
    var rate: Int
}

/// Speaks one run of English.
///
/// - Parameters:
///   - voice: whose; nil works out the structure alone.
///   - pitch, speed, range: factors on the voice's own.
func fliteLine(
    _ run: SpeakableText.Run, voice: FliteVoice?, pitch: Double = 1, speed: Double = 1,
    range: Double = 1
) throws(VoiceError) -> FliteLine {
    try voices.withLock { voices throws(VoiceError) in
        if voices.isEmpty { flite_init() }
        let name = voice ?? .slt
        let speaker =
            voices[name] ?? (name == .slt ? register_cmu_us_slt(nil) : register_cmu_us_awb(nil))
        guard let speaker, let utterance = new_utterance() else {
            throw VoiceError(
                place: "flite", what: "has no voice \(name.rawValue)",
                remedy: "run: apt-get install --reinstall libflite1")
        }
        voices[name] = speaker
        defer { delete_utterance(utterance) }
        guard utt_init(utterance, speaker) != nil else {
            throw VoiceError(
                place: "flite", what: "does not start a line", remedy: "report it as a defect")
        }
        let own = flite_get_param_float(utterance.pointee.features, "int_f0_target_mean", 110)
        let deviation = flite_get_param_float(
            utterance.pointee.features, "int_f0_target_stddev", 15)
        let stretch = flite_get_param_float(utterance.pointee.features, "duration_stretch", 1)
        flite_feat_set_float(utterance.pointee.features, "int_f0_target_mean", own * Float(pitch))
        flite_feat_set_float(
            utterance.pointee.features, "int_f0_target_stddev",
            deviation * Float(pitch * range))
        flite_feat_set_float(
            utterance.pointee.features, "duration_stretch", stretch / Float(speed))
        if voice == nil {
            // Everything up to the sound itself.
            flite_leave_out_sound(utterance)
        }
        // One byte for each scalar, so that places in flite's text are places in ours.
        let text = run.scalars.map(plain) + [0]
        _ = text.withUnsafeBufferPointer { text in
            text.withMemoryRebound(to: CChar.self) { text in
                utt_set_input_text(utterance, text.baseAddress)
            }
        }
        guard LibcRandomness.repeated({ utt_synth(utterance) != nil }) else {
            throw VoiceError(
                place: "flite", what: "cannot say this", remedy: "report the text as a defect")
        }
        return line(of: utterance, run: run, text: text, hasSound: voice != nil)
    }
}

private func plain(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII { return scalar == "(" || scalar == ")" ? 0x2C : UInt8(scalar.value) }
    if scalar == "’" { return 0x27 }
    if "–—…".unicodeScalars.contains(scalar) { return 0x2C }
    // "é" is an e with something on it.
    let base = String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars.first
    return base.flatMap { $0.isASCII ? UInt8($0.value) : nil } ?? 0x20
}

private typealias Item = UnsafePointer<cst_item>

private func items(_ relation: String, of utterance: UnsafePointer<cst_utterance>) -> [Item] {
    guard let relation = utt_relation(utterance, relation) else { return [] }
    var items: [Item] = []
    var next = relation_head(relation)
    while let item = next {
        items.append(Item(item))
        next = item_next(item)
    }
    return items
}

private func text(_ item: Item, _ feature: String) -> String {
    flite_ffeature_string(item, feature).map { String(cString: $0) } ?? "0"
}

private func number(_ item: Item, _ feature: String) -> Int {
    Int(flite_ffeature_int(item, feature))
}

private func line(
    of utterance: UnsafeMutablePointer<cst_utterance>, run: SpeakableText.Run, text input: [UInt8],
    hasSound: Bool
) -> FliteLine {
    var prosody = Prosody()
    var times: [(Double, Double)] = []
    let places = tokens(of: utterance, in: run, text: input)
    var last: (word: Item?, syllable: Item?) = (nil, nil)
    var start = 0.0
    var isPhraseOpen = false
    for segment in items("Segment", of: utterance) {
        let end = Double(flite_ffeature_float(segment, "end"))
        defer { start = end }
        let name = text(segment, "name")
        guard name != "pau",
            let syllable = item_parent(item_as(segment, "SylStructure")),
            let word = item_parent(syllable)
        else {
            isPhraseOpen = false
            continue
        }
        if !isPhraseOpen {
            prosody.phrases.append(Prosody.Phrase(words: [], tone: .falling))
            isPhraseOpen = true
            last = (nil, nil)
        }
        let phrase = prosody.phrases.count - 1
        if last.word != Item(word) {
            let part = text(Item(word), "gpos")
            let token = item_parent(item_as(word, "Token")).map { Item($0) }
            let characters = token.flatMap { places[$0] } ?? 0..<0
            prosody.phrases[phrase].words.append(
                Prosody.Word(syllables: [], part: part, characters: characters))
        }
        let index = prosody.phrases[phrase].words.count - 1
        if last.syllable != Item(syllable) || last.word != Item(word) {
            let accent = text(Item(syllable), "accent")
            prosody.phrases[phrase].words[index].syllables.append(
                Prosody.Syllable(
                    sounds: [], isStressed: text(Item(syllable), "stress") == "1",
                    isAccented: accent != "0"))
            let tone = text(Item(syllable), "endtone")
            if tone != "0" {
                prosody.phrases[phrase].tone = Prosody.Tone(rawValue: tone) ?? .falling
            }
        }
        last = (Item(word), Item(syllable))
        let at = prosody.phrases[phrase].words[index].syllables.count - 1
        prosody.phrases[phrase].words[index].syllables[at].sounds.append(
            Prosody.Sound(name: name, mouth: Phone(name: EnglishMouth.ipa[name] ?? "ə")))
        times.append((start, end))
    }
    var sound: [Int16] = []
    var rate = 16_000
    if hasSound, let wave = utt_wave(utterance), let samples = wave.pointee.samples {
        rate = Int(wave.pointee.sample_rate)
        sound = Array(UnsafeBufferPointer(start: samples, count: Int(wave.pointee.num_samples)))
    }
    return FliteLine(prosody: prosody, times: times, sound: sound, rate: rate)
}

/// The characters of each of flite's tokens; they come in order, with the marks around them taken off.
private func tokens(
    of utterance: UnsafePointer<cst_utterance>, in run: SpeakableText.Run, text input: [UInt8]
) -> [Item: Range<Int>] {
    var places: [Item: Range<Int>] = [:]
    var from = 0
    for token in items("Token", of: utterance) {
        let name = Array(text(token, "name").utf8)
        guard !name.isEmpty, input.count >= name.count else { continue }
        for at in stride(from: from, through: input.count - name.count, by: 1)
        where input[at..<at + name.count].elementsEqual(name) {
            places[token] =
                run.characters[at].lowerBound..<run.characters[at + name.count - 1].upperBound
            from = at + name.count
            break
        }
    }
    return places
}

/// What the mouth does at flite's sounds.
enum EnglishMouth {
    static let ipa: [String: String] = [
        "aa": "ɑ", "ae": "æ", "ah": "ʌ", "ao": "ɔ", "aw": "aʊ", "ax": "ə", "axr": "ɚ", "ay": "aɪ",
        "eh": "ɛ", "er": "ɝ", "ey": "eɪ", "ih": "ɪ", "ix": "ɨ", "iy": "i", "ow": "oʊ", "oy": "ɔɪ",
        "uh": "ʊ", "uw": "u", "b": "b", "ch": "tʃ", "d": "d", "dh": "ð", "dx": "ɾ", "el": "l",
        "em": "m", "en": "n", "f": "f", "g": "ɡ", "hh": "h", "hv": "h", "jh": "dʒ", "k": "k",
        "l": "l", "m": "m", "n": "n", "nx": "n", "ng": "ŋ", "p": "p", "r": "ɹ", "s": "s",
        "sh": "ʃ", "t": "t", "th": "θ", "v": "v", "w": "w", "y": "j", "z": "z", "zh": "ʒ",
    ]
}
