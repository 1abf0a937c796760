import AvatarTypes
import Foundation
import Media
import Voice

/// How soon each built-in voice is heard after a clause, and what it costs while it speaks.
public struct VoicesBenchmark {
    public struct Report: Encodable, Sendable {
        public struct Row: Encodable, Sendable {
            public var voice: String
            public var language: String
            /// From a clause of about sixty characters to its first packet of Opus, in milliseconds.
            public var firstPacketMsMedian: Double
            public var firstPacketMsP95: Double
            /// What the median should not pass at the 95th percentile, in milliseconds.
            public var goalMs: Double
            /// Of a core, for words, sound, mouth and Opus, for as long as somebody speaks: 0…1.
            public var coreShare: Double
            public var count: Int
        }

        public var rows: [Row]

        public func json() throws -> String { try Benchmark.json(self) }

        public func table() -> String {
            func number(_ value: Double) -> String { String(format: "%.1f", value) }
            let head = "voice         lang first ms p95    goal  of a core"
            return
                ([head]
                + rows.map { row in
                    [
                        row.voice.padded(14), row.language.padded(5),
                        number(row.firstPacketMsMedian).padded(9),
                        number(row.firstPacketMsP95).padded(7), number(row.goalMs).padded(7),
                        number(100 * row.coreShare) + " %",
                    ].joined()
                }).joined(separator: "\n")
        }
    }

    private let synthesizer: Ensemble
    private let seconds: Double

    /// - Parameter seconds: how long each voice is asked in each language.
    /// - Throws: when espeak-ng does not start.
    public init(seconds: Double) throws {
        synthesizer = try BuiltInVoices.ensemble()
        self.seconds = seconds
    }

    public func run(progress: (Double) -> Void) async throws -> Report {
        let parts = synthesizer.voices.filter { $0.gender != .none }
            .flatMap { voice in voice.languages.map { (voice.name, $0) } }
        var rows: [Report.Row] = []
        for (index, (voice, language)) in parts.enumerated() {
            rows.append(try await row(voice, language))
            progress(Double(index + 1) / Double(parts.count))
        }
        return Report(rows: rows)
    }

    private func row(_ voice: String, _ language: Language) async throws -> Report.Row {
        let encoder = try SoundEncoder()
        let clauses = Self.clauses[language] ?? []
        var watch = Stopwatch(["first"])
        var (sound, work) = (0.0, 0.0)
        let end = ContinuousClock.now + .seconds(seconds)
        var index = 0
        while ContinuousClock.now < end || index < Self.fewest {
            let utterance = Utterance(
                text: clauses[index % clauses.count], language: language, voice: voice)
            let began = Stopwatch.milliseconds(on: CLOCK_PROCESS_CPUTIME_ID)
            watch.begin()
            let line = try await synthesizer.speak(utterance)
            let samples = line.audio.samples
            try encode(samples.prefix(Performer.packetLength), by: encoder)
            watch.lap()
            try encode(samples.dropFirst(Performer.packetLength), by: encoder)
            // The first one loads dictionaries, which a running server has done.
            if index > 0 {
                work += Stopwatch.milliseconds(on: CLOCK_PROCESS_CPUTIME_ID) - began
                sound += line.audio.duration.seconds
            }
            index += 1
        }
        let first = watch.scene(voice, size: nil)
        return Report.Row(
            voice: voice, language: language.rawValue, firstPacketMsMedian: first.msMedian,
            firstPacketMsP95: first.msP95, goalMs: voice.hasPrefix("espeak") ? 20 : 120,
            coreShare: work / 1_000 / max(sound, 0.001), count: first.count)
    }

    private static let fewest = 8

    private func encode(_ samples: ArraySlice<Float>, by encoder: SoundEncoder) throws {
        var rest = samples
        while !rest.isEmpty {
            let packet = rest.prefix(Performer.packetLength)
            let silence = Performer.packetLength - packet.count
            _ = try encoder.encode(
                (packet + [Float](repeating: 0, count: silence))[...], at: .zero)
            rest = rest.dropFirst(packet.count)
        }
    }

    /// Of 52 to 62 characters, or in Japanese as long to say.
    private static let clauses: [Language: [String]] = [
        .english: [
            "I have been waiting for you since the early morning, friend.",
            "The window was open, and somebody sang in the street below.",
            "Tell me what you did today, and do not leave anything out.",
            "There is a little shop around the corner that sells lamps.",
        ],
        .russian: [
            "Я жду тебя здесь с самого раннего утра, мой дорогой друг.",
            "Окно было открыто, и кто-то пел внизу на тихой улице.",
            "Расскажи мне, что ты сегодня делал, и ничего не пропускай.",
            "За углом есть маленький магазин, где продают старые лампы.",
        ],
        .japanese: [
            "今日は朝早くからずっとここであなたを待っていました。", "窓が開いていて、外で誰かが歌を歌っていました。",
            "今日何をしたのか、全部ゆっくり話してください。", "角を曲がったところに、小さな店があります。",
        ],
    ]
}
