import Documents
import Foundation
import Rigging
import Testing

/// One mistake each, in a rig that is otherwise right.
@Suite struct RigComplaintTests {
    private static let sound = """
        {
          "format": 1,
          "title": "Doll",
          "canvas": [200, 200],
          "view": [0, 0, 200, 200],
          "drivers": {
            "smile": "0.5 mouthSmileLeft + 0.5 mouthSmileRight",
            "swing": { "follow": "headYaw", "period": 0.8, "damping": 0.3 }
          },
          "groups": [
            { "id": "body" },
            { "id": "head", "group": "body", "turn": { "by": ["headYaw", "headPitch"], "center": [9, 9], "radius": [9, 9] } }
          ],
          "parts": [
            { "id": "face", "picture": "a.png", "at": [10, 10], "group": "head", "warp": [3, 2] },
            { "id": "eye", "picture": "a.png", "swap": ["b.png"], "inside": ["face"], "blend": "multiply", "opacity": 0.5 }
          ],
          "bindings": [
            { "on": "face", "by": "smile 0 1", "warp": ["rest", "down 0 9 0"] },
            { "on": "eye", "by": ["jawOpen 0 1", "headYaw -30 0 30"], "translate": [[[0, 0], [0, 0], [0, 0]], [[0, 0], [0, 0], [9, 9]]] }
          ]
        }
        """
    private static let pictures = [
        "a.png": Pixels.square, "b.png": Pixels.square,
        "small.png": Pixels(width: 8, height: 8) { _, _ in SIMD4(0, 0, 0, 255) },
    ]

    private func complaints(_ old: String, _ new: String) throws -> [Complaint] {
        try #require(old.isEmpty || Self.sound.contains(old))
        let text = old.isEmpty ? new : Self.sound.replacingOccurrences(of: old, with: new)
        return try TemporaryRig(text, pictures: Self.pictures).complaints
    }

    @Test func theSoundRigHasNone() throws {
        #expect(try complaints("Doll", "Doll") == [])
    }

