/// An expression whose type is known.
struct Typed: Sendable {
    /// How early its value is known.
    enum Fixity: Int, Comparable, Sendable {
        /// From the text alone.
        case constant
        /// When loops are unrolled.
        case loop
        case open

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    indirect enum Form: Sendable {
        /// Bools are 0 and 1.
        case constant([Float])
        /// Into `Checked.variables`.
        case variable(Int)
        case components(Typed, [Int])
        case element(Typed, Typed)
        case construct([Typed])
        case unary(String, Typed)
        case binary(String, Typed, Typed)
        /// Into `BuiltIn.all`.
        case builtIn(Int, [Typed])
        /// Into `Checked.functions`.
        case call(Int, [Typed])
        /// The value is the new one, or, with `givesOld`, what was there before.
        case assign(Typed, Typed, givesOld: Bool)
        case choice(Typed, Typed, Typed)
        case sequence(Typed, Typed)
    }

    var type: ShaderType
    var form: Form
    var place: Place
    var fixity: Fixity
}

/// A statement whose names and types are known.
indirect enum TypedStatement: Sendable {
    case assign(variable: Int, Typed?)
    case evaluate(Typed)
    case block([TypedStatement])
    case choose(Typed, then: TypedStatement, otherwise: TypedStatement)
    case loop(TypedLoop)
    case `return`(Typed?)
    case `break`, `continue`, discard
}

/// `for (index = first; index compares to limit; index += step)`, all of it constant.
struct TypedLoop: Sendable {
    var index: Int
    var first: Typed
    var comparison: String
    var limit: Typed
    var step: Typed
    /// 1 or −1.
    var direction: Float
    var body: TypedStatement
    var place: Place
}

struct Variable: Sendable {
    enum Kind: Sendable {
        case plain, constant, uniform, varying, loopIndex, readOnly, fragmentPosition,
            fragmentColor
    }

    var name: String
    var type: ShaderType
    var kind: Kind
    var place: Place
}

struct TypedFunction: Sendable {
    var name: String
    var result: ShaderType
    var parameters: [Parameter]
    /// Into `Checked.variables`, one for each parameter.
    var variables: [Int] = []
    /// Holds what is returned; nil for void.
    var resultVariable: Int?
    /// Nil while only a prototype has been seen.
    var body: TypedStatement?
    var place: Place
    /// The functions it calls, with the place of the first call.
    var calls: [Int: Place] = [:]
}

/// A whole file whose names and types are known.
struct Checked: Sendable {
    var variables: [Variable] = []
    var functions: [TypedFunction] = []
    /// Globals in their order, with their first values.
    var globals: [(variable: Int, initial: Typed?)] = []
}
