import CLanes

/// Sets of vector instructions that shaders run with. All give the same bytes.
public enum LaneLevel: String, CaseIterable, Sendable {
    /// For any processor.
    case portable
    /// For x86-64 processors since 2013.
    case avx2
    /// For x86-64 servers since 2017.
    case avx512

    /// Those that this machine has, the narrowest first.
    public static var available: [LaneLevel] {
        allCases.filter { $0.number.rawValue <= best.rawValue }
    }

    private static let best: lanes_level = {
        lanes_limit(lanes_avx512)
        return lanes_best()
    }()

    /// Nothing better is used from now on, in the whole program: for measurements.
    public static func limit(to level: LaneLevel) {
        _ = best
        lanes_limit(level.number)
    }

    private var number: lanes_level {
        switch self {
        case .portable: lanes_plain
        case .avx2: lanes_avx2
        case .avx512: lanes_avx512
        }
    }
}
