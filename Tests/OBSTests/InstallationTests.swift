import Foundation
import Testing

@testable import OBS

@Suite("OBS's own settings")
final class InstallationTests {
    private let home = FileManager.default.temporaryDirectory.appending(
        path: "obs-home-\(UUID().uuidString)")

    deinit { try? FileManager.default.removeItem(at: home) }

    private func write(_ text: String, to path: String) throws {
        let file = home.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: true, encoding: .utf8)
    }

    @Test("are read from the file of OBS 30")
    func file() throws {
        try write(
            #"{"auth_required":true,"server_enabled":true,"server_password":"hush","server_port":4460}"#,
            to: ".config/obs-studio/plugin_config/obs-websocket/config.json")
        #expect(
            Installation.find(home: home, configurations: nil)
                == Installation(isServerEnabled: true, port: 4460, password: "hush"))
    }

    @Test("are read from the file of OBS 28, and a password that is not asked for is none")
    func older() throws {
        try write(
            "[General]\nFirstRun=true\n\n[OBSWebSocket]\nServerEnabled=false\nServerPort=4455\n"
                + "AuthRequired=false\nServerPassword=hush\n",
            to: ".config/obs-studio/global.ini")
        #expect(
            Installation.find(home: home, configurations: nil)
                == Installation(isServerEnabled: false, port: 4455, password: nil))
    }

    @Test("are read from a Flatpak, too")
    func flatpak() throws {
        try write(
            #"{"server_enabled":true}"#,
            to:
                ".var/app/com.obsproject.Studio/config/obs-studio/plugin_config/obs-websocket/config.json"
        )
        #expect(Installation.find(home: home, configurations: nil)?.port == 4455)
    }

    @Test("are nothing where there is no OBS")
    func none() { #expect(Installation.find(home: home, configurations: nil) == nil) }
}
