/// Where each uniform's numbers stand among all of them.
struct UniformPlan {
    /// By variable.
    private(set) var starts: [Int: Int] = [:]
    /// Which picture each sampler is, by variable: 0 the layer, 1 what came before all passes.
    private(set) var pictures: [Int: Int] = [:]
    private(set) var own: [Uniform] = []

    /// The built-in uniforms: where each begins, and its type.
    static let builtIn: [(name: String, type: ShaderType)] = [
        ("u_texel", .vector(2)), ("u_resolution", .vector(2)), ("u_time", .float),
        ("u_mood", .vector(3)), ("u_speech", .float), ("u_seed", .float), ("u_pass", .int),
    ]
    let standard: [String: Int] = {
        var starts: [String: Int] = [:]
        var next = 0
        for (name, type) in Self.builtIn {
            starts[name] = next
            next += type.count
        }
        return starts
    }()
    /// Where own uniforms begin; each has room for four numbers.
    static let ownStart = builtIn.map(\.type.count).reduce(0, +)

    init(_ checked: Checked, source: String) throws(ShaderError) {
        let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
        for (index, variable) in checked.variables.enumerated() where variable.kind == .uniform {
            if variable.type == .sampler {
                guard let picture = ["u_layer", "u_source"].firstIndex(of: variable.name) else {
                    throw ShaderError(
                        at: variable.place, "There is no picture '\(variable.name)'.",
                        "The pictures are 'u_layer', and 'u_source' for what was there before the "
                            + "first pass.")
                }
                pictures[index] = picture
            } else if let known = Self.builtIn.first(where: { $0.name == variable.name }) {
                guard known.type == variable.type else {
                    throw ShaderError(
                        at: variable.place,
                        "'\(known.name)' is \(known.type), not \(variable.type).",
                        "Write 'uniform \(known.type) \(known.name);'.")
                }
                starts[index] = standard[known.name]
            } else {
                starts[index] = Self.ownStart + own.count * 4
                let line = variable.place.line - 1
                own.append(
                    Uniform(
                        variable, UniformNote(line: lines.indices.contains(line) ? lines[line] : "")
                    ))
            }
        }
        guard own.count <= 64 else {
            throw ShaderError(
                at: Place(line: 1, column: 1), "There are more than 64 uniforms.",
                "Put several numbers into one vector.")
        }
    }
}

extension Uniform {
    fileprivate init(_ variable: Variable, _ note: UniformNote) {
        let count = variable.type.count
        var initial = note.initial
        if initial.count == 1 { initial = Array(repeating: initial[0], count: count) }
        initial = Array((initial + Array(repeating: 0, count: count)).prefix(count))
        self.init(
            name: variable.name, count: count, isWhole: variable.type.element == .int,
            initial: initial, range: note.range, note: note.text)
    }
}
