import AvatarTypes
import Media
import Rigging
import Shading

/// A shader's text that is drawn once, to be looked at; nothing of it goes on air.
public struct ShaderTrial: Decodable, Sendable {
    public enum Format: String, Decodable, Sendable, CaseIterable {
        case png
        /// Premultiplied bytes as the shader wrote them, four a pixel, from the top left: to compare.
        case rgba
    }

    public var source: String
    /// `WIDTHxHEIGHT`; without it 320x384.
    public var size: String?
    /// Whom `u_layer` shows at rest; without it the settings' character.
    public var character: String?
    /// Seconds.
    public var time: Float?
    /// Valence and arousal, −1…1 each, and energy, 0…1.
    public var mood: [Float]?
    /// 0…1 each.
    public var speech: Float?
    public var seed: Float?
    public var uniforms: [String: UniformValue]?
    public var format: Format?

    public init(source: String) {
        self.source = source
    }

    /// The largest picture: as many pixels as 512×512.
    private static let pixelLimit = 512 * 512
    /// One core, estimated. A trial that takes longer would keep others waiting.
    private static let patience = 0.25

    /// Draws it on one core, so that the shows on air keep the others.
    ///
    /// - Throws: what is wrong with the text, with line and column, or with the numbers; or that it
    ///   costs too much.
    func draw(over rig: Rig) throws(StageError) -> [UInt8] {
        let shader = try Self.compile(source)
        let size = try pictureSize()
        let seconds = shader.cost.nanosecondsPerPixel * Double(size.width * size.height) / 1e9
        guard seconds <= Self.patience else {
            throw StageError(
                .invalid, code: "too-costly",
                message: "This shader takes about \(Int(seconds * 1000)) ms for such a picture.",
                hint:
                    "Ask for a smaller one, or do less: \(Int(Self.patience * 1000)) ms are the most."
            )
        }
        let inputs = try moment()
        let values = try shader.fitted(uniforms ?? [:])
        var show = Show(
            rig: rig, expressions: [], backdrop: Image(width: size.width, height: size.height),
            seed: 0, threads: 1)
        let layer = show.frame(at: Self.rest).image
        var filter = Filter(shader, uniforms: values, size: size, threads: 1)
        let picture = filter.over(layer, inputs) ?? filter.behind(inputs) ?? layer
        guard format != .rgba else { return picture.packedBytes }
        do { return try PNGFile.encode(picture, effort: .fast) } catch { throw .media(error) }
    }

    /// By then hair hangs still.
    private static let rest = MediaTime.seconds(1)

    /// - Throws: the first thing that is not in the language, at its place.
    static func compile(_ source: String) throws(StageError) -> Shader {
        do { return try Shader(source) } catch {
            var complaint = StageError(
                .invalid, code: "bad-shader", message: error.what, hint: error.remedy)
            complaint.place = StageError.Place(line: error.line, column: error.column)
            throw complaint
        }
    }

    private func pictureSize() throws(StageError) -> PixelSize {
        guard let size = PixelSize(size ?? "320x384"),
            size.width * size.height <= Self.pixelLimit
        else {
            throw StageError(
                .invalid, code: "bad-size", message: "'\(size ?? "")' is no size for a trial.",
                hint: "Write WIDTHxHEIGHT, both even and at least 16, together at most "
                    + "\(Self.pixelLimit) pixels.")
        }
        return size
    }

    private func moment() throws(StageError) -> ShaderInputs {
        let mood = mood ?? [0, 0, 0.5]
        let numbers = [time ?? 0, speech ?? 0, seed ?? 0] + mood
        guard mood.count == 3, numbers.allSatisfy(\.isFinite) else {
            throw StageError(
                .invalid, code: "bad-moment", message: "'mood' is no mood.",
                hint: "Give valence and arousal, -1 to 1 each, and energy, 0 to 1.")
        }
        var inputs = ShaderInputs()
        inputs.time = time ?? 0
        inputs.mood = SIMD3(mood[0], mood[1], mood[2])
        inputs.speech = speech ?? 0
        inputs.seed = seed ?? 0
        return inputs
    }
}

extension Image {
    /// Row after row, without what stands between them.
    fileprivate var packedBytes: [UInt8] {
        withUnsafeBytes { bytes in
            (0..<height).flatMap { bytes[$0 * stride..<$0 * stride + width * 4] }
        }
    }
}
