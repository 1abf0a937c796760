import Animation
import AvatarTypes
import Documents
import Foundation
import Testing

@Suite struct ExpressionTests {
    private func complaints(_ text: String, name: String = "test") throws -> [Complaint] {
        let url = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
        try Data(text.utf8).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return FacialExpression.complaints(in: url, name: name, file: "expressions/test.json")
    }

    private static let emotion =
        "\"emotion\": {\"valence\": 0.5, \"arousal\": 0.5, \"energy\": 0.5}"

    @Test(arguments: expressionNames)
    func `Every file in the folder is right`(name: String) {
        let file = "expressions/\(name).json"
        let url = root.appending(path: file)
        #expect(FacialExpression.complaints(in: url, name: name, file: file) == [])
    }

    @Test func `Every named feeling has a face, and there are a few more`() {
        for (name, _) in Emotion.named { #expect(expressionNames.contains(name)) }
        #expect(expressionNames.count >= 24)
    }

    @Test func `The example in the README is right`() throws {
        let text = try String(
            contentsOf: root.appending(path: "expressions/README.md"), encoding: .utf8)
        let start = try #require(text.range(of: "```json\n"))
        let end = try #require(text.range(of: "\n```", range: start.upperBound..<text.endIndex))
        #expect(try complaints(String(text[start.upperBound..<end.lowerBound])) == [])
    }

    @Test func `The README lists every channel`() throws {
        let text = try String(
            contentsOf: root.appending(path: "expressions/README.md"), encoding: .utf8)
        for channel in Channel.allCases {
            let pair = channel.name.replacing("Left", with: "").replacing("Right", with: "")
            let isListed = text.contains("`\(channel.name)`") || text.contains("`\(pair)`")
            #expect(isListed, "\(channel)")
        }
    }

    @Test(arguments: [
        ("{\n\"channels\": {}\n}", 1, "has no 'emotion'"),
        ("{\n\(emotion)\n}", 1, "has no 'channels'"),
        ("{\n\(emotion),\n\"channels\": {},\n\"atack\": 1}", 4, "Did you mean 'attack'?"),
        ("{\n\(emotion),\n\"attack\": 0.05, \"channels\": {}\n}", 3, "outside"),
        ("{\n\(emotion),\n\"release\": \"soon\",\n\"channels\": {}\n}", 3, "must be a number"),
        ("{\n\(emotion),\n\"mouth\": \"blened\",\n\"channels\": {}\n}", 3, "Did you mean 'blend'?"),
        ("{\n\(emotion),\n\"channels\": {\n\"mouthSmlie\": {\"set\": 1}\n}\n}", 4, "mouthSmile"),
        ("{\n\(emotion),\n\"channels\": {\n\"jawOpen\": 1\n}\n}", 4, "must be an object"),
        ("{\n\(emotion),\n\"channels\": {\n\"jawOpen\": {}\n}\n}", 4, "exactly one of"),
        (
            "{\n\(emotion),\n\"channels\": {\n\"jawOpen\": {\"set\": 1, \"add\": 1}\n}\n}", 4,
            "exactly one of"
        ),
        ("{\n\(emotion),\n\"channels\": {\n\"jawOpen\": {\"sett\": 1}\n}\n}", 4, "'set'"),
        ("{\n\(emotion),\n\"channels\": {\n\"jawOpen\": {\"set\": -1}\n}\n}", 4, "from 0 to 1"),
        ("{\n\(emotion),\n\"channels\": {\n\"headYaw\": {\"add\": 40}\n}\n}", 4, "from -30 to 30"),
        (
            "{\n\(emotion),\n\"channels\": {\n\"browDown\": {\"set\": 1},\n"
                + "\"browDownLeft\": {\"set\": 1}\n}\n}", 5, "has a target already"
        ),
        ("{\n\(emotion),\n\"channels\": [1]\n}", 3, "must be an object"),
        (
            "{\n\"emotion\": {\"valence\": 2, \"arousal\": 0, \"energy\": 0},\n\"channels\": {}\n}",
            2, "0 to 1"
        ),
        ("{\n\"emotion\": {\"valence\": 0},\n\"channels\": {}\n}", 2, "has no 'arousal'"),
        ("{\n\(emotion)\n\"channels\": {}\n}", 3, "not well formed"),
    ])
    func `Whatever is wrong is said, with its line`(text: String, line: Int, part: String) throws {
        let found = try complaints(text)
        let isSaid = found.contains {
            $0.line == line && $0.description.contains(part)
                && $0.description.hasPrefix("expressions/test.json:\(line): ")
        }
        #expect(isSaid, "\(found)")
    }

    @Test func `All that is wrong is said at once`() throws {
        let text = "{\n\"atack\": 1,\n\"blink\": 3,\n\"channels\": {\"jaw\": {\"set\": 1}}\n}"
        let found = try complaints(text)
        #expect(found.map(\.line) == [2, 1, 3, 4], "\(found)")
    }

    @Test func `A name has small letters, digits and hyphens only`() throws {
        let text = "{\n\(Self.emotion),\n\"channels\": {}\n}"
        #expect(try complaints(text, name: "big-smile2") == [])
        #expect(try complaints(text, name: "Big Smile").count == 1)
    }

    @Test func `A file that is not there is a complaint`() {
        let url = root.appending(path: "expressions/none.json")
        #expect(throws: Complaint.self) {
            try FacialExpression(contentsOf: url, name: "none", file: "expressions/none.json")
        }
    }

