// How Japanese says something of its writer: only a table. Patterns read character by character.

extension Statement {
    static let japaneseRules: [StatementRule] = [
        // Names
        japanese(
            "[私の|僕の|俺の|わたしの]名前は{value:12}(です|だ|といいます|と言います|と申します|っていいます|って言います|)", .name,
            name),
        japanese("{value:12}(といいます|と言います|と申します|っていいます|って言います|という名前です|って名前です|っていうんだ)", .name, name),
        japanese("{value:10}(と|って)呼んで[ください|くれ|ほしい|もらえますか|くださいね|いい]", .name, name),
        japanese("{value:10}[です|だ]", .name, bareName),
        // Places
        japanese("{value:12}(には|にはもう|にもう)住んで(いない|いません|ない|ません)", .home, denied: true),
        japanese("[もう|今は|現在]{value:12}に(住んで|暮らして|住ん)$ing", .home),
        japanese("{value:12}(在住|住み)[です|だ]", .home),
        japanese(
            "[最近|先週|先月|昨日|去年|この間|今年][から|に|]{value:12}(に|へ)引っ越し(た|ました|て|てきた|てきました|たんです|たんだ|たばかりです|たばかり)",
            .home),
        japanese("[生まれは|出身は|出身地は]{value:10}(出身|の出身|から来ました|から来た|生まれ|生まれです)[です|だ|なんです|なんだ]", .from),
        japanese("(出身|出身地|生まれ)は{value:10}[です|だ|なんです]", .from),
        // Age and birthday
        japanese("{value:4}(歳|才|さい)[です|だ|なんです|なんだ|になった|になりました|になります]", .age, age),
        japanese("[私の|僕の|俺の]誕生日は{value:12}[です|だ|なんです]", .birthday),
        japanese("{value:8}が誕生日[です|だ]", .birthday),
        japanese("{value:10}生まれ[です|だ]", .birthday, withNumber),
        // Work
        japanese("[私の|僕の|俺の](仕事|職業)は{value:14}[です|だ|なんです|をしています]", .job),
        japanese("{value:12}(として働いて|をやって|をして)$ing", .job, job),
        japanese("{value:12}(なんです|なんだ|です|だ)", .job, job),
        japanese("{value:14}(で働いて|に勤めて|で仕事をして|で仕事して|でバイトして|でアルバイトをして)$ing", .workplace),
        // Pets and family
        japanese(
            "[うちに|家に|家では](は|)(犬と|猫と|){thing:5}を(飼って|飼い始め)[いる|います|る|ます|いるんです|いるんだ|てます|た|ました|るんだ|るんです]",
            .pet),
        japanese(
            "{value:8}(という名前の|という|って名前の|っていう|って言う){thing:5}(を飼って|がいて|が)(いる|います|る|ます|いるんです|いるんだ|い)",
            .pet, name),
        japanese("[うちの]{thing:5}の{value:8}(を飼って)$ing", .pet, name),
        japanese("[うちに|家に|うち][は|には|にも|]{thing:5}が(いる|います|いるんです|いるんだ|一匹います|一匹いる|二匹います|2匹います)", .pet),
        japanese("{thing:5}が(一匹|二匹|三匹|2匹|一羽)[いる|います|いるんです|いるんだ]", .pet),
        japanese(
            "[私の|僕の|俺の|うちの]{thing:5}の名前は{value:10}[です|だ|なんです|なんだ|といいます|と言います|っていいます]", .pet, name),
        japanese("[うちの]{thing:5}は{value:10}(という名前です|といいます|と言います|っていいます|って名前です|っていう名前)", .pet, name),
        japanese(
            "[私の|僕の|俺の]{thing:5}の名前は{value:10}[です|だ|なんです|なんだ|といいます|と言います|っていいます]", .family, name),
        japanese("[私に|僕に][は|]{thing:5}が[一人|二人|1人|2人|三人]いる[んです|んだ]", .family),
        japanese("[私に|僕に][は|]{thing:5}が[一人|二人|1人|2人|三人]います", .family),
        // Favourites, likes
        japanese("[私の|僕の|俺の][一番|いちばん]好きな{thing:8}は{value:16}[です|だ|なんです|なんだ|かな]", .favourite),
        japanese(
            "[もう]{value:16}(は|が)[あまり|もう|全然](好きじゃない|好きではない|好きじゃありません|好きではありません|好きじゃなくなった)[です|んです]",
            .dislikes, liked),
        japanese(
            "{value:16}(が|は)[とても|本当に|ちょっと|大の|すごく](嫌い|大嫌い|苦手)[です|だ|なんです|なんだ|なの]", .dislikes, liked),
        japanese(
            "{value:16}が[とても|本当に|一番|いちばん|すごく|とっても](大好き|好き)[です|だ|なんです|なんだ|なの|でした]", .likes, liked),
        japanese("(趣味|好きなこと|好きなもの)は{value:16}[です|だ|なんです|なんだ|かな]", .likes),
        // What they do
        japanese("{value:16}(を勉強して|を習って|を練習して|を集めて|を弾いて|を学んで)$ing", .note, { _ in nil }),
        japanese("{value:12}アレルギー[です|だ|なんです|があります|がある]", .note, { $0.written + "アレルギー" }),
        // My X is Y
        japanese(
            "(私の|僕の|俺の|うちの){thing:8}は{value:16}[です|だ|なんです|なんだ|にあります|にある|から|からです]", .own, ownJapanese
        ),
    ]

