import Foundation
import Logging
import Store
import Testing

@testable import Stage
@testable import TestSupport

@Suite("A lobby")
struct LobbyTests {
    @Test("lists content that came, and none that went, while it is open")
    func content() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "lobby-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        let expressions = folder.appending(path: "expressions")
        try FileManager.default.createDirectory(
            at: expressions, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: folder.appending(path: "rigs"),
            withDestinationURL: Repository.root.appending(path: "rigs"))
        func copy(_ name: String) throws {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: "expressions/\(name).json"),
                to: expressions.appending(path: "\(name).json"))
        }
        try copy("joy")
        var settings = Settings()
        settings.size = PixelSize(width: 64, height: 80)
        let lobby = try await Lobby(
            library: AssetLibrary(explicit: folder.path), settings: settings,
            archive: Archive(path: ":memory:"),
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        #expect(await lobby.catalog.expressions == ["joy"])
        try copy("sad")
        await lobby.reload([])
        #expect(await lobby.catalog.expressions == ["joy", "sad"])
        let room = try #require(await lobby.room("main"))
        try await room.show(expression: "sad")
        try FileManager.default.removeItem(at: expressions.appending(path: "joy.json"))
        await lobby.reload([])
        #expect(await lobby.catalog.expressions == ["sad"])
        await lobby.close()
    }
}
