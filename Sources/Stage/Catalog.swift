import Animation
import AvatarTypes
public import Voice

/// What can be chosen, as the API lists it.
public struct Catalog: Sendable {
    public struct Character: Encodable, Sendable {
        public var name: String
        public var title: String
        public var rig: String
        public var voice: String
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
    public var shaders: [String]

    init(library: AssetLibrary, voices: [VoiceDescription]) {
        rigs = library.rigNames
        expressions = library.expressionNames
        shaders = library.shaderNames
        gestures = Animator.gestureNames.compactMap { name in
            Animator.duration(ofGesture: name).map { Gesture(name: name, duration: $0.seconds) }
        }
        self.voices = voices
        // A character is, for now, a rig with the default voice.
        characters = rigs.map { name in
            Character(
                name: name, title: name.prefix(1).uppercased() + name.dropFirst(), rig: name,
                voice: "mirai")
        }
    }
}
