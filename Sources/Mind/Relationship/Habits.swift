import AvatarTypes
import Foundation

/// What a user does again and again: at which part of the day they come, and what they talk about.
///
/// Evidence is counted and fades by half in thirty days. A part of the day is noted once for each visit, a
/// subject once for each day.
///
/// - Source: ours.
public struct Habits: Equatable, Sendable, Codable {
    /// Something done often enough to count on it.
    public struct Habit: Equatable, Sendable, Codable {
        public enum Kind: String, Sendable, Codable {
            case hour, subject
        }

        public var kind: Kind
        /// `night`, `morning`, `day`, `evening`, or a subject's name.
        public var name: String
        /// Times, less what has faded.
        public var evidence: Double
    }

    static let halfLife = 30 * 86_400.0
    /// Evidence that makes a habit.
    static let enough = 2.5
    /// A part of the day is a habit only if most visits fall into it.
    static let share = 0.5
    /// A message after a longer silence is another visit.
    static let visit = 1800.0

    private var hours: [String: Double] = [:]
    private var subjects: [String: Double] = [:]
    /// When evidence was last weighed, and when the user last spoke.
    private var weighed = 0.0
    private var spoke = -Double.infinity
    private var subjectDays: [String: Int] = [:]

    public init() {}

    mutating func hear(_ subjects: [Theme], at now: Moment) {
        let left = pow(0.5, max(0, now.seconds - weighed) / Self.halfLife)
        hours = hours.mapValues { $0 * left }
        self.subjects = self.subjects.mapValues { $0 * left }
        weighed = now.seconds
        if now.seconds - spoke > Self.visit { hours[now.partOfDay.name, default: 0] += 1 }
        spoke = now.seconds
        for subject in subjects where subjectDays[subject.rawValue] != now.dayNumber {
            subjectDays[subject.rawValue] = now.dayNumber
            self.subjects[subject.rawValue, default: 0] += 1
        }
    }

    /// What holds at a moment, seconds since 1970, the surest first.
    public func all(at seconds: Double) -> [Habit] {
        let left = pow(0.5, max(0, seconds - weighed) / Self.halfLife)
        let visits = hours.values.reduce(0, +)
        let times = hours.filter {
            $0.value * left >= Self.enough && $0.value > visits * Self.share
        }
        .map { Habit(kind: .hour, name: $0.key, evidence: $0.value * left) }
        let talks = subjects.filter { $0.value * left >= Self.enough }
            .map { Habit(kind: .subject, name: $0.key, evidence: $0.value * left) }
        return (times + talks).sorted { ($1.evidence, $0.name) < ($0.evidence, $1.name) }
    }

    /// JSON, for the archive.
    var written: String {
        (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    public init?(written: String) {
        guard let read = try? JSONDecoder().decode(Habits.self, from: Data(written.utf8)) else {
            return nil
        }
        self = read
    }

    private enum CodingKeys: String, CodingKey {
        case hours, subjects, weighed, spoke, subjectDays
    }
}

extension Moment.PartOfDay {
    var name: String {
        switch self {
        case .night: "night"
        case .morning: "morning"
        case .day: "day"
        case .evening: "evening"
        }
    }
}

/// What a talk may be about, for habits.
enum Theme: String, CaseIterable, Sendable {
    case music, films, books, games, work, study, cooking, sport, travel, pets, family, art,
        computers,
        health

    static func all(in text: String) -> [Theme] {
        let text = text.lowercased()
        let words = text.split { !$0.isLetter }.map(String.init)
        return allCases.filter { subject in
            subject.beginnings.contains { beginning in
                (beginning.unicodeScalars.first?.value ?? 0) >= 0x3000
                    ? text.contains(beginning) : words.contains { $0.hasPrefix(beginning) }
            }
        }
    }

    /// As it is spoken of: "about music", «о музыке», 「音楽の話」.
    func about(in language: Language) -> String {
        let names = Self.names[self] ?? []
        return names.isEmpty
            ? rawValue : names[language == .english ? 0 : language == .russian ? 1 : 2]
    }

    private static let names: [Theme: [String]] = [
        .music: ["music", "о музыке", "音楽"], .films: ["films", "о кино", "映画"],
        .books: ["books", "о книгах", "本"], .games: ["games", "об играх", "ゲーム"],
        .work: ["work", "о работе", "仕事"], .study: ["your studies", "об учёбе", "勉強"],
        .cooking: ["cooking", "о еде", "料理"], .sport: ["sport", "о спорте", "スポーツ"],
        .travel: ["travel", "о поездках", "旅行"], .pets: ["animals", "о животных", "動物"],
        .family: ["your family", "о семье", "家族"], .art: ["drawing", "о рисовании", "絵"],
        .computers: ["computers", "о компьютерах", "コンピューター"],
        .health: ["health", "о здоровье", "健康"],
    ]

    /// How its words begin.
    private var beginnings: [String] { Self.words[self] ?? [] }

    private static let words: [Theme: [String]] = table.mapValues {
        $0.split(separator: " ").map(String.init)
    }

    private static let table: [Theme: String] = [
        .music:
            "music song sing concert guitar piano violin album band музык песн пою пел концерт гитар пианин скрипк альбом 音楽 歌 ギター ピアノ",
        .films: "film movie cinema series фильм кино сериал 映画 ドラマ",
        .books: "book novel reading poem книг роман читаю стих 本を 読書 小説",
        .games: "game gaming chess игра играю играл шахмат ゲーム",
        .work: "work job boss office colleague deadline работ начальник коллег офис 仕事 会社",
        .study:
            "study studying exam school university lesson homework учеб учёб экзамен школ универ урок 勉強 学校 大学 試験",
        .cooking:
            "cook bake recipe dinner breakfast готовл готовил рецепт ужин завтрак пирог 料理 ご飯",
        .sport:
            "sport football running gym swim yoga workout спорт футбол бегаю пробежк трениров бассейн 運動 サッカー",
        .travel: "travel trip journey flight vacation путешеств поездк отпуск рейс 旅行",
        .pets: "cat cats dog dogs kitten puppy parrot кот кошк собак щенок щенк котён попуга 猫 犬",
        .family:
            "mother mom father dad sister brother parents wife husband daughter мам пап отец сестр брат родител жена муж доч семь 家族 母 父 妹 弟",
        .art: "draw drawing paint painting sketch рису рисов картин 絵を",
        .computers:
            "computer programming code coding software компьютер программ код プログラ パソコン",
        .health: "doctor hospital headache ill sick врач больниц болею болит простуд 病院 風邪",
    ]
}
