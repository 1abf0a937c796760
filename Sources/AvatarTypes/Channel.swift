/// One of the 64 numbers that make a pose.
///
/// The first 52 are the blendshapes of ARKit, by their ARKit names; then the head, the body, the
/// breath and the arms. Left and right are the character's own. Names are frozen: rigs, expressions
/// and trackers refer to them. Blendshapes, breath and arms are 0…1; angles are degrees.
///
/// - Source: ARFaceAnchor.BlendShapeLocation; the last twelve are ours.
public enum Channel: Int, CaseIterable, Sendable {
    case eyeBlinkLeft, eyeLookDownLeft, eyeLookInLeft, eyeLookOutLeft, eyeLookUpLeft
    case eyeSquintLeft, eyeWideLeft
    case eyeBlinkRight, eyeLookDownRight, eyeLookInRight, eyeLookOutRight, eyeLookUpRight
    case eyeSquintRight, eyeWideRight
    case jawForward, jawLeft, jawRight, jawOpen
    case mouthClose, mouthFunnel, mouthPucker, mouthLeft, mouthRight
    case mouthSmileLeft, mouthSmileRight, mouthFrownLeft, mouthFrownRight
    case mouthDimpleLeft, mouthDimpleRight, mouthStretchLeft, mouthStretchRight
    case mouthRollLower, mouthRollUpper, mouthShrugLower, mouthShrugUpper
    case mouthPressLeft, mouthPressRight, mouthLowerDownLeft, mouthLowerDownRight
    case mouthUpperUpLeft, mouthUpperUpRight
    case browDownLeft, browDownRight, browInnerUp, browOuterUpLeft, browOuterUpRight
    case cheekPuff, cheekSquintLeft, cheekSquintRight
    case noseSneerLeft, noseSneerRight, tongueOut

    /// The head turns: positive to the character's left (the right of the picture).
    case headYaw
    /// The head nods: positive is up.
    case headPitch
    /// The head tilts: positive towards the character's left shoulder.
    case headRoll
    /// The same three for the upper body.
    case bodyYaw, bodyPitch, bodyRoll
    /// Lungs: 0 empty, 1 full.
    case breath
    /// The upper arm: 0 hanging, 1 raised beside the head.
    case armRaiseLeft, armRaiseRight
    /// The elbow: 0 straight, 1 bent as far as it goes.
    case elbowBendLeft, elbowBendRight
    /// Both shoulders drawn up.
    case shoulderShrug

    /// The name used in files, on the command line and on the wire.
    public var name: String { String(describing: self) }

    /// The channel of a name.
    public init?(name: String) {
        guard let channel = Self.byName[name] else { return nil }
        self = channel
    }

    /// The values it may take, in its unit.
    public var range: ClosedRange<Float> {
        switch self {
        case .headYaw: -30...30
        case .headPitch, .headRoll: -20...20
        case .bodyYaw, .bodyPitch, .bodyRoll: -10...10
        default: 0...1
        }
    }

    /// The value of a face and body at rest: 0 for every channel.
    public var rest: Float { 0 }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) })
}