    @Test func `Attack and release are as long as the file says`() throws {
        var animator = Animator(expressions: [try expression("calm")], seed: 1)
        // calm: attack 0.8, release 1.2, mouthSmile 0.35.
        let all = poses(of: &animator, seconds: 5) { time in
            Cues(expressions: time < .seconds(2) ? [ExpressionCue(name: "calm")] : [])
        }
        #expect(all[0][.mouthSmileLeft] > 0.34)
        let base: Float = 0.05
        #expect(all[120 + 36][.mouthSmileLeft] > base + 0.05)
        #expect(all[120 + 76][.mouthSmileLeft] < base + 0.05 * 0.35)
        let back = poses(of: &animator, from: .seconds(5), seconds: 1) { _ in
            Cues(expressions: [ExpressionCue(name: "calm")])
        }
        #expect(back[1][.mouthSmileLeft] < base + 0.02)
        #expect(back[24][.mouthSmileLeft] > base + 0.15)
        #expect(back[52][.mouthSmileLeft] > base + 0.95 * 0.3 - 0.01)
    }

    @Test func `A wink keeps the other eye open and the winking one shut`() throws {
        var animator = Animator(expressions: try allExpressions(), seed: 1)
        let all = poses(of: &animator, seconds: 30) { _ in
            Cues(expressions: [ExpressionCue(name: "wink")])
        }
        #expect(all.allSatisfy { $0[.eyeBlinkLeft] > 0.95 && $0[.eyeBlinkRight] < 0.3 })
    }

    @Test func `Weight scales a face, and later wishes lie over earlier ones`() throws {
        let expressions = try allExpressions()
        func smile(_ cues: [ExpressionCue]) -> Float {
            var animator = Animator(expressions: expressions, seed: 1)
            return animator.pose(at: .zero, following: Cues(expressions: cues))[.mouthSmileLeft]
        }
        let full = smile([ExpressionCue(name: "happy")])
        let half = smile([ExpressionCue(name: "happy", weight: 0.5)])
        #expect(abs(half - (full + 0.05) / 2) < 0.02)
        #expect(smile([ExpressionCue(name: "happy"), ExpressionCue(name: "anger")]) < 0.01)
        #expect(smile([ExpressionCue(name: "anger"), ExpressionCue(name: "happy")]) > 0.8)
        #expect(smile([ExpressionCue(name: "nothing-like-it")]) < 0.1)
    }
}
