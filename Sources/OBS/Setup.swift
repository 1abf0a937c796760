import Foundation

/// Puts her into a scene of OBS: makes the source, or mends the one that is there, and looks whether she
/// can be seen. Doing it again changes nothing that is right, and leaves her where she was moved to.
public struct Setup: Sendable {
    public var host = "127.0.0.1"
    public var port = Installation.standardPort
    public var password: String?
    /// Where Bunraku is, as `http://127.0.0.1:12393`.
    public var server: String
    public var room = "main"
    /// Of the room's picture, in pixels.
    public var width: Int
    public var height: Int
    /// Nil is the scene on air.
    public var scene: String?
    /// The source's name in OBS.
    public var source = "Bunraku"
    /// Whether a media source is wanted even where there are browser sources.
    public var prefersMedia = false
    /// Whether her voice is also heard at the desk, not only in the stream.
    public var isMonitored = false
    /// How long she may take to appear, in seconds.
    public var patience = 20.0

    public init(server: String, width: Int, height: Int) {
        self.server = server
        self.width = width
        self.height = height
    }

    /// What was found and done.
    public struct Report: Sendable {
        /// For people, in order: what is so now.
        public var steps: [String] = []
        /// Whether anything had to be changed.
        public var hasChanged = false
        /// The source as OBS shows it: a PNG with alpha.
        public var picture: [UInt8] = []
    }

    /// - Parameter isSeen: whether a PNG shows her with transparency around her; asked until it does.
    /// - Throws: `OBSFailure`.
    public func run(isSeen: @Sendable @escaping ([UInt8]) -> Bool) async throws -> Report {
        do {
            return try await Remote.open(host: host, port: port, password: password) { remote in
                try await setUp(remote, isSeen)
            }
        } catch let refused as Refused {
            throw OBSFailure(
                "OBS refuses \(refused.request) (\(refused.comment ?? "code \(refused.code)")).",
                remedy: "Close its dialogs, and try again.")
        }
    }

    /// Takes the source out of all scenes.
    ///
    /// - Returns: whether it was there.
    public func remove() async throws -> Bool {
        try await Remote.open(host: host, port: port, password: password) { remote in
            do {
                _ = try await remote.ask(RemoveInput(inputName: source))
                // OBS lets go of it a moment later.
                for _ in 0..<50 {
                    let inputs = try await remote.ask(GetInputList()).inputs
                    if !inputs.contains(where: { $0.inputName == source }) { break }
                    try await Task.sleep(for: .milliseconds(50))
                }
                return true
            } catch let refused as Refused where refused.code == Refused.notFound {
                return false
            }
        }
    }

    private func setUp(
        _ remote: Remote, _ isSeen: ([UInt8]) -> Bool
    ) async throws -> Report {
        var report = Report()
        let version = try await remote.ask(GetVersion())
        report.steps.append(
            "OBS \(version.obsVersion) answers (obs-websocket \(version.obsWebSocketVersion)).")
        let scene = try await ensureScene(remote, &report)
        let kinds = try await remote.ask(GetInputKindList()).inputKinds
        let kind =
            kinds.contains(SourceSettings.browserKind) && !prefersMedia
            ? SourceSettings.browserKind : SourceSettings.mediaKind
        guard kinds.contains(kind) else {
            throw OBSFailure(
                "This OBS has neither browser nor media sources.",
                remedy: "Install its plugins: apt-get install obs-plugins.")
        }
        try await ensureSource(remote, kind, in: scene, &report)
        if isMonitored { _ = try await remote.ask(SetInputAudioMonitorType(inputName: source)) }
        report.picture = try await look(remote, isSeen, kind)
        return report
    }

    private func ensureScene(_ remote: Remote, _ report: inout Report) async throws -> String {
        let list = try await remote.ask(GetSceneList())
        let scene = scene ?? list.currentProgramSceneName ?? "Scene"
        if list.scenes.contains(where: { $0.sceneName == scene }) { return scene }
        _ = try await remote.ask(CreateScene(sceneName: scene))
        report.hasChanged = true
        report.steps.append("Scene '\(scene)' is new.")
        return scene
    }

