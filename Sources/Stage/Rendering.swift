public import AvatarTypes
import Animation
import Foundation
import Media
import Mind
import Raster
import Rigging
import Shading
import Voice

/// A headless show: what to perform, and into which file. The same request gives the same bytes.
public struct Rendering: Sendable {
    public enum Background: Sendable {
        case transparent
        case colour(Colour)
        /// A PNG, scaled to cover the picture.
        case file(String)
    }

    public var rig = "mirai"
    public var expressions: [ExpressionCue] = []
    public var controls: [Control: Float] = [:]
    public var gesture: String?
    public var emotion: String?
    /// What is worn, by the rig's names.
    public var attire = Attire()
    public var setting = Setting()
    /// A mouth shape that is held.
    public var viseme: Viseme?
    /// Text to say, with directions such as `[joy]` in it.
    public var text: String?
    public var voice: String?
    public var language: Language?
    /// A shader by name: over the whole picture, or behind her if it reads none.
    public var shader: ShaderChoice?
    /// The moment of a still, or the first of a film.
    public var start: Double?
    /// How long a film lasts; nil lasts as long as what is said.
    public var duration: Double?
    public var framesPerSecond = 30
    public var size = Settings().size
    /// Nil is transparent where the file can be, else the default backdrop.
    public var background: Background?
    public var seed: UInt64 = 0
    public var output: String
    /// A .vtt or .srt file for what is said.
    public var captions: String?

    public init(output: String) {
        self.output = output
    }

    /// By a second a face has taken on its expression.
    private static let settled = 1.0
    private static let filmLength = 3.0
    /// A film ends this long after the last word.
    private static let tail = 0.6

    /// - Parameter progress: told the share that is done, 0…1, after each frame.
    /// - Throws: `StageError`, `Complaint`, `VoiceError` or `MediaError`, each with what to do.
    public func run(in library: AssetLibrary, progress: (Double) -> Void = { _ in }) async throws {
        let kind = try kind()
        try checkCaptions()
        let rig = try library.rig(named: rig)
        try rig.check(attire)
        try rig.check(place: setting.place)
        var show = Show(
            rig: rig, expressions: library.expressions().expressions,
            backdrop: try backdrop() ?? Settings().backdropPicture(of: size), seed: seed)
        show.held = controls
        let layers = library.layerShaders(of: rig)
        if let complaint = layers.complaints.first { throw complaint }
        show.change(layerShaders: layers.shaders)
        var isBehind = false
        if let choice = self.shader {
            let shader = try library.shader(named: choice.name)
            show.change(shader: try ShaderInUse(shader, as: choice))
            isBehind = !shader.readsLayer
        }
        if let place = try rig.picture(of: setting.place) {
            show.keep(place.texture, of: place.name)
        }
        let end = try await direct(&show, library: library)

        let isStill = kind == .picture && !PictureSink.isSequence(output)
        var first = frame(at: start ?? (isStill ? Self.settled : 0))
        var pose = Pose.rest
        for index in 0..<first { pose = show.rehearse(at: time(index)) }
        if isStill, start == nil { first += rehearseUntilLidsRest(&show, after: pose, from: first) }

        let speech = (end.seconds * 100).rounded(.up) / 100
        let length = duration ?? (speech > 0 ? speech + Self.tail : Self.filmLength)
        let count = isStill ? 1 : max(1, frame(at: length))
        var sink = try sink(kind)
        var chronicle = Chronicle()
        var sample = samples(atFrame: first)
        for index in first..<first + count {
            if kind != .sound {
                var picture = show.frame(at: time(index))
                picture.time -= time(first)
                try sink.write(
                    picture,
                    over: isOpaque(kind) || isBehind ? show.background(at: time(index)) : nil)
            }
            while sample < samples(atFrame: index + 1), !isStill {
                let sound = show.script.samples(
                    from: sample, count: Performer.packetLength, rate: Performer.sampleRate)
                let at = MediaTime.samples(
                    sample - samples(atFrame: first), rate: Performer.sampleRate)
                let heard = MediaTime.samples(sample, rate: Performer.sampleRate)
                chronicle.note(show.script, from: heard, to: heard + SoundEncoder.packetDuration)
                try sink.write(sound: sound, at: at)
                sample += Performer.packetLength
            }
            progress(Double(index + 1 - first) / Double(count))
        }
        try sink.finish()
        try writeCaptions(
            chronicle.lines(from: time(first), to: time(first + count)))
    }

