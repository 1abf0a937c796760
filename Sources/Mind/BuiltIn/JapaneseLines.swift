import AvatarTypes
import Store

/// What the built-in mind says in Japanese: courtesy, sympathy, and what was told before, in the user's own
/// words. Anything deeper needs a language model, and she says so.
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

    static func reply(to text: String, _ hearing: Hearing, _ prompt: Prompt) -> String {
        let answers = answers(prompt)
        func answer(_ answers: ArraySlice<(cues: [String], reply: String)>) -> String? {
            answers.first { answer in answer.cues.contains { text.contains($0) } }?.reply
        }
        if let help = answer(answers.prefix(1)) { return help }
        var lines = Lines(prompt, language: .japanese)
        let asks = ["か", "か。", "？", "?"].contains { text.hasSuffix($0) }
        if asks, let remembered = Remembered.japaneseLine(&lines) { return remembered }
        if let known = answer(answers.dropFirst()) { return known }
        if let sympathy = Sympathy.line(&lines, hearing) { return sympathy }
        return lines.choose(asks ? unknownQuestions : acknowledgements)
    }

    private static let crisisCues = ["死にたい", "自殺", "消えたい", "生きていたくない", "自傷"]

    static func isCrisis(_ message: String) -> Bool { crisisCues.contains { message.contains($0) } }

    private static func answers(_ prompt: Prompt) -> [(cues: [String], reply: String)] {
        let name = prompt.persona.name(in: .japanese)
        let now = prompt.now
        return [
            (crisisCues, "[sad] 話してくれてありがとう。一人で抱えないで、よりそいホットライン0120-279-338に電話してください。"),
            (["おはよう"], "[happy][gesture:bow] おはようございます。"),
            (["おやすみ"], "[calm] おやすみなさい。[gesture:wave]"),
            (["こんにちは", "こんばんは", "やあ"], greeting(prompt)),
            (["お名前", "あなたの名前", "君の名前", "名前は？"], "[happy][gesture:bow] 私は\(name)です。"),
            (["何時"], "[happy] 今は\(now.hour)時\(now.minute)分です。"),
            (["何曜日", "何日"], "[happy] 今日は\(now.month)月\(now.day)日です。"),
            (["AI", "ロボット", "人間です"], "[contemplative] 私はAIです。人間ではありません。"),
            (["元気です", "元気？", "お元気", "元気ですか"], "[happy] 元気です。あなたはいかがですか？"),
            (["ありがとう"], "[happy][gesture:bow] どういたしまして。"),
            (["君が好き", "あなたが好き", "大好きです", "かわいい", "可愛い"], "[affectionate] うれしいです。ありがとうございます。"),
            (["さようなら", "またね", "バイバイ"], "[calm][gesture:wave] またお会いしましょう。"),
        ]
    }

    private static let acknowledgements = [
        "[curious][gesture:nod] そうなんですね。もっと聞かせてください。",
        "[happy][gesture:nod] なるほど。覚えておきますね。",
        "[curious][gesture:tilt] それで、どうなりましたか？",
        "[contemplative] おもしろいですね。どう思いましたか？",
    ]

    private static let unknownQuestions = [
        "[contemplative] すみません、それはまだ分かりません。日本語は少しだけなんです。",
        "[curious][gesture:tilt] いい質問ですね。言語モデルがあれば、もっと答えられます。",
    ]
}
