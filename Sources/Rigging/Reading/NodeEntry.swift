import AvatarTypes
import Documents

/// A group or part as it is written.
struct NodeEntry {
    var id: String
    var field: Field
    var parent: Reference?
    var pivot: SIMD2<Float>?
    var opacity: Float
    var order: Float
    var depth: Turn.Depth?
    var warp: WarpEntry?
    var turn: TurnEntry?
    /// The name of the colour that outfits and appearances may give it.
    var dye: String?
    var chain: ChainEntry?
    var shader: ShaderEntry?
    /// What makes a group isolated: how it is laid over what is below.
    var isolation: LayeringEntry?
    /// What makes it a part.
    var picture: PictureEntry?

    /// A name of something else in the file.
    struct Reference {
        var id: String
        var field: Field
    }

    private static let keys = [
        "id", "group", "pivot", "opacity", "order", "depth", "warp", "dye", "bend", "hang",
        "shader",
    ]

    init?(group field: Field, _ complaints: inout [Complaint]) {
        let members = Members(
            of: field, allowing: Self.keys + ["turn", "isolated"] + LayeringEntry.keys, &complaints)
        self.init(members, &complaints)
        turn = members["turn"].flatMap { TurnEntry($0, &complaints) }
        if members.bool("isolated", default: false, &complaints) {
            isolation = LayeringEntry(members, &complaints)
        } else if let key = LayeringEntry.keys.first(where: { members[$0] != nil }) {
            complaints.append(
                field.complaint(
                    "A group has '\(key)' only when it is isolated.",
                    remedy: "Add \"isolated\": true."))
        } else if members["shader"] != nil {
            complaints.append(
                field.complaint(
                    "A group has a shader only when it is isolated.",
                    remedy: "Add \"isolated\": true."))
        }
    }

    init?(part field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: Self.keys + PictureEntry.keys, &complaints)
        self.init(members, &complaints)
        picture = PictureEntry(members, &complaints)
        if picture == nil { return nil }
    }

    private init?(_ members: Members, _ complaints: inout [Complaint]) {
        field = members.field
        guard field.members != nil, let named = members.required("id", &complaints) else {
            return nil
        }
        let letters = (named.string ?? "").utf8
        guard !letters.isEmpty, letters.allSatisfy(\.isIdLetter) else {
            complaints.append(
                named.complaint(
                    "'\(named.path)' must be a name.",
                    remedy: "Use small letters, digits and '-', as in \"lash-upper-l\"."))
            return nil
        }
        id = named.string ?? ""
        parent = members.string("group", &complaints).flatMap { name in
            members["group"].map { Reference(id: name, field: $0) }
        }
        pivot = members["pivot"]?.numbers(count: 2, in: -16_384...32_768, &complaints)
            .map { SIMD2(Float($0[0]), Float($0[1])) }
        opacity = Float(members.number("opacity", in: 0...1, default: 1, &complaints))
        order = Float(members.number("order", in: -1000...1000, default: 0, &complaints))
        depth = members["depth"].flatMap { Turn.Depth($0, &complaints) }
        warp = members["warp"].flatMap { WarpEntry($0, &complaints) }
        dye = members.string("dye", &complaints)
        shader = members["shader"].flatMap { ShaderEntry($0, &complaints) }
        if let hang = members["hang"] {
            chain = ChainEntry(hang: hang, &complaints)
            if let bend = members["bend"] {
                complaints.append(
                    bend.complaint(
                        "What hangs is bent by its own chain.",
                        remedy: "Remove 'bend'; a binding may bend what hangs, too."))
            }
        } else {
            chain = members["bend"].map { ChainEntry(bend: $0, &complaints) }
        }
    }
}

/// A lattice as it is written: `[columns, rows]`, or with a box of its own.
struct WarpEntry {
    var columns: Int
    var rows: Int
    /// The bounds of what it bends, when nil.
    var box: Rect?

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        var grid: Field? = field
        if field.members != nil {
            let members = Members(of: field, allowing: ["grid", "box"], &complaints)
            grid = members.required("grid", &complaints)
            box = members["box"]?.numbers(count: 4, in: -16_384...32_768, &complaints)
                .map(Rect.init)
            if let box, box.width <= 0 || box.height <= 0 {
                complaints.append(
                    field.complaint(
                        "The lattice's box is empty.", remedy: "Write [x, y, width, height]."))
            }
        }
        guard let counts = grid?.numbers(count: 2, in: 2...33, &complaints) else { return nil }
        columns = Int(counts[0])
        rows = Int(counts[1])
    }
}

/// A turning group as it is written.
struct TurnEntry {
    var by: [NodeEntry.Reference]
    var center: SIMD2<Float>
    var radius: SIMD2<Float>

    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let members = Members(of: field, allowing: ["by", "center", "radius"], &complaints)
        guard let names = members.required("by", &complaints),
            let center = members.required("center", &complaints)?
                .numbers(count: 2, in: -16_384...32_768, &complaints),
            let radius = members.required("radius", &complaints)?
                .numbers(count: 2, in: 1...16_384, &complaints)
        else { return nil }
        by = (names.elements ?? []).compactMap { name in
            name.string.map { NodeEntry.Reference(id: $0, field: name) }
        }
        guard by.count == 2 else {
            complaints.append(
                names.complaint(
                    "A turn needs two inputs, yaw and pitch.",
                    remedy: "Write [\"headYaw\", \"headPitch\"]."))
            return nil
        }
        self.center = SIMD2(Float(center[0]), Float(center[1]))
        self.radius = SIMD2(Float(radius[0]), Float(radius[1]))
    }
}

extension Turn.Depth {
    /// One number, or that of the middle and that of the rim.
    init?(_ field: Field, _ complaints: inout [Complaint]) {
        let range = -4.0...4.0
        if field.elements != nil {
            guard let pair = field.numbers(count: 2, in: range, &complaints) else { return nil }
            self.init(center: Float(pair[0]), rim: Float(pair[1]))
        } else {
            guard let number = field.number(in: range, &complaints) else { return nil }
            self.init(center: Float(number), rim: Float(number))
        }
    }
}

extension UInt8 {
    /// a–z, 0–9 or '-'.
    var isIdLetter: Bool {
        (0x61...0x7A).contains(self) || (0x30...0x39).contains(self) || self == 0x2D
    }
}
