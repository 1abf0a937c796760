import AvatarTypes

/// Turns a reply that streams in into what is shown and what is spoken.
struct Delivery {
    /// What one piece of the reply completes.
    struct Output: Equatable {
        /// Display text, whole words only, so that a broken stream never shows half of one.
        var text = ""
        var utterances: [Utterance] = []
        /// What is thought, not said.
        var thought = ""
    }

    /// All of the display text so far.
    private(set) var shown = ""
    /// The last expression that was asked for.
    private(set) var expression: String?
    private(set) var sentences = 0

    /// How every line is spoken.
    var manner = Manner.plain

    /// Below this energy she is tired, and is heard to breathe before a sentence.
    private static let breathless: Float = 0.15

    private let mood: Emotion
    private let fallback: Language
    private var reader = MarkReader()
    private var cutter = SentenceCutter()
    private var feeling: Emotion
    private var word = ""
    private var gap = false
    private var isWhispering = false
    private var beginsSentence = true

    /// - Parameters:
    ///   - mood: How the character feels when she starts to speak.
    ///   - language: What she speaks when a sentence's script does not tell.
    init(mood: Emotion, language: Language) {
        self.mood = mood
        feeling = mood
        fallback = language
    }

    mutating func read(_ piece: String) -> Output {
        deliver(reader.read(piece))
    }

    mutating func finish() -> Output {
        var output = deliver(reader.finish())
        show(&output, upTo: true)
        output.utterances += cutter.finish().map { utterance($0) }
        return output
    }

    /// The stream broke in the middle: closes what was begun without saying half a word.
    mutating func abandon() -> Output {
        var output = Output()
        word = ""
        gap = false
        output.utterances = cutter.abandon().map { utterance($0) }
        if let last = output.utterances.last, last.text.hasSuffix("…"), !shown.hasSuffix("…") {
            while let end = shown.last, !end.isLetter, !end.isNumber { shown.removeLast() }
            output.text = "…"
            shown += "…"
        }
        reader = MarkReader()
        cutter = SentenceCutter()
        gap = !shown.isEmpty
        return output
    }

    private mutating func deliver(_ events: [MarkReader.Event]) -> Output {
        var output = Output()
        for event in events {
            switch event {
            case .space, .lineBreak:
                show(&output, upTo: true)
                gap = !shown.isEmpty
            case .scalar(let scalar):
                let character = Character(scalar)
                if gap, word.isEmpty, ",.!?…;:".contains(character) { gap = false }
                word.unicodeScalars.append(scalar)
                show(
                    &output,
                    upTo: !character.isLetter && !scalar.properties.isGraphemeExtend
                        || character.standsAlone)
            case .thought(let scalar): output.thought.unicodeScalars.append(scalar)
            case .mark: break
            }
            output.utterances += cutter.take(event).map { utterance($0) }
        }
        return output
    }

    private mutating func show(_ output: inout Output, upTo wordIsWhole: Bool) {
        guard wordIsWhole, !word.isEmpty else { return }
        // Japanese sets nothing between its sentences.
        let isTight = word.isJapanese && shown.last.map { "。！？、」…".contains($0) } == true
        let piece = (gap && !isTight ? " " : "") + word
        output.text += piece
        shown += piece
        word = ""
        gap = false
    }

    private mutating func utterance(_ segment: Segment) -> Utterance {
        if segment.endsSentence { sentences += 1 }
        var directions: [Direction] = []
        for placed in segment.marks {
            switch placed.mark {
            case .expression(let name, let weight):
                directions.append(
                    .init(offset: placed.offset, act: .expression(name: name, weight: weight)))
                expression = name
                if let point = Emotion(name: name) {
                    feeling = mood.blended(towards: point, by: 0.7 * weight)
                }
            case .gesture(let name):
                directions.append(.init(offset: placed.offset, act: .gesture(name: name)))
            case .sound(let name):
                directions.append(.init(offset: placed.offset, act: .sound(name: name)))
            case .whisper: isWhispering = true
            case .pause: break
            }
        }
        let manner = isWhispering ? manner.whispered : manner
        if beginsSentence, feeling.energy < Self.breathless {
            directions.insert(.init(offset: 0, act: .sound(name: "breath")), at: 0)
        }
        beginsSentence = segment.endsSentence
        if segment.endsSentence { isWhispering = false }
        // Between sentences a speaker breathes; a clause runs on.
        let pause = max(segment.pause, segment.endsSentence ? 220 : 0)
        return Utterance(
            text: segment.text, language: Language(of: segment.text) ?? fallback, emotion: feeling,
            directions: directions, pause: .milliseconds(pause), manner: manner)
    }
}
