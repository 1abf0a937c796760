import AvatarTypes
import Documents
import Testing

@testable import Rigging

@Suite struct LatticeTests {
    private let lattice = Lattice(
        columns: 5, rows: 3, box: Rect(x: 100, y: 200, width: 80, height: 40))

    private func moved(_ point: SIMD2<Float>, _ keyform: String) throws -> SIMD2<Float> {
        let document = try Document(text: "[\"\(keyform)\"]", name: "form.json")
        var complaints: [Complaint] = []
        let field = try #require(document.root.elements?.first)
        let offsets = try #require(
            Keyform.offsets(field, columns: lattice.columns, rows: lattice.rows, &complaints))
        #expect(complaints.isEmpty)
        var points = [point]
        points.withUnsafeMutableBufferPointer { points in
            offsets.withUnsafeBufferPointer { lattice.displace(points, by: $0) }
        }
        return points[0] - point
    }

    @Test(arguments: [
        ("rest", SIMD2<Float>(0, 0)), ("down 8", SIMD2(0, 8)), ("across 8", SIMD2(8, 0)),
        ("top 8", SIMD2(0, 6)), ("bottom 8", SIMD2(0, 2)), ("left 8", SIMD2(4, 0)),
        ("right 8", SIMD2(4, 0)), ("wide 8", SIMD2(0, 0)), ("rows 0 8", SIMD2(0, 2)),
        ("columns 0 8", SIMD2(4, 0)), ("down 8; across -8", SIMD2(-8, 8)),
    ])
    func everyWordMovesAsItSays(_ keyform: String, _ expected: SIMD2<Float>) throws {
        // half across, a quarter down
        let offset = try moved(SIMD2(140, 210), keyform)
        #expect(abs(offset.x - expected.x) < 1e-3 && abs(offset.y - expected.y) < 1e-3)
    }

    @Test func anArchIsSmoothAndPassesThroughItsAmounts() throws {
        #expect(abs(try moved(SIMD2(100, 220), "down 0 20 0").y) < 1e-3)
        #expect(abs(try moved(SIMD2(140, 220), "down 0 20 0").y - 20) < 1e-3)
        let quarter = try moved(SIMD2(120, 220), "down 0 20 0").y
        #expect(quarter > 10 && quarter < 16)
    }

    @Test func aStraightRowStaysStraightToItsEnds() throws {
        for step in 0...16 {
            let x = 100 + Float(step) * 5
            #expect(abs(try moved(SIMD2(x, 220), "down 0 40").y - Float(step) * 2.5) < 1e-3)
        }
    }

    @Test func whatLiesOutsideFollowsTheNearestEdge() throws {
        #expect(abs(try moved(SIMD2(50, 220), "down 4 0").y - 4) < 1e-3)
        #expect(abs(try moved(SIMD2(900, 900), "bottom 7").y - 7) < 1e-3)
    }
}
