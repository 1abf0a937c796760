import AvatarTypes
import Foundation
import Testing

@testable import Rigging

/// A picture of 41 × 33 pixels, swinging on a chain, in every detail.
@Suite struct DetailTests {
    private func rig(_ detail: Rig.Detail) throws -> Rig {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200],
              "parts": [{ "id": "a", "picture": "a.png", "at": [80, 80], "pivot": [100, 80], "mesh": 8,
                          "bend": { "joints": 4 } }],
              "bindings": [{ "on": "a", "by": "jawOpen 0 1", "bend": [0, [5, 20, 30, 40]] }] }
            """,
            pictures: [
                "a.png": Pixels(width: 41, height: 33) { x, y in SIMD4(UInt8(4 * x), 0, 0, 255) }
            ])
        return try Rig(contentsOf: folder.directory, name: "doll", detail: detail)
    }

    @Test func lessDetailHasSmallerPicturesFewerVerticesAndFewerJoints() throws {
        let rigs = try Rig.Detail.allCases.map(rig)
        #expect(rigs.map { $0.parts[0].textures[0].width } == [41, 21, 11])
        #expect(rigs[0].positions.count > rigs[1].positions.count)
        #expect(rigs[1].positions.count > rigs[2].positions.count)
        #expect(rigs.map(\.jointCount) == [4, 2, 2])
    }

    @Test(arguments: Rig.Detail.allCases)
    func everyPointLooksAtTheSamePlaceOfThePicture(_ detail: Rig.Detail) throws {
        let rig = try rig(detail)
        let step = Float(1 << detail.halvings)
        let texture = rig.parts[0].textures[0]
        for (position, uv) in zip(rig.positions, rig.uvs) {
            let pixel = uv * SIMD2(Float(texture.width), Float(texture.height)) * step
            let off = pixel - (position - SIMD2(80, 80))
            #expect(abs(off.x) < 1e-3 && abs(off.y) < 1e-3)
        }
    }

    @Test(arguments: Rig.Detail.allCases)
    func itMovesAlikeInEveryDetail(_ detail: Rig.Detail) throws {
        func low(_ detail: Rig.Detail) throws -> SIMD2<Float> {
            var puppet = Puppet(rig: try rig(detail))
            let list = puppet.draw(Pose([.jawOpen: 1]), at: .zero)
            return list.bounds(list.meshes[0]).low
        }
        let (here, there) = (try low(detail), try low(.full))
        #expect(abs(here.x - there.x) < 3 && abs(here.y - there.y) < 3)
    }
}
