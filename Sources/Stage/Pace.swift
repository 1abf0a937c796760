import AvatarTypes

/// How much a show draws of what it could: less when the machine does not keep up, before sound is late,
/// and all of it again when there is room.
///
/// It is told what each frame cost. Two frames' worth of work in one second that did not fit into their
/// time is a step down; a step up must have been affordable for a while, and for longer each time it was
/// not.
///
/// - Source: ours.
struct Pace: Sendable {
    /// What is left out, in order.
    enum Level: Int, CaseIterable, Sendable {
        case whole
        /// Drawn at half the width and height, and scaled up.
        case coarse
        /// That, and only each second frame.
        case coarseHalfRate
        /// That, and only each third frame.
        case coarseThirdRate

        var isCoarse: Bool { self != .whole }

        /// Of so many frames one is drawn.
        var stride: Int {
            switch self {
            case .whole, .coarse: 1
            case .coarseHalfRate: 2
            case .coarseThirdRate: 3
            }
        }

        /// By how much the level above costs more of each second, about: a coarse picture has a fourth of
        /// the pixels, but is encoded whole.
        fileprivate var costOfLevelAbove: Double {
            switch self {
            case .whole: 1
            case .coarse: 2
            case .coarseHalfRate: 2
            case .coarseThirdRate: 1.5
            }
        }
    }

    private(set) var level = Level.whole
    /// How often it stepped down.
    private(set) var stepsDown = 0

    private let frameDuration: MediaTime
    /// Share of real time that frames take, smoothed over about half a second.
    private var load = 0.0
    private var lateness = 0
    private var windowStart = MediaTime.zero
    /// When the level above can be tried.
    private var patience = MediaTime.seconds(4)
    private var calmSince: MediaTime?
    private var steppedUp: MediaTime?

    private static let window = MediaTime.seconds(1)
    /// More than this is left for sound, sockets and others.
    private static let full = 0.9
    /// The level above must be expected to fit into this.
    private static let roomy = 0.7
    private static let longestPatience = MediaTime.seconds(64)

    init(framesPerSecond: Int) {
        frameDuration = .frames(1, perSecond: framesPerSecond)
    }

    /// Whether a frame is drawn at this level.
    func draws(frame: Int) -> Bool { frame % level.stride == 0 }

    /// Notes a frame that was drawn.
    ///
    /// - Parameters:
    ///   - work: how long drawing and encoding took.
    ///   - isLate: whether it came more than a frame late, and was left out instead.
    mutating func note(work: Duration, isLate: Bool = false, at time: MediaTime) {
        if time - windowStart >= Self.window {
            windowStart = time
            lateness = 0
        }
        let share = MediaTime(work).seconds / (frameDuration.seconds * Double(level.stride))
        if !isLate { load += (share - load) * 0.1 * Double(level.stride) }
        if isLate { lateness += 1 }
        if lateness >= 2 || load > Self.full {
            stepDown(at: time)
        } else if load * level.costOfLevelAbove < Self.roomy, lateness == 0 {
            let since = calmSince ?? time
            calmSince = since
            if time - since >= patience { stepUp(at: time) }
        } else {
            calmSince = nil
        }
    }

    private mutating func stepDown(at time: MediaTime) {
        calmSince = nil
        lateness = 0
        windowStart = time
        // What was tried a moment ago was too much: it is not tried again so soon.
        if let steppedUp, time - steppedUp < .seconds(10) {
            patience = min(patience + patience, Self.longestPatience)
        }
        steppedUp = nil
        guard let next = Level(rawValue: level.rawValue + 1) else { return }
        load /= next.costOfLevelAbove
        level = next
        stepsDown += 1
    }

    private mutating func stepUp(at time: MediaTime) {
        calmSince = nil
        guard let next = Level(rawValue: level.rawValue - 1) else { return }
        load *= level.costOfLevelAbove
        level = next
        steppedUp = time
    }
}
