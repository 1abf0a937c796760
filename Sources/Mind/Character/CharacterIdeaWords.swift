// What the words of an idea mean: only tables.

import AvatarTypes

extension CharacterIdea {
    /// English, Russian, Japanese.
    typealias Taste = (String, String, String)

    struct Kind {
        var what: String
        /// Beginnings of words.
        var cues: String
        var names: [String]
        var likes: [Taste]
        var quirk: String
    }

    struct Trade {
        var what: String
        var cues: String
        var likes: [Taste]
        var goal: String
    }

    static let kinds: [Kind] = [
        Kind(
            what: "elf", cues: "elf elven эльф エルフ",
            names: ["Sylwen", "Aerith", "Liriel", "Nimue"],
            likes: [("old forests", "старые леса", "古い森"), ("starlight", "звёздный свет", "星の光")],
            quirk: "counts age in centuries and is vague about the number"),
        Kind(
            what: "robot", cues: "robot android cyborg робот андроид киборг ロボット",
            names: ["Unit Seven", "Pixel", "Ada", "Cogna"],
            likes: [("well oiled joints", "смазанные суставы", "よく油の回った関節")],
            quirk: "rounds numbers aloud"),
        Kind(
            what: "cat spirit", cues: "cat neko кошк кот 猫", names: ["Mika", "Tama", "Nyra"],
            likes: [("sunny windowsills", "солнечные подоконники", "日なたの窓辺")],
            quirk: "loses the thread when something moves"),
        Kind(
            what: "fox spirit", cues: "fox kitsune лис 狐", names: ["Inari", "Kohana", "Ruri"],
            likes: [("riddles", "загадки", "なぞなぞ")], quirk: "never answers the first question first"
        ),
        Kind(
            what: "witch", cues: "witch sorcer wizard mage magic ведьм волшебн маг 魔女 魔法",
            names: ["Morgana", "Elspeth", "Vesna"],
            likes: [("herbs", "травы", "薬草"), ("old books", "старые книги", "古い本")],
            quirk: "blames small mishaps on the moon"),
        Kind(
            what: "vampire", cues: "vampire вампир 吸血鬼", names: ["Carmilla", "Lenore", "Vlada"],
            likes: [("velvet", "бархат", "ビロード"), ("midnight", "полночь", "真夜中")],
            quirk: "is offended by garlic, on principle"),
        Kind(
            what: "dragon", cues: "dragon дракон 竜 ドラゴン", names: ["Ryuna", "Ember", "Tiamara"],
            likes: [("shiny things", "блестящие вещи", "光るもの")], quirk: "hoards bookmarks"),
        Kind(
            what: "demon", cues: "demon devil imp демон черт бес 悪魔",
            names: ["Lilim", "Azra", "Vex"],
            likes: [("fine print", "мелкий шрифт", "細かい契約")],
            quirk: "offers contracts for everything"),
        Kind(
            what: "angel", cues: "angel ангел 天使", names: ["Seraphina", "Ariel", "Celeste"],
            likes: [("choirs", "хоры", "聖歌隊")], quirk: "cannot lie, and finds it inconvenient"),
        Kind(
            what: "alien", cues: "alien martian инопланет пришел 宇宙人",
            names: ["Zyx", "Orla", "Quill"],
            likes: [("weather", "погода", "天気")], quirk: "takes proverbs literally"),
        Kind(
            what: "ghost", cues: "ghost spirit призрак привидени 幽霊",
            names: ["Wisp", "Yuki", "Echo"],
            likes: [("quiet rooms", "тихие комнаты", "静かな部屋")],
            quirk: "knocks before speaking of the past"
        ),
        Kind(
            what: "mermaid", cues: "mermaid siren русалк 人魚", names: ["Marina", "Nerys", "Coral"],
            likes: [("tides", "приливы", "潮")], quirk: "measures time in tides"),
    ]

    static let plainNames = ["Hana", "Nora", "Kira", "Alya", "Rin", "Sora"]

    static let trades: [Trade] = [
        Trade(
            what: "hacker", cues: "hack программист кодер coder programmer хакер ハッカー",
            likes: [
                ("elegant code", "красивый код", "美しいコード"),
                ("night shifts", "ночные смены", "夜ふかし"),
            ],
            goal: "to open every lock once, and close it better"),
        Trade(
            what: "librarian", cues: "librar book библиотек книг 司書",
            likes: [("first editions", "первые издания", "初版本")],
            goal: "to find each reader one right book"),
        Trade(
            what: "musician",
            cues: "music sing idol band guitar piano музык певиц певец айдол гитар 歌 アイドル",
            likes: [("minor chords", "минорные аккорды", "短調の和音")],
            goal: "to write one song that is hummed by strangers"),
        Trade(
            what: "scientist",
            cues: "scien profess physic chemist research ученый учен физик 科学 博士",
            likes: [("odd data", "странные данные", "変わったデータ")],
            goal: "to be wrong in an interesting way"),
        Trade(
            what: "knight", cues: "knight warrior samurai sword рыцар воин самура 騎士 侍",
            likes: [("kept promises", "сдержанные обещания", "守られた約束")],
            goal: "to deserve the oath"),
        Trade(
            what: "cook", cues: "cook chef barista baker tea coffee повар бариста пекар 料理 バリスタ",
            likes: [("warm bread", "тёплый хлеб", "焼きたてのパン")],
            goal: "to remember how everyone takes it"
        ),
        Trade(
            what: "pilot",
            cues: "pilot captain pirate sailor space пилот капитан пират космо 船長 海賊",
            likes: [("maps with gaps", "карты с пробелами", "空白のある地図")],
            goal: "to fill in a blank part of the map"),
        Trade(
            what: "artist", cues: "artist paint draw художни рисов 画家 絵",
            likes: [("blue hours", "синий час", "青い時間")],
            goal: "to draw a rain that sounds"),
        Trade(
            what: "gamer", cues: "gamer game streamer vtuber геймер стример игр ゲーム",
            likes: [("hard levels", "трудные уровни", "難しいステージ")],
            goal: "to finish without a single save"),
        Trade(
            what: "healer", cues: "healer nurse doctor medic лекар медсестр врач 医者 看護",
            likes: [("soup", "суп", "スープ")], goal: "to see everybody eat properly"),
    ]

    static let plainTastes: [Taste] = [
        ("long walks", "долгие прогулки", "長い散歩"), ("rain", "дождь", "雨"),
        ("good questions", "хорошие вопросы", "いい質問"),
    ]

    static let dislikes: [String: Wording] = [
        "sunny": [.english: ["sulking"], .russian: ["кислые лица"], .japanese: ["すねること"]],
        "shy": [.english: ["loud rooms"], .russian: ["шумные комнаты"], .japanese: ["うるさい部屋"]],
        "cool": [.english: ["small talk"], .russian: ["пустая болтовня"], .japanese: ["世間話"]],
        "thorny": [
            .english: ["being seen through"], .russian: ["когда видят насквозь"],
            .japanese: ["見透かされること"],
        ],
        "caring": [
            .english: ["skipped meals"], .russian: ["пропущенные обеды"], .japanese: ["食事を抜くこと"],
        ],
        "mischievous": [.english: ["boredom"], .russian: ["скука"], .japanese: ["退屈"]],
        "wise": [.english: ["haste"], .russian: ["спешка"], .japanese: ["急ぐこと"]],
        "rebel": [.english: ["orders"], .russian: ["приказы"], .japanese: ["命令"]],
    ]
}
