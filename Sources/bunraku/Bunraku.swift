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
            Serve.self, Render.self, Speak.self, Voices.self, Check.self, Bench.self, Doctor.self,
            Obs.self,
        ],
        defaultSubcommand: Serve.self)

    /// Exit codes: 0 done; 1 the work failed, one sentence on standard error; 2 wrong usage.
    static func main() async {
        if let word = CommandLine.arguments.dropFirst().first, !word.hasPrefix("-"),
            !(names + ["help"]).contains(word)
        {
            write(
                "Error: There is no command '\(word)'. Known are "
                    + "\(names.joined(separator: ", ")).")
            Foundation.exit(2)
        }
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
                if !(error is ExitCode) { write("bunraku: \(sentence(error))") }
                Foundation.exit(code.rawValue)
            }
        }
    }

    /// The parser calls a command by its type's name, in small letters.
    private static let names = configuration.subcommands.map { "\($0)".lowercased() }

    /// Our own errors are sentences; Foundation's about files are dictionaries.
    private static func sentence(_ error: any Error) -> String {
        guard let error = error as? CocoaError, let path = error.filePath ?? error.url?.path else {
            return "\(error)"
        }
        let what =
            error.code == .fileNoSuchFile
            ? "There is no such file or folder." : error.localizedDescription
        return "\(path): \(what) Choose a folder that exists, is writable and has room."
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
