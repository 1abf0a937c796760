import AvatarTypes
import Testing

@Suite("An emotion")
struct EmotionTests {
    @Test(
        "has the documents' constants",
        arguments: [
            ("happy", 0.8, 0.9, 0.7), ("sad", 0.2, 0.1, 0.3), ("excited", 0.95, 0.8, 0.9),
            ("calm", 0.3, 0.7, 0.2), ("curious", 0.6, 0.6, 0.6), ("affectionate", 0.7, 0.9, 0.5),
            ("playful", 0.8, 0.8, 0.7), ("contemplative", 0.4, 0.6, 0.3),
            ("mischievous", 0.7, 0.7, 0.8),
        ] as [(String, Float, Float, Float)])
    func constants(name: String, energy: Float, valence: Float, arousal: Float) throws {
        let emotion = try #require(Emotion(name: name))
        #expect(emotion == Emotion(valence: valence, arousal: arousal, energy: energy))
    }

    @Test("is called by the nearest name")
    func nearest() {
        #expect(Emotion(valence: 0.88, arousal: 0.7, energy: 0.8).nearestName == "happy")
        #expect(Emotion.neutral.nearestName == "neutral")
    }

    @Test("of an unknown name is none")
    func unknown() {
        #expect(Emotion(name: "hangry") == nil)
    }
}
