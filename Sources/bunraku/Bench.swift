import ArgumentParser
import Foundation
import Stage

/// Measurements; without a further word, of the stages.
struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure this machine: the stages, drawing, shaders, voices, lip-sync, or how many rooms it holds.",
        subcommands: [
            BenchStages.self, BenchRaster.self, BenchShaders.self, BenchLive.self,
            BenchLipsync.self, BenchVoices.self,
        ],
        defaultSubcommand: BenchStages.self)
}

struct BenchStages: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stages",
        abstract: "Measure each stage on this machine: medians in milliseconds.")

    @Argument(
        help: "Scenes; all when none is named: \(Benchmark.sceneNames.joined(separator: ", ")).")
    var scenes: [String] = []

    @OptionGroup var measuring: MeasuringOptions

    @OptionGroup var assets: AssetOptions

    func validate() throws {
        try MeasuringOptions.check(scenes, among: Benchmark.sceneNames)
    }

    func run() async throws {
        let benchmark = Benchmark(
            library: try AssetLibrary(explicit: assets.assets), seconds: measuring.seconds)
        var bar = ProgressBar("measuring")
        let report = try await benchmark.run(scenes.isEmpty ? Benchmark.sceneNames : scenes) {
            bar.update($0)
        }
        print(try measuring.json ? report.json() : report.table())
    }
}

/// Options of all measurements.
struct MeasuringOptions: ParsableArguments {
    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "How long each measurement takes, in seconds.")
    var seconds = 3.0

    func validate() throws {
        if !(0.1...600).contains(seconds) {
            throw ValidationError("--seconds is \(seconds), and must be 0.1 to 600.")
        }
    }

    static func check(_ names: [String], among known: [String]) throws {
        for name in names where !known.contains(name) {
            throw ValidationError(
                "There is no scene '\(name)'; known are \(known.joined(separator: ", ")).")
        }
    }
}
