/// The smallest piece of a source text that means something.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word, integer, real, symbol, end
    }

    var kind: Kind
    var text: String
    var place: Place
    /// Whether it is the first of its line: a `#` there begins a directive.
    var startsLine = false
    /// Whether something stands between it and the token before: `#define A (x)` takes no argument,
    /// `#define A(x)` does.
    var isSpaced = false

    /// How a message names it.
    var name: String { kind == .end ? "the end of the file" : "'\(text)'" }
}
