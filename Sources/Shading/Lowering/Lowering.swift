/// Turns a checked file into one straight line: calls inline, loops unroll, branches become masks.
///
/// Every lane runs everything. `running` tells in which lanes the present statement counts; an assignment
/// keeps the old value in the others. A branch works on its own copy of all variables, and the two copies
/// are joined behind it, so that assignments within cost nothing until then.
struct Lowering {
    let checked: Checked
    var graph = Graph()
    /// The components of each variable.
    var values: [[Value]]
    /// Where the present statement counts.
    var running: Value
    /// `running` at the beginning of the branch: as long as nothing has left, assignments are plain.
    var entry: Value
    /// `running` where each variable came to be.
    var born: [Value]
    var discarded: Value
    /// The loop that `break` leaves.
    var loop = LoopState()
    /// Holds what the present function returns.
    var currentResult: Int?
    private var steps = 0

    struct LoopState {
        var broken = Value.none
        var continued = Value.none
        /// Whether a `return` left the loop or the function.
        var hasReturned = false
    }

    /// A program that is longer, though nothing of it may remain, keeps its author waiting.
    private static let mostSteps = 400_000

    /// What a shader computes: the colour, and which numbers of the uniforms are whose.
    struct Result {
        var graph: Graph
        /// Red, green, blue, alpha.
        var color: [Value]

        /// Whether every pixel is transparent, whatever the uniforms; no number is zero in a picture.
        var isBlank: Bool { color.allSatisfy { graph.number(of: $0).map { !($0 > 0) } ?? false } }
    }

    /// - Parameters:
    ///   - uniforms: where each uniform's numbers begin, by variable.
    ///   - pictures: which picture each sampler is, by variable.
    ///   - fixed: uniforms that are known already, by name.
    ///   - readsBlank: whether all pictures are transparent everywhere.
    static func lower(
        _ checked: Checked, uniforms: [Int: Int], pictures: [Int: Int], fixed: [String: Float],
        readsBlank: Bool = false
    ) throws(ShaderError) -> Result {
        var lowering = Lowering(checked)
        lowering.graph.readsBlank = readsBlank
        for (index, variable) in checked.variables.enumerated() {
            if let start = uniforms[index] {
                lowering.values[index] = (0..<variable.type.count).map {
                    if let number = fixed[variable.name] { return lowering.graph.constant(number) }
                    return lowering.graph.node(.init(op: .uniform, bits: UInt32(start + $0)))
                }
            } else if let picture = pictures[index] {
                lowering.values[index] = [
                    lowering.graph.node(.init(op: .constant, bits: UInt32(picture)))
                ]
            } else {
                lowering.readInput(index, variable)
            }
        }
        for (variable, initial) in checked.globals {
            lowering.born[variable] = lowering.running
            lowering.values[variable] =
                try initial.map { value throws(ShaderError) in
                    try lowering.expression(value)
                } ?? lowering.zero(of: checked.variables[variable].type)
        }
        if let body = checked.mainFunction?.body { try lowering.statement(body) }
        let zero = lowering.graph.constant(0 as Float)
        let color = lowering.values[1].map { lowering.graph.select(lowering.discarded, zero, $0) }
        return Result(graph: lowering.graph, color: color)
    }

    private init(_ checked: Checked) {
        self.checked = checked
        values = Array(repeating: [], count: checked.variables.count)
        running = graph.constant(true)
        entry = running
        discarded = graph.constant(false)
        born = Array(repeating: running, count: checked.variables.count)
    }

    private mutating func readInput(_ index: Int, _ variable: Variable) {
        switch variable.kind {
        case .varying:
            values[index] = [graph.node(.init(op: .acrossUV)), graph.node(.init(op: .downUV))]
        case .fragmentPosition:
            // The picture is flat: its depth is a half, and nothing is in perspective.
            values[index] = [
                graph.node(.init(op: .acrossPixel)), graph.node(.init(op: .downPixel)),
                graph.constant(0.5), graph.constant(1 as Float),
            ]
        default: break
        }
    }

