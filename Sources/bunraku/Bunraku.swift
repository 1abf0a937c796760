import ArgumentParser
import Foundation

/// The command line.
@main
struct Bunraku: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bunraku",
        abstract: "A character that breathes, listens, talks and remembers, drawn on the server.",
        discussion: "Without a command it serves.",
        version: "0.1.0",
        subcommands: [
            Serve.self, Render.self, Speak.self, Check.self, Bench.self, Doctor.self,
        ],
        defaultSubcommand: Serve.self)

    /// Exit codes: 0 done; 1 the work failed, one sentence on standard error; 2 wrong usage.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            switch exitCode(for: error) {
            case .success: exit(withError: error)  // Help or the version was asked for.
            case .validationFailure:
                write(fullMessage(for: error))
                Foundation.exit(2)
            case let code:
                if !(error is ExitCode) { write("bunraku: \(error)") }
                Foundation.exit(code.rawValue)
            }
        }
    }

    /// One line to standard error.
    static func write(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }
}

/// Options that more than one command takes.
struct AssetOptions: ParsableArguments {
    @Option(help: "The folder with rigs/ and expressions/. Found by itself beside the program.")
    var assets: String?
}
