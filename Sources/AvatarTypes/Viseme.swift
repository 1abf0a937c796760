/// One of the fifteen mouth shapes of speech.
///
/// - Source: the names and shapes are those of the Oculus (OVR) lip-sync reference, which OpenXR kept.
public enum Viseme: String, CaseIterable, Sendable {
    /// Silence: lips together at rest.
    case sil
    /// p, b, m: lips pressed together.
    case PP
    /// f, v: lower lip under the upper teeth.
    case FF
    /// θ, ð: tip of the tongue between the teeth.
    case TH
    /// t, d: teeth nearly together, tongue behind them.
    case DD
    /// k, g, h: open a little, tongue back.
    case kk
    /// ʃ, ʒ, tʃ, dʒ: teeth together, lips pushed forward.
    case CH
    /// s, z: teeth together, lips wide.
    case SS
    /// n, l: open a little, tongue up behind the teeth.
    case nn
    /// English r: lips slightly rounded.
    case RR
    /// a: jaw low, lips neutral; the widest opening.
    case aa
    /// e: half open, lips wide.
    case E
    /// i: nearly closed, lips widest.
    case ih
    /// o: half open, lips round.
    case oh
    /// u: nearly closed, lips round and forward.
    case ou

    /// How far the mouth opens, 0…1.
    ///
    /// - Source: measured openness of the phone classes, reference notes on speech.
    public var openness: Float {
        switch self {
        case .sil, .PP: 0
        case .FF: 0.1
        case .SS: 0.15
        case .TH: 0.2
        case .DD, .CH, .nn: 0.25
        case .kk, .RR: 0.3
        case .ih, .ou: 0.35
        case .E: 0.6
        case .oh: 0.7
        case .aa: 1
        }
    }
}
