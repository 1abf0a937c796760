import CLanes

/// What one core draws with: shared values, then registers of a row each.
final class LaneMemory {
    private let memory: UnsafeMutablePointer<Float>
    private let vectors: Int
    private static let lanes = Int(lanes_per_vector)

    init(vectors: Int) {
        self.vectors = vectors
        let bytes = max(vectors, 1) * 32
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
        precondition(program.size <= vectors, "the program needs more memory")
        for (place, bits) in program.constants { share(Float(bitPattern: bits), at: place) }
        for (place, number) in program.uniforms { share(numbers[number], at: place) }
        let nowhere = lanes_position()
        lanes_run(
            program.perPicture, Int32(program.perPicture.count), memory, 1, pictures, nowhere)
        let perPixel = isSameSize ? program.perPixel : program.uneven
        for left in stride(from: columns.lowerBound, to: columns.upperBound, by: LaneProgram.width)
        {
            let pixels = min(LaneProgram.width, columns.upperBound - left)
            let strips = Int32((pixels + Self.lanes - 1) / Self.lanes)
            fillColumns(program, from: left, width: target.width)
            for row in rows {
                if let place = program.downUV {
                    share((Float(row) + 0.5) / Float(target.height), at: place)
                }
                // gl_FragCoord counts from the bottom.
                if let place = program.downPixel {
                    share(Float(target.height - 1 - row) + 0.5, at: place)
                }
                let at = lanes_position(x: Int32(left), y: Int32(row))
                lanes_run(program.perRow, Int32(program.perRow.count), memory, 1, pictures, at)
                lanes_run(perPixel, Int32(perPixel.count), memory, strips, pictures, at)
                let bytes = (target.base + row * target.bytesPerRow + left * 4)
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

    private func fillColumns(_ program: LaneProgram, from left: Int, width: Int) {
        for (place, scale) in [(program.acrossUV, Float(width)), (program.acrossPixel, 1)] {
            guard let place else { continue }
            let start = memory + Int(place) * Self.lanes
            for lane in 0..<LaneProgram.width { start[lane] = (Float(left + lane) + 0.5) / scale }
        }
    }
}

extension LaneProgram {
    /// The same where a picture has another size than what is drawn: nothing is read straight.
    fileprivate var uneven: [lanes_instruction] {
        perPixel.map { step in
            var step = step
            if step.op == LaneOp.fetchStraight.rawValue { step.op = LaneOp.fetch.rawValue }
            return step
        }
    }
}

/// A picture that a shader of several passes draws into.
final class PixelStore {
    let pixels: Pixels

    init(width: Int, height: Int) {
        let bytesPerRow = (width * 4 + 63) & ~63
        let base = UnsafeMutableRawPointer.allocate(
            byteCount: bytesPerRow * height, alignment: 64)
        base.initializeMemory(as: UInt8.self, repeating: 0, count: bytesPerRow * height)
        pixels = Pixels(base: base, width: width, height: height, bytesPerRow: bytesPerRow)
    }

    deinit { pixels.base.deallocate() }
}
