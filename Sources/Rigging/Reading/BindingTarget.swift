import Documents

extension Binding.Target {
    /// Reads the values of one key of a binding; nil after a complaint.
    ///
    /// - Parameters:
    ///   - fields: one for each combination of the inputs' keys.
    ///   - line: the whole binding.
    ///   - warp: the lattice of the bound node, if it has one.
    ///   - joints: how many the bound node's chain has, if it has one: as written, and as loaded.
    ///   - forms: those of the bound part, by name, and where its vertices begin among those moved.
    ///   - pictures: how many the bound part has; nil for a group.
    ///   - hasShader: whether it is drawn with one.
    init?(
        _ key: String, _ fields: [Field], line: Field, warp: WarpEntry?,
        joints: (written: Int, loaded: Int)?, pictures: Int?, hasShader: Bool,
        forms: (first: Int, offsets: [String: [SIMD2<Float>]])?,
        _ complaints: inout [Complaint]
    ) {
        switch key {
        case "translate":
            guard let pairs = Self.pairs(fields, in: -16_384...16_384, &complaints) else {
                return nil
            }
            self = .translate(pairs)
        case "scale":
            guard let pairs = Self.pairs(fields, in: 0...100, &complaints) else { return nil }
            self = .scale(pairs)
        case "rotate":
            guard let angles = Self.numbers(fields, in: -3600...3600, &complaints) else {
                return nil
            }
            self = .rotate(angles)
        case "opacity":
            guard let opacities = Self.numbers(fields, in: 0...1, &complaints) else { return nil }
            self = .opacity(opacities)
        case "order":
            guard let orders = Self.numbers(fields, in: -1000...1000, &complaints) else {
                return nil
            }
            self = .order(orders)
        case "swap":
            guard let pictures, pictures > 1 else {
                complaints.append(
                    line.complaint(
                        "There is no other picture to swap for.",
                        remedy: "Give the part \"swap\": [\"parts/other.png\"]."))
                return nil
            }
            let range = 0...Double(pictures - 1)
            guard let choices = Self.numbers(fields, in: range, &complaints) else { return nil }
            self = .swap(choices.map { Int($0) })
        case "tint", "screen":
            let colours = fields.compactMap { field in
                field.numbers(count: 3, in: 0...1, &complaints)
                    .map { SIMD3(Float($0[0]), Float($0[1]), Float($0[2])) }
            }
            guard colours.count == fields.count else { return nil }
            self = key == "tint" ? .tint(colours) : .screen(colours)
        case "shader":
            guard hasShader else {
                complaints.append(
                    line.complaint(
                        "What is bound has no shader.",
                        remedy: "Name one: \"shader\": \"hologram\"."))
                return nil
            }
            let rows = fields.map { Node.Uniform.all(of: $0, &complaints) }
            let forms = Set(rows.map { row in row.map { "\($0.name) \($0.numbers.count)" } })
            guard forms.count == 1 else {
                complaints.append(
                    line.complaint(
                        "The keys do not name the same uniforms.",
                        remedy: "Give every key all of them, with as many numbers."))
                return nil
            }
            self = .shader(rows)
        case "form":
            guard let forms else {
                complaints.append(
                    line.complaint(
                        "What is bound has no forms.",
                        remedy: "Name the file that has them: \"forms\": \"forms.json\"."))
                return nil
            }
            let rows = fields.compactMap { field -> [SIMD2<Float>]? in
                let name = field.string ?? ""
                if name == "rest" { return [] }
                if let offsets = forms.offsets[name] { return offsets }
                complaints.append(field.unknown("form", name, among: forms.offsets.keys.sorted()))
                return nil
            }
            guard rows.count == fields.count else { return nil }
            self = .form(first: forms.first, rows)
        case "bend":
            guard let joints else {
                complaints.append(
                    line.complaint(
                        "What is bent has no chain.",
                        remedy: "Give it \"bend\": { \"joints\": 4 } or \"hang\": { … }."))
                return nil
            }
            let angles = fields.compactMap { Self.angles($0, joints: joints, &complaints) }
            guard angles.count == fields.count else { return nil }
            self = .bend(angles)
        default:
            guard let warp else {
                complaints.append(
                    line.complaint(
                        "What is bent has no lattice.",
                        remedy: "Give it \"warp\": [columns, rows]."))
                return nil
            }
            let forms = fields.compactMap {
                Keyform.offsets($0, columns: warp.columns, rows: warp.rows, &complaints)
            }
            guard forms.count == fields.count else { return nil }
            self = .warp(forms)
        }
    }

    /// Radians of every joint: written one by one in degrees, or as the angle of the tip, which the joints
    /// reach evenly.
    private static func angles(
        _ field: Field, joints: (written: Int, loaded: Int), _ complaints: inout [Complaint]
    ) -> [Float]? {
        let range = -180.0...180.0
        if field.elements != nil {
            return field.numbers(count: joints.written, in: range, &complaints).map { angles in
                (0..<joints.loaded).map { joint in
                    // The written joint in the middle of the loaded one.
                    let place = (Float(joint) + 0.5) * Float(joints.written) / Float(joints.loaded)
                    return Float(angles[min(Int(place), joints.written - 1)]) * (.pi / 180)
                }
            }
        }
        return field.number(in: range, &complaints).map { tip in
            (1...joints.loaded).map {
                Float(tip) * (.pi / 180) * Float($0) / Float(joints.loaded)
            }
        }
    }

    private static func numbers(
        _ fields: [Field], in range: ClosedRange<Double>, _ complaints: inout [Complaint]
    ) -> [Float]? {
        let numbers = fields.compactMap { $0.number(in: range, &complaints) }
        return numbers.count == fields.count ? numbers.map { Float($0) } : nil
    }

    /// Pairs; one number alone is both of them.
    private static func pairs(
        _ fields: [Field], in range: ClosedRange<Double>, _ complaints: inout [Complaint]
    ) -> [SIMD2<Float>]? {
        let pairs = fields.compactMap { field -> SIMD2<Float>? in
            if field.elements == nil {
                return field.number(in: range, &complaints).map { SIMD2(repeating: Float($0)) }
            }
            return field.numbers(count: 2, in: range, &complaints)
                .map { SIMD2(Float($0[0]), Float($0[1])) }
        }
        return pairs.count == fields.count ? pairs : nil
    }
}
