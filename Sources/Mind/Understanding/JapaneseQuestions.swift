// How Japanese asks about what was told: only a table. Patterns read character by character.

extension Question {
    static let japaneseTable: [(String, Make)] = written.map {
        ($0.0.replacing("$ask", with: ending), $0.1)
    }

    private static let written: [(String, Make)] = [
        (
            "[私の|僕の|俺の](こと|記憶)[を|は](全部|すべて|)忘れて[ください|くれ|ほしい]", { _ in .forgetAll }
        ),
        ("(全部|すべて|何もかも|みんな)忘れて[ください|くれ]", { _ in .forgetAll }),
        ("[私の|僕の|俺の][お]名前[を|は|の|のこと][は|を]忘れて[ください|くれ]", { _ in .forget(Relation(.name)) }),
        (
            "[私の|僕の|俺の](住所|家|住んでいる場所|住んでいるところ)[を|は|のこと]忘れて[ください|くれ]",
            { _ in .forget(Relation(.home)) }
        ),
        ("[私の|僕の|俺の](年|年齢|歳)[を|は|のこと]忘れて[ください|くれ]", { _ in .forget(Relation(.age)) }),
        ("[私の|僕の|俺の]誕生日[を|は|のこと|のことは]忘れて[ください|くれ]", { _ in .forget(Relation(.birthday)) }),
        (
            "[私の|僕の|俺の]{words:12}(のこと|の名前|)[を|は]忘れて[ください|くれ]",
            { $0["words"].map { .forgetAbout([$0.joined()]) } }
        ),
        (
            "(私|僕|俺)(のこと|について)[を|は][何を|何か|どれくらい|何が|どこまで|](知って|覚えて|分かって)(いる|る|います|ます|いますか|ますか|いるの|るの|いること|ることは|いますか)[教えて|何|か|の|]",
            { _ in .everything }
        ),
        ("(何を|どんなことを)(覚えて|知って)(いる|る|います|ます)[の|か]", { _ in .everything }),
        ("(私|僕|俺)は[誰|だれ][です|だ|か|ですか|でしょう]", { _ in .everything }),
        ("(私|僕|俺|わたし|ぼく)の[お]名前[は|を|って|が][何|なに|なん|覚えて|言って|分かる|わかる|知ってる|言える]$ask", about(.name)),
        ("(私|僕|俺)を(何|なん)と呼(ぶ|んで) *", about(.name)),
        ("[私は|僕は|俺は|私が|僕が](どこに|どこで|どの街に|どの町に)(住んで|暮らして)$ask", about(.home)),
        ("(私|僕|俺)の(家|住まい|住所|街|町)(は|って)[どこ|どこに]$ask", about(.home)),
        ("[私は|僕は|俺は|私の|僕の]どこ[の](出身|から来た)$ask", about(.from)),
        ("(私|僕|俺)の出身[地](は|って)[どこ]$ask", about(.from)),
        ("(私|僕|俺)は(何歳|いくつ)$ask", about(.age)),
        ("(私|僕|俺)の(年齢|歳|年)[は|を|って][何歳|いくつ|覚えて]$ask", about(.age)),
        ("(私|僕|俺|わたし|ぼく)の[お]誕生日[は|って|を][いつ|何日|何月|覚えて]$ask", about(.birthday)),
        ("(私|僕|俺)の[お](仕事|職業)[は|って|を][何|なに|なん|覚えて]$ask", about(.job)),
        ("[私は|僕は|俺は](何の仕事|どんな仕事)(を|) *", about(.job)),
        ("[私は|僕は|俺は](どこで|どこに)(働いて|勤めて)$ask", about(.workplace)),
        (
            "[私の|僕の|俺の|うちの]{thing:5}の名前[は|を|って|が][何|なに|なん|覚えて|言える|分かる]$ask",
            { kept in
                guard let word = kept["thing"]?.joined(), let thing = Thing.find(word) else {
                    return nil
                }
                return .about(
                    Relation(
                        Thing.pets.contains { $0.key == thing.key } ? .pet : .family,
                        of: thing.key))
            }
        ),
        (
            "[私は|僕は|俺は][何の|どんな|何か|](ペット|動物)を飼って$ask", about(.pet)
        ),
        ("(私|僕|俺)の(ペット|動物)(は|って)[何|なに|誰]$ask", about(.pet)),
        (
            "(私|僕|俺)の(一番|いちばん|)好きな{thing:6}[は|って|を][何|なに|なん|どれ|誰|だれ|どこ|覚えて]$ask",
            japaneseFavourite
        ),
        (
            "[私は|僕は|俺は](どんな|何の|どの){thing:6}が[一番|いちばん]好き$ask", japaneseFavourite
        ),
        ("(私|僕|俺)は何色が[一番]好き$ask", { _ in .about(Relation(.favourite, of: "colour")) }),
        ("(私|僕|俺)[の|が|は]好きな(もの|こと)(は|って)[何|なに|なん]$ask", about(.likes)),
        ("(私|僕|俺)は何が好き$ask", about(.likes)),
        ("(私|僕|俺)の趣味[は|って|を][何|なに|なん|覚えて]$ask", about(.likes)),
        ("(私|僕|俺)は何が(嫌い|苦手)$ask", about(.dislikes)),
        ("(私|僕|俺)[の]嫌いなもの(は|って)[何]$ask", about(.dislikes)),
        (
            "(私|僕|俺)は{words:12}(が|は)好き$ask",
            { $0["words"].map { .whether(.likes, $0.joined()) } }
        ),
        (
            "(私|僕|俺)は{words:12}(が|は)(嫌い|苦手)$ask",
            { $0["words"].map { .whether(.dislikes, $0.joined()) } }
        ),
        ("何を覚えて[おいて]と(言った|言いました|頼んだ|頼みました)$ask", { _ in .about(Relation(.note)) }),
        (
            "{words:12}(について|のこと)[を](何|なん)(と|て|って)(言った|言いました|言って|話した|話しました)$ask",
            { $0["words"].map { .recall([$0.joined()]) } }
        ),
        (
            "{words:10}(は|って)(誰|だれ)$ask",
            { kept in
                guard let words = kept["words"]?.joined(),
                    !["あなた", "君", "きみ", "私", "僕", "俺", "作者"].contains(words)
                else { return nil }
                return .who(words)
            }
        ),
        (
            "(私|僕|俺)の{thing:10}(は|って)(いつ|どこ|何|なに|誰|どう)$ask",
            { $0["thing"].map { .about(Relation(.own, of: $0.joined())) } }
        ),
    ]

    /// How a question ends.
    private static let ending =
        "[です|でした|だ|だった|なの|なん|ます|ました|いる|います|る|いた|いました|ている|ています|飼ってる][っけ|か|の|だっけ|か|かな|教えて|でしょうか|]"

    private static let japaneseFavourite: Make = { kept in
        guard let word = kept["thing"]?.joined(), !["もの", "こと"].contains(word) else { return nil }
        return .about(Relation(.favourite, of: Thing.find(word, in: Thing.favourites)?.key ?? word))
    }
}
