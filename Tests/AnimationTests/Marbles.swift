import Animation
import AvatarTypes
import Foundation

// Speech written by hand, one character to 40 ms.

extension Timeline<Viseme> {
    /// Letters are sounds, a dot is silence; a letter repeated is one long sound.
    init(marbles: String, from start: MediaTime = .zero, milliseconds: Int = 40) {
        self.init()
        let letters: [Character: Viseme] = [
            "p": .PP, "b": .PP, "m": .PP, "f": .FF, "v": .FF, "T": .TH, "t": .DD, "d": .DD,
            "k": .kk, "g": .kk, "h": .kk, "c": .CH, "s": .SS, "z": .SS, "n": .nn, "l": .nn,
            "r": .RR, "a": .aa, "e": .E, "i": .ih, "o": .oh, "u": .ou, ".": .sil,
        ]
        var begin = 0
        let marbles = Array(marbles)
        for index in marbles.indices {
            if index + 1 < marbles.count, marbles[index + 1] == marbles[index] { continue }
            guard let viseme = letters[marbles[index]] else {
                preconditionFailure("'\(marbles[index])' is no marble")
            }
            append(
                viseme, from: start + .milliseconds(milliseconds) * begin,
                to: start + .milliseconds(milliseconds) * (index + 1))
            begin = index + 1
        }
    }
}

/// The repository, found from this file.
let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

let expressionNames =
    ((try? FileManager.default.contentsOfDirectory(
        atPath: root.appending(path: "expressions").path())) ?? [])
    .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()

func expression(_ name: String) throws -> FacialExpression {
    let file = "expressions/\(name).json"
    return try FacialExpression(contentsOf: root.appending(path: file), name: name, file: file)
}

func allExpressions() throws -> [FacialExpression] { try expressionNames.map(expression) }

/// The poses of a show, one per frame.
func poses(
    of animator: inout Animator, from start: MediaTime = .zero, seconds: Double, rate: Int = 60,
    following cues: (MediaTime) -> Cues
) -> [Pose] {
    let first = Int((start.seconds * Double(rate)).rounded())
    return (first...(first + Int(seconds * Double(rate)))).map { frame in
        let time = MediaTime.frames(frame, perSecond: rate)
        return animator.pose(at: time, following: cues(time))
    }
}
