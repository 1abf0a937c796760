import CProcessor
import TilePainter
import Tiling

#if arch(x86_64)
    import TilePainterAVX2
    import TilePainterAVX512
#endif

/// Sets of vector instructions that a tile can be drawn with. All give the same bytes.
public enum VectorLevel: String, CaseIterable, Sendable {
    /// For any processor.
    case portable
    /// For x86-64 processors since 2013.
    case avx2
    /// For servers since 2017, and most other x86-64 processors since 2022.
    case avx512

    /// The fastest that this machine has.
    public static let best = allCases.last { $0.isAvailable } ?? .portable

    /// Whether this machine has its instructions.
    public var isAvailable: Bool {
        switch self {
        case .portable: true
        case .avx2: processor_has_avx2() != 0
        case .avx512: processor_has_avx512() != 0
        }
    }

    func painter() -> any TilePainting {
        #if arch(x86_64)
            switch self {
            case .portable: break
            case .avx2: return TilePainterAVX2.Painter()
            case .avx512: return TilePainterAVX512.Painter()
            }
        #endif
        return TilePainter.Painter()
    }
}
