import AvatarTypes
import Documents
import Foundation
import Testing

@testable import Rigging

/// A square of four vertices that another program made.
@Suite struct FormsTests {
    private static let file = """
        { "format": 1, "canvas": [200, 200], "forms": "forms.json",
          "parts": [{ "id": "a", "picture": "a.png", "at": [80, 80] }],
          "bindings": [{ "on": "a", "by": "jawOpen 0 1", "form": ["rest", "open"] }] }
        """
    private static let side = """
        { "parts": { "a": {
          "vertices": [80, 80, 120, 80, 80, 120, 120, 120],
          "triangles": [0, 1, 2, 1, 3, 2],
          "forms": { "open": [0, 0, 0, 0, 0, 10, 4, 10] } } } }
        """

    private func folder(_ old: String = "", _ new: String = "") throws -> TemporaryRig {
        let folder = try TemporaryRig(
            Self.file.replacingOccurrences(of: old, with: new), pictures: ["a.png": .square])
        let side = Self.side.replacingOccurrences(of: old, with: new)
        try Data(side.utf8).write(to: folder.directory.appendingPathComponent("forms.json"))
        return folder
    }

    @Test func aFormMovesEachVertexByItsOwnOffset() throws {
        var puppet = Puppet(rig: try folder().rig())
        let list = puppet.draw(Pose([.jawOpen: 0.5]), at: .zero)
        #expect(list.positions == [[80, 80], [120, 80], [80, 125], [122, 125]])
        #expect(list.uvs == [[0, 0], [1, 0], [0, 1], [1, 1]])
        #expect(list.indices == [0, 1, 2, 1, 3, 2])
    }

    @Test(arguments: [
        (#""open": [0"#, #""open": [0, 0, 0"#, "forms.json", "needs 8"),
        ("[0, 1, 2, 1, 3, 2]", "[0, 1, 2, 1, 3, 9]", "forms.json", "outside of what is possible"),
        ("[0, 1, 2, 1, 3, 2]", "[0, 1, 2, 1]", "forms.json", "a triangle has three"),
        (#"{ "a": {"#, #"{ "b": {"#, "forms.json", "no part 'b'"),
        (#""rest", "open""#, #""rest", "opem""#, "rig.json", "Did you mean 'open'"),
        (#""forms.json""#, #""../forms.json""#, "rig.json", "leads out of the rig's folder"),
        (#""forms.json""#, #""farms.json""#, "farms.json", "read"),
    ])
    func everyMistakeIsComplainedOfInItsFile(
        _ old: String, _ new: String, _ file: String, _ what: String
    ) throws {
        let complaints = try folder(old, new).complaints
        #expect(
            complaints.contains {
                $0.file == "rigs/doll/\(file)" && $0.what.contains(what)
                    || $0.description.contains(what)
            },
            "\(complaints)")
    }
}
