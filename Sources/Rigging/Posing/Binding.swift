/// One way in which inputs move a node: values at keys, interpolated between them.
///
/// Bindings of one node add up: offsets, angles and orders are added, scales and opacities multiplied.
struct Binding: Sendable {
    var node: Int
    var axes: [Axis]
    var curve = Curve.linear
    var target: Target

    /// How values run between keys.
    enum Curve: String, CaseIterable, Sendable {
        case nearest, linear
        /// Smoothly through every key, and on in the same direction there.
        case cubic
    }

    /// An input and the values of it at which something is said.
    struct Axis: Sendable {
        var input: Int
        /// Ascending, at least two.
        var keys: [Float]

        /// The key at or before a value and how far it is to the next; held at both ends.
        func locate(_ value: Float) -> (key: Int, fraction: Float) {
            let upper = keys.firstIndex { $0 > value } ?? keys.count
            if upper == 0 { return (0, 0) }
            if upper == keys.count { return (keys.count - 2, 1) }
            return (upper - 1, (value - keys[upper - 1]) / (keys[upper] - keys[upper - 1]))
        }
    }

    /// A value for each combination of keys; the last axis runs fastest.
    enum Target: Sendable {
        case translate([SIMD2<Float>])
        /// Degrees, clockwise.
        case rotate([Float])
        case scale([SIMD2<Float>])
        case opacity([Float])
        case order([Float])
        /// Which of the part's pictures; the nearest key decides.
        case swap([Int])
        /// Offsets of every control point, one row of them per combination.
        case warp([[SIMD2<Float>]])
        /// Radians of every joint of the chain, one row of them per combination.
        case bend([[Float]])
        /// Offsets of every vertex of a part, which begin at `first` among those that forms move; an
        /// empty row is rest.
        case form(first: Int, [[SIMD2<Float>]])
        case tint([SIMD3<Float>])
        case screen([SIMD3<Float>])
        /// Uniforms of its shader: the same ones in every row.
        case shader([[Node.Uniform]])
    }

    /// The combinations of keys around the inputs, and how much each counts.
    func corners(_ inputs: [Float], into corners: inout [(index: Int, weight: Float)]) {
        corners.removeAll(keepingCapacity: true)
        corners.append((0, 1))
        for axis in axes {
            let (key, fraction) = axis.locate(inputs[axis.input])
            let weights = curve.weights(
                at: fraction, first: key == 0, last: key == axis.keys.count - 2)
            for slot in corners.indices {
                let (index, weight) = corners[slot]
                let first = index * axis.keys.count + key
                corners[slot] = (first, weight * weights[1])
                for (step, share) in [(-1, weights[0]), (1, weights[2]), (2, weights[3])]
                where share != 0 {
                    corners.append((first + step, weight * share))
                }
            }
            corners.removeAll { $0.weight == 0 }
        }
    }
}

extension Binding.Curve {
    /// How much the key before, the two around a place between keys, and the one after count.
    ///
    /// - Parameters:
    ///   - first: there is no key before.
    ///   - last: there is no key after.
    /// - Source: Catmull-Rom, ends doubled.
    func weights(at fraction: Float, first: Bool, last: Bool) -> SIMD4<Float> {
        switch self {
        case .nearest: return fraction < 0.5 ? [0, 1, 0, 0] : [0, 0, 1, 0]
        case .linear: return [0, 1 - fraction, fraction, 0]
        case .cubic:
            let t = fraction
            let (t2, t3) = (t * t, t * t * t)
            var weights =
                SIMD4(
                    -t + 2 * t2 - t3, 2 - 5 * t2 + 3 * t3, t + 4 * t2 - 3 * t3, t3 - t2) / 2
            if first { (weights[1], weights[0]) = (weights[1] + weights[0], 0) }
            if last { (weights[2], weights[3]) = (weights[2] + weights[3], 0) }
            return weights
        }
    }
}
