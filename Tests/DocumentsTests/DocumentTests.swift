import Documents
import Testing

@Suite("A document")
struct DocumentTests {
    @Test("knows the line and the path of every value")
    func lines() throws {
        let document = try Document(
            text: """
                {
                  "title": "Mirai",
                  "parts": [
                    { "id": "face" },
                    { "id": "hair", "opacity": 0.5 }
                  ]
                }
                """, name: "rig.json")
        let parts = try #require(document.root.members?[1].value.elements)
        let opacity = try #require(parts[1].members?[1])
        #expect(opacity.value.number == 0.5)
        #expect(opacity.value.line == 5)
        #expect(opacity.value.path == "parts[1].opacity")
    }

    @Test("tells strings from numbers, as JSON does")
    func kinds() throws {
        let root = try Document(text: #"{"a": "1", "b": 1, "c": true, "d": null}"#, name: "x.json")
            .root
        let kinds = try #require(root.members).map(\.value.kind)
        #expect(kinds == ["a string", "a number", "true or false", "null"])
    }

    @Test(
        "that is not well formed is refused at its line",
        arguments: [
            ("{\n  \"a\": 1,\n  \"b\": [1, 2\n}", 4), ("{\n\"a\": 1\n\"b\": 2}", 3),
            ("# mine\nid: 1", 2), ("{\n\"a\": 1,\n\"a\": 2 }", 2),
        ])
    func syntax(text: String, line: Int) {
        let complaint = #expect(throws: Complaint.self) { try Document(text: text, name: "x.json") }
        #expect(complaint?.line == line)
        #expect(complaint?.file == "x.json")
    }

    @Test("that is empty is refused")
    func empty() {
        #expect(throws: Complaint.self) { try Document(text: "", name: "x.json") }
    }

    @Test("named .json is held to JSON's quotes, and may carry comments")
    func strictness() throws {
        let complaint = #expect(throws: Complaint.self) {
            try Document(text: "{\n  id: \"face\"\n}", name: "x.json")
        }
        #expect(complaint?.description.contains("x.json:2: The key 'id' is not quoted.") == true)
        _ = try Document(text: "# mine\n{ \"id\": \"face\" } # here", name: "x.json")
    }

    @Test("named .yaml may be written as people write YAML")
    func yaml() throws {
        let root = try Document(text: "port: 80\nhost: localhost\n", name: "x.yaml").root
        #expect(root.members?.map(\.key) == ["port", "host"])
    }
}
