import CLanes

/// What one step of a lane program does to each lane.
enum LaneOp: UInt8, CaseIterable, Sendable {
    // The order is that of `lanes_op` in `lanes.h`.
    case add, sub, mul, div, min, max
    /// a · b + c, rounded twice.
    case mad
    case neg, abs, sign, floor, ceil, trunc, fract
    case sqrt, inversesqrt, sin, cos, asin, acos, atan
    case atan2, exp2, log2
    /// Comparisons give all bits or none.
    case less, lessEqual, equal, notEqual
    case and, or, xor, not
    /// b where a's bits are set, else c.
    case select
    /// Reads a picture at a + c across and b down: four values; their nodes are `channel`s of this one.
    case fetch
    /// The same where all pixels of a row look equally far: a is where each of them is.
    case fetchShifted
    /// The same where every pixel reads itself.
    case fetchStraight

    // What is not carried out but is there already.
    case constant
    /// One number of the uniforms.
    case uniform
    /// `v_uv` and `gl_FragCoord`.
    case acrossUV, downUV, acrossPixel, downPixel
    /// One of the four values of a fetch.
    case channel

    var isFetch: Bool { self == .fetch || self == .fetchShifted || self == .fetchStraight }

    /// Whether the machine carries it out.
    var isCarriedOut: Bool { rawValue < UInt8(lanes_op_count.rawValue) }
}
