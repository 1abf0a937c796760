import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport

/// The page "Make your own character in an hour", followed to the letter.
@Suite("A character of one's own")
struct OwnCharacterTests {
    static let page = "docs/your-own-character.md"

    /// A filled ellipse as large as its picture but for a rim, in one colour.
    private func blob(_ width: Int, _ height: Int, _ colour: SIMD4<UInt8>) -> Image {
        var image = Image(width: width, height: height)
        let stride = image.stride
        let (cx, cy) = (Double(width) / 2, Double(height) / 2)
        image.withUnsafeMutableBytes { bytes in
            for y in 0..<height {
                for x in 0..<width {
                    let (dx, dy) = (
                        (Double(x) + 0.5 - cx) / (cx - 3), (Double(y) + 0.5 - cy) / (cy - 3)
                    )
                    guard dx * dx + dy * dy < 1 else { continue }
                    bytes.storeBytes(of: colour, toByteOffset: y * stride + x * 4, as: SIMD4.self)
                }
            }
        }
        return image
    }

    /// The eight pictures of the page's first table, with its sizes.
    private func draw(into folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pictures: [(String, Int, Int, SIMD4<UInt8>)] = [
            ("back-hair", 420, 560, [60, 30, 20, 255]), ("body", 480, 400, [40, 60, 140, 255]),
            ("face", 320, 400, [250, 220, 200, 255]), ("eye-left", 100, 80, [20, 120, 60, 255]),
            ("eye-right", 100, 80, [20, 120, 60, 255]), ("mouth", 120, 30, [160, 40, 50, 255]),
            ("mouth-open", 100, 80, [120, 10, 30, 255]), ("fringe", 340, 180, [90, 50, 30, 255]),
        ]
        for (name, width, height, colour) in pictures {
            try Data(PNGFile.encode(blob(width, height, colour)))
                .write(to: folder.appending(path: "\(name).png"))
        }
    }

    /// Pixels of a picture whose green leads: the eyes.
    private func eyes(_ bytes: Data) throws -> Int {
        let image = try PNGFile.decode(Array(bytes))
        var count = 0
        for y in 0..<image.height {
            for x in 0..<image.width {
                let pixel = image[x, y]
                if pixel.y > 90, Int(pixel.y) > 2 * Int(pixel.x) { count += 1 }
            }
        }
        return count
    }

    @Test("is made by doing what the page says")
    func follow() throws {
        let page = try MarkdownPage(Self.page)
        let shell = try Command()
        let rig = shell.folder.appending(path: "mine/rigs/dot")
        try draw(into: rig.appending(path: "parts"))
        var versions = 0
        for (language, text) in page.blocks {
            if language == "json" {
                try Data(text.utf8).write(to: rig.appending(path: "rig.json"))
                versions += 1
            }
            for line in text.split(separator: "\n") where language == "sh" {
                let result = try shell.shell(String(line))
                #expect(result.status == 0, "\(line): \(result.errors)\(result.output)")
            }
        }
        #expect(versions == 3)

        // She blinks: of her open eyes a tenth remains.
        let (open, shut) = (try eyes(shell.bytes("dot.png")), try eyes(shell.bytes("blink.png")))
        #expect(open > 800 && shut < open / 4, "\(open) and \(shut) pixels of eyes")
        // She turns, smiles and nods: the pictures differ.
        let pictures = try ["dot.png", "turned.png", "smile.png", "nod-0000.png", "nod-0004.png"]
            .map { try shell.bytes($0) }
        #expect(Set(pictures).count == pictures.count)
        // She talks: a film with sound, whose mouth is not always the same.
        let film = try DecodedFile(path: shell.folder.appending(path: "dot.mp4").path)
        #expect(film.audio != nil && film.pictures.count > 30)
    }
}
