/// What other formats call the things that a character can do, as sums of our channels.
///
/// A rig that was drawn for Live2D or VRM can keep its names: a parameter with such a role moves as the
/// pose says, in the range that the other format gives it.
///
/// - Source: Live2D's standard parameters; the expression presets of VRM 1.0; ARKit's names are our own
///   channels'.
enum Role {
    /// The names of other formats and the sums that they stand for.
    static let sums: [String: String] = [
        "ParamAngleX": "headYaw",
        "ParamAngleY": "1.5 headPitch",
        // Live2D tilts to the picture's right by a positive angle, as we do.
        "ParamAngleZ": "1.5 headRoll",
        "ParamBodyAngleX": "bodyYaw",
        "ParamBodyAngleY": "bodyPitch",
        "ParamBodyAngleZ": "bodyRoll",
        "ParamEyeLOpen": "1 - eyeBlinkLeft + 0.2 eyeWideLeft",
        "ParamEyeROpen": "1 - eyeBlinkRight + 0.2 eyeWideRight",
        "ParamEyeLSmile": "0.5 eyeSquintLeft + 0.5 cheekSquintLeft",
        "ParamEyeRSmile": "0.5 eyeSquintRight + 0.5 cheekSquintRight",
        "ParamEyeBallX": "eyeLookOutLeft - eyeLookInLeft",
        "ParamEyeBallY": "eyeLookUpLeft - eyeLookDownLeft",
        "ParamBrowLY": "0.5 browInnerUp + 0.5 browOuterUpLeft - browDownLeft",
        "ParamBrowRY": "0.5 browInnerUp + 0.5 browOuterUpRight - browDownRight",
        "ParamBrowLAngle": "browInnerUp - browDownLeft",
        "ParamBrowRAngle": "browInnerUp - browDownRight",
        "ParamBrowLForm": "browOuterUpLeft - browDownLeft",
        "ParamBrowRForm": "browOuterUpRight - browDownRight",
        "ParamMouthForm":
            "0.5 mouthSmileLeft + 0.5 mouthSmileRight - 0.5 mouthFrownLeft - 0.5 mouthFrownRight",
        "ParamMouthOpenY": "jawOpen - mouthClose",
        "ParamCheek": "0.5 cheekSquintLeft + 0.5 cheekSquintRight + signBlush",
        "ParamBreath": "breath",
        "ParamShoulderY": "shoulderShrug",
        "ParamArmLA": "armRaiseLeft",
        "ParamArmRA": "armRaiseRight",
        "ParamArmLB": "elbowBendLeft",
        "ParamArmRB": "elbowBendRight",
        "vrm:blink": "0.5 eyeBlinkLeft + 0.5 eyeBlinkRight",
        "vrm:blinkLeft": "eyeBlinkLeft",
        "vrm:blinkRight": "eyeBlinkRight",
        "vrm:lookUp": "0.5 eyeLookUpLeft + 0.5 eyeLookUpRight",
        "vrm:lookDown": "0.5 eyeLookDownLeft + 0.5 eyeLookDownRight",
        "vrm:lookLeft": "eyeLookOutLeft",
        "vrm:lookRight": "eyeLookOutRight",
        "vrm:aa": "jawOpen - mouthFunnel - mouthPucker",
        "vrm:ih": "0.5 mouthStretchLeft + 0.5 mouthStretchRight - jawOpen",
        "vrm:ou": "mouthPucker",
        "vrm:ee": "0.5 mouthStretchLeft + 0.5 mouthStretchRight",
        "vrm:oh": "mouthFunnel",
    ]
}