    private static func japanese(
        _ pattern: String, _ relation: Relation.Kind, denied: Bool = false,
        _ value: @escaping @Sendable ([Clause.Word]) -> String? = { $0.written }
    ) -> StatementRule {
        StatementRule(
            pattern: Pattern(
                pattern.replacing(
                    "$ing", with: "(います|いる|ます|る|いるんです|いるんだ|るんです|るんだ|い|いて|いました|いた|た)")),
            relation: relation, isDenied: denied, value: value)
    }

    private static let name: @Sendable ([Clause.Word]) -> String? = { words in
        let name = words.written
        let vague = ["何", "まだ", "ない", "秘密", "内緒", "誰", "言いたく", "いい"]
        return vague.contains(where: name.contains) ? nil : withoutTitle(name)
    }

    private static func withoutTitle(_ name: String) -> String {
        for title in ["さん", "ちゃん", "くん", "君"]
        where name.hasSuffix(title) && name.count > title.count {
            return String(name.dropLast(title.count))
        }
        return name
    }

    /// "アンナです" but not "元気です": katakana, or the shape of a Japanese name.
    private static let bareName: @Sendable ([Clause.Word]) -> String? = { words in
        let text = withoutTitle(words.written)
        guard (2...10).contains(text.count), job(words) == nil else { return nil }
        let isKatakana = text.unicodeScalars.allSatisfy {
            (0x30A1...0x30FC).contains($0.value) || $0.value == 0x30FB
        }
        let others = [
            "バカ", "ダメ", "マジ", "アホ", "ウソ", "ヒマ", "オッケー", "ハッピー", "ラッキー", "テスト", "ロボット", "クタクタ",
            "ヘトヘト",
        ]
        if isKatakana { return others.contains(text) ? nil : text }
        let surnames = [
            "田中", "佐藤", "鈴木", "高橋", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "佐々木", "松本",
            "井上",
            "木村", "清水", "山崎", "森田", "池田", "橋本", "石川", "山下", "中島", "前田", "藤田", "小川", "岡田", "後藤",
            "長谷川",
        ]
        if surnames.contains(where: text.hasPrefix) { return text }
        let endings = ["子", "美", "太郎", "郎", "介", "香", "奈", "菜", "輝", "翔"]
        let words = ["息子", "女子", "男子", "様子", "帽子", "椅子", "菓子", "電子", "調子", "餃子"]
        let isHan = text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
        return isHan && text.count < 5 && endings.contains(where: text.hasSuffix)
            && !words.contains(where: text.hasSuffix) ? text : nil
    }

    private static let age: @Sendable ([Clause.Word]) -> String? = { words in
        let digits: [Character: Int] = [
            "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        ]
        let text = words.written
        if let age = Int(text), (1...130).contains(age) { return "\(age)" }
        // 二十七: what stands before 十 counts ten times.
        let parts = text.split(separator: "十", omittingEmptySubsequences: false).map(String.init)
        guard text.contains("十"), parts.count == 2 else { return nil }
        let tens = parts[0].isEmpty ? 1 : parts[0].first.flatMap { digits[$0] }
        let ones = parts[1].isEmpty ? 0 : parts[1].first.flatMap { digits[$0] }
        return tens.flatMap { tens in ones.map { "\(tens * 10 + $0)" } }
    }

    private static let withNumber: @Sendable ([Clause.Word]) -> String? = { words in
        let text = words.written
        return text.contains { $0.isNumber || "一二三四五六七八九十".contains($0) } && text.contains("月")
            ? text : nil
    }

    private static let job: @Sendable ([Clause.Word]) -> String? = { words in
        let text = words.written
        let endings = [
            "会社員", "公務員", "銀行員", "店員", "医者", "学者", "記者", "編集者", "技術者", "先生", "教師", "看護師", "美容師",
            "調理師", "薬剤師", "漁師", "学生", "大学生", "高校生", "中学生", "大学院生", "弁護士", "会計士", "税理士", "介護士",
            "保育士", "消防士", "画家", "作家", "漫画家", "音楽家", "建築家", "写真家", "歌手", "運転手", "選手", "警察官", "俳優",
            "主婦", "主夫", "エンジニア", "プログラマー", "デザイナー", "ライター", "イラストレーター", "アーティスト", "シェフ",
            "コンサルタント", "マネージャー", "フリーランス", "フリーター", "カメラマン", "パイロット", "教員", "農家", "料理人", "大工",
            "声優", "翻訳家", "通訳", "研究者", "社長", "経営者", "営業", "事務", "介護職", "バリスタ",
        ]
        return endings.contains(where: text.hasSuffix) && !text.contains("の友") ? text : nil
    }

    private static let liked: @Sendable ([Clause.Word]) -> String? = { words in
        let text = words.written
        let others = [
            "あなた", "君", "きみ", "ミライ", "それ", "これ", "あれ", "そこ", "名前", "何", "誰", "どれ", "の方",
        ]
        return others.contains(where: text.hasPrefix) || text.hasSuffix("こと") && text.count < 4
            ? nil : text
    }

    /// "コードは1234です", but nothing that only describes.
    private static let ownJapanese: @Sendable ([Clause.Word]) -> String? = { words in
        let text = words.written
        let vague = [
            "いい", "悪い", "元気", "大丈夫", "好き", "嫌い", "楽し", "大変", "本当", "ちょっと", "とても", "すごく", "暇",
            "無理", "最高", "最悪", "普通", "寒", "暑",
        ]
        return vague.contains(where: text.hasPrefix) || text.hasSuffix("い") ? nil : text
    }
}
