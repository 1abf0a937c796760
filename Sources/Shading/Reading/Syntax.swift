/// An expression as it is written; nothing is known yet about its type.
struct Expression: Sendable {
    indirect enum Form: Sendable {
        case integer(Int)
        case real(Float)
        case bool(Bool)
        case name(String)
        /// A function or a type, and what stands in the parentheses.
        case call(String, [Expression])
        case member(Expression, String)
        case element(Expression, Expression)
        /// `-`, `+`, `!`, `++`, `--` before; the last two as `p++`, `p--` behind.
        case unary(String, Expression)
        case binary(String, Expression, Expression)
        /// `=`, `+=`, `-=`, `*=`, `/=`.
        case assign(String, Expression, Expression)
        case choice(Expression, Expression, Expression)
        case sequence(Expression, Expression)
    }

    var form: Form
    var place: Place
    /// Expressions within expressions; what walks the tree recurses as deep.
    var depth: Int
}

/// A variable that comes into being.
struct Declaration: Sendable {
    enum Kind: Sendable {
        case plain, constant, uniform, varying
    }

    var kind: Kind
    var type: ShaderType
    var name: String
    var initial: Expression?
    var place: Place
}

struct Statement: Sendable {
    indirect enum Form: Sendable {
        case declare([Declaration])
        case evaluate(Expression)
        case block([Statement])
        case choose(Expression, then: Statement, otherwise: Statement?)
        case loop(Loop)
        case `return`(Expression?)
        case `break`, `continue`, discard
    }

    struct Loop: Sendable {
        var index: Declaration
        var condition: Expression
        var update: Expression
        var body: Statement
    }

    var form: Form
    var place: Place
}

struct Parameter: Sendable {
    enum Direction: String, Sendable {
        case `in`, out, `inout`
    }

    var direction = Direction.in
    var isConstant = false
    var type: ShaderType
    /// Nil where only the type is written.
    var name: String?
    var place: Place
}

struct FunctionSyntax: Sendable {
    var result: ShaderType
    var name: String
    var parameters: [Parameter]
    /// Nil in a prototype.
    var body: [Statement]?
    var place: Place
}

/// A whole file.
struct Syntax: Sendable {
    enum Item: Sendable {
        case variable(Declaration)
        case function(FunctionSyntax)
    }

    var items: [Item] = []
    var end: Place
}
