import ArgumentParser
import Foundation
import Stage

struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Report every mistake in rigs, expressions, shaders and settings, with file and line; "
            + "and what each shader costs.")

    @Argument(help: "Files or folders; the whole library when none is named.")
    var paths: [String] = []

    @OptionGroup var assets: AssetOptions

    func run() async throws {
        let library = paths.isEmpty ? try AssetLibrary(explicit: assets.assets) : nil
        for cost in library?.shaderCosts() ?? [] { print(cost) }
        let complaints =
            library?.complaints()
            ?? paths.flatMap { AssetLibrary.complaints(about: URL(filePath: $0)) }
        for complaint in complaints { print(complaint) }
        if !complaints.isEmpty {
            Bunraku.write(
                "bunraku: \(complaints.count) \(complaints.count == 1 ? "complaint" : "complaints")."
            )
            throw ExitCode(1)
        }
    }
}
