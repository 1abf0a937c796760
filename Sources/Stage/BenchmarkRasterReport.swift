import Foundation

extension RasterBenchmark {
    /// What was measured: one entry for each scene, thread count and vector level.
    public struct Report: Encodable, Sendable {
        public struct Scene: Encodable, Sendable {
            public var name: String
            public var width: Int
            public var height: Int
            public var threads: Int
            public var level: String
            public var rounds: Int
            /// A frame: time of the processor on one thread, of the clock on several.
            public var msMedian: Double
            /// Pixels of all meshes, hidden ones too, in a second.
            public var mpixPerS: Double
            /// The same pixels of one frame, in millions.
            public var nominalMpix: Double
            /// How many times as long as plain source-over of the same pixels, on as many threads.
            public var floorRatio: Double
            /// Against double precision, in decibels; nil when it was not compared.
            public var psnr: Double?
            /// The largest error of any channel, in steps of 255.
            public var worstError: Double?
            /// Cores that other programs kept busy meanwhile; nil where the system does not tell.
            public var othersCores: Double?
            /// Of x264, where frames were encoded as well; the time is then that of both.
            public var preset: String?
            /// What a frame was encoded to.
            public var bytesPerFrame: Int?
        }

        /// Bits of the vectors that plain source-over used.
        public var floorBits: Int
        public var scenes: [Scene]

        public func json() throws -> String { try Benchmark.json(self) }

        public func table() -> String {
            func number(_ value: Double, _ digits: Int = 2) -> String {
                String(format: "%.\(digits)f", value)
            }
            return scenes.map { scene in
                [
                    "\(scene.name)".padded(20), "\(scene.threads) × \(scene.level)".padded(14),
                    "\(number(scene.msMedian)) ms".padded(11),
                    "\(number(scene.mpixPerS, 0)) Mpix/s".padded(13),
                    "\(number(scene.floorRatio, 1)) × floor".padded(14),
                    (scene.psnr.map { "\(number($0, 1)) dB" } ?? "").padded(10),
                    scene.othersCores.map { "others \(number($0, 1))" } ?? "",
                    scene.preset.map { " with H.264 \($0)" } ?? "",
                ].joined()
            }.joined(separator: "\n")
        }
    }
}

extension String {
    /// Spaces behind it, up to a width.
    func padded(_ width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - count))
    }
}
