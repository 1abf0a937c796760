import AvatarTypes
import Foundation
import Voice

/// How well every way to a mouth follows the voice, on fixed sentences in three languages.
public struct LipsyncBenchmark {
    public struct Report: Encodable, Sendable {
        public struct Row: Encodable, Sendable {
            public var way: String
            public var language: String
            /// How far off a shape begins, in milliseconds, where it is there at all.
            public var onsetMsMedian: Double
            public var onsetMsP90: Double
            /// Of shapes, how many are not there within a quarter of a second, 0…1.
            public var missed: Double
            /// Of frames in which something is said, how many have the right one of fifteen shapes, 0…1.
            public var agreement: Double
            /// The same when one frame to either side counts too.
            public var agreementWithin1Frame: Double
            /// Of sounds of closed lips, how many are seen closed, 0…1.
            public var closureRecall: Double
            /// Of lips that are seen to close, how many do for nothing, 0…1.
            public var closureFalse: Double
            public var opennessCorrelation: Double
            public var changesPerSecond: Double
            /// Milliseconds of work for a second of sound.
            public var costMsPerSecond: Double
        }

        /// Whether an acoustic model is installed; without it there is no `forced`.
        public var alignment: Bool
        public var rows: [Row]

        public func json() throws -> String { try Benchmark.json(self) }

        public func table() -> String {
            func number(_ value: Double, _ digits: Int = 0) -> String {
                String(format: "%.\(digits)f", value)
            }
            let head = "way       lang onset ms p90  agree ±1f   p/b/m  false open  chg/s ms/s"
            return
                ([head]
                + rows.map { row in
                    [
                        row.way.padded(10), row.language.padded(5),
                        number(row.onsetMsMedian).padded(9), number(row.onsetMsP90).padded(5),
                        number(100 * row.agreement).padded(6),
                        number(100 * row.agreementWithin1Frame).padded(6),
                        number(100 * row.closureRecall).padded(7),
                        number(100 * row.closureFalse).padded(6),
                        number(row.opennessCorrelation, 2).padded(6),
                        number(row.changesPerSecond, 1).padded(6), number(row.costMsPerSecond, 1),
                    ].joined()
                }).joined(separator: "\n")
        }
    }

    private let comparison: LipsyncComparison

    /// - Throws: when espeak-ng does not start.
    public init() throws { comparison = try LipsyncComparison() }

    public func run(progress: (Double) -> Void) async throws -> Report {
        var results: [LipsyncComparison.Result] = []
        let sentences = LipsyncComparison.sentences
        for (index, sentence) in sentences.enumerated() {
            results += try await comparison.results(sentence.language, sentence.text)
            progress(Double(index + 1) / Double(sentences.count))
        }
        var rows: [Report.Row] = []
        for way in LipsyncComparison.Way.allCases {
            for language in Language.allCases {
                let part = results.filter { $0.way == way && $0.language == language }
                if !part.isEmpty { rows.append(Self.row(part)) }
            }
        }
        return Report(alignment: comparison.hasAligner, rows: rows)
    }

    private static func row(_ results: [LipsyncComparison.Result]) -> Report.Row {
        func sum(_ value: (LipsyncComparison.Result) -> Double) -> Double {
            results.reduce(0) { $0 + value($1) }
        }
        func share(_ part: Double, of whole: Double) -> Double { whole > 0 ? part / whole : 0 }
        let errors = results.flatMap(\.onsetErrors).map { $0 * 1_000 }.sorted()
        let seconds = sum(\.duration)
        let shown = sum { Double($0.closed + $0.falselyClosed) }
        return Report.Row(
            way: results[0].way.rawValue, language: results[0].language.rawValue,
            onsetMsMedian: errors.isEmpty ? 0 : errors[errors.count / 2],
            onsetMsP90: errors.isEmpty ? 0 : errors[errors.count * 9 / 10],
            missed: share(
                sum { Double($0.missed) },
                of: sum { Double($0.missed + $0.onsetErrors.count) }),
            agreement: share(sum { Double($0.right) }, of: sum { Double($0.frames) }),
            agreementWithin1Frame: share(
                sum { Double($0.nearlyRight) }, of: sum { Double($0.frames) }),
            closureRecall: share(
                sum { Double($0.closed) }, of: sum { Double($0.closures) }),
            closureFalse: share(sum { Double($0.falselyClosed) }, of: shown),
            opennessCorrelation: sum(\.correlation) / Double(results.count),
            changesPerSecond: sum { Double($0.changes) } / seconds,
            costMsPerSecond: 1_000 * sum(\.cost) / seconds)
    }
}