    /// A still that caught her in a blink would say something else than was asked for: goes on until the
    /// lids have stood for a fifth of a second, for a second at most.
    ///
    /// - Returns: how many frames that took.
    private func rehearseUntilLidsRest(_ show: inout Show, after pose: Pose, from first: Int) -> Int
    {
        var (last, calm, frames) = (pose, 0, 0)
        while calm < max(2, framesPerSecond / 5), frames < framesPerSecond {
            let next = show.rehearse(at: time(first + frames))
            calm = abs(next[.eyeBlinkLeft] - last[.eyeBlinkLeft]) < 0.01 ? calm + 1 : 0
            last = next
            frames += 1
        }
        return frames
    }

    // MARK: Directing

    /// Writes the script.
    ///
    /// - Returns: when the last word has been heard.
    private func direct(_ show: inout Show, library: AssetLibrary) async throws -> MediaTime {
        let known = library.expressionNames
        let aliases = library.expressions().expressions.flatMap(\.aliases)
        for cue in expressions where !known.contains(cue.name) && !aliases.contains(cue.name) {
            throw StageError.unknown("expression", cue.name, known: known)
        }
        if !expressions.isEmpty {
            show.script.show(expressions, from: .zero, to: .distantFuture)
        }
        var feeling: Emotion?
        if let emotion {
            guard let found = Emotion(name: emotion) else {
                throw StageError.unknown("emotion", emotion, known: Emotion.named.map(\.name))
            }
            feeling = found
            show.script.feel(found, from: .zero)
        }
        show.script.wear(attire, from: .zero)
        show.script.move(to: setting, from: .zero)
        if let viseme { show.script.hold(viseme) }
        if let gesture {
            guard let duration = Animator.duration(ofGesture: gesture) else {
                throw StageError.unknown("gesture", gesture, known: Animator.gestureNames)
            }
            show.script.perform(gesture, from: .zero, lasting: duration)
        }
        guard let text else { return .zero }
        for line in try await Speaking(
            text: text, voice: voice, language: language, emotion: feeling
        )
        .lines() {
            show.script.append(
                line, notBefore: Self.breath, gestureDuration: Animator.duration(ofGesture:))
        }
        return show.script.speechEnd
    }

    /// Silence before the first word, in which the mouth gets ready.
    private static let breath = MediaTime.milliseconds(300)

    // MARK: Files

    private enum Kind: Equatable {
        case picture, movie, sound
        case animation(AnimationFile.Format)
    }

    private func kind() throws(StageError) -> Kind {
        switch output.split(separator: ".").last?.lowercased() {
        case "png": return .picture
        case "mp4": return .movie
        case "wav": return .sound
        case let suffix:
            if let format = suffix.flatMap(AnimationFile.Format.init) { return .animation(format) }
            throw StageError(
                .invalid, code: "unknown-format",
                message: "'\(output)' is of no kind that is written.",
                hint:
                    "Name it .png, .apng, .webp, .gif, .mp4, .webm or .wav; a %04d in a .png name makes a "
                    + "sequence.")
        }
    }

    private func sink(_ kind: Kind) throws -> any FrameSink {
        switch kind {
        case .picture: PictureSink(path: output)
        case .sound: SoundSink(path: output)
        case .animation(let format):
            try AnimationSink(
                path: output, format: format, size: size, framesPerSecond: framesPerSecond)
        case .movie:
            try MovieSink(
                path: output, size: size, framesPerSecond: framesPerSecond,
                backdrop: Image(width: size.width, height: size.height))
        }
    }