    private func ensureSource(
        _ remote: Remote, _ kind: String, in scene: String, _ report: inout Report
    ) async throws {
        let settings = settings(for: kind)
        let what = kind == SourceSettings.browserKind ? "browser source" : "media source"
        let there = try await remote.ask(GetInputList()).inputs.first { $0.inputName == source }
        if let there, there.inputKind != kind {
            guard [SourceSettings.browserKind, SourceSettings.mediaKind].contains(there.inputKind)
            else {
                throw OBSFailure(
                    "OBS has a source '\(source)' of another kind (\(there.inputKind)).",
                    remedy: "Choose another name with --source.")
            }
            _ = try await remote.ask(RemoveInput(inputName: source))
        } else if there != nil {
            let old = try await remote.ask(GetInputSettings(inputName: source)).inputSettings
            if old.agrees(with: settings) {
                report.steps.append("The \(what) '\(source)' is right.")
            } else {
                _ = try await remote.ask(
                    SetInputSettings(inputName: source, inputSettings: settings))
                report.hasChanged = true
                report.steps.append("The \(what) '\(source)' has the right settings again.")
            }
            try await ensureItem(remote, in: scene, &report)
            return
        }
        let item = try await remote.ask(
            CreateInput(
                sceneName: scene, inputName: source, inputKind: kind, inputSettings: settings)
        ).sceneItemId
        _ = try await remote.ask(SetInputMute(inputName: source))
        try await place(remote, item, in: scene)
        report.hasChanged = true
        report.steps.append("The \(what) '\(source)' is new in scene '\(scene)'.")
    }

    /// A source that is there may be in other scenes only.
    private func ensureItem(
        _ remote: Remote, in scene: String, _ report: inout Report
    ) async throws {
        do {
            let item = try await remote.ask(GetSceneItemId(sceneName: scene, sourceName: source))
            _ = try await remote.ask(
                SetSceneItemEnabled(sceneName: scene, sceneItemId: item.sceneItemId))
        } catch let refused as Refused where refused.code == Refused.notFound {
            let item = try await remote.ask(CreateSceneItem(sceneName: scene, sourceName: source))
            try await place(remote, item.sceneItemId, in: scene)
            report.hasChanged = true
            report.steps.append("It is in scene '\(scene)' now.")
        }
    }

    /// As large as the canvas allows, at its lower edge.
    private func place(_ remote: Remote, _ item: Int, in scene: String) async throws {
        let canvas = try await remote.ask(GetVideoSettings())
        _ = try await remote.ask(
            SetSceneItemTransform(
                sceneName: scene, sceneItemId: item,
                sceneItemTransform: .init(
                    boundsWidth: canvas.baseWidth, boundsHeight: canvas.baseHeight)))
    }

    private func settings(for kind: String) -> SourceSettings {
        if kind == SourceSettings.mediaKind { return .media(url: "\(server)/live/\(room).webm") }
        let query = room == "main" ? "" : "?room=\(room)"
        return .browser(url: "\(server)/overlay\(query)", width: width, height: height)
    }

    /// Takes screenshots until she is in one.
    private func look(
        _ remote: Remote, _ isSeen: ([UInt8]) -> Bool, _ kind: String
    ) async throws -> [UInt8] {
        let end = ContinuousClock.now + .seconds(patience)
        while true {
            // A media source that has not opened yet has no size, and OBS no picture of it.
            do {
                let shot = try await remote.ask(
                    GetSourceScreenshot(
                        sourceName: source, imageWidth: width, imageHeight: height))
                if let png = shot.png, isSeen(png) { return png }
            } catch is Refused {}
            guard ContinuousClock.now < end else { throw unseen(kind) }
            try await Task.sleep(for: .milliseconds(250))
        }
    }

    private func unseen(_ kind: String) -> OBSFailure {
        OBSFailure(
            "The source is in OBS, but she does not appear in it.",
            remedy: kind == SourceSettings.browserKind
                ? "This OBS's browser may have no H.264; try again with --media."
                : "Look whether \(server)/live/\(room).webm plays in a browser on OBS's machine.")
    }
}

extension SourceSettings {
    /// Whether what is wanted is so: OBS leaves out what is as by default, which nobody else knows.
    fileprivate func agrees(with wanted: SourceSettings) -> Bool {
        func differs<Value: Equatable>(_ path: KeyPath<SourceSettings, Value?>) -> Bool {
            guard let wish = wanted[keyPath: path] else { return false }
            return self[keyPath: path] != wish
        }
        return
            !(differs(\.url) || differs(\.width) || differs(\.height)
            || differs(\.rerouteAudio) || differs(\.shutdown) || differs(\.restartWhenActive)
            || differs(\.input) || differs(\.inputFormat) || differs(\.isLocalFile)
            || differs(\.bufferingMegabytes) || differs(\.reconnectDelay)
            || differs(\.decodesInHardware) || differs(\.showsNothingAtEnd)
            || differs(\.restartsOnActivate) || differs(\.closesWhenInactive)
            || differs(\.linearAlpha))
    }
}
