import Testing

@testable import Shading

@Suite("What is outside the language is refused")
struct RefusedTests {
    @Test("with its place, one sentence and the way out", arguments: Programs.names(in: "refused"))
    func refused(name: String) throws {
        let text = try Programs.text(name, in: "refused")
        let expected = text.prefix { $0 != "\n" }.dropFirst(3)
        let error = #expect(throws: ShaderError.self) { try Shader(text, file: name) }
        #expect(error?.description == "\(name):\(expected)")
    }

    @Test("in more than eighty ways")
    func many() {
        #expect(Programs.names(in: "refused").count > 80)
        #expect(Programs.names(in: "programs").count >= 150)
    }
}
