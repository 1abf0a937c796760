import AvatarTypes
import Documents

/// A chain of joints as it is written: `bend`, moved by bindings, or `hang`, moved by itself.
struct ChainEntry {
    var field: Field
    /// Where it ends, when the author says so; it begins at the pivot.
    var tip: SIMD2<Float>?
    var joints: Int
    /// What makes it hang.
    var swing: Swing?

    struct Swing {
        var period: Float
        var damping: Float
        var stiffness: Float
        var wind: Float
    }

    private static let keys = ["to", "joints"]

    init(bend field: Field, _ complaints: inout [Complaint]) {
        self.init(Members(of: field, allowing: Self.keys, &complaints), &complaints)
    }

    init(hang field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: Self.keys + ["period", "damping", "stiffness", "wind"],
            &complaints)
        self.init(members, &complaints)
        swing = Swing(
            period: Float(members.number("period", in: 0.1...10, default: 0.9, &complaints)),
            damping: Float(members.number("damping", in: 0.05...0.95, default: 0.2, &complaints)),
            stiffness: Float(members.number("stiffness", in: 0...1, default: 0.5, &complaints)),
            wind: Float(members.number("wind", in: 0...4, default: 1, &complaints)))
    }

    private init(_ members: Members, _ complaints: inout [Complaint]) {
        field = members.field
        joints = Int(members.number("joints", in: 1...8, default: 4, &complaints))
        tip = members["to"]?.numbers(count: 2, in: -16_384...32_768, &complaints)
            .map { SIMD2(Float($0[0]), Float($0[1])) }
    }
}
