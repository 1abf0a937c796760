import AvatarTypes
import Foundation
import Testing

@testable import Rigging

@Suite struct ReadmeTests {
    @Test func theExampleInTheSpecificationLoadsAndMoves() throws {
        let readme = try String(
            contentsOf: repository.appendingPathComponent("rigs/README.md"), encoding: .utf8)
        let example = try #require(
            readme.components(separatedBy: "```json\n").dropFirst().first?
                .components(separatedBy: "```").first)
        let paths = ["tuft", "face", "eye", "pupil", "mouth"].map { "parts/\($0).png" }
        let folder = try TemporaryRig(
            example, pictures: Dictionary(uniqueKeysWithValues: paths.map { ($0, .square) }))
        #expect(folder.complaints == [])
        let rig = try folder.rig()
        #expect(rig.title == "Dot")
        var puppet = Puppet(rig: rig)
        let rest = puppet.draw(.rest, at: .zero)
        #expect(rest.meshes.count == 5)
        #expect(rest.view == Rect(x: 40, y: 20, width: 320, height: 360))
        let smiling = puppet.draw(Pose([.mouthSmileLeft: 1, .mouthSmileRight: 1]), at: .zero)
        #expect(rest.positions != smiling.positions)
        #expect(puppet.draw(Pose([.eyeBlinkLeft: 1]), at: .zero).meshes.count == 4)
    }

    @Test func everyWordOfAKeyformIsDescribed() throws {
        let readme = try String(
            contentsOf: repository.appendingPathComponent("rigs/README.md"), encoding: .utf8)
        for word in Keyform.Word.allCases { #expect(readme.contains("| `\(word.rawValue)` |")) }
        for blend in BlendMode.allCases { #expect(readme.contains("`\(blend.rawValue)`")) }
    }
}
