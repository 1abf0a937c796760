public import AvatarTypes

extension Utterance {
    /// A given text, sentence by sentence, its marks (`[joy]`, `[gesture:wave]`, `[pause:400]`) turned into
    /// directions: what a conversation does with a reply, for text that someone wrote.
    ///
    /// - Parameters:
    ///   - mood: what is felt where no mark says otherwise.
    ///   - language: of sentences without letters.
    public static func reading(
        _ text: String, mood: Emotion = .neutral, language: Language = .english
    ) -> [Utterance] {
        var delivery = Delivery(mood: mood, language: language)
        return delivery.read(text).utterances + delivery.finish().utterances
    }
}
