import AvatarTypes
import Glibc
import Testing

@testable import Rigging

@Suite struct ChainTests {
    private let chain = Chain(root: [0, 0], tip: [0, 100], joints: 4, width: 4)

    private func bent(_ points: [SIMD2<Float>], _ angles: [Float]) -> [SIMD2<Float>] {
        var points = points
        points.withUnsafeMutableBufferPointer { points in
            angles.withUnsafeBufferPointer { chain.bend(points, by: $0) }
        }
        return points
    }

    @Test func straightItMovesNothing() {
        let points: [SIMD2<Float>] = [[3, 40], [-5, 90], [0, 130], [7, -20]]
        for (before, after) in zip(points, bent(points, [0, 0, 0, 0])) {
            #expect(abs(before.x - after.x) < 1e-3 && abs(before.y - after.y) < 1e-3)
        }
    }

    @Test func whatLiesBeforeTheRootStays() {
        #expect(bent([[4, -10]], [0.5, 0.5, 0.5, 0.5]) == [[4, -10]])
    }

    @Test func aPositiveAngleTurnsTheTipClockwise() {
        // Hanging down, clockwise is to the picture's left.
        let tip = bent([[0, 100]], [0.2, 0.3, 0.4, 0.5])[0]
        #expect(tip.x < -20 && tip.y < 100)
    }

    @Test func itKeepsItsLength() {
        let line = (0...50).map { SIMD2<Float>(0, Float($0) * 2) }
        let points = bent(line, [0.1, 0.4, 0.6, 0.8])
        let length = zip(points, points.dropFirst()).reduce(Float(0)) {
            let way = $1.1 - $1.0
            return $0 + (way * way).sum().squareRoot()
        }
        #expect(abs(length - 100) < 1)
    }

    @Test func aBindingBendsWhatHasAChain() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "at": [80, 80], "pivot": [100, 80], "bend": { "joints": 3 } }"#
            ],
            bindings: [#"{ "on": "a", "by": "jawOpen 0 1", "bend": [0, 60] }"#])
        var puppet = Puppet(rig: rig)
        let rest = puppet.draw(.rest, at: .zero)
        let bent = puppet.draw(Pose([.jawOpen: 1]), at: .zero)
        #expect(bent.bounds(bent.meshes[0]).low.x < rest.bounds(rest.meshes[0]).low.x - 10)
    }

    @Test func aHangingPartSwingsWhenItsGroupMoves() throws {
        let rig = try Rig.squares(
            [
                #"{ "id": "a", "picture": "a.png", "at": [80, 80], "group": "g", "pivot": [100, 80], "hang": { "period": 0.5 } }"#
            ],
            groups: [#"{ "id": "g" }"#],
            bindings: [#"{ "on": "g", "by": "headYaw -30 30", "translate": [[-30, 0], [30, 0]] }"#])
        var puppet = Puppet(rig: rig)
        _ = puppet.draw(.rest, at: .zero)
        func width(_ list: DrawList) -> Float {
            let (low, high) = list.bounds(list.meshes[0])
            return high.x - low.x
        }
        let moving = puppet.draw(Pose([.headYaw: 20]), at: .milliseconds(100))
        #expect(width(moving) > 45)
        var rest = moving
        for frame in 1...200 {
            rest = puppet.draw(Pose([.headYaw: 20]), at: .milliseconds(100 + 30 * frame))
        }
        #expect(abs(width(rest) - 40) < 0.1)
    }
}
