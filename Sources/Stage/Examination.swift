import AvatarTypes
public import Foundation
import Media
import Mind
import Voice

/// A look at everything the server needs on this machine.
public struct Examination: Sendable {
    public struct Finding: Sendable {
        public enum Verdict: Sendable {
            case good
            /// Works without it.
            case missing
            case broken
        }

        public var part: String
        public var verdict: Verdict
        public var detail: String
        /// The command that mends it.
        public var remedy: String?
    }

    private let assets: String?
    private let data: String?
    private let config: URL?

    public init(assets: String? = nil, data: String? = nil, config: URL? = nil) {
        self.assets = assets
        self.data = data
        self.config = config
    }

    public func findings() async -> [Finding] {
        [content(), await voice()] + missingVoices() + [
            video(), sound(), memory(), settings(), await model(),
        ]
    }

    private func finding(
        _ part: String, remedy: String, _ look: () throws -> String
    ) -> Finding {
        do { return Finding(part: part, verdict: .good, detail: try look()) } catch {
            return Finding(part: part, verdict: .broken, detail: "\(error)", remedy: remedy)
        }
    }

    private func content() -> Finding {
        finding("content", remedy: "bunraku check") {
            let library = try AssetLibrary(explicit: assets)
            let complaints = library.complaints()
            if let first = complaints.first { throw first }
            return "rigs \(library.rigNames.joined(separator: ", ")), "
                + "\(library.expressionNames.count) expressions in \(library.root.path)"
        }
    }

    private func voice() async -> Finding {
        do {
            let lines = try await Speaking(text: "Hello.").lines()
            let seconds = lines.reduce(0) { $0 + $1.audio.duration.seconds }
            guard seconds > 0.1 else {
                return Finding(
                    part: "voice", verdict: .broken, detail: "espeak-ng gives no sound",
                    remedy: "sudo apt-get install --reinstall espeak-ng-data")
            }
            let voices = try BuiltInVoices.ensemble().voices.map(\.name)
            return Finding(
                part: "voice", verdict: .good, detail: voices.joined(separator: ", "))
        } catch {
            return Finding(
                part: "voice", verdict: .broken, detail: "\(error)",
                remedy: "sudo apt-get install libespeak-ng1 espeak-ng-data")
        }
    }

    /// Voices work without these, but not as well.
    private func missingVoices() -> [Finding] {
        BuiltInVoices.missing.map { missing in
            Finding(
                part: "voice", verdict: .missing, detail: "\(missing.place) \(missing.what)",
                remedy: "sudo \(missing.remedy.dropFirst("run: ".count))")
        }
    }

    private func video() -> Finding {
        finding("video", remedy: "sudo apt-get install libavcodec-extra") {
            let encoder = try VideoEncoder(
                width: 64, height: 64, framesPerSecond: 30, alpha: .packed)
            return "H.264 by libx264 (\(encoder.description.codecString))"
        }
    }

    private func sound() -> Finding {
        finding("sound", remedy: "sudo apt-get install libopus0") {
            _ = try SoundEncoder()
            return "Opus by libopus"
        }
    }

    private func memory() -> Finding {
        finding("memory", remedy: "bunraku serve --data DIR") {
            let file = try Memory.file(in: data)
            _ = try Memory.open(in: data)
            return "SQLite in \(file.path)"
        }
    }

    private func settings() -> Finding {
        finding("settings", remedy: "bunraku check \(config?.path ?? "")") {
            guard let config else { return "the defaults" }
            _ = try Settings(contentsOf: config)
            return config.path
        }
    }

    private func model() async -> Finding {
        let wanted = config.flatMap { try? Settings(contentsOf: $0) }?.model
        let key = Settings.key(in: wanted?.keyVariable)
        if let wanted, wanted.isAnthropic {
            let variable = wanted.keyVariable ?? ""
            return key == nil
                ? Finding(
                    part: "language model", verdict: .broken, detail: "no key in $\(variable)",
                    remedy: "export \(variable)=…")
                : Finding(
                    part: "language model", verdict: .good,
                    detail: "\(wanted.name ?? "") at \(wanted.baseURL), not asked")
        }
        let found =
            if let wanted {
                await OpenAIModel.discover(at: wanted.baseURL, key: key)
            } else {
                await OpenAIModel.discover()
            }
        if let found {
            return Finding(part: "language model", verdict: .good, detail: found.name)
        }
        return Finding(
            part: "language model", verdict: wanted == nil ? .missing : .broken,
            detail: wanted.map { "\($0.baseURL) does not answer" }
                ?? "none at http://localhost:11434/v1; the character thinks for herself",
            remedy: "ollama serve, or set language_model in a settings file")
    }
}
