import AvatarTypes
import Foundation
import Testing

@testable import Rigging

@Suite struct PictureShelfTests {
    private static let file = """
        { "format": 1, "canvas": [200, 200],
          "parts": [{ "id": "a", "picture": "a.png" }, { "id": "b", "picture": "b.png" }] }
        """
    private let shelf = PictureShelf()

    private func textures(_ rig: Rig) -> [Texture] { rig.parts.flatMap(\.textures) }

    @Test func aRigThatIsReadAgainDecodesOnlyWhatWasChanged() throws {
        let folder = try TemporaryRig(Self.file, pictures: ["a.png": .square, "b.png": .square])
        let before = try Rig(contentsOf: folder.directory, name: "doll", shelf: shelf)
        let blue = Pixels(width: 30, height: 30) { _, _ in SIMD4(0, 0, 255, 255) }
        try Data(blue.png()).write(to: folder.directory.appendingPathComponent("b.png"))
        let after = try Rig(contentsOf: folder.directory, name: "doll", shelf: shelf)
        #expect(textures(after)[0] === textures(before)[0])
        #expect(textures(after)[1].levels[0][5, 5] == SIMD4(0, 0, 255, 255))
    }

    @Test func nothingIsKeptThatNoRigUses() throws {
        let folder = try TemporaryRig(Self.file, pictures: ["a.png": .square, "b.png": .square])
        weak var texture: Texture?
        do {
            let rig = try Rig(contentsOf: folder.directory, name: "doll", shelf: shelf)
            withExtendedLifetime(rig) {
                texture = rig.parts[0].textures[0]
                #expect(texture != nil)
            }
        }
        #expect(texture == nil)
    }
}
