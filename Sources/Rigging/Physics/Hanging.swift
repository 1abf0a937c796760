import Glibc

/// What hangs along a chain and swings: equal weights on equal threads, moved by the true motion of its
/// root, pulled down by gravity, held in shape by its stiffness, blown by the wind.
///
/// The small swings of such a chain are a sum of independent ones, its normal modes: the slow sway of the
/// whole and faster waves along it. Each is a `Strand` and solved exactly, so there are no sub-steps, it is
/// stable at any frame rate, and left alone its energy only falls.
///
/// - Source: the hanging chain of point masses (Bernoulli), linearized; modes by Jacobi's method.
struct Hanging: Sendable {
    /// Slowest first.
    private let modes: [Mode]
    /// 0: rolls with the head only as far as it is flung, then hangs straight down; 1: keeps its drawn
    /// angle to the head.
    let stiffness: Float
    /// How much of the rig's wind it takes.
    let wind: Float
    /// Shifts the gusts, so that no two locks move as one.
    private let phase: Float

    private struct Mode: Sendable {
        var strand: Strand
        /// Angle of each segment when the mode is at 1.
        var shape: [Float]
        /// How far a motion of the root moves the mode.
        var participation: Float
    }

    /// What persists between frames, and the angles of the present one.
    struct State: Sendable {
        var modes: [Strand.State]?
    }

    /// How the root moves: sideways to the chain in lengths of it, and turned, in radians.
    struct Root {
        var shift: Float
        var turn: Float
    }

    /// A lock is never bent further than this, in radians: hair has a body.
    private static let most: Float = 0.9

    /// - Parameters:
    ///   - joints: 1 to 8.
    ///   - period: seconds of the slow sway.
    ///   - damping: of the slow sway; the waves die faster.
    ///   - phase: 0…1.
    init(
        joints: Int, period: Float, damping: Float, stiffness: Float, wind: Float, phase: Float
    ) {
        self.stiffness = stiffness
        self.wind = wind
        self.phase = phase
        // Weights below joint i: n − i. Motion: M θ'' + K θ = −k·(root''), with M = min of both, K = diag(k).
        let weights = (0..<joints).map { Float(joints - $0) }
        let roots = weights.map { $0.squareRoot() }
        var matrix = (0..<joints).map { row in
            (0..<joints).map { column in
                min(weights[row], weights[column]) / (roots[row] * roots[column])
            }
        }
        let vectors = Self.diagonalize(&matrix)
        let order = (0..<joints).sorted { matrix[$0][$0] > matrix[$1][$1] }
        let slowest = matrix[order[0]][order[0]]
        modes = order.map { mode in
            let rate = (slowest / max(matrix[mode][mode], 1e-6)).squareRoot()
            let shape = (0..<joints).map { vectors[$0][mode] / roots[$0] }
            // The projection of "every segment turned alike", in the metric of K.
            let participation = (0..<joints).reduce(Float(0)) {
                $0 + vectors[$1][mode] * roots[$1]
            }
            return Mode(
                strand: Strand(
                    anchor: Sum(), period: period / rate,
                    damping: min(damping * rate.squareRoot(), 0.9)),
                shape: shape, participation: participation)
        }
    }

    /// Moves on and writes the segments' angles in radians.
    ///
    /// - Parameters:
    ///   - seconds: since the last frame; nil hangs at rest at once.
    ///   - gale: degrees that the wind turns a free tip, along the side of the chain.
    func advance(
        _ state: inout State, root: Root, in seconds: Float?, at time: Float, gale: Float,
        into angles: UnsafeMutableBufferPointer<Float>
    ) {
        var present = state.modes ?? []
        let isContinued = seconds != nil && present.count == modes.count
        if !isContinued { present = [] }
        // Hair that does not turn with the head stays where gravity has it.
        let sag = -(1 - stiffness) * root.turn
        let blown = gale * wind * (.pi / 180) * gust(at: time)
        for joint in angles.indices {
            let way = Float(joint + 1) / Float(angles.count)
            angles[joint] = sag * min(1, 0.4 + way) + blown * way
        }
        for (slot, mode) in modes.enumerated() {
            let anchor = mode.participation * (root.shift + stiffness * root.turn)
            if let seconds, isContinued {
                mode.strand.advance(&present[slot], to: anchor, in: seconds)
            } else {
                present.append(Strand.State(anchor: anchor))
            }
            let lag = present[slot].lag
            for joint in angles.indices { angles[joint] += lag * mode.shape[joint] }
        }
        for joint in angles.indices {
            angles[joint] = Self.most * tanhf(angles[joint] / Self.most)
        }
        state.modes = present
    }

    /// 0.3…1.3: slow waves that never meet the same way twice in a show.
    private func gust(at time: Float) -> Float {
        let t = time + 7 * phase
        return 0.8 + 0.25 * sinf(1.31 * t) + 0.15 * sinf(3.07 * t + 2) + 0.1 * sinf(7.3 * t + 4)
    }

    /// Jacobi's method for a small symmetric matrix: leaves the eigenvalues on its diagonal.
    ///
    /// - Returns: the eigenvectors, as columns.
    private static func diagonalize(_ matrix: inout [[Float]]) -> [[Float]] {
        let count = matrix.count
        var vectors = (0..<count).map { row in (0..<count).map { row == $0 ? Float(1) : 0 } }
        for _ in 0..<24 {
            for p in 0..<count {
                for q in (p + 1)..<max(count, p + 1) where abs(matrix[p][q]) > 1e-9 {
                    let angle = 0.5 * atan2f(2 * matrix[p][q], matrix[q][q] - matrix[p][p])
                    let (s, c) = (sinf(angle), cosf(angle))
                    for k in 0..<count {
                        let (a, b) = (matrix[k][p], matrix[k][q])
                        (matrix[k][p], matrix[k][q]) = (c * a - s * b, s * a + c * b)
                    }
                    for k in 0..<count {
                        let (a, b) = (matrix[p][k], matrix[q][k])
                        (matrix[p][k], matrix[q][k]) = (c * a - s * b, s * a + c * b)
                    }
                    for k in 0..<count {
                        let (a, b) = (vectors[k][p], vectors[k][q])
                        (vectors[k][p], vectors[k][q]) = (c * a - s * b, s * a + c * b)
                    }
                }
            }
        }
        return vectors
    }
}
