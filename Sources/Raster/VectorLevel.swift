import CProcessor
import TilePainter
import Tiling

#if arch(x86_64)
    import TilePainterAVX2
#endif

/// Sets of vector instructions that a tile can be drawn with. All give the same bytes.
public enum VectorLevel: String, CaseIterable, Sendable {
    /// For any processor.
    case portable
    /// For x86-64 processors since 2013.
    case avx2

    /// The fastest that this machine has.
    public static let best = allCases.last { $0.isAvailable } ?? .portable

    /// Whether this machine has its instructions.
    public var isAvailable: Bool {
        switch self {
        case .portable: true
        case .avx2: processor_has_avx2() != 0
        }
    }

    func painter() -> any TilePainting {
        #if arch(x86_64)
            if self == .avx2 { return TilePainterAVX2.Painter() }
        #endif
        return TilePainter.Painter()
    }
}
