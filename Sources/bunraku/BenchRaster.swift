import ArgumentParser
import Foundation
import Stage

struct BenchRaster: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "raster",
        abstract: "Measure drawing alone: fixed scenes, one thread and all cores, every level.")

    @Argument(
        help:
            "Scenes; all when none is named: \(RasterBenchmark.sceneNames.joined(separator: ", "))."
    )
    var scenes: [String] = []

    @OptionGroup var measuring: MeasuringOptions

    @Option(help: "Only this many threads, instead of one and all cores.")
    var threads: Int?

    @Option(
        help: "Only this vector level; here: \(RasterBenchmark.levels.joined(separator: ", ")).")
    var level: String?

    @Option(
        help:
            "Also encode each frame, with this preset of x264: \(RasterBenchmark.presetNames.joined(separator: ", "))."
    )
    var encode: String?

    @Option(help: "Frames compared with the exact picture, 0 to 20; 0 leaves that out.")
    var accuracyFrames = 3

    @Option(
        help:
            "Write a worst case (worst-720 unless another is named) into a folder, for others to draw.",
        completion: .directory)
    var export: String?

    @Option(help: "Frames to export, 1 to 300.")
    var frames = 60

    @OptionGroup var assets: AssetOptions

    func validate() throws {
        try MeasuringOptions.check(
            scenes, among: export == nil ? RasterBenchmark.sceneNames : SceneExport.sceneNames)
        if export != nil, scenes.count > 1 {
            throw ValidationError("One scene is exported at a time.")
        }
        if let threads, !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads), and must be 1 to 256.")
        }
        if let level, !RasterBenchmark.levels.contains(level) {
            throw ValidationError(
                "There is no level '\(level)' on this machine; there are "
                    + RasterBenchmark.levels.joined(separator: ", ") + ".")
        }
        if let encode, !RasterBenchmark.presetNames.contains(encode) {
            throw ValidationError(
                "There is no preset '\(encode)'; known are "
                    + RasterBenchmark.presetNames.joined(separator: ", ") + ".")
        }
        if !(0...20).contains(accuracyFrames) {
            throw ValidationError("--accuracy-frames is \(accuracyFrames), and must be 0 to 20.")
        }
        if !(1...300).contains(frames) {
            throw ValidationError("--frames is \(frames), and must be 1 to 300.")
        }
    }

    func run() async throws {
        let library = try AssetLibrary(explicit: assets.assets)
        if let export {
            return try await SceneExport.write(
                scenes.first ?? SceneExport.sceneNames[0], frames: frames, library: library,
                into: URL(filePath: export))
        }
        var benchmark = RasterBenchmark(library: library)
        benchmark.seconds = measuring.seconds
        benchmark.accuracyFrames = accuracyFrames
        if let threads { benchmark.threads = [threads] }
        if let level { benchmark.levels = [level] }
        benchmark.preset = encode
        var bar = ProgressBar("measuring")
        let names = scenes.isEmpty ? RasterBenchmark.sceneNames : scenes
        let report = try await benchmark.run(names) { bar.update($0) }
        print(try measuring.json ? report.json() : report.table())
    }
}
