import AvatarTypes
import Foundation
import Shading

/// How fast the library's shaders are, with every vector level that the machine has.
///
/// All levels take turns frame by frame, so that what else the machine does befalls them alike.
public struct ShaderBenchmark: Sendable {
    /// Vector levels of this machine, the narrowest first.
    public static var levels: [String] { LaneLevel.available.map(\.rawValue) }

    /// How long each level of each shader is measured, in seconds.
    public var seconds = 1.0
    public var size = PixelSize(width: 1280, height: 720)
    public var threads = 1
    public var levels = Self.levels

    private let library: AssetLibrary
    private static let fewestFrames = 5

    public init(library: AssetLibrary) {
        self.library = library
    }

    /// Names of all shaders.
    public var names: [String] { library.shaderNames }

    /// - Throws: `StageError` or `Complaint` about a shader that is not there or has a mistake.
    public func run(_ names: [String], progress: (Double) -> Void) async throws -> Report {
        defer { LaneLevel.available.last.map(LaneLevel.limit(to:)) }
        var entries: [Report.Entry] = []
        for (index, name) in names.enumerated() {
            let shader = try library.shader(named: name)
            entries += await onThreadOfItsOwn { measure(shader, name) }
            progress(Double(index + 1) / Double(names.count))
        }
        return Report(width: size.width, height: size.height, shaders: entries)
    }

    private func measure(_ shader: Shader, _ name: String) -> [Report.Entry] {
        let levels = LaneLevel.available.filter { self.levels.contains($0.rawValue) }
        let clock = threads == 1 ? CLOCK_THREAD_CPUTIME_ID : CLOCK_MONOTONIC
        let runner = ShaderRunner(shader, threads: threads)
        let layer = Self.layer(size)
        var target = layer
        var milliseconds = levels.map { _ in [Double]() }
        let neighbours = Neighbours()
        let end = ContinuousClock.now + .seconds(seconds * Double(levels.count))
        var frame = -1
        while ContinuousClock.now < end || frame < Self.fewestFrames {
            let inputs = Self.moment(frame)
            for (index, level) in levels.enumerated() {
                LaneLevel.limit(to: level)
                let time = Stopwatch.milliseconds(of: clock) {
                    target.draw(runner, over: layer, inputs)
                }
                // The first frame touches memory that the others find ready.
                if frame >= 0 { milliseconds[index].append(time) }
            }
            frame += 1
        }
        let others = neighbours.cores
        return zip(levels, milliseconds).map { level, times in
            Report.Entry(
                name: name, threads: threads, level: level.rawValue, msMedian: times.median,
                nsPerPixel: times.median * 1e6 / Double(size.width * size.height),
                othersCores: others)
        }
    }

    /// Bytes without a pattern that would suit anybody; peers make the same.
    private static func layer(_ size: PixelSize) -> Image {
        var image = Image(width: size.width, height: size.height)
        let (row, stride) = (size.width * 4, image.stride)
        image.withUnsafeMutableBytes { bytes in
            for y in 0..<size.height {
                for x in 0..<row {
                    bytes[y * stride + x] = UInt8(((y * row + x) * 7 + y * 3) & 127)
                }
            }
        }
        return image
    }

    private static func moment(_ frame: Int) -> ShaderInputs {
        var inputs = ShaderInputs()
        inputs.time = Float(frame) * 0.1
        inputs.mood = [0.5, 0.25, 0.75]
        inputs.speech = 0.5
        inputs.seed = 0.3
        return inputs
    }

    /// One entry for each shader and vector level.
    public struct Report: Encodable, Sendable {
        public struct Entry: Encodable, Sendable {
            public var name: String
            public var threads: Int
            public var level: String
            /// A picture: time of the processor on one thread, of the clock on several.
            public var msMedian: Double
            public var nsPerPixel: Double
            /// Cores that other programs kept busy meanwhile; nil where the system does not tell.
            public var othersCores: Double?
        }

        public var width: Int
        public var height: Int
        public var shaders: [Entry]

        public func json() throws -> String { try Benchmark.json(self) }

        public func table() -> String {
            shaders.map { shader in
                [
                    shader.name.padded(22), "\(shader.threads) × \(shader.level)".padded(14),
                    String(format: "%7.2f ms %7.2f ns a pixel", shader.msMedian, shader.nsPerPixel),
                ].joined()
            }.joined(separator: "\n")
        }
    }
}