    /// Whether there is something behind her: always in a film of a kind without alpha, else where a
    /// background or a place is asked for.
    private func isOpaque(_ kind: Kind) -> Bool {
        switch background {
        case .transparent: kind == .movie
        case .colour, .file: true
        case nil: kind == .movie || setting.place != nil
        }
    }

    private func backdrop() throws -> Image? {
        switch background {
        case nil, .transparent: return nil
        case .colour(let colour): return Image(backdrop: [colour], size: size)
        case .file(let path):
            do {
                return Image(
                    covering: size, with: try PNGPicture.decode(contentsOf: URL(filePath: path)))
            } catch {
                throw StageError(
                    .invalid, code: "bad-background", message: "'\(path)': \(error)",
                    hint: "Name a PNG file, #RRGGBB, or transparent.")
            }
        }
    }

    private func checkCaptions() throws(StageError) {
        guard let captions, !captions.hasSuffix(".vtt"), !captions.hasSuffix(".srt") else { return }
        throw StageError(
            .invalid, code: "unknown-captions",
            message: "'\(captions)' is of no kind that is written.",
            hint: "Name it .vtt or .srt.")
    }

    private func writeCaptions(_ lines: [CaptionFile.Line]) throws {
        guard let captions else { return }
        let text =
            captions.hasSuffix(".vtt") ? CaptionFile.webVTT(lines) : CaptionFile.subRip(lines)
        try text.write(to: URL(filePath: captions), atomically: true, encoding: .utf8)
    }

    // MARK: Time

    private func time(_ frame: Int) -> MediaTime { .frames(frame, perSecond: framesPerSecond) }

    private func frame(at seconds: Double) -> Int {
        Int((seconds * Double(framesPerSecond)).rounded())
    }

    /// The first whole packet at or after a frame.
    private func samples(atFrame frame: Int) -> Int {
        let sample = time(frame).samples(rate: Performer.sampleRate)
        return (sample + Performer.packetLength - 1) / Performer.packetLength
            * Performer.packetLength
    }
}

extension Image {
    /// A picture scaled, its proportions kept, until it covers a size; what juts out is cut.
    init(covering size: PixelSize, with picture: Image) {
        let (width, height) = (Float(picture.width), Float(picture.height))
        let scale = max(Float(size.width) / width, Float(size.height) / height)
        let (visibleWidth, visibleHeight) = (
            Float(size.width) / scale, Float(size.height) / scale
        )
        self.init(width: size.width, height: size.height)
        let view = Rect(
            x: (width - visibleWidth) / 2, y: (height - visibleHeight) / 2,
            width: visibleWidth, height: visibleHeight)
        Rasterizer().render(
            .showing(Texture(image: picture), through: view), at: .zero, into: &self)
    }
}

extension DrawList {
    /// One picture and nothing else, as large as the canvas.
    ///
    /// - Parameter view: which part of it, in its pixels; nil shows all.
    static func showing(_ picture: Texture, through view: Rect? = nil) -> DrawList {
        let (width, height) = (Float(picture.width), Float(picture.height))
        var list = DrawList(view: view ?? Rect(x: 0, y: 0, width: width, height: height))
        list.positions = [[0, 0], [width, 0], [width, height], [0, height]]
        // From the middle of the outermost pixels: beyond it a texture fades to nothing.
        let (left, top) = (0.5 / width, 0.5 / height)
        list.uvs = [[left, top], [1 - left, top], [1 - left, 1 - top], [left, 1 - top]]
        list.indices = [0, 1, 2, 0, 2, 3]
        list.commands = [
            .mesh(
                DrawList.Mesh(
                    vertices: 0..<4, triangles: 0..<6, texture: picture))
        ]
        return list
    }
}
