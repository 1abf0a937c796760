/// Gives every name its meaning and every expression its type, and refuses what has none.
///
/// This part holds globals, functions and scopes; statements and expressions follow in their files.
///
/// - Source: The OpenGL ES Shading Language 1.00, §4–§6 and Appendix A.
struct Checker {
    var checked = Checked()
    /// From names to variables, innermost last.
    var scopes: [[String: Int]] = [[:]]
    /// From names to functions of that name.
    private var overloads: [String: [Int]] = [:]
    /// The function whose body is read.
    var current = 0
    var loops = 0

    static func check(_ syntax: Syntax) throws(ShaderError) -> Checked {
        var checker = Checker()
        checker.declareBuiltIns()
        for item in syntax.items {
            switch item {
            case .variable(let declaration): try checker.global(declaration)
            case .function(let function): try checker.function(function)
            }
        }
        try checker.finish(at: syntax.end)
        return checker.checked
    }

    private mutating func declareBuiltIns() {
        let place = Place(line: 1, column: 1)
        for (name, kind) in [
            ("gl_FragCoord", Variable.Kind.fragmentPosition), ("gl_FragColor", .fragmentColor),
        ] {
            scopes[0][name] = checked.variables.count
            checked.variables.append(
                Variable(name: name, type: .vector(4), kind: kind, place: place))
        }
        checked.globals = [(1, nil)]
        scopes.append([:])
    }

    // MARK: Names

    /// Makes a variable known in the innermost scope.
    mutating func declare(
        _ name: String, _ type: ShaderType, _ kind: Variable.Kind, at place: Place
    ) throws(ShaderError) -> Int {
        if type == .void {
            throw ShaderError(at: place, "A variable cannot be void.", "Give it another type.")
        }
        if scopes[scopes.count - 1][name] != nil || scopes.count == 2 && overloads[name] != nil {
            throw ShaderError(
                at: place, "'\(name)' is declared already.", "Choose another name.")
        }
        scopes[scopes.count - 1][name] = checked.variables.count
        checked.variables.append(Variable(name: name, type: type, kind: kind, place: place))
        return checked.variables.count - 1
    }

    func variable(_ name: String) -> Int? {
        for scope in scopes.reversed() {
            if let variable = scope[name] { return variable }
        }
        return nil
    }

    // MARK: Globals

    private mutating func global(_ declaration: Declaration) throws(ShaderError) {
        let kind: Variable.Kind =
            switch declaration.kind {
            case .plain: .plain
            case .constant: .constant
            case .uniform: .uniform
            case .varying: .varying
            }
        let isSampler = declaration.type == .sampler
        if isSampler, kind != .uniform {
            throw ShaderError(
                at: declaration.place, "A sampler2D must be a uniform.",
                "Write 'uniform sampler2D u_layer;'.")
        }
        if kind == .varying { try checkVarying(declaration) }
        if kind == .uniform || kind == .varying, declaration.initial != nil {
            throw ShaderError(
                at: declaration.place, "A uniform or varying has no first value in the text.",
                "Say the default in a comment after it: '// default 0.5'.")
        }
        if kind == .uniform, declaration.type.element == .bool {
            throw ShaderError(
                at: declaration.place, "A uniform cannot be a bool here.",
                "Use a float, and compare it with 0.5.")
        }
        if kind == .uniform, declaration.type.isMatrix {
            throw ShaderError(
                at: declaration.place, "A uniform cannot be a matrix here.",
                "Use its columns as vectors.")
        }
        let initial = try initialValue(of: declaration)
        let variable = try declare(
            declaration.name, declaration.type, kind, at: declaration.place)
        if let initial, initial.fixity != .constant {
            throw ShaderError(
                at: initial.place, "A global's first value must be constant.",
                "Set it at the beginning of main.")
        }
        if kind == .plain || kind == .constant { checked.globals.append((variable, initial)) }
    }

    private func checkVarying(_ declaration: Declaration) throws(ShaderError) {
        guard declaration.name == "v_uv", declaration.type == .vector(2) else {
            throw ShaderError(
                at: declaration.place, "The only varying is 'varying vec2 v_uv'.",
                "Compute others from it and from uniforms.")
        }
    }

    /// The first value, of the declared type; constants must have one.
    mutating func initialValue(of declaration: Declaration) throws(ShaderError) -> Typed? {
        guard let written = declaration.initial else {
            if declaration.kind == .constant {
                throw ShaderError(
                    at: declaration.place, "The constant '\(declaration.name)' has no value.",
                    "Write '= …' after the name.")
            }
            return nil
        }
        let value = try expression(written)
        guard value.type == declaration.type else {
            throw ShaderError(
                at: value.place,
                "'\(declaration.name)' is \(declaration.type), but its value is \(value.type).",
                conversion(of: value.type, to: declaration.type))
        }
        if declaration.kind == .constant, value.fixity != .constant {
            throw ShaderError(
                at: value.place, "The value of the constant '\(declaration.name)' is not constant.",
                "Remove 'const'.")
        }
        return value
    }

    // MARK: Functions

