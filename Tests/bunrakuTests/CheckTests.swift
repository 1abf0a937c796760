import Foundation
import TestSupport
import Testing

@Suite("Checking content")
struct CheckTests {
    private let command: Command

    init() throws { command = try Command() }

    private func write(_ text: String, to path: String) throws {
        let url = command.folder.appending(path: path)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    @Test("finds nothing wrong with what comes with the program")
    func clean() throws {
        let result = try command.bunraku("check")
        #expect(result.status == 0, "\(result.output)")
        // What shaders cost is no complaint.
        let lines = result.output.split(separator: "\n")
        #expect(lines.count > 12)
        #expect(
            lines.allSatisfy {
                $0.wholeMatch(of: /shaders\/[a-z-]+\.frag: .+ ns a pixel on one core/) != nil
            })
    }

    @Test("reports every mistake in every file, with file and line")
    func complaints() throws {
        try write("{\n  \"title\": 5,\n  \"prats\": []\n}", to: "bad/rigs/broken/rig.json")
        try write("{\n  \"attack\": -1,\n  \"colour\": 1\n}", to: "bad/expressions/odd.json")
        try write("{ \"attack\"", to: "bad/expressions/torn.json")
        try write("void main() {\n  int a = 1.0;\n}", to: "bad/shaders/wrong.frag")
        let result = try command.bunraku("check", "bad")
        #expect(result.status == 1)
        for place in [
            "rigs/broken/rig.json:2: ", "rigs/broken/rig.json:3: ", "expressions/odd.json:2: ",
            "expressions/odd.json:3: ", "expressions/torn.json:1: ", "shaders/wrong.frag:2: ",
        ] {
            #expect(result.output.contains(place), "\(place) is not in\n\(result.output)")
        }
    }

    @Test("reads a settings file too")
    func settings() throws {
        try write("port: 8080\n", to: "good.yaml")
        #expect(try command.bunraku("check", "good.yaml").status == 0)
        try write("port: many\n", to: "bad.yaml")
        let result = try command.bunraku("check", "bad.yaml")
        #expect(result.status == 1)
        #expect(result.output.contains("bad.yaml:1: 'port' is a string, and must be a number."))
    }
}
