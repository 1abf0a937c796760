import Animation
public import Documents
public import Foundation
import Rigging
import Shading

/// The content folders `rigs/`, `characters/`, `expressions/` and `shaders/`: the one place that reads them.
///
/// Names are `[a-z0-9-]+`; nothing a client sends is ever opened as a path.
public struct AssetLibrary: Sendable {
    public let root: URL
    /// What the rigs on air have decoded.
    private let pictures = PictureShelf()

    /// The first of `explicit`, `$BUNRAKU_ASSETS`, `../share/bunraku` beside the executable, the current
    /// directory, and the checkout that the executable was built in, that has a folder `rigs`.
    ///
    /// - Throws: where it looked, when there is none.
    public init(
        explicit: String?, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: URL? = Bundle.main.executableURL,
        currentDirectory: String = FileManager.default.currentDirectoryPath
    ) throws(StageError) {
        var candidates: [URL] = []
        if let explicit {
            candidates = [URL(filePath: explicit, directoryHint: .isDirectory)]
        } else {
            if let path = environment["BUNRAKU_ASSETS"] {
                candidates.append(URL(filePath: path, directoryHint: .isDirectory))
            }
            if let executable {
                candidates.append(
                    executable.resolvingSymlinksInPath().deletingLastPathComponent()
                        .appending(path: "../share/bunraku").standardizedFileURL)
            }
            candidates.append(URL(filePath: currentDirectory, directoryHint: .isDirectory))
            if let executable {
                // A build lies in CHECKOUT/.build/PLATFORM/release/.
                candidates.append(
                    executable.resolvingSymlinksInPath().deletingLastPathComponent()
                        .appending(path: "../../..").standardizedFileURL)
            }
        }
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0.appending(path: "rigs").path)
        }
        guard let found else {
            throw StageError(
                .notFound, code: "no-assets",
                message: "No folder with 'rigs/' in it at "
                    + candidates.map(\.path).joined(separator: ", ") + ".",
                hint: "Name it with --assets DIR or $BUNRAKU_ASSETS.")
        }
        root = found
    }

    static func isName(_ text: String) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
    }

    // MARK: Rigs

    var rigNames: [String] {
        names(in: "rigs") { url in
            let file = url.appending(path: "rig.json")
            return FileManager.default.fileExists(atPath: file.path) ? url.lastPathComponent : nil
        }
    }

    func rig(named name: String) throws -> Rig {
        guard Self.isName(name), rigNames.contains(name) else {
            throw StageError.unknown("rig", name, known: rigNames)
        }
        return try Rig(contentsOf: folder(ofRig: name), name: name, shelf: pictures)
    }

    /// What can be chosen of a rig; nil when its file cannot be read.
    func card(ofRig name: String) -> RigCard? {
        RigCard(contentsOf: folder(ofRig: name), name: name)
    }

    private func folder(ofRig name: String) -> URL {
        root.appending(path: "rigs/\(name)", directoryHint: .isDirectory)
    }

    // MARK: Expressions

    var expressionNames: [String] {
        names(in: "expressions") { url in
            url.pathExtension == "json" ? url.deletingPathExtension().lastPathComponent : nil
        }
    }

    /// All expressions that can be read, and what is wrong with the others.
    func expressions() -> (expressions: [FacialExpression], complaints: [Complaint]) {
        var expressions: [FacialExpression] = []
        var complaints: [Complaint] = []
        for name in expressionNames {
            do {
                expressions.append(
                    try FacialExpression(
                        contentsOf: file(ofExpression: name), name: name,
                        file: "expressions/\(name).json"))
            } catch { complaints.append(error) }
        }
        return (expressions, complaints)
    }

    private func file(ofExpression name: String) -> URL {
        root.appending(path: "expressions/\(name).json")
    }

    // MARK: Shaders

    var shaderNames: [String] {
        names(in: "shaders") { url in
            url.pathExtension == "frag" ? url.deletingPathExtension().lastPathComponent : nil
        }
    }

    func shader(named name: String) throws -> Shader {
        try Self.shader(at: knownFile(ofShader: name), file: "shaders/\(name).frag")
    }

    /// The text of a shader, whatever is wrong with it.
    func shaderText(named name: String) throws -> String {
        try Self.text(at: knownFile(ofShader: name), file: "shaders/\(name).frag")
    }

    private func knownFile(ofShader name: String) throws(StageError) -> URL {
        guard Self.isName(name), shaderNames.contains(name) else {
            throw StageError.unknown("shader", name, known: shaderNames)
        }
        return file(ofShader: name)
    }

    /// The shaders that parts and groups of a rig are drawn with, and what is wrong with them or with the
    /// numbers they are given.
    func layerShaders(of rig: Rig) -> (shaders: [String: Shader], complaints: [Complaint]) {
        var shaders: [String: Shader] = [:]
        var complaints: [Complaint] = []
        for use in rig.shaderUses {
            do {
                let shader = try shaders[use.shader] ?? (try shader(named: use.shader))
                shaders[use.shader] = shader
                _ = try shader.fitted(use.uniforms.mapValues { UniformValue($0) })
            } catch let complaint as Complaint {
                complaints.append(complaint)
            } catch let error as StageError {
                complaints.append(
                    Complaint(
                        file: "rigs/\(rig.name)/rig.json",
                        what: "The shader of '\(use.id)': \(error.message)", remedy: error.hint))
            } catch { complaints.append(Complaint(file: "shaders", what: "\(error)")) }
        }
        return (shaders, complaints)
    }

    /// What each shader costs, one sentence each; those with mistakes are left out.
    public func shaderCosts() -> [String] {
        shaderNames.compactMap { name in
            guard let cost = try? shader(named: name).cost else { return nil }
            let time = (cost.nanosecondsPerPixel * 10).rounded() / 10
            return
                "shaders/\(name).frag: \(cost.instructions) instructions, \(cost.fetches) fetches, "
                + "about \(time) ns a pixel on one core"
        }
    }

    private func file(ofShader name: String) -> URL { root.appending(path: "shaders/\(name).frag") }

    private static func text(at url: URL, file: String) throws(Complaint) -> String {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            throw Complaint(
                file: file, what: "This is no text in UTF-8.", remedy: "Save it as such.")
        }
        return text
    }

    private static func shader(at url: URL, file: String) throws(Complaint) -> Shader {
        let text = try text(at: url, file: file)
        do { return try Shader(text, file: file) } catch {
            throw Complaint(
                file: file, line: error.line, what: "(column \(error.column)) \(error.what)",
                remedy: error.remedy)
        }
    }

    private static func complaints(aboutShaderAt url: URL, file: String) -> [Complaint] {
        do throws(Complaint) {
            _ = try shader(at: url, file: file)
            return []
        } catch { return [error] }
    }

    // MARK: Checking

    /// Every complaint about everything in the library.
    public func complaints() -> [Complaint] {
        let names = ["rigs", "characters", "expressions", "shaders"].flatMap { folder in
            entries(in: folder).filter { $0.lastPathComponent != "README.md" }.compactMap { url in
                let name = url.deletingPathExtension().lastPathComponent
                return Self.isName(name)
                    ? nil
                    : Complaint(
                        file: "\(folder)/\(url.lastPathComponent)",
                        what: "This is no name the library lists.",
                        remedy: "Use only a-z, 0-9 and '-'.")
            }
        }
        return names
            + rigNames.flatMap { Rig.complaints(in: folder(ofRig: $0), name: $0) }
            + rigNames.flatMap { name in
                (try? rig(named: name)).map { layerShaders(of: $0).complaints } ?? []
            }
            + expressionNames.flatMap {
                FacialExpression.complaints(
                    in: file(ofExpression: $0), name: $0, file: "expressions/\($0).json")
            } + ambiguities() + characterComplaints()
            + shaderNames.flatMap {
                Self.complaints(aboutShaderAt: file(ofShader: $0), file: "shaders/\($0).frag")
            }
    }

    /// Aliases that are the name or an alias of another expression, too.
    private func ambiguities() -> [Complaint] {
        var owners: [String: String] = [:]
        for name in expressionNames { owners[name] = name }
        var complaints: [Complaint] = []
        for expression in expressions().expressions {
            for alias in expression.aliases {
                if let owner = owners[alias] {
                    complaints.append(
                        Complaint(
                            file: "expressions/\(expression.name).json",
                            what: "'\(alias)' is also a name of '\(owner)'.",
                            remedy: "Take it out of one of the two."))
                }
                owners[alias] = expression.name
            }
        }
        return complaints
    }

    /// Every complaint about one file or folder, which need not lie in a library.
    public static func complaints(about url: URL) -> [Complaint] {
        let path = url.path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            return [
                Complaint(file: path, what: "There is no such file.", remedy: "Check the path.")
            ]
        }
        if isDirectory.boolValue {
            if FileManager.default.fileExists(atPath: url.appending(path: "rig.json").path) {
                return Rig.complaints(in: url, name: url.lastPathComponent)
            }
            if FileManager.default.fileExists(atPath: url.appending(path: "rigs").path),
                let library = try? AssetLibrary(explicit: path)
            {
                return library.complaints()
            }
            let inside = sorted(at: url).filter {
                $0.hasDirectoryPath || ["json", "yaml", "yml", "frag"].contains($0.pathExtension)
            }
            return inside.flatMap(complaints(about:))
        }
        if url.lastPathComponent == "rig.json" {
            let folder = url.deletingLastPathComponent()
            return Rig.complaints(in: folder, name: folder.lastPathComponent)
        }
        if url.pathExtension == "yaml",
            url.deletingLastPathComponent().lastPathComponent == "characters"
        {
            return characterComplaints(about: url)
        }
        if ["yaml", "yml"].contains(url.pathExtension) {
            return Settings.complaints(in: url)
        }
        if url.pathExtension == "frag" { return complaints(aboutShaderAt: url, file: path) }
        return FacialExpression.complaints(
            in: url, name: url.deletingPathExtension().lastPathComponent, file: path)
    }

    // MARK: Watching

    /// Changes whenever a file of the library is changed: names, sizes and times of modification.
    ///
    /// Looking again and again is how changes are noticed; it works on every file system. The system
    /// is asked directly, because it is asked twice a second for as long as the server lives.
    func fingerprint() -> [String] {
        ["rigs", "characters", "expressions", "shaders"].flatMap { folder in
            let place = place(of: folder).path
            let names = FileManager.default.enumerator(atPath: place)?.allObjects as? [String]
            return (names ?? []).sorted().compactMap { name -> String? in
                var status = stat()
                guard stat("\(place)/\(name)", &status) == 0 else { return nil }
                let time = status.st_mtim
                return "\(folder)/\(name) \(status.st_size) \(time.tv_sec).\(time.tv_nsec)"
            }
        }
    }

    // MARK: Looking

    func names(in folder: String, _ name: (URL) -> String?) -> [String] {
        entries(in: folder).compactMap(name).filter(Self.isName).sorted()
    }

    private func entries(in folder: String) -> [URL] {
        Self.sorted(at: place(of: folder))
    }

    /// Foundation lists what is in a folder, and nothing of a link to one.
    private func place(of folder: String) -> URL {
        root.appending(path: folder).resolvingSymlinksInPath()
    }

    private static func sorted(at url: URL) -> [URL] {
        let found = try? FileManager.default.contentsOfDirectory(
            at: url, includingPropertiesForKeys: nil, options: .skipsHiddenFiles)
        return (found ?? []).sorted { $0.path < $1.path }
    }
}
