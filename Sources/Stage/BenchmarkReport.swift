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

extension Stopwatch {
    /// What one of the system's clocks shows.
    static func milliseconds(on clock: clockid_t) -> Double {
        var time = timespec()
        clock_gettime(clock, &time)
        return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) * 1e-6
    }

    /// How long something takes on a clock.
    static func milliseconds(of clock: clockid_t, _ work: () throws -> Void) rethrows -> Double {
        let began = milliseconds(on: clock)
        try work()
        return milliseconds(on: clock) - began
    }
}

extension Benchmark {
    /// A report as all commands print it.
    static func json(
        _ report: some Encodable,
        formatting: JSONEncoder.OutputFormatting = [.prettyPrinted, .sortedKeys]
    ) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(report), as: UTF8.self)
    }
}

extension Benchmark.Report {
    public func json() throws -> String { try Benchmark.json(self) }

    public func table() -> String {
        func number(_ value: Double) -> String { String(format: "%.2f", value) }
        return scenes.map { scene in
            let stages = scene.stages.map { "\($0.name) \(number($0.msMedian))" }
            return scene.name.padded(14) + "\(number(scene.msMedian)) ms".padded(12)
                + "p95 \(number(scene.msP95))".padded(12)
                + "\(Int(scene.perSecond))/s".padded(9) + stages.joined(separator: " · ")
        }.joined(separator: "\n")
    }
}
