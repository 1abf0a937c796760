import CLanes

/// A program for the lane machine, and the plan of its memory.
///
/// The memory begins with values that all pixels share, one vector each; registers of a whole row follow.
struct LaneProgram: @unchecked Sendable {
    /// What is carried out once a picture, once a row, and for every pixel.
    var perPicture: [lanes_instruction] = []
    var perRow: [lanes_instruction] = []
    var perPixel: [lanes_instruction] = []
    /// Constants, where they stand.
    var constants: [(place: UInt32, bits: UInt32)] = []
    /// Where the numbers of the uniforms stand, one vector each.
    var uniforms: [(place: UInt32, number: Int)] = []
    /// Where the machine's user writes the pixels' positions; nil when nobody reads them.
    var acrossUV: UInt32?
    var acrossPixel: UInt32?
    var downUV: UInt32?
    var downPixel: UInt32?
    /// Red, green, blue, alpha.
    var outputs: (UInt32, UInt32, UInt32, UInt32) = (0, 0, 0, 0)
    var outputStrides: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
    /// Vectors of the memory in all.
    var size = 0

    /// Rows of one register, in pixels.
    static let width = Int(lanes_vectors) * Int(lanes_per_vector)

    var fetches: Int {
        perPixel.count { LaneOp(rawValue: $0.op)?.isFetch == true }
    }
}
