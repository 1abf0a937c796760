public import AvatarTypes

/// A rig on stage: what its hair remembers of the last frame, and the buffers that frames share.
///
/// ```swift
/// var puppet = Puppet(rig: rig)
/// let list = puppet.draw(pose, at: time)
/// ```
public struct Puppet: Sendable {
    let rig: Rig
    var strands: [Strand.State?]
    var pendulums: [Pendulum.State?]
    var hanging: [Hanging.State]
    private var lastTime: MediaTime?
    private var changing: Changing?

    // What one frame computes, kept for its memory.
    var inputs: [Float]
    var states: [NodeState]
    var offsets: [SIMD2<Float>]
    var angles: [Float]
    var formed: [SIMD2<Float>] = []
    var isNeeded: [Bool]
    var corners: [(index: Int, weight: Float)] = []
    var positions: [SIMD2<Float>]

    /// After a longer pause, or a jump back, strands hang at rest instead of catching up.
    private static let longestStep = MediaTime.seconds(1)

    public init(rig: Rig) {
        self.rig = rig
        strands = []
        for case .strand in rig.drivers { strands.append(nil) }
        pendulums = []
        for case .pendulum in rig.drivers { pendulums.append(nil) }
        hanging = Array(repeating: Hanging.State(), count: rig.hangingCount)
        inputs = []
        states = []
        offsets = []
        angles = []
        isNeeded = []
        positions = rig.positions
    }

    /// The rig in a pose.
    ///
    /// Another attire than in the frame before is changed into in 0.4 s.
    ///
    /// Times may come in any steps: again the same moment, later by any span, or earlier. The first frame
    /// and the one after a jump show hair at rest.
    public mutating func draw(
        _ pose: Pose, wearing attire: Attire = Attire(), at time: MediaTime
    ) -> DrawList {
        let step = lastTime.map { time - $0 }
        let isContinued = step.map { $0 >= .zero && $0 <= Self.longestStep } ?? false
        let seconds = isContinued ? step.map { Float($0.seconds) } : nil
        lastTime = time
        let look = wear(attire, isContinued: isContinued, at: time)
        drive((pose + look.pose).clamped(), in: seconds)
        bind(look)
        var list = DrawList(view: rig.view)
        list.uvs = rig.uvs
        list.indices = rig.indices
        let order = visibleParts()
        swing(in: seconds, at: Float(time.seconds))
        bend()
        list.positions = positions
        list.commands.reserveCapacity(order.count)
        add(order, inside: nil, to: &list)
        return list
    }

    /// What is worn at a moment: at once in the first frame and after a jump, else by and by.
    private mutating func wear(
        _ attire: Attire, isContinued: Bool, at time: MediaTime
    ) -> Wardrobe.Look {
        var present =
            changing ?? Changing(attire, rig.wardrobe.look(attire, nodeCount: rig.nodes.count))
        if !isContinued || present.attire != attire {
            let look = rig.wardrobe.look(attire, nodeCount: rig.nodes.count)
            if isContinued {
                present.change(to: attire, look, at: time)
            } else {
                present = Changing(attire, look)
            }
        }
        present.move(to: time)
        changing = present
        return present.look
    }
}
