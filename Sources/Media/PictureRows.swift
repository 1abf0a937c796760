import CProcessor
import ColorConversion

#if arch(x86_64)
    import ColorConversionAVX2
    import ColorConversionAVX512
#endif

/// Vector instructions that rows of pixels are converted with. All give the same bytes: see `ColorRows`.
enum ColorLevel: CaseIterable {
    /// For any processor.
    case portable
    case avx2
    case avx512

    /// The fastest that this machine has.
    static let best = allCases.last { $0.isAvailable } ?? .portable

    var isAvailable: Bool {
        switch self {
        case .portable: true
        case .avx2: processor_has_avx2() != 0
        case .avx512: processor_has_avx512() != 0
        }
    }

    func compose(
        _ row: PixelRow, over backdrop: PixelRow, into result: UnsafeMutablePointer<UInt32>,
        count: Int
    ) {
        switch self {
        #if arch(x86_64)
            case .avx512:
                ColorConversionAVX512.ColorRows.compose(
                    row, over: backdrop, into: result, count: count)
            case .avx2:
                ColorConversionAVX2.ColorRows.compose(
                    row, over: backdrop, into: result, count: count)
        #endif
        default:
            ColorConversion.ColorRows.compose(row, over: backdrop, into: result, count: count)
        }
    }

    func luma(of row: PixelRow, into result: UnsafeMutablePointer<UInt8>, count: Int) {
        switch self {
        #if arch(x86_64)
            case .avx512:
                ColorConversionAVX512.ColorRows.luma(of: row, into: result, count: count)
            case .avx2: ColorConversionAVX2.ColorRows.luma(of: row, into: result, count: count)
        #endif
        default: ColorConversion.ColorRows.luma(of: row, into: result, count: count)
        }
    }

    func chroma(
        of upper: PixelRow, and lower: PixelRow, blue u: UnsafeMutablePointer<UInt8>,
        red v: UnsafeMutablePointer<UInt8>, count: Int
    ) {
        switch self {
        #if arch(x86_64)
            case .avx512:
                ColorConversionAVX512.ColorRows.chroma(
                    of: upper, and: lower, blue: u, red: v, count: count)
            case .avx2:
                ColorConversionAVX2.ColorRows.chroma(
                    of: upper, and: lower, blue: u, red: v, count: count)
        #endif
        default:
            ColorConversion.ColorRows.chroma(
                of: upper, and: lower, blue: u, red: v, count: count)
        }
    }

    func alphaLuma(of row: PixelRow, into result: UnsafeMutablePointer<UInt8>, count: Int) {
        switch self {
        #if arch(x86_64)
            case .avx512:
                ColorConversionAVX512.ColorRows.alphaLuma(of: row, into: result, count: count)
            case .avx2:
                ColorConversionAVX2.ColorRows.alphaLuma(of: row, into: result, count: count)
        #endif
        default: ColorConversion.ColorRows.alphaLuma(of: row, into: result, count: count)
        }
    }
}

/// A row of pixels: red in the low byte, then green, blue, alpha.
typealias PixelRow = UnsafePointer<UInt32>

/// `row` over `backdrop`, an opaque row.
func compose(
    _ row: PixelRow, over backdrop: PixelRow, into result: UnsafeMutablePointer<UInt32>, count: Int
) {
    ColorLevel.best.compose(row, over: backdrop, into: result, count: count)
}

func luma(of row: PixelRow, into result: UnsafeMutablePointer<UInt8>, count: Int) {
    ColorLevel.best.luma(of: row, into: result, count: count)
}

/// Chroma of two rows.
///
/// - Parameter count: chroma samples, half of the pixels in a row.
func chroma(
    of upper: PixelRow, and lower: PixelRow, blue u: UnsafeMutablePointer<UInt8>,
    red v: UnsafeMutablePointer<UInt8>, count: Int
) {
    ColorLevel.best.chroma(of: upper, and: lower, blue: u, red: v, count: count)
}

/// Alpha as limited-range luma.
func alphaLuma(of row: PixelRow, into result: UnsafeMutablePointer<UInt8>, count: Int) {
    ColorLevel.best.alphaLuma(of: row, into: result, count: count)
}
