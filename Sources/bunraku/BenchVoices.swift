import ArgumentParser
import Stage

struct BenchVoices: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "Measure how soon each built-in voice is heard, and what it costs.")

    @OptionGroup var measuring: MeasuringOptions

    func run() async throws {
        var bar = ProgressBar("measuring")
        let report = try await VoicesBenchmark(seconds: measuring.seconds)
            .run { bar.update($0) }
        print(try measuring.json ? report.json() : report.table())
    }
}
