/// The number after `#if`, by the rules of C.
///
/// - Source: The OpenGL ES Shading Language 1.00, §3.4.
struct Condition {
    private var rest: ArraySlice<Token>
    private let place: Place
    private var depth = 0

    /// Loosest first.
    private static let levels: [[String]] = [
        ["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", ">", "<=", ">="], ["<<", ">>"],
        ["+", "-"], ["*", "/", "%"],
    ]

    static func value(of tokens: [Token], at place: Place) throws(ShaderError) -> Int {
        var condition = Condition(rest: tokens[...], place: place)
        let value = try condition.level(0)
        if let extra = condition.rest.first {
            throw ShaderError(
                at: extra.place, "\(extra.name) is too much in this condition.", "Remove it.")
        }
        return value
    }

    private init(rest: ArraySlice<Token>, place: Place) {
        self.rest = rest
        self.place = place
    }

    private mutating func level(_ index: Int) throws(ShaderError) -> Int {
        guard index < Self.levels.count else { return try unary() }
        var left = try level(index + 1)
        while let token = rest.first, Self.levels[index].contains(token.text) {
            rest.removeFirst()
            let right = try level(index + 1)
            left = try combine(left, token, right)
        }
        return left
    }

    private func combine(_ left: Int, _ sign: Token, _ right: Int) throws(ShaderError) -> Int {
        switch sign.text {
        case "||": return left != 0 || right != 0 ? 1 : 0
        case "&&": return left != 0 && right != 0 ? 1 : 0
        case "|": return left | right
        case "^": return left ^ right
        case "&": return left & right
        case "==": return left == right ? 1 : 0
        case "!=": return left != right ? 1 : 0
        case "<": return left < right ? 1 : 0
        case ">": return left > right ? 1 : 0
        case "<=": return left <= right ? 1 : 0
        case ">=": return left >= right ? 1 : 0
        case "<<": return left << (right & 31)
        case ">>": return left >> (right & 31)
        case "+": return left &+ right
        case "-": return left &- right
        case "*": return left &* right
        default:
            guard right != 0, !(left == .min && right == -1) else {
                throw ShaderError(at: sign.place, "This condition divides by zero.")
            }
            return sign.text == "/" ? left / right : left % right
        }
    }

    private mutating func unary() throws(ShaderError) -> Int {
        guard let token = rest.popFirst() else {
            throw ShaderError(
                at: place, "A condition is missing here.", "Write '#if 1' or '#if defined(NAME)'.")
        }
        depth += 1
        defer { depth -= 1 }
        guard depth < 60 else {
            throw ShaderError(at: token.place, "This condition is nested too deep.")
        }
        switch (token.kind, token.text) {
        case (.integer, _):
            return Int(integer: token.text) ?? 0
        case (.symbol, "!"): return try unary() == 0 ? 1 : 0
        case (.symbol, "-"): return 0 &- (try unary())
        case (.symbol, "+"): return try unary()
        case (.symbol, "~"): return ~(try unary())
        case (.symbol, "("):
            let value = try level(0)
            guard rest.popFirst()?.text == ")" else {
                throw ShaderError(at: token.place, "This '(' is never closed.", "Add ')'.")
            }
            return value
        case (.word, _):
            throw ShaderError(
                at: token.place, "The macro '\(token.text)' is not defined.",
                "Ask 'defined(\(token.text))' first.")
        default:
            throw ShaderError(
                at: token.place, "\(token.name) cannot stand in a condition.",
                "Use whole numbers, macros, 'defined' and operators.")
        }
    }
}

extension Int {
    /// A whole number as GLSL writes it: decimal, octal after `0`, hexadecimal after `0x`.
    init?(integer text: String) {
        let lower = text.lowercased()
        let value: Int? =
            if lower.hasPrefix("0x") {
                Int(lower.dropFirst(2), radix: 16)
            } else if lower.hasPrefix("0"), lower.count > 1 {
                Int(lower, radix: 8)
            } else {
                Int(lower)
            }
        guard let value else { return nil }
        self = value
    }
}
