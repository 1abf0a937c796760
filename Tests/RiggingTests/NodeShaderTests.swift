import AvatarTypes
import Documents
import Testing

@testable import Rigging

@Suite("A shader on a part or group")
struct NodeShaderTests {
    private let part =
        #"{ "id": "a", "picture": "a.png", "shader": { "name": "glow", "uniforms": { "u_size": 2, "u_colour": [1, 0, 0.5] } } }"#

    private func use(_ rig: Rig, _ values: [Channel: Float] = [:]) -> [String: SIMD4<Float>] {
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(Pose(values), at: .zero)
        let given = list.meshes[0].layer.shader?.uniforms ?? []
        return Dictionary(given.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    }

    @Test("goes into the draw list with its numbers")
    func listed() throws {
        let rig = try Rig.squares([part])
        #expect(use(rig) == ["u_size": [2, 0, 0, 0], "u_colour": [1, 0, 0.5, 0]])
        let bare = try Rig.squares([#"{ "id": "a", "picture": "a.png", "shader": "glow" }"#])
        var puppet = Puppet(rig: bare)
        #expect(puppet.draw(.rest, at: .zero).meshes[0].layer.shader?.name == "glow")
    }

    @Test("has uniforms that bindings move from key to key")
    func bound() throws {
        let rig = try Rig.squares(
            [part],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0 1", "shader": [{ "u_size": 2 }, { "u_size": 10 }] }"#
            ])
        #expect(use(rig, [.jawOpen: 0.25])["u_size"] == [4, 0, 0, 0])
        #expect(use(rig, [.jawOpen: 1])["u_size"] == [10, 0, 0, 0])
        #expect(use(rig)["u_colour"] == [1, 0, 0.5, 0])
        #expect(rig.shaderUses[0].uniforms["u_size"] == [2])
    }

    @Test("is on the whole of an isolated group, and of no other")
    func group() throws {
        let inside = #"{ "id": "a", "picture": "a.png", "group": "g" }"#
        let rig = try Rig.squares(
            [inside], groups: [#"{ "id": "g", "isolated": true, "shader": "glow" }"#])
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(.rest, at: .zero)
        guard case .beginGroup(let layer) = list.commands[0] else {
            Issue.record("There is no group.")
            return
        }
        #expect(layer.shader?.name == "glow" && list.meshes[0].layer.shader == nil)
    }

    private static let mistakes = [
        (#"{ "id": "a", "picture": "a.png", "shader": {} }"#, "", "", "no 'name'"),
        (
            #"{ "id": "a", "picture": "a.png", "group": "g" }"#,
            #"{ "id": "g", "shader": "glow" }"#, "", "only when it is isolated"
        ),
        (
            #"{ "id": "a", "picture": "a.png", "shader": { "name": "glow", "uniforms": { "u_a": [1, 2, 3, 4, 5] } } }"#,
            "", "", "has 5 numbers"
        ),
        (
            #"{ "id": "a", "picture": "a.png" }"#, "",
            #"{ "on": "a", "by": "jawOpen 0 1", "shader": [{ "u_a": 0 }, { "u_a": 1 }] }"#,
            "has no shader"
        ),
        (
            #"{ "id": "a", "picture": "a.png", "shader": "glow" }"#, "",
            #"{ "on": "a", "by": "jawOpen 0 1", "shader": [{ "u_a": 0 }, { "u_b": 1 }] }"#,
            "do not name the same"
        ),
    ]

    @Test("is refused where it cannot be", arguments: mistakes)
    func mistake(part: String, group: String, binding: String, expected: String) throws {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200], "groups": [\(group)], "parts": [\(part)],
              "bindings": [\(binding)] }
            """, pictures: ["a.png": .square])
        #expect(folder.complaints.count == 1)
        #expect(folder.complaints.first?.what.contains(expected) == true, "\(folder.complaints)")
    }
}
