import AvatarTypes
import Glibc
import Shading

/// A shader at work on the pictures of one show: over the finished picture, or in place of what is behind
/// the character, as the shader reads a picture or not.
struct Filter {
    private let runner: ShaderRunner
    private let uniforms: [(name: String, value: SIMD4<Float>)]
    private var picture: Image
    /// What the picture was drawn over, while nothing but that decides how it looks.
    private var below: Image?
    /// How often the shader has run: what would look the same is not drawn again.
    private(set) var runs = 0
    /// Pixels it has drawn, in all runs.
    private(set) var pixels = 0

    /// - Parameter uniforms: the shader's own; those that are not named keep their defaults.
    init(
        _ shader: Shader, uniforms: [(name: String, value: SIMD4<Float>)] = [], size: PixelSize,
        threads: Int? = nil
    ) {
        self.uniforms = uniforms
        runner = ShaderRunner(shader, threads: threads)
        picture = Image(width: size.width, height: size.height)
    }

    /// The picture as the shader shows it; nil when the shader is one for behind the character.
    mutating func over(_ picture: Image, _ inputs: ShaderInputs) -> Image? {
        runner.shader.readsLayer ? apply(to: picture, inputs) : nil
    }

    /// What the shader draws behind the character; nil when it is one for over the picture.
    mutating func behind(_ inputs: ShaderInputs) -> Image? {
        runner.shader.readsLayer ? nil : apply(to: nil, inputs)
    }

    private mutating func apply(to source: Image?, _ moment: ShaderInputs) -> Image {
        var area = Area(of: PixelSize(width: picture.width, height: picture.height))
        if runner.shader.isStill {
            if runs > 0 {
                guard let source, let below, let changed = source.changes(since: below) else {
                    return picture
                }
                if runner.shader.isLocal { area = changed }
            }
            // A copy: whoever draws the next picture would else have to take new memory for it.
            if let source { below = Image(copying: source) }
        }
        runs += 1
        pixels += area.columns.count * area.rows.count
        var inputs = moment
        inputs.uniforms = uniforms
        if area.rows.count == picture.height, area.columns.count == picture.width {
            picture.discardSharedBytes()
        }
        picture.draw(runner, over: source, inputs, area)
        return picture
    }
}

/// A rectangle of whole pixels.
struct Area: Equatable {
    var columns: Range<Int>
    var rows: Range<Int>

    var isEmpty: Bool { columns.isEmpty || rows.isEmpty }

    init(columns: Range<Int>, rows: Range<Int>) {
        self.columns = columns
        self.rows = rows
    }

    /// All of a picture.
    init(of size: PixelSize) {
        self.init(columns: 0..<size.width, rows: 0..<size.height)
    }
}

extension Image {
    /// Fills the picture with what a shader makes of another, or of none.
    ///
    /// - Parameter area: the rest stays what it is; all, when not given.
    mutating func draw(
        _ runner: ShaderRunner, over source: Image?, _ inputs: ShaderInputs, _ area: Area? = nil
    ) {
        withPixels { target in
            guard let source else {
                return runner.draw(
                    nil, inputs, into: target, columns: area?.columns, rows: area?.rows)
            }
            source.withLayer { layer in
                runner.draw(
                    layer, inputs, into: target, columns: area?.columns, rows: area?.rows)
            }
        }
    }

    /// Fills a part of a larger picture with what a shader makes of another part of it.
    ///
    /// - Parameters:
    ///   - area: which part this is; `source` shows another, beyond which its edge is repeated.
    ///   - whole: the size of the larger picture.
    mutating func draw(
        _ runner: ShaderRunner, over source: Image, at place: Area, _ inputs: ShaderInputs,
        as area: Area, of whole: PixelSize
    ) {
        withPixels { target in
            source.withLayer { layer in
                runner.draw(
                    layer.window(at: place, of: whole), inputs,
                    into: target.window(at: area, of: whole))
            }
        }
    }

    private mutating func withPixels(_ body: (Pixels) -> Void) {
        let (width, height, stride) = (width, height, stride)
        withUnsafeMutableBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            body(Pixels(base: base, width: width, height: height, bytesPerRow: stride))
        }
    }

    private func withLayer(_ body: (Pixels) -> Void) {
        withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return }
            // A layer is only read.
            body(
                Pixels(
                    base: UnsafeMutableRawPointer(mutating: base), width: width, height: height,
                    bytesPerRow: stride))
        }
    }

    /// The least rectangle in which the picture differs from another of its size; nil when it is the same.
    func changes(since before: Image) -> Area? {
        precondition(
            width == before.width && height == before.height, "pictures are of one size")
        let (width, stride) = (width, stride)
        return withUnsafeBytes { new in
            before.withUnsafeBytes { old in
                var (left, right) = (width, 0)
                var rows: Range<Int>?
                for y in 0..<height {
                    let (a, b) = (new.baseAddress! + y * stride, old.baseAddress! + y * stride)
                    if memcmp(a, b, width * 4) == 0 { continue }
                    rows = (rows?.lowerBound ?? y)..<y + 1
                    func differs(_ x: Int) -> Bool {
                        a.load(fromByteOffset: x * 4, as: UInt32.self)
                            != b.load(fromByteOffset: x * 4, as: UInt32.self)
                    }
                    var x = 0
                    while x < left, !differs(x) { x += 1 }
                    left = min(left, x)
                    x = width
                    while x > right, !differs(x - 1) { x -= 1 }
                    right = max(right, x)
                }
                return rows.map { Area(columns: left..<right, rows: $0) }
            }
        }
    }

    fileprivate init(copying other: Image) {
        self.init(width: other.width, height: other.height)
        withUnsafeMutableBytes { bytes in
            other.withUnsafeBytes { bytes.copyMemory(from: $0) }
        }
    }
}

extension Pixels {
    /// The same bytes as a part of a larger picture.
    fileprivate func window(at area: Area, of whole: PixelSize) -> Pixels {
        Pixels(
            base: base, width: width, height: height, bytesPerRow: bytesPerRow,
            left: area.columns.lowerBound, top: area.rows.lowerBound, wholeWidth: whole.width,
            wholeHeight: whole.height)
    }
}

extension ShaderInputs {
    /// - Parameters:
    ///   - sound: what is heard around the moment.
    ///   - seed: the show's.
    init(at time: MediaTime, feeling emotion: Emotion, hearing sound: AudioClip, seed: UInt64) {
        self.init()
        self.time = Float(time.seconds)
        mood = [emotion.valence * 2 - 1, emotion.arousal * 2 - 1, emotion.energy]
        speech = min(1, sound.loudness * Self.fullSpeech)
        self.seed = Float(seed % 4096) / 4096
    }

    /// Speech at its usual level has an RMS of about 0.15; that is 0.75 for a shader.
    private static let fullSpeech: Float = 5
}

extension AudioClip {
    /// Root mean square, 0…1.
    fileprivate var loudness: Float {
        guard !samples.isEmpty else { return 0 }
        return (samples.reduce(0) { $0 + $1 * $1 } / Float(samples.count)).squareRoot()
    }
}
