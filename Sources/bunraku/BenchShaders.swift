import ArgumentParser
import Foundation
import Stage

struct BenchShaders: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shaders",
        abstract: "Measure shaders alone, over one picture: every vector level.")

    @Argument(help: "Names of shaders; all when none is named.")
    var shaders: [String] = []

    @OptionGroup var measuring: MeasuringOptions

    @Option(help: "Threads that draw.")
    var threads = 1

    @Option(
        help: "Only this vector level; here: \(ShaderBenchmark.levels.joined(separator: ", ")).")
    var level: String?

    @Option(help: "Size of the picture, as WIDTHxHEIGHT.")
    var size = PixelSize(width: 1280, height: 720)

    @OptionGroup var assets: AssetOptions

    func validate() throws {
        if !(1...256).contains(threads) {
            throw ValidationError("--threads is \(threads), and must be 1 to 256.")
        }
        if let level, !ShaderBenchmark.levels.contains(level) {
            throw ValidationError(
                "There is no level '\(level)' on this machine; there are "
                    + ShaderBenchmark.levels.joined(separator: ", ") + ".")
        }
    }

    func run() async throws {
        var benchmark = ShaderBenchmark(library: try AssetLibrary(explicit: assets.assets))
        benchmark.seconds = measuring.seconds
        benchmark.threads = threads
        if let level { benchmark.levels = [level] }
        benchmark.size = size
        var bar = ProgressBar("measuring")
        let report = try await benchmark.run(shaders.isEmpty ? benchmark.names : shaders) {
            bar.update($0)
        }
        print(try measuring.json ? report.json() : report.table())
    }
}
