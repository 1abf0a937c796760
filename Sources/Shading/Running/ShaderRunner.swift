import CLanes
import Dispatch

/// Draws with one shader; keeps the memory it draws with from picture to picture.
///
/// Bands of rows run on all cores, each with its own memory; nothing is allocated while drawing, but
/// when a larger part of a picture than ever is drawn with a shader of several passes.
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
    ///   - columns: in pixels from the left of the whole picture, `rows` from its top; both clamped to
    ///     the target.
    public func draw(
        _ layer: Pixels?, _ inputs: ShaderInputs, into target: Pixels,
        columns: Range<Int>? = nil, rows: Range<Int>? = nil
    ) {
        fillNumbers(inputs, SIMD2(target.wholeWidth, target.wholeHeight))
        let columns = columns?.clamped(to: target.columns) ?? target.columns
        let rows = rows?.clamped(to: target.rows) ?? target.rows
        guard !columns.isEmpty, !rows.isEmpty else { return }
        var source = layer
        for (pass, program) in shader.programs.enumerated() {
            let (canvas, across, down): (Pixels, Range<Int>, Range<Int>)
            if pass == shader.programs.count - 1 {
                (canvas, across, down) = (target, columns, rows)
            } else {
                (across, down) = needed(after: pass, columns, rows, of: target)
                canvas = store(pass % 2, columns: across, rows: down, of: target)
            }
            run(program, [source, layer], into: canvas, columns: across, rows: down)
            source = canvas
        }
    }

    /// How far from its own place a pixel of the whole picture is reached by what is read; nil when that
    /// can be anywhere. All passes together.
    public func reach(_ inputs: ShaderInputs, width: Int, height: Int) -> Reach? {
        fillNumbers(inputs, SIMD2(width, height))
        return reach(from: 0, width: width, height: height)
    }

    private func reach(from pass: Int, width: Int, height: Int) -> Reach? {
        var sum = Reach(across: 0, down: 0)
        for program in shader.programs[pass...] {
            guard
                let reach = workers[0].reach(of: program, numbers, width: width, height: height)
            else { return nil }
            sum = sum + reach
        }
        return sum
    }

    /// What the passes after one read of the picture it leaves, to draw a part of the last.
    private func needed(
        after pass: Int, _ columns: Range<Int>, _ rows: Range<Int>, of target: Pixels
    ) -> (Range<Int>, Range<Int>) {
        let (width, height) = (target.wholeWidth, target.wholeHeight)
        let isWhole = columns.count == width && rows.count == height
        guard !isWhole, let reach = reach(from: pass + 1, width: width, height: height) else {
            return (0..<width, 0..<height)
        }
        return (
            columns.widened(by: reach.across).clamped(to: 0..<width),
            rows.widened(by: reach.down).clamped(to: 0..<height)
        )
    }

    private func store(
        _ index: Int, columns: Range<Int>, rows: Range<Int>, of whole: Pixels
    ) -> Pixels {
        if between.first?.holds(width: columns.count, height: rows.count) != true {
            between = (0..<2).map { _ in PixelStore(width: columns.count, height: rows.count) }
        }
        return between[index].window(columns: columns, rows: rows, of: whole)
    }

    private func fillNumbers(_ inputs: ShaderInputs, _ sides: SIMD2<Int>) {
        let size = SIMD2<Float>(sides)
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
        let sources = pictures.map { $0.map(lanes_picture.init) ?? .transparent }
        let isSameSize = pictures.allSatisfy {
            $0.map { $0.wholeWidth == target.wholeWidth && $0.wholeHeight == target.wholeHeight }
                ?? false
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

extension Range<Int> {
    fileprivate func widened(by count: Int) -> Range<Int> {
        lowerBound - count..<upperBound + count
    }
}

extension lanes_picture {
    init(_ pixels: Pixels) {
        self.init(
            pixels: UnsafePointer(pixels.base.assumingMemoryBound(to: UInt8.self)),
            width: Int32(pixels.width), height: Int32(pixels.height),
            bytes_per_row: Int64(pixels.bytesPerRow), whole_width: Int32(pixels.wholeWidth),
            whole_height: Int32(pixels.wholeHeight), left: Int32(pixels.left),
            top: Int32(pixels.top))
    }

    /// One transparent pixel.
    nonisolated(unsafe) static let transparent: lanes_picture = {
        let pixel = UnsafeMutablePointer<UInt8>.allocate(capacity: 4)
        pixel.initialize(repeating: 0, count: 4)
        return lanes_picture(
            pixels: pixel, width: 1, height: 1, bytes_per_row: 4, whole_width: 1, whole_height: 1,
            left: 0, top: 0)
    }()
}
