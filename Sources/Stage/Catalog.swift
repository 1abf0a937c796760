import Animation
import AvatarTypes
import Mind
import Rigging
public import Voice

/// What can be chosen, as the API lists it.
public struct Catalog: Sendable {
    public struct Character: Encodable, Sendable {
        public var name: String
        public var title: String
        public var rig: String
        /// Null is the server's own.
        public var voice: String?
        public var archetype: String?
        public var outfits: [Choice]
        public var appearances: [Choice]
        public var backgrounds: [Choice]
        /// What can be touched.
        public var areas: [Choice]
    }

    /// A name for requests, and one for people.
    public struct Choice: Encodable, Sendable {
        public var name: String
        public var title: String

        init(_ choice: Rig.Choice) {
            name = choice.name
            title = choice.title
        }
    }

    public struct Gesture: Encodable, Sendable {
        public var name: String
        /// Seconds.
        public var duration: Double
    }

    public var characters: [Character]
    public var rigs: [String]
    public var expressions: [String]
    public var gestures: [Gesture]
    public var voices: [VoiceDescription]
    /// Those that can be drawn with.
    public var shaders: [ShaderCard]

    init(library: AssetLibrary, sheets: [String: CharacterSheet], voices: [VoiceDescription]) {
        rigs = library.rigNames
        expressions = library.expressionNames
        shaders = library.shaderNames.compactMap { name in
            (try? library.shader(named: name)).map { ShaderCard($0, name: name) }
        }
        gestures = Animator.gestureNames.compactMap { name in
            Animator.duration(ofGesture: name).map { Gesture(name: name, duration: $0.seconds) }
        }
        self.voices = voices
        characters = sheets.values.sorted { $0.name < $1.name }.compactMap { sheet in
            library.card(ofRig: sheet.rig).map { card in
                Character(
                    name: sheet.name, title: sheet.persona.name, rig: sheet.rig,
                    voice: sheet.voice, archetype: sheet.persona.archetype,
                    outfits: card.outfits.map(Choice.init),
                    appearances: card.appearances.map(Choice.init),
                    backgrounds: card.backgrounds.map(Choice.init),
                    areas: card.hitAreas.map(Choice.init))
            }
        }
    }
}
