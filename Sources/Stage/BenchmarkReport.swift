import Foundation

extension Benchmark {
    /// What was measured; times are milliseconds.
    public struct Report: Encodable, Sendable {
        public struct Scene: Encodable, Sendable {
            public var name: String
            public var width: Int?
            public var height: Int?
            public var threads = 1
            public var count: Int
            /// Median of each stage, in the order of the path.
            public var stages: [Stage]
            /// Median of all stages together, and its 95th and 99th percentiles.
            public var msMedian: Double
            public var msP95: Double
            public var msP99: Double
            /// How many of these one core makes in a second.
            public var perSecond: Double
        }

        public struct Stage: Encodable, Sendable {
            public var name: String
            public var msMedian: Double
        }

        public var scenes: [Scene]
    }
}

/// Laps of the stages of one piece of work, over many pieces.
struct Stopwatch {
    private let names: [String]
    private var laps: [[Double]] = []
    private var last = ContinuousClock.now

    init(_ names: [String]) {
        self.names = names
    }

    mutating func begin() {
        laps.append([])
        last = .now
    }

    mutating func lap() {
        let now = ContinuousClock.now
        let (seconds, attoseconds) = (now - last).components
        laps[laps.count - 1].append(Double(seconds) * 1e3 + Double(attoseconds) * 1e-15)
        last = .now
    }

    func scene(_ name: String, size: PixelSize?) -> Benchmark.Report.Scene {
        let totals = laps.map { $0.reduce(0, +) }
        let median = Self.quantile(totals, 0.5)
        return Benchmark.Report.Scene(
            name: name, width: size?.width, height: size?.height, count: laps.count,
            stages: names.indices.map { index in
                .init(name: names[index], msMedian: Self.quantile(laps.map { $0[index] }, 0.5))
            },
            msMedian: median, msP95: Self.quantile(totals, 0.95),
            msP99: Self.quantile(totals, 0.99),
            perSecond: 1000 / median)
    }

    private static func quantile(_ values: [Double], _ share: Double) -> Double {
        let sorted = values.sorted()
        return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
    }
}

extension Benchmark.Report {
    public func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    public func table() -> String {
        func padded(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(0, width - text.count))
        }
        func number(_ value: Double) -> String { String(format: "%.2f", value) }
        return scenes.map { scene in
            let stages = scene.stages.map { "\($0.name) \(number($0.msMedian))" }
            return padded(scene.name, 14) + padded("\(number(scene.msMedian)) ms", 12)
                + padded("p95 \(number(scene.msP95))", 12)
                + padded("p99 \(number(scene.msP99))", 12)
                + padded("\(Int(scene.perSecond))/s", 9) + stages.joined(separator: " · ")
        }.joined(separator: "\n")
    }
}
