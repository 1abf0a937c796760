import Mind
import Store
import Testing

@Suite struct JapaneseTests {
    @Test(arguments: [
        ("東京に住んでいます", "私はどこに住んでいますか？", "東京"), ("最近大阪に引っ越しました", "私の家はどこ？", "大阪"),
        ("私の名前は健太です", "私の名前は？", "健太"), ("アンナと呼んでください", "僕の名前を覚えてる？", "アンナ"),
        ("27歳です", "私は何歳ですか？", "27"), ("二十七歳です", "私の年齢は？", "27"),
        ("誕生日は十一月三日です", "私の誕生日はいつ？", "十一月三日"), ("プログラマーです", "私の仕事は何？", "プログラマー"),
        ("看護師として働いています", "私の職業は？", "看護師"), ("銀行で働いています", "私はどこで働いていますか？", "銀行"),
        ("モモという猫を飼っています", "うちの猫の名前は？", "モモ"), ("犬の名前はポチです", "ポチって誰？", "犬"),
        ("妹の名前は由美です", "妹の名前は何ですか？", "由美"), ("好きな色は青です", "私の好きな色は何？", "青"),
        ("私の一番好きな食べ物はカレーです", "私の好きな食べ物は？", "カレー"), ("雨の音が大好きです", "私は何が好きですか？", "雨の音"),
        ("きのこが苦手です", "私は何が嫌い？", "きのこ"), ("私はきのこが嫌いです", "私はきのこが好きですか？", "いいえ"),
        ("鍵は鉢の下だって覚えておいて", "鍵のことを何て言った？", "鉢の下"), ("I live in Tokyo", "私はどこに住んでいますか？", "Tokyo"),
        ("東京に住んでいます", "Where do I live?", "東京"), ("猫のモモを飼っています", "Do I have a cat?", "cat"),
    ])
    func `What was told is answered`(told: String, asked: String, answer: String) async throws {
        var talk = try Talk()
        await talk.say(told)
        await talk.say("冗談を言って")
        let reply = await talk.say(asked)
        #expect(reply.contains(answer), "\(reply)")
    }

    @Test(arguments: [
        "こんにちは", "元気です", "疲れた", "何歳ですか？", "あなたは人間ですか？", "あなたはどこに住んでいますか？", "はは、そうなんだ",
        "今日は楽しかった", "あなたが好きです", "本当ですか？", "わからない", "うん、まあね", "私の名前は？", "最近ジャズをよく聴いてる",
    ])
    func `What is no fact is not remembered`(message: String) async throws {
        var talk = try Talk()
        await talk.say(message)
        #expect(try talk.archive.facts(of: "anna").isEmpty)
    }

    @Test func `A correction, a denial and an order to forget count at once`() async throws {
        var talk = try Talk()
        await talk.say("東京に住んでいます")
        #expect(await talk.say("大阪に引っ越しました").contains("大阪"))
        #expect(await talk.say("私はどこに住んでいますか？").contains("大阪"))
        await talk.say("名前は健太です")
        await talk.say("名前を忘れて")
        #expect(try talk.archive.facts(of: "anna").map(\.value) == ["大阪"])
        await talk.say("全部忘れてください")
        #expect(try talk.archive.facts(of: "anna").isEmpty)
    }

    @Test(arguments: [
        ("今何時ですか？", "8時5分"), ("今日は何曜日？", "金曜日"), ("今日は何日ですか？", "1月15日"), ("お名前は？", "ミライ"),
        ("あなたは誰ですか？", "ミライ"), ("あなたはAIですか？", "AI"), ("何ができますか？", "覚え"), ("なぞなぞを出して", "なあに"),
        ("誰があなたを作ったの？", "Bunraku"), ("ピザを注文して", "できない"), ("悲しくなることはある？", "気分"), ("雨は好き？", "雨"),
        ("英語は話せますか？", "ロシア語"), ("晩ご飯は何がいいかな？", "冷蔵庫"),
    ])
    func `She answers for herself and for the hour`(asked: String, answer: String) async throws {
        var talk = try Talk(seed: 2)
        let replies = [await talk.say(asked), await talk.say(asked), await talk.say(asked)]
        #expect(replies.contains { $0.contains(answer) }, "\(replies)")
    }

    @Test func `A riddle may be solved or given up`() async throws {
        var talk = try Talk()
        await talk.say("なぞなぞを出して")
        #expect(await talk.say("降参").contains("答えは"))
        let next = await talk.say("もう一問")
        #expect(next.contains("なあに"), "\(next)")
        #expect(await talk.say("ピアノ？").contains { "？。！".contains($0) })
    }

    @Test func `Ten minutes of talk stay Japanese, say nothing twice soon, and show no mark`()
        async throws
    {
        var talk = try Talk(seed: 5)
        var recent: [String] = []
        let lines = [
            "こんにちは", "健太です", "元気だよ", "今日は仕事で疲れた", "うちに猫がいるんだ", "名前はモモです", "靴下を隠されたよ", "はは",
            "晩ご飯は何がいいかな？", "卵とご飯しかない", "冗談を言って", "もう一つ", "音楽は好き？", "最近ジャズをよく聴いてる",
            "週末に妹が来るんだ", "一年ぶりに会う", "ちょっと緊張してる", "前回は喧嘩しちゃって", "聞いてくれてありがとう", "うちの猫の名前は？",
            "走りに行こうかな", "でも雨が降ってる", "好きな映画は何？", "昨日、映画を見た", "とてもきれいだった", "どうして？", "なぞなぞ",
            "わからない、降参", "なるほど", "そろそろ仕事に戻らなきゃ", "またね",
        ]
        for line in lines {
            let reply = await talk.say(line)
            #expect(!reply.isEmpty && !reply.contains { "[]{}*<>|".contains($0) })
            let latin = reply.unicodeScalars.count { $0.isASCII && $0.properties.isAlphabetic }
            #expect(latin < 10, "\(reply)")
            let sentences = reply.split { "。！？".contains($0) }.filter { $0.count > 8 }
            for sentence in sentences.map({ String($0) }) {
                #expect(!recent.suffix(16).contains(sentence), "\(sentence) was said a moment ago")
                recent.append(sentence)
            }
        }
    }
}
