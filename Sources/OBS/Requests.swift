import Foundation

// The requests of obs-websocket 5 that are used. Members are spelled as in the protocol.

struct GetVersion: OBSRequest {
    struct Reply: Decodable, Sendable {
        var obsVersion: String
        var obsWebSocketVersion: String
    }
    static let name = "GetVersion"
}

struct GetVideoSettings: OBSRequest {
    struct Reply: Decodable, Sendable {
        var baseWidth: Int
        var baseHeight: Int
    }
    static let name = "GetVideoSettings"
}

struct GetInputKindList: OBSRequest {
    struct Reply: Decodable, Sendable { var inputKinds: [String] }
    static let name = "GetInputKindList"
}

struct GetSceneList: OBSRequest {
    struct Scene: Decodable, Sendable { var sceneName: String }
    struct Reply: Decodable, Sendable {
        var currentProgramSceneName: String?
        var scenes: [Scene]
    }
    static let name = "GetSceneList"
}

struct CreateScene: OBSRequest {
    typealias Reply = Nothing
    static let name = "CreateScene"
    var sceneName: String
}

struct GetInputList: OBSRequest {
    struct Input: Decodable, Sendable {
        var inputName: String
        var inputKind: String
    }
    struct Reply: Decodable, Sendable { var inputs: [Input] }
    static let name = "GetInputList"
}

struct GetInputSettings: OBSRequest {
    struct Reply: Decodable, Sendable { var inputSettings: SourceSettings }
    static let name = "GetInputSettings"
    var inputName: String
}

struct SetInputSettings: OBSRequest {
    typealias Reply = Nothing
    static let name = "SetInputSettings"
    var inputName: String
    var inputSettings: SourceSettings
}

struct CreateInput: OBSRequest {
    struct Reply: Decodable, Sendable { var sceneItemId: Int }
    static let name = "CreateInput"
    var sceneName: String
    var inputName: String
    var inputKind: String
    var inputSettings: SourceSettings
}

struct RemoveInput: OBSRequest {
    typealias Reply = Nothing
    static let name = "RemoveInput"
    var inputName: String
}

struct GetSceneItemId: OBSRequest {
    struct Reply: Decodable, Sendable { var sceneItemId: Int }
    static let name = "GetSceneItemId"
    var sceneName: String
    var sourceName: String
}

struct CreateSceneItem: OBSRequest {
    struct Reply: Decodable, Sendable { var sceneItemId: Int }
    static let name = "CreateSceneItem"
    var sceneName: String
    var sourceName: String
}

struct SetSceneItemTransform: OBSRequest {
    typealias Reply = Nothing
    struct Transform: Encodable, Sendable {
        let positionX = 0.0
        let positionY = 0.0
        /// Top left.
        let alignment = 5
        let boundsType = "OBS_BOUNDS_SCALE_INNER"
        /// In the middle of the lower edge: she ends below her waist.
        let boundsAlignment = 8
        var boundsWidth: Int
        var boundsHeight: Int
    }
    static let name = "SetSceneItemTransform"
    var sceneName: String
    var sceneItemId: Int
    var sceneItemTransform: Transform
}

struct SetSceneItemEnabled: OBSRequest {
    typealias Reply = Nothing
    static let name = "SetSceneItemEnabled"
    var sceneName: String
    var sceneItemId: Int
    let sceneItemEnabled = true
}

struct SetInputMute: OBSRequest {
    typealias Reply = Nothing
    static let name = "SetInputMute"
    var inputName: String
    let inputMuted = false
}

struct SetInputAudioMonitorType: OBSRequest {
    typealias Reply = Nothing
    static let name = "SetInputAudioMonitorType"
    var inputName: String
    let monitorType = "OBS_MONITORING_TYPE_MONITOR_AND_OUTPUT"
}

struct GetSourceScreenshot: OBSRequest {
    struct Reply: Decodable, Sendable {
        /// `data:image/png;base64,…`
        var imageData: String

        /// The PNG itself.
        var png: [UInt8]? {
            imageData.firstIndex(of: ",").flatMap { comma in
                Data(base64Encoded: String(imageData[imageData.index(after: comma)...]))
            }.map(Array.init)
        }
    }
    static let name = "GetSourceScreenshot"
    var sourceName: String
    let imageFormat = "png"
    var imageWidth: Int
    var imageHeight: Int
}
