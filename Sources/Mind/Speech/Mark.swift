import AvatarTypes

/// Something in a model's text that is done, not said.
enum Mark: Equatable, Sendable {
    case expression(String, weight: Float)
    case gesture(String)
    case pause(milliseconds: Int)
    case sound(String)
    /// The rest of the sentence is whispered.
    case whisper

    /// Gestures that the character knows by name.
    static let gestures = ["nod", "shake", "tilt", "bow", "wave", "shrug"]

    /// Short sounds that can be heard under the voice.
    static let sounds = [
        "bell", "chime", "pop", "knock", "sparkle", "drum", "whoosh", "breath",
    ]

    /// What the words between square brackets ask for; nil if it is nothing we know.
    ///
    /// `joy`, `joy:0.6`, `gesture:wave`, `sfx:bell`, `pause:400`, and a gesture's bare name.
    init?(tag: String) {
        let parts = tag.lowercased().split(separator: ":", maxSplits: 1).map { $0.trimmed }
        guard let name = parts.first else { return nil }
        let argument = parts.count > 1 ? parts[1] : nil
        if name == "gesture" || name == "motion", let argument, !argument.isEmpty {
            guard let gesture = Self.gesture(in: [argument]) else { return nil }
            self = .gesture(gesture)
        } else if name == "sfx" || name == "sound", let argument {
            guard Self.sounds.contains(argument) else { return nil }
            self = .sound(argument)
        } else if name == "pause", let milliseconds = argument.flatMap(Int.init) {
            self = .pause(milliseconds: min(max(milliseconds, 0), 5000))
        } else if name == "whisper", argument == nil {
            self = .whisper
        } else if Emotion(name: name) != nil {
            let weight = argument.flatMap { Float($0) } ?? 1
            self = .expression(name, weight: weight.isFinite ? min(max(weight, 0), 1) : 1)
        } else if let synonym = Self.synonyms[name], argument == nil {
            self = .expression(synonym, weight: 1)
        } else if argument == nil, Self.gestures.contains(name) {
            self = .gesture(name)
        } else {
            return nil
        }
    }

    /// What an action between asterisks asks for, as in `*waves happily*`; nil if nothing we know.
    init?(action: String) {
        let words = action.lowercased().split { !$0.isLetter }.map(String.init)
        if let gesture = Self.gesture(in: words) {
            self = .gesture(gesture)
        } else if words.contains(where: { $0.hasPrefix("whisper") || $0.hasPrefix("шепч") }) {
            self = .whisper
        } else if let name = words.lazy.compactMap({ word in
            Self.actionStems.first { word.hasPrefix($0.stem) }?.expression
        }).first {
            self = .expression(name, weight: 1)
        } else {
            return nil
        }
    }

    /// What an emoji shows; nil for pictures of things.
    init?(emoji: Unicode.Scalar) {
        guard let name = Self.emoji.first(where: { $0.scalars.contains(emoji) })?.expression else {
            return nil
        }
        self = name == "wave" ? .gesture(name) : .expression(name, weight: 0.8)
    }

    private static func gesture(in words: [String]) -> String? {
        words.lazy.compactMap { word in
            gestureStems.first { word.hasPrefix($0.stem) }?.gesture
        }.first
    }

    private static let gestureStems: [(stem: String, gesture: String)] = [
        ("wav", "wave"), ("nod", "nod"), ("shak", "shake"), ("tilt", "tilt"), ("bow", "bow"),
        ("shrug", "shrug"), ("маш", "wave"), ("махну", "wave"), ("кива", "nod"), ("кивн", "nod"),
        ("кланя", "bow"), ("поклон", "bow"), ("пожима", "shrug"), ("наклоня", "tilt"),
    ]

    private static let actionStems: [(stem: String, expression: String)] = [
        ("smil", "happy"), ("grin", "playful"), ("laugh", "joy"), ("giggl", "playful"),
        ("chuckl", "playful"), ("wink", "mischievous"), ("smirk", "mischievous"),
        ("blush", "affectionate"), ("hug", "affectionate"), ("sigh", "sad"), ("sob", "sadness"),
        ("cry", "sadness"), ("cries", "sadness"), ("frown", "sad"), ("pout", "sad"),
        ("gasp", "surprise"), ("glar", "anger"), ("think", "contemplative"),
        ("улыба", "happy"), ("смеё", "joy"), ("смее", "joy"), ("хихика", "playful"),
        ("подмиг", "mischievous"), ("обнима", "affectionate"), ("красне", "affectionate"),
        ("вздыха", "sad"), ("плач", "sadness"), ("хмур", "sad"), ("задум", "contemplative"),
    ]

    private static let synonyms = [
        "smile": "happy", "laugh": "joy", "love": "affectionate", "affection": "affectionate",
        "angry": "anger", "surprised": "surprise", "thinking": "contemplative",
        "thoughtful": "contemplative", "wink": "mischievous", "smirk": "mischievous",
        "excitement": "excited", "curiosity": "curious", "sorry": "sad",
    ]

    private static let emoji: [(scalars: String.UnicodeScalarView, expression: String)] = [
        ("😊🙂☺😀😃😄😁😸😺☀🌞", "happy"), ("😂🤣😆🎉🥳✨🌟", "joy"), ("😢😭😿💔", "sadness"),
        ("😔😞🙁☹😟😥😓🥺", "sad"), ("😠😡🤬😤", "anger"), ("😮😲😯😱🤯😳", "surprise"),
        ("🤔💭", "contemplative"), ("🧐👀", "curious"), ("🤩🔥🚀", "excited"),
        ("😌😴🍵🌙", "calm"), ("😏😈😉", "mischievous"), ("😜😝😋🤪😛😹", "playful"),
        ("🥰😍😘🤗❤💕💖💗💙💚💛🧡💜🤍🖤♥😻", "affectionate"), ("👋", "wave"),
    ].map { ($0.0.unicodeScalars, $0.1) }
}
