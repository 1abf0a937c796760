import CLanes

/// A fragment shader that has been understood: ready to be drawn with, however often and wherever.
///
/// ```swift
/// let shader = try Shader(source, file: "shaders/grade.frag")
/// let runner = ShaderRunner(shader)
/// runner.draw(picture, inputs, into: canvas)
/// ```
public struct Shader: Sendable {
    /// Own uniforms in the order of the file; the built-in ones are not among them.
    public let uniforms: [Uniform]
    /// How often it is run over the picture, each time over what the last run left.
    public var passes: Int { programs.count }
    /// Of all passes together.
    public let cost: ShaderCost
    /// Whether it reads `u_layer`, the picture that is there; else it draws one from nothing.
    public let readsLayer: Bool
    /// Whether the picture can change though nothing but the time does.
    public let isAnimated: Bool
    /// Whether it looks the same at every moment of every show: it reads neither time, mood, speech nor
    /// seed.
    public let isStill: Bool

    /// Whether each pixel depends on no other pixel of the picture: it is drawn in one pass that reads
    /// the picture only at its own place.
    public let isLocal: Bool

    /// Whether it leaves a picture transparent that is so everywhere: where nothing is near, it draws
    /// nothing.
    public let leavesBlank: Bool

    let programs: [LaneProgram]

    /// - Parameter file: as the author knows it; it stands in front of complaints.
    /// - Throws: at the first thing that is not in the language.
    public init(_ source: String, file: String = "") throws(ShaderError) {
        do throws(ShaderError) {
            try self.init(compiling: source)
        } catch {
            var error = error
            error.file = file
            throw error
        }
    }

    private init(compiling source: String) throws(ShaderError) {
        let (tokens, passes) = try Preprocessor.run(try Lexer.tokens(of: source))
        let checked = try Checker.check(try Parser.parse(tokens))
        let plan = try UniformPlan(checked, source: source)
        var programs: [LaneProgram] = []
        var leavesBlank = true
        for pass in 0..<passes {
            func lower(readsBlank: Bool) throws(ShaderError) -> Lowering.Result {
                try Lowering.lower(
                    checked, uniforms: plan.starts, pictures: plan.pictures,
                    fixed: ["u_pass": Float(pass)], readsBlank: readsBlank)
            }
            programs.append(Packing.pack(try lower(readsBlank: false)))
            if leavesBlank { leavesBlank = try lower(readsBlank: true).isBlank }
        }
        self.programs = programs
        self.leavesBlank = leavesBlank
        uniforms = plan.own
        let time = plan.standard["u_time"]
        isAnimated = programs.contains { program in
            program.uniforms.contains { $0.number == time }
        }
        // The moment's numbers stand together: three of the mood begin there.
        let moment = ["u_time", "u_mood", "u_speech", "u_seed"].compactMap { plan.standard[$0] }
        let numbers = (moment.min() ?? 0)..<(moment.max() ?? 0) + 1
        isStill = !programs.contains { program in
            program.uniforms.contains { numbers.contains($0.number) }
        }
        let fetches = programs.flatMap { program in
            (program.perPicture + program.perRow + program.perPixel)
                .compactMap { LaneOp(rawValue: $0.op) }.filter(\.isFetch)
        }
        readsLayer = !fetches.isEmpty
        isLocal = programs.count == 1 && fetches.allSatisfy { $0 == .fetchStraight }
        cost = ShaderCost(programs)
    }
}

extension ShaderCost {
    /// Measured on one core of an AMD EPYC with AVX2: see `Benchmarks/README.md`.
    fileprivate init(_ programs: [LaneProgram]) {
        self.init(instructions: 0, fetches: 0, registers: 0, nanosecondsPerPixel: 0)
        for program in programs {
            instructions += program.perPixel.count
            fetches += program.fetches
            registers = max(registers, program.size / Int(lanes_vectors))
            // Writing the pixel.
            nanosecondsPerPixel += 0.4
            for step in program.perPixel {
                nanosecondsPerPixel += LaneOp(rawValue: step.op)?.nanoseconds ?? 0
            }
        }
    }
}

extension LaneOp {
    fileprivate var nanoseconds: Double {
        switch self {
        case .fetch: 4
        case .fetchShifted: 1
        case .fetchStraight: 0.4
        case .sin, .cos, .exp2, .log2, .atan, .asin, .acos: 0.6
        case .atan2: 0.9
        case .div, .sqrt, .inversesqrt: 0.2
        default: 0.07
        }
    }
}
