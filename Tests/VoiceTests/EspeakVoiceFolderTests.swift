import Foundation
import Testing

@testable import Voice

@Suite struct EspeakVoiceFolderTests {
    private let parent = FileManager.default.temporaryDirectory.path + "/voice-\(UUID().uuidString)"

    private func withParent(_ body: () throws -> Void) throws {
        try FileManager.default.createDirectory(
            atPath: parent, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: parent) }
        try body()
    }

    @Test func `it holds our voices beside links to the system's data`() throws {
        try withParent {
            let data = try EspeakVoiceFolder(in: parent).path + "/espeak-ng-data"
            for name in ["phontab", "en_dict", "ru_dict", "ja_dict", "voices/!v/bunrakuf"] {
                #expect(FileManager.default.fileExists(atPath: data + "/" + name), "\(name)")
            }
        }
    }

    @Test func `what an earlier start left broken is put right`() throws {
        try withParent {
            let files = FileManager.default
            let data = try EspeakVoiceFolder(in: parent).path + "/espeak-ng-data"
            let voice = data + "/voices/!v/bunrakuf"
            let expected = try #require(files.contents(atPath: voice))
            try files.removeItem(atPath: data + "/phontab")
            try files.createSymbolicLink(
                atPath: data + "/phontab", withDestinationPath: "/nowhere/phontab")
            try Data("half".utf8).write(to: URL(filePath: voice))
            _ = try EspeakVoiceFolder(in: parent)
            #expect(files.fileExists(atPath: data + "/phontab"))
            #expect(files.contents(atPath: voice) == expected)
        }
    }

    @Test func `a folder that others may write to is refused`() throws {
        try withParent {
            let path = try EspeakVoiceFolder(in: parent).path
            try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
            #expect(throws: VoiceError.self) { try EspeakVoiceFolder(in: parent) }
        }
    }

    @Test func `a path espeak-ng would cut is refused`() throws {
        #expect(throws: VoiceError.self) {
            try EspeakVoiceFolder(in: "/tmp/" + String(repeating: "x", count: 140))
        }
    }
}
