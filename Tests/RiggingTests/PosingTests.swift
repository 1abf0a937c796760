import AvatarTypes
import Testing

@testable import Rigging

/// Welds, isolated groups, parameters, curves and places to touch.
@Suite struct PosingTests {
    @Test func aWeldedPartFollowsWhereItLiesOnTheOther() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "at": [80, 80], "group": "g", "mesh": 10 }"#,
                #"{ "id": "b", "picture": "b.png", "at": [80, 100], "mesh": 10, "weld": { "to": "a", "within": 10 } }"#,
            ], groups: [#"{ "id": "g" }"#],
            bindings: [#"{ "on": "g", "by": "jawOpen 0 1", "translate": [[0, 0], [12, 0]] }"#])
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(Pose([.jawOpen: 1]), at: .zero)
        let welded = list.meshes[1].vertices.map { (rig.positions[$0], list.positions[$0]) }
        for (rest, moved) in welded where rest.y <= 120 {
            #expect(abs(moved.x - rest.x - 12) < 1e-3)
        }
        for (rest, moved) in welded where rest.y >= 130 { #expect(abs(moved.x - rest.x) < 1e-3) }
    }

    @Test func anIsolatedGroupIsDrawnTogetherAndFadesAsOne() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "at": [10, 10], "group": "g" }"#,
                #"{ "id": "b", "picture": "b.png", "at": [10, 10] }"#,
                #"{ "id": "c", "picture": "a.png", "at": [10, 10], "group": "g", "opacity": 0.5 }"#,
            ],
            groups: [
                #"{ "id": "g", "isolated": true, "opacity": 0.5, "blend": "multiply", "inside": ["b"] }"#
            ])
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(.rest, at: .zero)
        guard case .beginGroup(let layer) = list.commands[0] else {
            Issue.record("the group comes first, where its first part is")
            return
        }
        #expect(layer.opacity == 0.5 && layer.blend == .multiply && layer.mask?.sources == 0..<1)
        #expect(list.meshes.map(\.layer.opacity) == [1, 0.5, 1])
        guard case .endGroup = list.commands[3] else {
            Issue.record("both of its parts are inside")
            return
        }
    }

    @Test func aParameterTakesItsRoleFromAnotherFormat() throws {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200],
              "parameters": [{ "id": "eye", "range": [0, 1], "role": "ParamEyeLOpen" }],
              "parts": [{ "id": "a", "picture": "a.png", "at": [80, 80] }],
              "bindings": [{ "on": "a", "by": "eye 0 1", "opacity": [0, 1] }] }
            """, pictures: ["a.png": .square])
        var puppet = Puppet(rig: try folder.rig())
        #expect(puppet.draw(Pose([.eyeBlinkLeft: 0.25]), at: .zero).meshes[0].layer.opacity == 0.75)
    }

    @Test(arguments: Role.sums.keys.sorted())
    func everyRoleIsASumOfOurControls(_ role: String) throws {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200], "parameters": [{ "id": "p", "role": "\(role)" }],
              "parts": [{ "id": "a", "picture": "a.png" }] }
            """, pictures: ["a.png": .square])
        #expect(folder.complaints == [])
    }

    @Test(arguments: [("nearest", Float(80)), ("linear", 85), ("cubic", 84.0625)])
    func aCurveRunsBetweenKeysInItsWay(_ curve: String, _ place: Float) throws {
        let rig = try Rig.squares(
            [#"{ "id": "a", "picture": "a.png", "at": [80, 80] }"#],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0 0.5 1", "curve": "\#(curve)", "translate": [[0, 0], [20, 0], [20, 0]] }"#
            ])
        var puppet = Puppet(rig: rig)
        let open: Float = curve == "nearest" ? 0.2 : 0.125
        let list = puppet.draw(Pose([.jawOpen: open]), at: .zero)
        #expect(abs(list.bounds(list.meshes[0]).low.x - place) < 1e-3)
    }

    @Test func aTintIsBound() throws {
        let rig = try Rig.squares(
            [#"{ "id": "a", "picture": "a.png", "at": [80, 80] }"#],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0 1", "tint": [[1, 1, 1], [1, 0, 0]], "screen": [[0, 0, 0], [0, 0, 0.5]] }"#
            ])
        var puppet = Puppet(rig: rig)
        let layer = puppet.draw(Pose([.jawOpen: 0.5]), at: .zero).meshes[0].layer
        #expect(layer.tint == SIMD3(1, 0.5, 0.5) && layer.screen == SIMD3(0, 0, 0.25))
    }

    @Test func aTouchFindsTheFrontMostAreaThatIsThere() throws {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200],
              "groups": [{ "id": "g", "pivot": [100, 100] }],
              "parts": [{ "id": "a", "picture": "a.png", "at": [80, 80], "group": "g" },
                        { "id": "b", "picture": "a.png", "at": [80, 100], "group": "g" }],
              "bindings": [{ "on": "g", "by": "bodyYaw -10 10", "translate": [[-60, 0], [60, 0]] }],
              "hitAreas": [{ "id": "head", "parts": ["b"] }, { "id": "face", "parts": ["a"] },
                           { "id": "floor", "box": [0, 180, 200, 20], "on": "g" }] }
            """, pictures: ["a.png": .square])
        var puppet = Puppet(rig: try folder.rig())
        _ = puppet.draw(.rest, at: .zero)
        #expect(puppet.hitArea(at: [0.5, 0.55], aspect: 1) == "head")
        #expect(puppet.hitArea(at: [0.5, 0.45], aspect: 1) == "face")
        #expect(puppet.hitArea(at: [0.1, 0.1], aspect: 1) == nil)
        #expect(puppet.hitArea(at: [0.5, 0.95], aspect: 1) == "floor")
        // In a picture twice as wide, the view is the middle half.
        #expect(puppet.hitArea(at: [0.5, 0.45], aspect: 2) == "face")
        #expect(puppet.hitArea(at: [0.7, 0.45], aspect: 2) == nil)
        _ = puppet.draw(Pose([.bodyYaw: 10]), at: .milliseconds(10))
        #expect(puppet.hitArea(at: [0.5, 0.55], aspect: 1) == nil)
        #expect(puppet.hitArea(at: [0.8, 0.55], aspect: 1) == "head")
    }
}
