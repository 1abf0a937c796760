import CLanes
import Dispatch

/// Draws with one shader; keeps the memory it draws with from picture to picture.
///
/// Bands of rows run on all cores, each with its own memory; nothing is allocated while drawing, but
/// when the size of the picture changes in a shader of several passes.
public final class ShaderRunner {
    public let shader: Shader
    private let workers: [LaneMemory]
    private var numbers: [Float]
    /// What a pass leaves to the next.
    private var between: [PixelStore] = []

    /// - Parameter threads: bands at the same time; the machine's cores, unless said.
    public init(_ shader: Shader, threads: Int? = nil) {
        self.shader = shader
        let count = max(1, threads ?? Int(ProcessorCount.active))
        let size = shader.programs.map(\.size).max() ?? 0
        workers = (0..<count).map { _ in LaneMemory(vectors: size) }
        numbers = Array(
            repeating: 0, count: UniformPlan.ownStart + shader.uniforms.count * 4)
    }

    /// Draws the whole of `target`, or the columns and rows that are given.
    ///
    /// - Parameters:
    ///   - layer: what `u_layer` reads; nil reads as transparent. It must not be `target` itself.
    ///   - columns: in pixels from the left, `rows` from the top; both clamped to the picture. Shaders
    ///     of several passes always draw all.
    public func draw(
        _ layer: Pixels?, _ inputs: ShaderInputs, into target: Pixels,
        columns: Range<Int>? = nil, rows: Range<Int>? = nil
    ) {
        fillNumbers(inputs, target)
        var source = layer
        for (pass, program) in shader.programs.enumerated() {
            let isLast = pass == shader.programs.count - 1
            let canvas = isLast ? target : store(pass % 2, like: target)
            let isWhole = shader.programs.count > 1
            run(
                program, [source, layer], into: canvas,
                columns: (isWhole ? nil : columns)?.clamped(to: 0..<target.width)
                    ?? 0..<target.width,
                rows: (isWhole ? nil : rows)?.clamped(to: 0..<target.height) ?? 0..<target.height)
            source = canvas
        }
    }

    private func store(_ index: Int, like target: Pixels) -> Pixels {
        if between.first.map({
            $0.pixels.width != target.width || $0.pixels.height != target.height
        })
            ?? true
        {
            between = (0..<2).map { _ in PixelStore(width: target.width, height: target.height) }
        }
        return between[index].pixels
    }

    private func fillNumbers(_ inputs: ShaderInputs, _ target: Pixels) {
        let size = SIMD2(Float(target.width), Float(target.height))
        numbers[0] = 1 / size.x
        numbers[1] = 1 / size.y
        numbers[2] = size.x
        numbers[3] = size.y
        numbers[4] = inputs.time
        for index in 0..<3 { numbers[5 + index] = inputs.mood[index] }
        numbers[8] = inputs.speech
        numbers[9] = inputs.seed
        for (index, uniform) in shader.uniforms.enumerated() {
            let start = UniformPlan.ownStart + index * 4
            for component in 0..<uniform.count {
                numbers[start + component] = uniform.initial[component]
            }
            if let given = inputs.uniforms.last(where: { $0.name == uniform.name }) {
                for component in 0..<uniform.count {
                    let value = given.value[component]
                    numbers[start + component] =
                        uniform.isWhole ? value.rounded(.towardZero) : value
                }
            }
        }
    }

    private func run(
        _ program: LaneProgram, _ pictures: [Pixels?], into target: Pixels, columns: Range<Int>,
        rows: Range<Int>
    ) {
        guard !columns.isEmpty, !rows.isEmpty else { return }
        let sources = pictures.map { $0.map(lanes_picture.init) ?? .transparent }
        let isSameSize = pictures.allSatisfy {
            $0.map { $0.width == target.width && $0.height == target.height } ?? false
        }
        // Small bands: a core that another program disturbs takes fewer of them.
        let bands = min(workers.count, (rows.count + 7) / 8)
        nonisolated(unsafe) let workers = workers
        nonisolated(unsafe) let target = target
        nonisolated(unsafe) let sources_ = sources
        let numbers = numbers
        @Sendable func draw(_ band: Int) {
            let start = rows.lowerBound + rows.count * band / bands
            let end = rows.lowerBound + rows.count * (band + 1) / bands
            workers[band].run(
                program, numbers, sources_, isSameSize: isSameSize, into: target,
                columns: columns, rows: start..<end)
        }
        if bands == 1 {
            draw(0)
        } else {
            DispatchQueue.concurrentPerform(iterations: bands, execute: draw)
        }
    }
}

extension lanes_picture {
    init(_ pixels: Pixels) {
        self.init(
            pixels: UnsafePointer(pixels.base.assumingMemoryBound(to: UInt8.self)),
            width: Int32(pixels.width), height: Int32(pixels.height),
            bytes_per_row: Int64(pixels.bytesPerRow))
    }

    /// One transparent pixel.
    nonisolated(unsafe) static let transparent: lanes_picture = {
        let pixel = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)
        pixel.initialize(repeating: 0, count: 4)
        return lanes_picture(pixels: pixel, width: 1, height: 1, bytes_per_row: 4)
    }()
}
