import Foundation
import Shading
import TestSupport
import Testing

/// Every shader is drawn here and by WebGL 1 in a browser.
///
/// `BUNRAKU_SHADERS=DIR swift test --filter Conformance` compares the files of another folder.
@Suite("Shaders", .serialized)
struct ConformanceTests {
    private static let side = 64
    /// Bytes; rounding twice and filters of 8 bits make two.
    private static let usual = 2
    /// Of the pixels of one picture: where a condition flips in the last place of a float, the colours
    /// on its two sides meet.
    private static let usualShare = 0.999
    private static let largest = 8

    @Test("give the pixels of WebGL")
    func conformance() async throws {
        let page = try await Browser().page()
        let script = try text(Repository.root.appending(path: "Sources/Server/Pages/shade.js"))
        try await page.evaluate(
            script.replacingOccurrences(of: "export function", with: "function")
                + "\nglobalThis.drawShader = drawShader; true")
        var complaints: [String] = []
        let files = try Self.folders.flatMap(files(in:))
        #expect(files.count >= (Self.own == nil ? 150 : 1))
        for file in files {
            if let complaint = try await difference(of: file, on: page) {
                complaints.append("\(file.lastPathComponent): \(complaint)")
            }
        }
        #expect(complaints == [])
    }

    private static let own = ProcessInfo.processInfo.environment["BUNRAKU_SHADERS"]

    private static var folders: [URL] {
        if let own { return [URL(filePath: own)] }
        return ["Tests/ShadingTests/programs", "shaders"].map {
            Repository.root.appending(path: $0)
        }
    }

    private func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "frag" }.sorted { $0.path < $1.path }
    }

    private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

    /// - Returns: nil when the two pictures are the same, as far as can be asked.
    private func difference(of file: URL, on page: Page) async throws -> String? {
        let source = try text(file)
        let shader = try Shader(source, file: file.lastPathComponent)
        let ours = draw(shader)
        let theirs = try await drawInBrowser(source, shader, on: page)
        guard theirs.count == ours.count else { return "WebGL drew \(theirs.count) bytes" }
        var (worst, unusual, place) = (0, 0, 0)
        for pixel in 0..<Self.side * Self.side {
            let apart =
                (pixel * 4..<pixel * 4 + 4).map { abs(Int(ours[$0]) - Int(theirs[$0])) }
                .max() ?? 0
            if apart > Self.usual { unusual += 1 }
            if apart > worst { (worst, place) = (apart, pixel) }
        }
        let share = 1 - Double(unusual) / Double(Self.side * Self.side)
        if worst <= Self.largest, share >= Self.usualShare { return nil }
        return "\(unusual) pixels differ, by up to \(worst) at \(place % Self.side), "
            + "\(place / Self.side): \(ours[place * 4..<place * 4 + 4]) here, "
            + "\(theirs[place * 4..<place * 4 + 4]) in WebGL"
    }

    /// A picture in which every pixel differs from its neighbours; the browser makes the same.
    private static let picture: [UInt8] = (0..<side * side).flatMap { index in
        let (x, y) = (index % side, index / side)
        return [UInt8(x * 4), UInt8(y * 4), UInt8(x * y & 255), UInt8(255 - (x ^ y) & 63)]
    }

    private func draw(_ shader: Shader) -> [UInt8] {
        var inputs = ShaderInputs()
        inputs.time = 1.25
        inputs.mood = [0.5, 0.25, 0.75]
        inputs.speech = 0.5
        inputs.seed = 0.3
        var source = Self.picture
        var target = [UInt8](repeating: 0, count: source.count)
        source.withUnsafeMutableBytes { source in
            target.withUnsafeMutableBytes { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                let (side, row) = (Self.side, Self.side * 4)
                ShaderRunner(shader, threads: 1).draw(
                    Pixels(base: from, width: side, height: side, bytesPerRow: row), inputs,
                    into: Pixels(base: to, width: side, height: side, bytesPerRow: row))
            }
        }
        return target
    }

    private func drawInBrowser(
        _ source: String, _ shader: Shader, on page: Page
    ) async throws -> [UInt8] {
        let uniforms = shader.uniforms.map { uniform in
            "{ name: '\(uniform.name)', initial: \(uniform.initial), isWhole: \(uniform.isWhole) }"
        }
        let base64 = Data(source.utf8).base64EncodedString()
        let drawn = try await page.evaluate(
            """
            (() => {
                const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
                const drawn = drawShader(new TextDecoder().decode(bytes("\(base64)")), {
                    width: \(Self.side), height: \(Self.side), passes: \(shader.passes),
                    pixels: bytes("\(Data(Self.picture).base64EncodedString())"),
                    uniforms: [\(uniforms.joined(separator: ", "))],
                    moment: { time: 1.25, mood: [0.5, 0.25, 0.75], speech: 0.5, seed: 0.3 },
                });
                return btoa(String.fromCharCode(...drawn));
            })()
            """)
        return Array(Data(base64Encoded: drawn.text ?? "") ?? Data())
    }
}