    /// Reading what was never set is undefined in GLSL; here it is zero.
    mutating func zero(of type: ShaderType) -> [Value] {
        let zero = graph.constant(0 as Float)
        return Array(repeating: zero, count: type.count)
    }

    mutating func count(at place: Place) throws(ShaderError) {
        steps += 1
        guard steps < Self.mostSteps, !graph.isTooLarge else {
            throw ShaderError(
                at: place, "The shader is too long once its loops are unrolled.",
                "Loop fewer times, or call fewer functions.")
        }
    }

    // MARK: Variables

    /// Gives components of a variable new values in the lanes that run.
    mutating func assign(_ variable: Int, _ components: [Int], _ new: [Value]) {
        let isPlain = running == entry || running == born[variable]
        for (component, value) in zip(components, new) {
            let old = values[variable][component]
            values[variable][component] = isPlain ? value : graph.select(running, value, old)
        }
    }

    mutating func create(_ variable: Int, _ value: [Value]) {
        born[variable] = running
        values[variable] = value
    }

    // MARK: Branches

    /// Runs two alternatives and joins what they leave.
    mutating func branch(
        on condition: Value,
        _ then: (inout Lowering) throws(ShaderError) -> Void,
        _ otherwise: (inout Lowering) throws(ShaderError) -> Void
    ) throws(ShaderError) {
        if let bits = graph.bits(of: condition) {
            return bits != 0 ? try then(&self) : try otherwise(&self)
        }
        let (before, here, outer) = (values, running, entry)
        let yes = graph.and(here, condition)
        let inverse = graph.not(condition)
        let no = graph.and(here, inverse)

        (running, entry) = (yes, yes)
        try then(&self)
        let (after, afterYes) = (values, running)

        values = before
        (running, entry) = (no, no)
        try otherwise(&self)
        let afterNo = running

        entry = outer
        running = afterYes == yes && afterNo == no ? here : graph.or(afterYes, afterNo)
        join(after, before, yes: yes, no: no, condition: here == outer ? condition : nil)
    }

    /// - Parameter condition: chooses alone where no lane has left before the branch.
    private mutating func join(
        _ thens: [[Value]], _ before: [[Value]], yes: Value, no: Value, condition: Value?
    ) {
        for variable in values.indices where values[variable] != thens[variable] {
            // A variable of an alternative is gone behind it.
            guard values[variable].count == thens[variable].count else { continue }
            for component in values[variable].indices {
                let (then, otherwise) = (thens[variable][component], values[variable][component])
                if then == otherwise { continue }
                if let condition {
                    values[variable][component] = graph.select(condition, then, otherwise)
                } else if component < before[variable].count {
                    let old = before[variable][component]
                    let kept = otherwise == old ? old : graph.select(no, otherwise, old)
                    values[variable][component] =
                        then == old ? kept : graph.select(yes, then, kept)
                }
            }
        }
    }

    // MARK: Calls

    mutating func call(
        _ index: Int, _ arguments: [Typed], at place: Place
    ) throws(ShaderError) -> [Value] {
        try count(at: place)
        let function = checked.functions[index]
        var given: [[Value]] = []
        for argument in arguments { given.append(try expression(argument)) }
        for (variable, (parameter, value)) in zip(
            function.variables, zip(function.parameters, given))
        {
            create(variable, parameter.direction == .out ? zero(of: parameter.type) : value)
        }
        if let result = function.resultVariable { create(result, zero(of: function.result)) }
        let (here, outerLoop, outerResult) = (running, loop, currentResult)
        (loop, currentResult) = (LoopState(), function.resultVariable)
        if let body = function.body { try statement(body) }
        (loop, currentResult) = (outerLoop, outerResult)
        // Whoever returned is back.
        running = here
        let result = function.resultVariable.map { values[$0] } ?? []
        for (variable, (parameter, argument)) in zip(
            function.variables, zip(function.parameters, arguments))
        where parameter.direction != .in {
            let (target, components) = try target(argument)
            assign(target, components, values[variable])
        }
        return result
    }
}
