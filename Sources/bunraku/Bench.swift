import ArgumentParser
import Foundation
import Stage

struct Bench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure each stage on this machine: medians in milliseconds.")

    @Argument(
        help: "Scenes; all when none is named: \(Benchmark.sceneNames.joined(separator: ", ")).")
    var scenes: [String] = []

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: "How long each scene is measured, in seconds.")
    var seconds = 3.0

    @OptionGroup var assets: AssetOptions

    func validate() throws {
        for scene in scenes where !Benchmark.sceneNames.contains(scene) {
            throw ValidationError(
                "There is no scene '\(scene)'; known are "
                    + Benchmark.sceneNames.joined(separator: ", ") + ".")
        }
        if !(0.1...600).contains(seconds) {
            throw ValidationError("--seconds is \(seconds), and must be 0.1 to 600.")
        }
    }

    func run() async throws {
        let benchmark = Benchmark(
            library: try AssetLibrary(explicit: assets.assets), seconds: seconds)
        var bar = ProgressBar("measuring")
        let report = try await benchmark.run(scenes.isEmpty ? Benchmark.sceneNames : scenes) {
            bar.update($0)
        }
        print(try json ? report.json() : report.table())
    }
}
