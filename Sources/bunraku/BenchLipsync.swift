import ArgumentParser
import Stage

struct BenchLipsync: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lipsync",
        abstract: "Score every way to a mouth against phones that are known to the sample.")

    @Flag(help: "Print JSON.")
    var json = false

    func run() async throws {
        var bar = ProgressBar("measuring")
        let report = try await LipsyncBenchmark().run { bar.update($0) }
        print(try json ? report.json() : report.table())
    }
}
