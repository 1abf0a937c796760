public import ArgumentParser
public import AvatarTypes
import Documents
public import Stage

struct Render: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Draw a still, a sequence or a film without a server.",
        discussion: "The same arguments give the same bytes.")

    @Option(help: "The rig.")
    var rig = "mirai"

    @Option(
        help: "An expression, with a weight 0…1 if you like: joy=0.6. May be repeated.",
        transform: WeightedName.init)
    var expression: [WeightedName] = []

    @Option(
        help: "Hold a channel or an accent at a value: headYaw=20, signHearts=1. May be repeated.",
        transform: HeldControl.init)
    var channel: [HeldControl] = []

    @Option(help: "A gesture at the beginning, such as nod or wave.")
    var gesture: String?

    @Option(help: "What she feels: \(Emotion.named.map(\.name).joined(separator: ", ")).")
    var emotion: String?

    @Option(help: "What she wears, by the rig's names.")
    var outfit: String?

    @Option(help: "A variant of her whole look: default, casual, formal, sleepy, winter, …")
    var appearance: String?

    @Option(
        help:
            "A mouth shape that is held: sil, PP, FF, TH, DD, kk, CH, SS, nn, RR, aa, E, ih, oh, ou."
    )
    var viseme: Viseme?

    @Option(
        help: "The weather: \(Setting.Weather.allCases.map(\.rawValue).joined(separator: ", ")).")
    var weather = Setting.Weather.clear

    @Option(
        help: "The hour of the day, 0 to 24: the colour of the light. Even light when not given.")
    var hour: Float?

    @Option(help: "One of the rig's backgrounds.")
    var place: String?

    @Flag(help: "Draw bars that move with the voice.")
    var voiceBars = false

    @Option(help: "What she says; [joy] and other directions act at their word.")
    var say: String?

    @Option(help: "Whose voice.")
    var voice: String?

    @Option(help: "ru, en or ja; told from the text when not given.")
    var language: Language?

    @Option(help: "A shader over the whole picture, or behind her if it is a background.")
    var shader: String?

    @Option(
        help:
            "A uniform of the shader: u_lines=0.5, or u_color=1,0.5,0 for more numbers. May be repeated.",
        transform: NamedUniform.init)
    var uniform: [NamedUniform] = []

    @Option(help: "The moment of a still, or the first of a film, in seconds.")
    var at: Double?

    @Option(help: "How long a film lasts; as long as what is said when not given.")
    var seconds: Double?

    @Option(help: "Frames per second.")
    var fps = 30

    @Option(help: "Width and height, as in 800x960.")
    var size = PixelSize(width: 800, height: 960)

    @Option(help: "transparent, #RRGGBB, or a PNG file.")
    var background: Rendering.Background?

    @Option(help: "Another seed gives another blink.")
    var seed: UInt64 = 0

    @Option(
        name: .shortAndLong,
        help:
            "Where to: .png, .apng, .webp, .gif, .mp4, .webm or .wav; %04d in a .png name makes a sequence."
    )
    var output: String

    @Option(help: "A .vtt or .srt file for what she says.")
    var captions: String?

    func validate() throws {
        if !(1...60).contains(fps) {
            throw ValidationError("--fps is \(fps), and must be 1 to 60.")
        }
        if let uniform = uniform.first, shader == nil {
            throw ValidationError("--uniform \(uniform.name) needs a --shader.")
        }
        if let at, !(0...3600).contains(at) {
            throw ValidationError("--at is \(at), and must be 0 to 3600 seconds.")
        }
        if let hour, !(0..<24).contains(hour) {
            throw ValidationError("--hour is \(hour), and must be from 0 to below 24.")
        }
        if let seconds, !(0.01...3600).contains(seconds) {
            throw ValidationError("--seconds is \(seconds), and must be 0.01 to 3600.")
        }
    }

    func run() async throws {
        var rendering = Rendering(output: output)
        rendering.rig = rig
        rendering.expressions = expression.map(\.cue)
        rendering.controls = Dictionary(
            channel.map { ($0.control, $0.value) }, uniquingKeysWith: { $1 })
        rendering.gesture = gesture
        rendering.emotion = emotion
        rendering.attire = Attire(outfit: outfit, appearance: appearance)
        rendering.setting = Setting(
            weather: weather, hour: hour, place: place, showsVoiceBars: voiceBars)
        rendering.viseme = viseme
        rendering.text = say
        rendering.voice = voice
        rendering.language = language
        rendering.shader = shader.map { name in
            ShaderChoice(
                name: name,
                uniforms: Dictionary(uniform.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
        }
        rendering.start = at
        rendering.duration = seconds
        rendering.framesPerSecond = fps
        rendering.size = size
        rendering.background = background
        rendering.seed = seed
        rendering.captions = captions
        var bar = ProgressBar("drawing")
        try await rendering.run(in: AssetLibrary(explicit: assets.assets)) { bar.update($0) }
    }

    @OptionGroup var assets: AssetOptions
}

/// `joy` or `joy=0.6`.
struct WeightedName {
    var cue: ExpressionCue

    /// - Throws: when the weight is none.
    init(_ argument: String) throws {
        let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard let name = halves.first else { throw ValidationError("Name an expression.") }
        guard halves.count == 2 else {
            cue = ExpressionCue(name: name)
            return
        }
        guard let weight = Float(halves[1]), (0...1).contains(weight) else {
            throw ValidationError("A weight is a number from 0 to 1.")
        }
        cue = ExpressionCue(name: name, weight: weight)
    }
}

/// `u_lines=0.5` or `u_color=1,0.5,0`.
struct NamedUniform {
    var name: String
    var value: UniformValue

    /// - Throws: when there are no numbers.
    init(_ argument: String) throws {
        let halves = argument.split(separator: "=", maxSplits: 1)
        let parts = halves.count == 2 ? halves[1].split(separator: ",") : []
        let numbers = parts.compactMap { Float($0) }
        guard !numbers.isEmpty, numbers.count == parts.count else {
            throw ValidationError("Write it as in u_lines=0.5 or u_color=1,0.5,0.")
        }
        name = String(halves[0])
        value = UniformValue(numbers)
    }
}

/// `headYaw=20`.
struct HeldControl {
    var control: Control
    var value: Float

    /// - Throws: when there is no such channel, or it does not go as far.
    init(_ argument: String) throws {
        let halves = argument.split(separator: "=", maxSplits: 1).map(String.init)
        guard halves.count == 2 else { throw ValidationError("Write it as in headYaw=20.") }
        guard let control = Control(name: halves[0]) else {
            let near = Control.all.map(\.name).nearest(to: halves[0])
            throw ValidationError(
                "There is no such channel. "
                    + (near.map { "Did you mean '\($0)'?" }
                        ?? "expressions/README.md lists all of them."))
        }
        let range = control.range
        guard let value = Float(halves[1]), range.contains(value) else {
            throw ValidationError(
                "\(control.name) goes from \(Int(range.lowerBound)) to \(Int(range.upperBound)).")
        }
        self.control = control
        self.value = value
    }
}

extension Language: ExpressibleByArgument {}

extension Setting.Weather: ExpressibleByArgument {}

extension Viseme: ExpressibleByArgument {}

extension PixelSize: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }

    public var defaultValueDescription: String { "\(width)x\(height)" }
}

extension Rendering.Background: ExpressibleByArgument {
    public init?(argument: String) {
        if argument == "transparent" {
            self = .transparent
        } else if argument.hasPrefix("#") {
            guard let colour = Colour(argument) else { return nil }
            self = .colour(colour)
        } else {
            self = .file(argument)
        }
    }
}
