/// A type of the language: a scalar, a vector, a square matrix, a picture, or nothing.
struct ShaderType: Hashable, Sendable, CustomStringConvertible {
    enum Element: Hashable, Sendable {
        case float, int, bool, sampler, void
    }

    var element: Element
    /// Components of a vector or of a matrix' column.
    var rows = 1
    /// More than one in matrices only.
    var columns = 1

    static let float = Self(element: .float)
    static let int = Self(element: .int)
    static let bool = Self(element: .bool)
    static let void = Self(element: .void, rows: 0)
    static let sampler = Self(element: .sampler)

    static func vector(_ rows: Int, of element: Element = .float) -> Self {
        Self(element: element, rows: rows)
    }

    static func matrix(_ size: Int) -> Self { Self(element: .float, rows: size, columns: size) }

    /// Numbers in a value.
    var count: Int { rows * columns }
    var isScalar: Bool { count == 1 && element != .sampler }
    var isVector: Bool { columns == 1 && rows > 1 }
    var isMatrix: Bool { columns > 1 }
    var isNumeric: Bool { element == .float || element == .int }

    /// Every type's name.
    static let named: [String: Self] = {
        var types: [String: Self] = [
            "void": .void, "float": .float, "int": .int, "bool": .bool, "sampler2D": .sampler,
        ]
        for size in 2...4 {
            types["vec\(size)"] = .vector(size)
            types["ivec\(size)"] = .vector(size, of: .int)
            types["bvec\(size)"] = .vector(size, of: .bool)
            types["mat\(size)"] = .matrix(size)
        }
        return types
    }()

    var description: String {
        if isMatrix { return "mat\(columns)" }
        switch element {
        case .void: return "void"
        case .sampler: return "sampler2D"
        case .float: return rows == 1 ? "float" : "vec\(rows)"
        case .int: return rows == 1 ? "int" : "ivec\(rows)"
        case .bool: return rows == 1 ? "bool" : "bvec\(rows)"
        }
    }
}
