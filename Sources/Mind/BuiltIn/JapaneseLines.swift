import AvatarTypes
import Store

/// Polite first words in Japanese; anything deeper needs a language model, and she says so.
enum JapaneseLines {
    static func greeting(_ prompt: Prompt) -> String {
        let hello =
            switch prompt.now.partOfDay {
            case .morning: "[happy][gesture:bow] おはようございます。"
            case .day: "[happy][gesture:bow] こんにちは。"
            case .evening, .night: "[happy][gesture:bow] こんばんは。"
            }
        return hello
            + (prompt.lastSeen == nil ? "\(prompt.persona.name(in: .japanese))です。" : "お帰りなさい。")
    }

    static func reply(to text: String, _ prompt: Prompt) -> String {
        let name = prompt.persona.name(in: .japanese)
        let now = prompt.now
        let answers: [(cues: [String], reply: String)] = [
            (["死にたい", "自殺"], "[sad] 話してくれてありがとう。一人で抱えないで、よりそいホットライン0120-279-338に電話してください。"),
            (["おはよう"], "[happy][gesture:bow] おはようございます。"),
            (["おやすみ"], "[calm] おやすみなさい。[gesture:wave]"),
            (["こんにちは", "こんばんは", "やあ"], greeting(prompt)),
            (["名前"], "[happy][gesture:bow] 私は\(name)です。"),
            (["何時"], "[happy] 今は\(now.hour)時\(now.minute)分です。"),
            (["何曜日", "何日"], "[happy] 今日は\(now.month)月\(now.day)日です。"),
            (["AI", "ロボット", "人間"], "[contemplative] 私はAIです。人間ではありません。"),
            (["元気"], "[happy] 元気です。あなたはいかがですか？"),
            (["ありがとう"], "[happy][gesture:bow] どういたしまして。"),
            (["好き", "かわいい", "可愛い"], "[affectionate] うれしいです。ありがとうございます。"),
            (["悲しい", "つらい", "疲れ"], "[sad] それは大変でしたね。ゆっくり話してください。"),
            (["さようなら", "またね", "バイバイ"], "[calm][gesture:wave] またお会いしましょう。"),
        ]
        return answers.first { answer in answer.cues.contains { text.contains($0) } }?.reply
            ?? "[curious][gesture:tilt] まだ日本語は少しだけです。英語かロシア語なら、もっと話せます。"
    }
}
