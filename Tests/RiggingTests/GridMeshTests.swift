import AvatarTypes
import Testing

@testable import Rigging

@Suite struct GridMeshTests {
    /// A ring with a hole, and a lone pixel in a corner.
    private var ring: Image {
        var image = Image(width: 200, height: 150)
        for y in 0..<150 {
            for x in 0..<200 {
                let far = (x - 90) * (x - 90) + (y - 80) * (y - 80)
                if (3600..<4200).contains(far) { image[x, y] = SIMD4(9, 9, 9, 9) }
            }
        }
        image[199, 0] = SIMD4(1, 1, 1, 1)
        return image
    }

    @Test func everyPixelWithAlphaIsCovered() {
        let image = ring
        let mesh = GridMesh(covering: [image], at: SIMD2(1000, 500), cell: 16)
        var uncovered = 0
        for y in 0..<150 {
            for x in 0..<200 where image[x, y].w > 0 {
                let point = SIMD2(1000.5 + Float(x), 500.5 + Float(y))
                if !mesh.contains(point) { uncovered += 1 }
            }
        }
        #expect(uncovered == 0)
    }

    @Test func cellsWithNothingInThemAreLeftOut() {
        let mesh = GridMesh(covering: [ring], at: .zero, cell: 16)
        #expect(!mesh.contains(SIMD2(90, 80)), "the hole of the ring")
        #expect(!mesh.contains(SIMD2(190, 140)), "the empty corner")
        #expect(mesh.triangles.count < 13 * 10 * 6)
    }

    @Test func pointsLookWhereTheyLie() {
        let mesh = GridMesh(covering: [ring], at: SIMD2(30, 40), cell: 16)
        for (position, uv) in zip(mesh.positions, mesh.uvs) {
            let expected = (position - SIMD2(30, 40)) / SIMD2(200, 150)
            #expect(abs(uv - expected).max() < 1e-5)
        }
    }

    @Test func theMeshServesEveryPictureThatAPartMayWear() {
        var left = Image(width: 100, height: 10)
        var right = Image(width: 100, height: 10)
        left[0, 5] = SIMD4(1, 1, 1, 1)
        right[99, 5] = SIMD4(1, 1, 1, 1)
        let mesh = GridMesh(covering: [left, right], at: .zero, cell: 10)
        #expect(mesh.contains(SIMD2(0.5, 5.5)) && mesh.contains(SIMD2(99.5, 5.5)))
        #expect(!mesh.contains(SIMD2(50, 5)))
    }
}

extension GridMesh {
    fileprivate func contains(_ point: SIMD2<Float>) -> Bool {
        func side(_ a: SIMD2<Float>, _ b: SIMD2<Float>) -> Float {
            (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        }
        return stride(from: 0, to: triangles.count, by: 3).contains { first in
            let corners = (0..<3).map { positions[Int(triangles[first + $0])] }
            let sides = (0..<3).map { side(corners[$0], corners[($0 + 1) % 3]) }
            return sides.allSatisfy { $0 >= 0 } || sides.allSatisfy { $0 <= 0 }
        }
    }
}

private func abs(_ vector: SIMD2<Float>) -> SIMD2<Float> { pointwiseMax(vector, -vector) }
