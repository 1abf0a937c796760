import CLanes

/// What one core draws with: shared values, then registers of a row each.
final class LaneMemory {
    private let memory: UnsafeMutablePointer<Float>
    private let vectors: Int
    private static let lanes = Int(lanes_per_vector)

    init(vectors: Int) {
        self.vectors = vectors
        let bytes = max(vectors, 1) * Self.lanes * 4
        let raw = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
        memory = raw.initializeMemory(as: Float.self, repeating: 0, count: bytes / 4)
    }

    deinit { memory.deallocate() }

    private func share(_ value: Float, at place: UInt32) {
        let start = memory + Int(place) * Self.lanes
        for lane in 0..<Self.lanes { start[lane] = value }
    }

    /// Draws some rows, in strips as wide as a register.
    ///
    /// - Precondition: the program fits in this memory, and columns and rows lie in the target.
    func run(
        _ program: LaneProgram, _ numbers: [Float], _ pictures: [lanes_picture],
        isSameSize: Bool, into target: Pixels, columns: Range<Int>, rows: Range<Int>
    ) {
        begin(program, numbers, pictures)
        let perPixel = isSameSize ? program.perPixel : program.uneven
        for left in stride(from: columns.lowerBound, to: columns.upperBound, by: LaneProgram.width)
        {
            let pixels = min(LaneProgram.width, columns.upperBound - left)
            let strips = Int32((pixels + Self.lanes - 1) / Self.lanes)
            fillColumns(program, from: left, width: target.wholeWidth)
            for row in rows {
                beginRow(program, row, height: target.wholeHeight, pictures)
                let at = lanes_position(x: Int32(left), y: Int32(row))
                lanes_run(perPixel, Int32(perPixel.count), memory, strips, pictures, at)
                let bytes =
                    (target.base + (row - target.top) * target.bytesPerRow
                    + (left - target.left) * 4)
                    .assumingMemoryBound(to: UInt8.self)
                withUnsafePointer(to: program.outputs) { outputs in
                    withUnsafePointer(to: program.outputStrides) { strides in
                        outputs.withMemoryRebound(to: UInt32.self, capacity: 4) { places in
                            strides.withMemoryRebound(to: UInt8.self, capacity: 4) { strides in
                                lanes_store(memory, places, strides, bytes, Int32(pixels))
                            }
                        }
                    }
                }
            }
        }
    }

    /// What is the same for the whole picture.
    private func begin(_ program: LaneProgram, _ numbers: [Float], _ pictures: [lanes_picture]) {
        precondition(program.size <= vectors, "the program needs more memory")
        for (place, bits) in program.constants { share(Float(bitPattern: bits), at: place) }
        for (place, number) in program.uniforms { share(numbers[number], at: place) }
        lanes_run(
            program.perPicture, Int32(program.perPicture.count), memory, 1, pictures,
            lanes_position())
    }

    /// What is the same in a row.
    private func beginRow(
        _ program: LaneProgram, _ row: Int, height: Int, _ pictures: [lanes_picture]
    ) {
        if let place = program.downUV { share((Float(row) + 0.5) / Float(height), at: place) }
        // gl_FragCoord counts from the bottom.
        if let place = program.downPixel { share(Float(height - 1 - row) + 0.5, at: place) }
        lanes_run(
            program.perRow, Int32(program.perRow.count), memory, 1, pictures,
            lanes_position(x: 0, y: Int32(row)))
    }

    /// How far from its own place a pixel of a picture reads at most; nil when that is not the same for
    /// all pixels of a row.
    func reach(of program: LaneProgram, _ numbers: [Float], width: Int, height: Int) -> Reach? {
        let steps = program.perPicture + program.perRow + program.perPixel
        guard steps.allSatisfy({ $0.op != LaneOp.fetch.rawValue }) else { return nil }
        let shifted = program.perPixel.filter { $0.op == LaneOp.fetchShifted.rawValue }
        guard !shifted.isEmpty else { return Reach(across: 0, down: 0) }
        begin(program, numbers, [])
        var (across, down): (Float, Float) = (0, 0)
        for row in 0..<height {
            beginRow(program, row, height: height, [])
            for step in shifted {
                let (shift, place) = (
                    memory[Int(step.c) * Self.lanes], memory[Int(step.b) * Self.lanes]
                )
                guard shift.isFinite, place.isFinite else { return nil }
                across = max(across, abs(shift) * Float(width))
                down = max(down, abs(place * Float(height) - Float(row) - 0.5))
            }
        }
        // Farther than the picture is no farther; a place between two pixels reads both.
        return Reach(
            across: Int(min(across, Float(width)).rounded(.up)) + 1,
            down: Int(min(down, Float(height)).rounded(.up)) + 1)
    }

    private func fillColumns(_ program: LaneProgram, from left: Int, width: Int) {
        for (place, scale) in [(program.acrossUV, Float(width)), (program.acrossPixel, 1)] {
            guard let place else { continue }
            let start = memory + Int(place) * Self.lanes
            for lane in 0..<LaneProgram.width { start[lane] = (Float(left + lane) + 0.5) / scale }
        }
    }
}

extension LaneProgram {
    /// The same where a picture has another size than what is drawn: rows do not lie beside rows.
    fileprivate var uneven: [lanes_instruction] {
        perPixel.map { step in
            var step = step
            if LaneOp(rawValue: step.op)?.isFetch == true { step.op = LaneOp.fetch.rawValue }
            return step
        }
    }
}

/// How far a shader reads from a pixel's own place: whole pixels across and down, either way.
public struct Reach: Hashable, Sendable {
    public var across: Int
    public var down: Int

    public init(across: Int, down: Int) {
        self.across = across
        self.down = down
    }

    static func + (a: Reach, b: Reach) -> Reach {
        Reach(across: a.across + b.across, down: a.down + b.down)
    }
}

/// Memory for a picture, or for any that is smaller.
final class PixelStore {
    let pixels: Pixels

    init(width: Int, height: Int) {
        let bytesPerRow = Self.bytesPerRow(width)
        let base = UnsafeMutableRawPointer.allocate(
            byteCount: bytesPerRow * height, alignment: 64)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: bytesPerRow * height)
        pixels = Pixels(base: base, width: width, height: height, bytesPerRow: bytesPerRow)
    }

    deinit { pixels.base.deallocate() }

    private static func bytesPerRow(_ width: Int) -> Int { (width * 4 + 63) & ~63 }

    func holds(width: Int, height: Int) -> Bool {
        Self.bytesPerRow(width) * height <= pixels.bytesPerRow * pixels.height
    }

    /// A window of the size of another picture's, in this memory.
    ///
    /// - Precondition: it fits.
    func window(columns: Range<Int>, rows: Range<Int>, of whole: Pixels) -> Pixels {
        precondition(holds(width: columns.count, height: rows.count), "the window fits")
        return Pixels(
            base: pixels.base, width: columns.count, height: rows.count,
            bytesPerRow: Self.bytesPerRow(columns.count), left: columns.lowerBound,
            top: rows.lowerBound, wholeWidth: whole.wholeWidth, wholeHeight: whole.wholeHeight)
    }
}
