import CLanes

/// Gives every value of a schedule its place in the machine's memory, and writes the instructions.
///
/// A register is free again once its last reader has run: rows of pixels then stay in the nearest cache.
struct Packing {
    private let schedule: Schedule
    private var program = LaneProgram()
    /// Where each node's value stands: in vectors; for registers, in registers until the end.
    private var places: [UInt32]
    private var shared: UInt32 = 0
    private var registers: UInt32 = 0
    private var free: [UInt32] = []
    private var remaining: [Int]
    /// The channels of each fetch that are needed.
    private var channels: [Int: [Int]] = [:]

    static func pack(_ result: Lowering.Result) -> LaneProgram {
        var packing = Packing(Schedule(result))
        packing.placeInputs()
        for index in packing.schedule.order { packing.place(index) }
        return packing.finished(result.color.map { Int($0.index) })
    }

    private init(_ schedule: Schedule) {
        self.schedule = schedule
        places = Array(repeating: 0, count: schedule.nodes.count)
        remaining = schedule.uses
        for index in schedule.order where schedule.nodes[index].op == .channel {
            channels[Int(schedule.nodes[index].a.index), default: []].append(index)
        }
    }

    private func isRegister(_ index: Int) -> Bool { schedule.rates[index] == .pixel }

    private mutating func newShared() -> UInt32 {
        defer { shared += 1 }
        return shared
    }

    private mutating func newRegister() -> UInt32 {
        if let register = free.popLast() { return register }
        defer { registers += 1 }
        return registers
    }

    // MARK: Places

    private mutating func placeInputs() {
        for index in schedule.order {
            let node = schedule.nodes[index]
            switch node.op {
            case .constant:
                places[index] = newShared()
                program.constants.append((places[index], node.bits))
            case .uniform:
                places[index] = newShared()
                program.uniforms.append((places[index], Int(node.bits)))
            case .downUV:
                places[index] = newShared()
                program.downUV = places[index]
            case .downPixel:
                places[index] = newShared()
                program.downPixel = places[index]
            // Positions are written once for many rows: their registers are never free.
            case .acrossUV:
                places[index] = newRegister()
                program.acrossUV = places[index]
            case .acrossPixel:
                places[index] = newRegister()
                program.acrossPixel = places[index]
            default: break
            }
        }
    }

    private mutating func place(_ index: Int) {
        let node = schedule.nodes[index]
        guard node.op.isCarriedOut else { return }
        var step = lanes_instruction()
        step.op = node.op.rawValue
        if node.op == .fetch { step.op = fetching(node).rawValue }
        if node.a != .none { (step.a, step.sa) = reading(node.a) }
        if node.b != .none { (step.b, step.sb) = reading(node.b) }
        if node.c != .none { (step.c, step.sc) = reading(node.c) }
        let operands = schedule.operands(of: index)
        for operand in operands { release(operand) }
        if node.op == .fetch {
            step.sampler = UInt8(node.bits)
            placeChannels(of: index, in: &step)
        } else {
            places[index] = isRegister(index) ? newRegister() : newShared()
            step.d = places[index]
        }
        switch schedule.rates[index] {
        case .pixel: program.perPixel.append(step)
        case .row: program.perRow.append(step)
        default: program.perPicture.append(step)
        }
    }

    /// How a picture is read that has the size of what is drawn.
    private func fetching(_ fetch: Graph.Node) -> LaneOp {
        func node(_ value: Value) -> Graph.Node { schedule.nodes[Int(value.index)] }
        guard node(fetch.a).op == .acrossUV, schedule.rates[Int(fetch.b.index)] <= .row,
            schedule.rates[Int(fetch.c.index)] <= .row
        else { return .fetch }
        let isStraight = node(fetch.b).op == .downUV && node(fetch.c) == .init(op: .constant)
        return isStraight ? .fetchStraight : .fetchShifted
    }

    private func reading(_ value: Value) -> (UInt32, UInt8) {
        let index = Int(value.index)
        return (places[index], isRegister(index) ? 1 : 0)
    }

    private mutating func release(_ operand: Int) {
        remaining[operand] -= 1
        let op = schedule.nodes[operand].op
        guard remaining[operand] == 0, isRegister(operand), op != .acrossUV, op != .acrossPixel
        else { return }
        free.append(places[operand])
    }

    /// The channels that somebody needs follow their fetch.
    private mutating func placeChannels(of fetch: Int, in step: inout lanes_instruction) {
        var targets = [UInt32](repeating: 0, count: 4)
        for index in channels[fetch] ?? [] {
            let channel = Int(schedule.nodes[index].bits)
            places[index] = isRegister(fetch) ? newRegister() : newShared()
            targets[channel] = places[index]
            step.channels |= 1 << UInt8(channel)
        }
        (step.d, step.d1, step.d2, step.d3) = (targets[0], targets[1], targets[2], targets[3])
    }

    // MARK: The end

    /// Registers become places behind the shared values, aligned to their own size.
    private func finished(_ colors: [Int]) -> LaneProgram {
        var program = program
        let vectors = UInt32(lanes_vectors)
        func place(_ register: UInt32) -> UInt32 { shared + register * vectors }
        for index in program.perPixel.indices {
            if program.perPixel[index].sa == 1 {
                program.perPixel[index].a = place(program.perPixel[index].a)
            }
            if program.perPixel[index].sb == 1 {
                program.perPixel[index].b = place(program.perPixel[index].b)
            }
            if program.perPixel[index].sc == 1 {
                program.perPixel[index].c = place(program.perPixel[index].c)
            }
            program.perPixel[index].d = place(program.perPixel[index].d)
            program.perPixel[index].d1 = place(program.perPixel[index].d1)
            program.perPixel[index].d2 = place(program.perPixel[index].d2)
            program.perPixel[index].d3 = place(program.perPixel[index].d3)
        }
        program.acrossUV = program.acrossUV.map(place)
        program.acrossPixel = program.acrossPixel.map(place)
        let outputs = colors.map { isRegister($0) ? place(places[$0]) : places[$0] }
        let strides: [UInt8] = colors.map { isRegister($0) ? 1 : 0 }
        program.outputs = (outputs[0], outputs[1], outputs[2], outputs[3])
        program.outputStrides = (strides[0], strides[1], strides[2], strides[3])
        program.size = Int(shared + registers * vectors)
        return program
    }
}
