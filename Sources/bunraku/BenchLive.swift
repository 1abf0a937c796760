import ArgumentParser
import Foundation
import Stage

struct BenchLive: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "live",
        abstract: "Find how many live rooms of 1280×720 at 30 frames a second this machine holds.")

    @OptionGroup var measuring: MeasuringOptions

    @Option(help: "Only this preset of x264: \(LiveBenchmark.presetNames.joined(separator: ", ")).")
    var preset: String?

    @Option(help: "The most rooms that are tried, 1 to 256.")
    var limit = 64

    @OptionGroup var assets: AssetOptions

    func validate() throws {
        if let preset, !LiveBenchmark.presetNames.contains(preset) {
            throw ValidationError(
                "There is no preset '\(preset)'; known are "
                    + LiveBenchmark.presetNames.joined(separator: ", ") + ".")
        }
        if !(1...256).contains(limit) {
            throw ValidationError("--limit is \(limit), and must be 1 to 256.")
        }
    }

    func run() async throws {
        var benchmark = LiveBenchmark(library: try AssetLibrary(explicit: assets.assets))
        benchmark.seconds = measuring.seconds
        benchmark.limit = limit
        var bar = ProgressBar("rooms")
        for preset in preset.map({ [$0] }) ?? LiveBenchmark.presetNames {
            let report = try await benchmark.run(preset: preset) {
                bar.update(Double($0) / Double(limit))
            }
            print(try measuring.json ? report.json() : report.line())
        }
    }
}
