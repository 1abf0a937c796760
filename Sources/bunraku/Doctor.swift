import ArgumentParser
import Foundation
import Stage

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at what is installed and reachable, and say how to mend what is not.")

    @OptionGroup var assets: AssetOptions

    @Option(help: "The folder for what she remembers. (default: ~/.local/share/bunraku)")
    var data: String?

    @Option(help: "A settings file, YAML or JSON.")
    var config: String?

    func run() async throws {
        let findings = await Examination(
            assets: assets.assets, data: data, config: config.map { URL(filePath: $0) }
        ).findings()
        for finding in findings {
            let mark =
                switch finding.verdict {
                case .good: "✓"
                case .missing: "–"
                case .broken: "✗"
                }
            print("\(mark) \(finding.part): \(finding.detail)")
            if let remedy = finding.remedy { print("    \(remedy)") }
        }
        if findings.contains(where: { $0.verdict == .broken }) { throw ExitCode(1) }
    }
}