    private mutating func function(_ syntax: FunctionSyntax) throws(ShaderError) {
        if BuiltIn.names.contains(syntax.name) {
            throw ShaderError(
                at: syntax.place, "'\(syntax.name)' is a built-in function.",
                "Choose another name.")
        }
        if scopes[1][syntax.name] != nil {
            throw ShaderError(
                at: syntax.place, "'\(syntax.name)' is declared already.", "Choose another name.")
        }
        for parameter in syntax.parameters {
            if parameter.type == .void {
                throw ShaderError(at: parameter.place, "A parameter cannot be void.")
            }
            if parameter.type == .sampler, parameter.direction != .in {
                throw ShaderError(
                    at: parameter.place, "A sampler2D cannot be '\(parameter.direction.rawValue)'.",
                    "Remove the word.")
            }
        }
        if syntax.result == .sampler {
            throw ShaderError(at: syntax.place, "A function cannot return a sampler2D.")
        }
        if syntax.name == "main", !syntax.parameters.isEmpty || syntax.result != .void {
            throw ShaderError(
                at: syntax.place, "'main' takes nothing and returns nothing.",
                "Write 'void main()'.")
        }
        let index = try register(syntax)
        guard let body = syntax.body else { return }
        if checked.functions[index].body != nil {
            throw ShaderError(
                at: syntax.place, "The function '\(syntax.name)' has a body already.",
                "Remove one of the two.")
        }
        try read(body, of: syntax, into: index)
    }

    /// Finds the function of the same name and parameters, or makes it known.
    private mutating func register(_ syntax: FunctionSyntax) throws(ShaderError) -> Int {
        let types = syntax.parameters.map(\.type)
        let same = overloads[syntax.name]?.first {
            checked.functions[$0].parameters.map(\.type) == types
        }
        if let same {
            let known = checked.functions[same]
            guard known.result == syntax.result,
                known.parameters.map(\.direction) == syntax.parameters.map(\.direction)
            else {
                throw ShaderError(
                    at: syntax.place, "'\(syntax.name)' differs from its prototype.",
                    "Give both the same result and the same 'in', 'out' and 'inout'.")
            }
            return same
        }
        checked.functions.append(
            TypedFunction(
                name: syntax.name, result: syntax.result, parameters: syntax.parameters,
                place: syntax.place))
        overloads[syntax.name, default: []].append(checked.functions.count - 1)
        return checked.functions.count - 1
    }

    private mutating func read(
        _ body: [Statement], of syntax: FunctionSyntax, into index: Int
    ) throws(ShaderError) {
        current = index
        scopes.append([:])
        for parameter in syntax.parameters {
            let kind: Variable.Kind =
                parameter.isConstant || parameter.type == .sampler
                ? .readOnly : .plain
            let name = parameter.name ?? " \(checked.variables.count)"
            checked.functions[index].variables.append(
                try declare(name, parameter.type, kind, at: parameter.place))
        }
        if syntax.result != .void {
            checked.functions[index].resultVariable = checked.variables.count
            checked.variables.append(
                Variable(name: "", type: syntax.result, kind: .plain, place: syntax.place))
        }
        let statements = try block(body)
        scopes.removeLast()
        checked.functions[index].body = statements
    }

    /// The function that takes these arguments, if there is one of that name at all.
    mutating func function(
        _ name: String, taking arguments: [Typed], at place: Place
    ) throws(ShaderError) -> Int? {
        guard let candidates = overloads[name] else { return nil }
        let types = arguments.map(\.type)
        guard
            let found = candidates.first(where: {
                checked.functions[$0].parameters.map(\.type) == types
            })
        else {
            let known = candidates.map { index in
                "\(name)(\(checked.functions[index].parameters.map(\.type.description).joined(separator: ", ")))"
            }.joined(separator: ", ")
            throw ShaderError(
                at: place,
                "There is no '\(name)' that takes (\(types.map(\.description).joined(separator: ", "))).",
                "There is \(known).")
        }
        return found
    }

    // MARK: The end

    private func finish(at end: Place) throws(ShaderError) {
        for function in checked.functions where function.body == nil {
            throw ShaderError(
                at: function.place, "The function '\(function.name)' has no body.",
                "Write it, or remove the prototype.")
        }
        guard overloads["main"] != nil else {
            throw ShaderError(at: end, "There is no 'main'.", "Write 'void main() { … }'.")
        }
        try refuseRecursion()
    }

    private func refuseRecursion() throws(ShaderError) {
        // What a function reaches; a fixed point, since there are few functions.
        var reached = checked.functions.map { Set($0.calls.keys) }
        var grows = true
        while grows {
            grows = false
            for index in reached.indices {
                let more = reached[index].reduce(into: reached[index]) { $0.formUnion(reached[$1]) }
                if more.count > reached[index].count {
                    reached[index] = more
                    grows = true
                }
            }
        }
        for (index, function) in checked.functions.enumerated() where reached[index].contains(index)
        {
            let place = function.calls.filter { reached[$0.key].contains(index) || $0.key == index }
                .values.min { ($0.line, $0.column) < ($1.line, $1.column) }
            throw ShaderError(
                at: place ?? function.place, "'\(function.name)' calls itself.",
                "Recursion is not in GLSL ES: use a loop with constant bounds.")
        }
    }
}

extension Checked {
    /// The function where the program begins.
    var mainFunction: TypedFunction? { functions.first { $0.name == "main" } }
}
