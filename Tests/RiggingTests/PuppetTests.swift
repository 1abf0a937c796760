import AvatarTypes
import Testing

@testable import Rigging

@Suite struct PuppetTests {
    private let square = #"{ "id": "a", "picture": "a.png", "at": [80, 80], "pivot": [100, 100] }"#

    /// Where the corners of the first part are in a pose.
    private func corners(_ rig: Rig, _ values: [Channel: Float]) -> (SIMD2<Float>, SIMD2<Float>) {
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(Pose(values), at: .zero)
        return list.bounds(list.meshes[0])
    }

    @Test func atRestPartsLieWhereTheyWereDrawn() throws {
        let rig = try Rig.squares([square])
        #expect(corners(rig, [:]) == (SIMD2(80, 80), SIMD2(120, 120)))
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(.rest, at: .zero)
        #expect(list.view == Rect(x: 0, y: 0, width: 200, height: 200))
        #expect(list.meshes[0].triangles.count % 3 == 0)
        #expect(list.meshes[0].texture.levels.count == 12)
    }

    @Test func bindingsInterpolateBetweenKeysAndHoldBeyondThem() throws {
        let rig = try Rig.squares(
            [square],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0.2 0.4 0.8", "translate": [[0, 0], [10, 0], [10, 40]] }"#
            ])
        for (open, shift) in [
            (0, SIMD2<Float>(0, 0)), (0.3, SIMD2(5, 0)), (0.4, SIMD2(10, 0)), (0.6, SIMD2(10, 20)),
            (1, SIMD2(10, 40)),
        ] {
            let low = corners(rig, [.jawOpen: Float(open)]).0
            #expect(abs(low.x - 80 - shift.x) < 1e-3 && abs(low.y - 80 - shift.y) < 1e-3)
        }
    }

    @Test func twoInputsMultiplyAndBindingsAddUp() throws {
        let rig = try Rig.squares(
            [square],
            bindings: [
                #"{ "on": "a", "by": ["jawOpen 0 1", "breath 0 1"], "translate": [[[0, 0], [0, 0]], [[0, 0], [40, 0]]] }"#,
                #"{ "on": "a", "by": "cheekPuff 0 1", "translate": [[0, 0], [0, 12]] }"#,
            ])
        let low = corners(rig, [.jawOpen: 0.5, .breath: 0.5, .cheekPuff: 0.5]).0
        #expect(abs(low.x - 90) < 1e-3 && abs(low.y - 86) < 1e-3)
    }

    @Test func partsTurnAndScaleAboutTheirPivotThenWithTheirGroup() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "at": [80, 80], "pivot": [100, 100], "group": "g" }"#
            ],
            groups: [#"{ "id": "g", "pivot": [100, 200] }"#],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0 1", "scale": [1, [2, 0.5]] }"#,
                #"{ "on": "g", "by": "headRoll -20 20", "rotate": [-90, 90] }"#,
            ])
        let (low, high) = corners(rig, [.jawOpen: 1, .headRoll: 20])
        // 80 × 20 about (100, 100), then a quarter turn clockwise about (100, 200)
        #expect(abs(low.x - 190) < 1e-2 && abs(low.y - 160) < 1e-2)
        #expect(abs(high.x - 210) < 1e-2 && abs(high.y - 240) < 1e-2)
    }

    @Test func whatIsNearerMovesFurtherWhenTheHeadTurns() throws {
        let turn =
            #""turn": { "by": ["headYaw", "headPitch"], "center": [100, 100], "radius": [60, 60] }"#
        func middle(_ depth: String, _ values: [Channel: Float]) throws -> SIMD2<Float> {
            let rig = try Rig.squares(
                [
                    #"{ "id": "a", "picture": "a.png", "at": [80, 80], "group": "g", "depth": \#(depth) }"#
                ],
                groups: ["{ \"id\": \"g\", \(turn) }"])
            let (low, high) = corners(rig, values)
            return (low + high) / 2
        }
        // By half its depth; perspective makes the side that comes nearer a little wider.
        #expect(abs(try middle("1", [.headYaw: 30]).x - 130) < 0.7)
        #expect(abs(try middle("0.5", [.headYaw: 30]).x - 115) < 0.7)
        #expect(abs(try middle("-0.5", [.headYaw: 30]).x - 85) < 0.7)
        #expect(abs(try middle("0", [.headYaw: 30]).x - 100) < 0.7)
        #expect(try middle("1", [.headPitch: 20]).y < 80)
    }

    @Test func theFarHalfOfADomeNarrows() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "l", "picture": "a.png", "at": [40, 80], "group": "g", "depth": [1, 0] }"#,
                #"{ "id": "r", "picture": "a.png", "at": [120, 80], "group": "g", "depth": [1, 0] }"#,
            ],
            groups: [
                #"{ "id": "g", "turn": { "by": ["headYaw", "headPitch"], "center": [100, 100], "radius": [80, 80] } }"#
            ])
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(Pose([.headYaw: 20]), at: .zero)
        let widths = list.meshes.map { list.bounds($0).high.x - list.bounds($0).low.x }
        #expect(widths[0] > 40 && widths[1] < 36)
    }

    @Test func aMaskNamesTheMeshesItIsCutBy() throws {
        let rig = try Rig.squares([
            #"{ "id": "a", "picture": "a.png", "at": [20, 20], "opacity": 0 }"#,
            #"{ "id": "b", "picture": "b.png", "at": [30, 30], "inside": ["a"] }"#,
            #"{ "id": "c", "picture": "b.png", "at": [40, 40], "outside": ["a", "b"] }"#,
        ])
        var puppet = Puppet(rig: rig)
        let list = puppet.draw(.rest, at: .zero)
        #expect(list.meshes.count == 2, "what is invisible is not drawn, but still cuts")
        #expect(list.maskMeshes.count == 3)
        let inside = try #require(list.meshes[0].layer.mask)
        #expect(inside.sources == 0..<1 && !inside.isInverted)
        #expect(list.bounds(list.maskMeshes[0]).low == SIMD2(20, 20))
        #expect(list.maskMeshes[0].layer.opacity == 1)
        let outside = try #require(list.meshes[1].layer.mask)
        #expect(outside.sources == 1..<3 && outside.isInverted)
    }

    @Test func orderSwapAndOpacityFollowTheirBindings() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "swap": ["b.png"], "group": "g", "opacity": 0.5 }"#,
                #"{ "id": "b", "picture": "b.png", "at": [100, 100] }"#,
            ], groups: [#"{ "id": "g" }"#],
            bindings: [
                #"{ "on": "a", "by": "jawOpen 0 1", "order": [0, 5], "swap": [0, 1] }"#,
                #"{ "on": "g", "by": "breath 0 1", "opacity": [1, 0.5] }"#,
            ])
        var puppet = Puppet(rig: rig)
        let rest = puppet.draw(.rest, at: .zero)
        let open = puppet.draw(Pose([.jawOpen: 1, .breath: 1]), at: .zero)
        #expect(
            rest.bounds(rest.meshes[0]).low == .zero && open.bounds(open.meshes[1]).low == .zero)
        #expect(rest.meshes[0].texture !== open.meshes[1].texture)
        #expect(rest.meshes[0].layer.opacity == 0.5 && open.meshes[1].layer.opacity == 0.25)
    }

    @Test func driversAreSumsOfChannelsAndOfEachOther() throws {
        let rig = try Rig.squares(
            [square],
            bindings: [#"{ "on": "a", "by": "twice -10 10", "translate": [[-10, 0], [10, 0]] }"#],
            drivers:
                #""grin": "0.5 mouthSmileLeft + 0.5 mouthSmileRight - 0.25", "twice": "2 grin + jawOpen""#
        )
        let low = corners(rig, [.mouthSmileLeft: 1, .mouthSmileRight: 1, .jawOpen: 0.5]).0
        #expect(abs(low.x - 82) < 1e-3)
    }

    @Test func whatIsNoNumberIsTakenAsRest() throws {
        let rig = try Rig.squares(
            [square],
            bindings: [#"{ "on": "a", "by": "jawOpen 0 1", "translate": [[0, 0], [9, 9]] }"#])
        #expect(corners(rig, [.jawOpen: .nan]) == corners(rig, [:]))
        #expect(corners(rig, [.jawOpen: .infinity]).0 == SIMD2(89, 89))
    }

    @Test func theSameShowTwiceIsTheSame() throws {
        let rig = try Rig.squares(
            [square],
            bindings: [#"{ "on": "a", "by": "swing -9 9", "translate": [[-9, 0], [9, 0]] }"#],
            drivers: #""swing": { "follow": "headYaw", "period": 0.6 }"#)
        func show() -> [[SIMD2<Float>]] {
            var puppet = Puppet(rig: rig)
            return [0, 1, 2, 2, 5, 900, 3, 4].map { frame in
                puppet.draw(
                    Pose([.headYaw: Float(frame * 7 % 30)]), at: .frames(frame, perSecond: 30)
                ).positions
            }
        }
        let first = show()
        #expect(first == show())
        #expect(first[1] != first[0], "it swings")
        #expect(first[5] == first[0] && first[6] == first[0], "after a jump it hangs at rest")
    }
}
