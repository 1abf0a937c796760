/// One way in which inputs move a node: values at keys, interpolated between them.
///
/// Bindings of one node add up: offsets, angles and orders are added, scales and opacities multiplied.
struct Binding: Sendable {
    var node: Int
    var axes: [Axis]
    var target: Target

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
    }

    /// The combinations of keys around the inputs, and how much each counts.
    func corners(_ inputs: [Float], into corners: inout [(index: Int, weight: Float)]) {
        corners.removeAll(keepingCapacity: true)
        corners.append((0, 1))
        for axis in axes {
            let (key, fraction) = axis.locate(inputs[axis.input])
            for slot in corners.indices {
                let (index, weight) = corners[slot]
                let first = index * axis.keys.count + key
                corners[slot] = (first, weight * (1 - fraction))
                if fraction > 0 { corners.append((first + 1, weight * fraction)) }
            }
            corners.removeAll { $0.weight == 0 }
        }
    }
}