    @Test(arguments: [
        ("\"format\": 1", "\"format\": 2", 2, "format 1"),
        ("\"format\": 1,\n  ", "", 1, "no 'format'"),
        ("\"title\": \"Doll\"", "\"title\": 7", 3, "must be a string"),
        ("\"title\"", "\"titl\"", 3, "Did you mean 'title'"),
        ("[200, 200]", "[200]", 4, "list of 2 numbers"),
        ("[200, 200]", "[200, 99999]", 4, "outside of what is possible"),
        ("[0, 0, 200, 200]", "[0, 0, 0, 200]", 5, "view is empty"),
        ("0.5 mouthSmileLeft", "0.5 mouthSmileLeff", 7, "Did you mean 'mouthSmileLeft'"),
        ("0.5 mouthSmileLeft +", "0.5 mouthSmileLeft *", 7, "is not a sum"),
        ("\"smile\":", "\"jawOpen\":", 7, "name of a channel"),
        ("\"follow\": \"headYaw\"", "\"follow\": \"swing\"", 8, "neither a channel nor a driver"),
        ("\"period\": 0.8", "\"period\": 0", 8, "outside of what is possible"),
        ("{ \"id\": \"body\" }", "{ \"id\": \"Body!\" }", 11, "must be a name"),
        ("{ \"id\": \"body\" }", "{ }", 11, "no 'id'"),
        ("{ \"id\": \"body\" }", "{ \"id\": \"body\", \"group\": \"head\" }", 11, "carries itself"),
        ("\"group\": \"body\"", "\"group\": \"bodi\"", 12, "Did you mean 'body'"),
        ("[\"headYaw\", \"headPitch\"]", "[\"headYaw\"]", 12, "two inputs"),
        (
            "[\"headYaw\", \"headPitch\"]", "[\"headYaw\", \"headPich\"]", 12,
            "Did you mean 'headPitch'"
        ),
        ("\"radius\": [9, 9]", "\"radius\": [0, 9]", 12, "outside of what is possible"),
        ("\"id\": \"eye\"", "\"id\": \"face\"", 16, "already that of line 15"),
        (
            "\"face\", \"picture\": \"a.png\"", "\"face\", \"picture\": \"c.png\"", 15,
            "cannot be read"
        ),
        ("\"face\", \"picture\": \"a.png\"", "\"face\", \"picture\": \"rig.json\"", 15, "PNG file"),
        (
            "\"face\", \"picture\": \"a.png\"", "\"face\", \"picture\": \"../a.png\"", 15,
            "out of the rig's folder"
        ),
        ("\"face\", \"picture\": \"a.png\"", "\"face\", \"piture\": \"a.png\"", 15, "no 'picture'"),
        ("\"at\": [10, 10]", "\"at\": [190, 10]", 15, "reaches out of the canvas"),
        ("\"at\": [10, 10]", "\"at\": [-1, 10]", 15, "reaches out of the canvas"),
        ("\"warp\": [3, 2]", "\"warp\": [3, 1]", 15, "outside of what is possible"),
        (
            "\"warp\": [3, 2]", "\"warp\": { \"grid\": [3, 2], \"box\": [0, 0, 0, 9] }", 15,
            "box is empty"
        ),
        ("down 0 9 0", "down 0 1e30 0", 19, "needs amounts"),
        ("\"warp\": [3, 2]", "\"warp\": [3, 2], \"depth\": \"deep\"", 15, "must be a number"),
        ("\"swap\": [\"b.png\"]", "\"swap\": \"b.png\"", 16, "list of pictures"),
        ("\"swap\": [\"b.png\"]", "\"swap\": [\"small.png\"]", 16, "one size"),
        ("\"inside\": [\"face\"]", "\"inside\": [\"fase\"]", 16, "Did you mean 'face'"),
        ("\"inside\": [\"face\"]", "\"inside\": [\"head\"]", 16, "no part 'head'"),
        (
            "\"inside\": [\"face\"]", "\"inside\": [\"face\"], \"outside\": [\"face\"]", 16,
            "not both"
        ),
        ("\"blend\": \"multiply\"", "\"blend\": \"multipli\"", 16, "Did you mean 'multiply'"),
        ("\"opacity\": 0.5", "\"opacity\": 50", 16, "outside of what is possible"),
        ("\"on\": \"face\"", "\"on\": \"fac\"", 19, "Did you mean 'face'"),
        ("\"by\": \"smile 0 1\"", "\"by\": \"smle 0 1\"", 19, "neither a channel nor a driver"),
        ("\"by\": \"smile 0 1\"", "\"by\": \"smile 1 0\"", 19, "rising keys"),
        ("\"by\": \"smile 0 1\"", "\"by\": \"smile\"", 19, "rising keys"),
        ("[\"rest\", \"down 0 9 0\"]", "[\"rest\"]", 19, "needs 2 values"),
        ("down 0 9 0", "dawn 0 9 0", 19, "Did you mean 'down'"),
        ("down 0 9 0", "down 0 nine 0", 19, "needs amounts"),
        ("\"down 0 9 0\"", "[[[0, 0]]]", 19, "2 rows of 3 pairs"),
        ("\"warp\": [\"rest\"", "\"wrap\": [\"rest\"", 19, "moves nothing"),
        ("\"on\": \"face\"", "\"on\": \"eye\"", 19, "no lattice"),
        ("jawOpen 0 1", "jawOpen 0 5", 20, "never is 5"),
        ("\"translate\": [[[0, 0]", "\"translate\": [[[0]", 20, "list of 2 numbers"),
        (
            "\"on\": \"eye\"", "\"on\": \"eye\", \"swap\": [[0, 2, 0], [0, 0, 0]]", 20,
            "outside of what is possible"
        ),
        ("\"swap\": [\"b.png\"]", "\"swap\": [\"b.png\", 3]", 16, "must name a PNG"),
        ("\"bindings\": [", "\"bindings\": [ 7,", 18, "must be an object"),
        ("", "", nil, "empty"),
        ("", "[1]", 1, "must be an object"),
        ("", "{ \"format\": 1, \"canvas\": [9, 9] }", 1, "no parts"),
    ])
    func eachMistakeIsReportedWithItsLine(
        _ old: String, _ new: String, _ line: Int?, _ what: String
    ) throws {
        let complaints = try complaints(old, new)
        let match = complaints.first { $0.description.contains(what) }
        #expect(match != nil, "complaints were: \(complaints)")
        #expect(match?.line == line, "complaints were: \(complaints)")
        #expect(match?.file == "rigs/doll/rig.json")
        #expect(match?.remedy.isEmpty == false, "complaints were: \(complaints)")
    }

    @Test func allMistakesAreReportedAtOnceAndLoadingStopsAtTheFirst() throws {
        let text = Self.sound.replacingOccurrences(of: "smile 0 1", with: "smle 0 1")
            .replacingOccurrences(of: "\"opacity\": 0.5", with: "\"opacity\": 5")
            .replacingOccurrences(of: "\"group\": \"body\"", with: "\"group\": \"nobody\"")
        let folder = try TemporaryRig(text, pictures: Self.pictures)
        #expect(folder.complaints.map(\.line) == [12, 16, 19])
        #expect(throws: folder.complaints[0]) { try folder.rig() }
    }

    @Test func aFolderWithoutARigIsReported() {
        let nowhere = URL(fileURLWithPath: "/nowhere/doll")
        #expect(Rig.complaints(in: nowhere, name: "doll").count == 1)
        #expect(throws: Complaint.self) { try Rig(contentsOf: nowhere, name: "doll") }
    }
}
