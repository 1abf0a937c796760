public import Foundation

/// What OBS on this machine says of its WebSocket server: read from its own settings, never written.
public struct Installation: Equatable, Sendable {
    public var isServerEnabled: Bool
    public var port: Int
    /// Nil when it asks for none.
    public var password: String?

    /// OBS's standard port.
    public static let standardPort = 4455

    /// Reads OBS's settings, of an ordinary installation or of a Flatpak.
    ///
    /// - Parameters:
    ///   - home: the user's folder.
    ///   - configurations: `$XDG_CONFIG_HOME`, where it is set.
    /// - Returns: nil when there are none that can be read.
    public static func find(
        home: URL = URL(filePath: NSHomeDirectory()),
        configurations: String? = ProcessInfo.processInfo.environment["XDG_CONFIG_HOME"]
    ) -> Installation? {
        let folders = [
            configurations.map { URL(filePath: $0).appending(path: "obs-studio") },
            home.appending(path: ".config/obs-studio"),
            home.appending(path: ".var/app/com.obsproject.Studio/config/obs-studio"),
            home.appending(path: "Library/Application Support/obs-studio"),
        ]
        return folders.lazy.compactMap(\.self).compactMap(Self.init(folder:)).first
    }

    init(isServerEnabled: Bool, port: Int, password: String?) {
        self.isServerEnabled = isServerEnabled
        self.port = port
        self.password = password
    }

    /// Since OBS 30 in a file of the plugin's own, before in OBS's `global.ini`.
    init?(folder: URL) {
        let file = folder.appending(path: "plugin_config/obs-websocket/config.json")
        if let data = try? Data(contentsOf: file), let installation = Self(json: data) {
            self = installation
        } else if let text = try? String(
            contentsOf: folder.appending(path: "global.ini"), encoding: .utf8)
        {
            self.init(ini: text)
        } else {
            return nil
        }
    }

    private init?(json: Data) {
        struct File: Decodable {
            var server_enabled: Bool?
            var server_port: Int?
            var auth_required: Bool?
            var server_password: String?
        }
        guard let file = try? JSONDecoder().decode(File.self, from: json) else { return nil }
        self.init(
            isServerEnabled: file.server_enabled ?? false,
            port: file.server_port ?? Self.standardPort,
            password: file.auth_required ?? true ? file.server_password : nil)
    }

    private init(ini: String) {
        var values: [String: String] = [:]
        var section = ""
        for line in ini.split(whereSeparator: \.isNewline) {
            if line.hasPrefix("[") {
                section = String(line)
            } else if section == "[OBSWebSocket]", let equals = line.firstIndex(of: "=") {
                values[String(line[..<equals])] = String(line[line.index(after: equals)...])
            }
        }
        self.init(
            isServerEnabled: values["ServerEnabled"] == "true",
            port: values["ServerPort"].flatMap { Int($0) } ?? Self.standardPort,
            password: values["AuthRequired"] == "false" ? nil : values["ServerPassword"])
    }
}
