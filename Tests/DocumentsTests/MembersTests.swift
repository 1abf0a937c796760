import Documents
import Testing

@Suite("The members of an object")
struct MembersTests {
    private func complaints(
        _ text: String, _ read: (Members, inout [Complaint]) -> Void
    ) throws -> [String] {
        var complaints: [Complaint] = []
        let document = try Document(text: text, name: "x.json")
        read(Members(of: document.root, allowing: ["opacity", "blend"], &complaints), &complaints)
        return complaints.map(\.description)
    }

    @Test("that are not known are reported with the nearest that is")
    func unknown() throws {
        let found = try complaints(#"{ "opactiy": 1, "zzzzz": 2 }"#) { _, _ in }
        #expect(
            found == [
                "x.json:1: 'opactiy' is not known here. Did you mean 'opacity'?",
                "x.json:1: 'zzzzz' is not known here. Known are opacity, blend.",
            ])
    }

    @Test("are all read, however many are wrong")
    func collects() throws {
        let found = try complaints("{\n\"opacity\": 3,\n\"blend\": \"multply\"\n}") {
            members, complaints in
            #expect(members.number("opacity", in: 0...1, default: 1, &complaints) == 1)
            #expect(
                members.choice(
                    "blend", of: ["normal", "multiply"], default: "normal", &complaints)
                    == "normal")
            #expect(members.required("id", &complaints) == nil)
        }
        #expect(
            found == [
                "x.json:2: 'opacity' is 3, outside of what is possible. Write a number from 0 to 1.",
                "x.json:3: 'blend' is 'multply', and that is not a choice. Did you mean 'multiply'?",
                "x.json:1: The file has no 'id'. Add \"id\": …",
            ])
    }

    @Test("of something else than an object are missed")
    func noObject() throws {
        let found = try complaints("[1, 2]") { _, _ in }
        #expect(found == ["x.json:1: The file is a list, and must be an object. Write { … }."])
    }
}
