import AvatarTypes
import Documents

extension Assembly {
    /// Holds the vertices of welded parts to what they are welded to.
    ///
    /// A vertex that lies on the other part is held to that place of it; one that lies beside it, to the
    /// nearest vertex, the less the farther it is.
    mutating func joinWelds(_ complaints: inout [Complaint]) {
        for index in parts.indices {
            guard let weld = entries[parts[index].node].picture?.weld else { continue }
            guard let other = parts.firstIndex(where: { nodes[$0.node].id == weld.other.id }),
                other != index
            else {
                complaints.append(
                    weld.other.field.unknown(
                        "other part", weld.other.id,
                        among: parts.map { nodes[$0.node].id }.filter {
                            $0 != nodes[parts[index].node].id
                        }))
                continue
            }
            parts[index].welds = parts[index].vertices.compactMap {
                hold(of: $0, to: other, within: weld.reach)
            }
        }
    }

    private func hold(of vertex: Int, to other: Int, within reach: Float) -> Weld? {
        let (point, part) = (positions[vertex], parts[other])
        for first in stride(from: part.triangles.lowerBound, to: part.triangles.upperBound, by: 3) {
            let corners = (0..<3).map { Int(indices[first + $0]) }
            guard
                let inside = Barycentric(
                    of: point, in: positions[corners[0]], positions[corners[1]],
                    positions[corners[2]])
            else { continue }
            return Weld(
                vertex: vertex, corners: SIMD3(corners.map(Int32.init)), weights: inside.weights,
                hold: 1, part: other)
        }
        let distances = part.vertices.map { near -> (vertex: Int, distance: Float) in
            let way = positions[near] - point
            return (near, (way * way).sum().squareRoot())
        }
        guard let nearest = distances.min(by: { $0.distance < $1.distance }),
            nearest.distance < reach
        else { return nil }
        let hold = 1 - nearest.distance / reach
        return Weld(
            vertex: vertex, corners: SIMD3(repeating: Int32(nearest.vertex)),
            weights: SIMD3(1, 0, 0), hold: hold * hold * (3 - 2 * hold), part: other)
    }
}
