import Animation
import AvatarTypes
import Raster
import Rigging
import Yardstick

/// A scene whose frames are all ready, so that only drawing is timed.
struct BenchmarkScene {
    let name: String
    let size: PixelSize
    let frames: [DrawList]

    /// Three characters who stand, talk or dance, and the worst case in two sizes.
    static let names =
        ["mirai", "miyu", "ren"].flatMap { character in
            acts.map { "\(character)-\($0)-720" }
        } + worstCases
    static let worstCases = ["worst-720", "worst-1080"]
    private static let acts = ["idle", "talking", "dancing"]

    private static let framesPerSecond = 30
    /// Frames of a character: five seconds, after one in which springs come to rest.
    private static let count = 150
    private static let settled = 30

    /// The same frames in every run.
    ///
    /// - Precondition: the name is one of `names`.
    /// - Throws: when the library has no such rig, or it cannot be read.
    init(named name: String, library: AssetLibrary) async throws {
        precondition(Self.names.contains(name), "'\(name)' is no scene")
        self.name = name
        let words = name.split(separator: "-")
        size =
            words.last == "1080"
            ? PixelSize(width: 1920, height: 1080) : PixelSize(width: 1280, height: 720)
        if words[0] == "worst" {
            let scene = WorstCase()
            frames = (0..<WorstCase.frameCount).map { scene.frame($0) }
        } else {
            let rig = try library.rig(named: String(words[0]))
            let script = try await Self.script(of: String(words[1]))
            frames = Self.frames(of: rig, library.expressions().expressions, following: script)
        }
    }

    private static func frames(
        of rig: Rig, _ expressions: [FacialExpression], following script: Script
    ) -> [DrawList] {
        var animator = Animator(
            expressions: expressions, temperament: rig.temperament, seed: 0)
        var puppet = Puppet(rig: rig)
        let all = (0..<settled + count).map { index in
            let time = MediaTime.frames(index, perSecond: framesPerSecond)
            return puppet.draw(
                animator.pose(at: time, following: script.cues(at: time)), at: time)
        }
        return Array(all.dropFirst(settled))
    }

    private static func script(of act: String) async throws -> Script {
        let end = MediaTime.frames(settled + count, perSecond: framesPerSecond)
        var script = Script()
        switch act {
        case "talking":
            let lines = try await Speaking(text: Benchmark.sentence).lines()
            while script.speechEnd < end {
                for line in lines {
                    script.append(
                        line, notBefore: .zero, gestureDuration: Animator.duration(ofGesture:))
                }
            }
        case "dancing":
            guard let duration = Animator.duration(ofGesture: "dance") else {
                preconditionFailure("there is no gesture 'dance'")
            }
            var start = MediaTime.zero
            while start < end {
                script.perform("dance", from: start, lasting: duration)
                start = start + duration
            }
        default: break
        }
        return script
    }

    /// Pixels that all meshes together cover in a frame, hidden ones too: the mean of twelve frames.
    func nominalPixels() -> Int {
        let step = max(1, frames.count / 12)
        let chosen = stride(from: 0, to: frames.count, by: step).map { frames[$0] }
        return chosen.map { $0.coveredPixels(width: size.width, height: size.height) }
            .reduce(0, +) / chosen.count
    }
}

extension VectorLevel {
    /// Those that this machine has, the narrowest first.
    static var available: [VectorLevel] { allCases.filter(\.isAvailable) }
}
