import AvatarTypes

/// The expressions that show, each with its own way in and out, in the order in which they came.
struct ExpressionLayers: Sendable {
    private var known: [String: FacialExpression]
    private var layers: [Layer] = []

    private struct Layer: Sendable {
        var expression: FacialExpression
        /// 0 gone, 1 wholly there.
        var weight: Spring
    }

    /// What the expressions leave to the living mouth, lids and eyes, each 0…1.
    struct Room: Sendable {
        var mouth: Float = 1
        var blink: Float = 1
        var gaze: Float = 1
    }

    /// Below this a released expression is forgotten.
    private static let invisible: Float = 0.002

    init(_ expressions: [FacialExpression]) {
        known = Self.byName(expressions)
    }

    private static func byName(_ expressions: [FacialExpression]) -> [String: FacialExpression] {
        // A name goes before another expression's alias.
        let aliases = expressions.flatMap { expression in
            expression.aliases.map { ($0, expression) }
        }
        return Dictionary(
            aliases + expressions.map { ($0.name, $0) }, uniquingKeysWith: { _, last in last })
    }

    /// What shows now of a changed expression is released, and its new form comes in beside it.
    mutating func replace(_ expressions: [FacialExpression]) { known = Self.byName(expressions) }

    mutating func follow(_ cues: [ExpressionCue], for seconds: Float) {
        for cue in cues { admit(cue.name) }
        for index in layers.indices {
            let expression = layers[index].expression
            let wish = wish(for: expression, cues)
            let rising = wish > layers[index].weight.value
            layers[index].weight.follow(
                wish, settling: rising ? expression.attack : expression.release, for: seconds)
        }
        layers = layers.filter {
            $0.weight.value >= Self.invisible || wish(for: $0.expression, cues) > 0
        }
    }

    /// Shows exactly what is asked for, at once.
    mutating func settle(_ cues: [ExpressionCue]) {
        layers = []
        for cue in cues { admit(cue.name) }
        for index in layers.indices {
            layers[index].weight.settle(at: wish(for: layers[index].expression, cues))
        }
    }

    private mutating func admit(_ name: String) {
        guard let expression = known[name], !layers.contains(where: { $0.expression == expression })
        else { return }
        layers.append(Layer(expression: expression, weight: Spring(0)))
    }

    private func wish(for expression: FacialExpression, _ cues: [ExpressionCue]) -> Float {
        guard known[expression.name] == expression,
            let cue = cues.last(where: { known[$0.name] == expression })
        else { return 0 }
        return cue.weight.limited(to: 0...1)
    }

    /// The feeling of the body under the expressions that show.
    func colour(_ emotion: Emotion) -> Emotion {
        layers.reduce(emotion) {
            $0.blended(towards: $1.expression.emotion, by: $1.weight.value.limited(to: 0...1))
        }
    }

    var room: Room {
        var room = Room()
        for layer in layers {
            let weight = layer.weight.value.limited(to: 0...1)
            func left(_ claim: FacialExpression.Claim) -> Float {
                switch claim {
                case .keep: 1
                case .blend: 1 - 0.5 * weight
                case .replace: 1 - weight
                }
            }
            if layer.expression.mouth == .replace { room.mouth *= 1 - weight }
            room.blink *= left(layer.expression.blink)
            room.gaze *= left(layer.expression.gaze)
        }
        return room
    }

    /// Lays the expressions over a face.
    ///
    /// - Parameter speech: 0 silent, 1 speaking: how much the mouth is needed for words.
    func apply(to face: Pose, speech: Float) -> Pose {
        var pose = face
        for layer in layers {
            let expression = layer.expression
            let weight = layer.weight.value.limited(to: 0...1)
            let mouth: Float =
                switch expression.mouth {
                case .keep: 1 - speech
                case .blend: 1 - Self.yielding * speech
                case .replace: 1
                }
            let gaze: Float =
                switch expression.gaze {
                case .keep: 0
                case .blend: 0.5
                case .replace: 1
                }
            for target in expression.targets {
                var part = weight
                if case .channel(let channel) = target.control {
                    if Pose.mouthMask[channel.rawValue] != 0 { part *= mouth }
                    if Pose.gazeMask[channel.rawValue] != 0 { part *= gaze }
                }
                switch target.operation {
                case .add: pose[target.control] += target.amount * part
                case .multiply: pose[target.control] *= 1 + (target.amount - 1) * part
                case .set:
                    pose[target.control] += (target.amount - pose[target.control]) * part
                }
            }
        }
        return pose
    }

    /// The part of an emotional mouth that speech takes: less than half remains, and a smile is still
    /// a smile.
    static let yielding: Float = 0.6
}
