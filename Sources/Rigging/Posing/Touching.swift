import AvatarTypes

// Where a finger meets the character in the last frame.
extension Puppet {
    /// Less than this is not felt: the soft rim of a picture.
    private static let palpable: UInt8 = 64

    /// The front-most hit area at a place in the picture of the last frame, or nil.
    ///
    /// - Parameters:
    ///   - place: 0…1 from the left and top of the picture.
    ///   - aspect: width of the picture by its height.
    public func hitArea(at place: SIMD2<Float>, aspect: Float) -> String? {
        let view = rig.view
        // The view is fitted, whole and centred, into the picture.
        let size =
            view.width / view.height > aspect
            ? SIMD2(view.width, view.width / aspect) : SIMD2(view.height * aspect, view.height)
        let center = SIMD2(view.x + view.width / 2, view.y + view.height / 2)
        let point = center + (place - 0.5) * size
        return rig.areas.first { area in
            area.parts.contains { covers(point, rig.parts[$0]) }
                || area.box.map { contains($0, point) } ?? false
        }?.name
    }

    private func covers(_ point: SIMD2<Float>, _ part: Part) -> Bool {
        guard isShown(part) else { return false }
        let picture = texture(of: part).levels[0]
        for first in stride(from: part.triangles.lowerBound, to: part.triangles.upperBound, by: 3) {
            let corners = (0..<3).map { Int(rig.indices[first + $0]) }
            guard
                let inside = Barycentric(
                    of: point, in: positions[corners[0]], positions[corners[1]],
                    positions[corners[2]])
            else { continue }
            let weights = inside.weights
            let uv =
                rig.uvs[corners[0]] * weights.x + rig.uvs[corners[1]] * weights.y
                + rig.uvs[corners[2]] * weights.z
            let x = min(max(Int(uv.x * Float(picture.width)), 0), picture.width - 1)
            let y = min(max(Int(uv.y * Float(picture.height)), 0), picture.height - 1)
            if picture[x, y].w >= Self.palpable { return true }
        }
        return false
    }

    private func contains(_ box: HitArea.Box, _ point: SIMD2<Float>) -> Bool {
        var corners = box.corners
        if !states.isEmpty {
            corners.withUnsafeMutableBufferPointer {
                carry($0, along: box.chain, depths: box.depths)
            }
        }
        return Barycentric(of: point, in: corners[0], corners[1], corners[2]) != nil
            || Barycentric(of: point, in: corners[0], corners[2], corners[3]) != nil
    }
}
