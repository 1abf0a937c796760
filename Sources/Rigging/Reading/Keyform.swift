import Documents

/// Where a lattice's control points go at one key: written as a few words, or point by point.
///
/// Words are joined by `;`. The amounts after a word are rig units, spread evenly along the lattice
/// and joined smoothly, so `down 0 20 0` is an arch and `across 0 5 20` a strand that swings.
enum Keyform {
    /// What a word moves. Places run from 0 at the left (or top) to 1 at the right (or bottom).
    enum Word: String, CaseIterable {
        /// All of it down; amounts from left to right.
        case down
        /// All of it to the right; amounts from top to bottom.
        case across
        /// Each height down by an amount of its own; amounts from top to bottom.
        case rows
        /// Each place across to the right by an amount of its own; amounts from left to right.
        case columns
        /// The upper edge down, the lower stays; amounts from left to right.
        case top
        /// The lower edge down, the upper stays; amounts from left to right.
        case bottom
        /// The left edge to the right, the right stays; amounts from top to bottom.
        case left
        /// The right edge to the right, the left stays; amounts from top to bottom.
        case right
        /// Both sides outwards from the middle; amounts from top to bottom.
        case wide

        fileprivate func offset(_ amounts: [Float], at place: SIMD2<Float>) -> SIMD2<Float> {
            func amount(_ along: Float) -> Float {
                if amounts.count == 1 { return amounts[0] }
                return CubicWeights(at: along, of: amounts.count).value(in: amounts)
            }
            return switch self {
            case .down: SIMD2(0, amount(place.x))
            case .across: SIMD2(amount(place.y), 0)
            case .rows: SIMD2(0, amount(place.y))
            case .columns: SIMD2(amount(place.x), 0)
            case .top: SIMD2(0, amount(place.x) * (1 - place.y))
            case .bottom: SIMD2(0, amount(place.x) * place.y)
            case .left: SIMD2(amount(place.y) * (1 - place.x), 0)
            case .right: SIMD2(amount(place.y) * place.x, 0)
            case .wide: SIMD2(amount(place.y) * (2 * place.x - 1), 0)
            }
        }
    }

    /// More than any canvas is wide.
    private static let mostAmount: Float = 16_384

    /// The offsets of a lattice's control points, row by row; nil after a complaint.
    static func offsets(
        _ field: Field, columns: Int, rows: Int, _ complaints: inout [Complaint]
    ) -> [SIMD2<Float>]? {
        if let text = field.string {
            return offsets(text, field, columns: columns, rows: rows, &complaints)
        }
        guard let lines = field.elements, lines.count == rows,
            lines.allSatisfy({ $0.elements?.count == columns })
        else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must be words like \"down 0 20 0\", or a grid of offsets.",
                    remedy: "A grid has \(rows) rows of \(columns) pairs [x, y]."))
            return nil
        }
        let pairs = lines.flatMap { $0.elements ?? [] }.compactMap {
            $0.numbers(count: 2, in: -16_384...16_384, &complaints)
        }
        guard pairs.count == columns * rows else { return nil }
        return pairs.map { SIMD2(Float($0[0]), Float($0[1])) }
    }

    private static func offsets(
        _ text: String, _ field: Field, columns: Int, rows: Int, _ complaints: inout [Complaint]
    ) -> [SIMD2<Float>]? {
        var offsets = [SIMD2<Float>](repeating: .zero, count: columns * rows)
        if text == "rest" { return offsets }
        for phrase in text.split(separator: ";") {
            let tokens = phrase.split(separator: " ").map(String.init)
            let amounts = tokens.dropFirst().compactMap(Float.init)
                .filter { abs($0) <= mostAmount }
            guard let first = tokens.first, let word = Word(rawValue: first) else {
                let words = ["rest"] + Word.allCases.map(\.rawValue)
                let near = words.nearest(to: tokens.first ?? "")
                complaints.append(
                    field.complaint(
                        "'\(tokens.first ?? "")' is no way to bend a lattice.",
                        remedy: near.map { "Did you mean '\($0)'?" }
                            ?? "Choose \(words.joined(separator: ", "))."))
                return nil
            }
            guard !amounts.isEmpty, amounts.count == tokens.count - 1 else {
                complaints.append(
                    field.complaint(
                        "'\(phrase)' needs amounts that are numbers of at most \(Int(mostAmount)).",
                        remedy: "Write \"\(first) 20\" or \"\(first) 0 20 0\"."))
                return nil
            }
            for row in 0..<rows {
                for column in 0..<columns {
                    let place = SIMD2(
                        Float(column) / Float(columns - 1), Float(row) / Float(rows - 1))
                    offsets[row * columns + column] += word.offset(amounts, at: place)
                }
            }
        }
        return offsets
    }
}
