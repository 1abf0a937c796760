import AvatarTypes
import Foundation
import Testing

@testable import Animation

/// The files of `expressions/`.
@Suite struct AllExpressionsTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("expressions")

    static let all: [FacialExpression] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return files.filter { $0.hasSuffix(".json") }.sorted().compactMap { file in
            try? FacialExpression(
                contentsOf: folder.appendingPathComponent(file), name: String(file.dropLast(5)),
                file: file)
        }
    }()

    /// The pose of an expression at rest, by the layers and rules that every frame uses.
    private func pose(_ cues: [ExpressionCue]) -> Pose {
        var layers = ExpressionLayers(Self.all)
        layers.settle(cues)
        var pose = layers.apply(to: .rest, speech: 0)
        FaceRules.settle(&pose)
        return pose.clamped()
    }

    /// The labels of GoEmotions, the nine states, and what VRM and programs call the common faces.
    @Test(arguments: [
        "admiration", "amusement", "anger", "annoyance", "approval", "caring", "confusion",
        "curiosity",
        "desire", "disappointment", "disapproval", "disgust", "embarrassment", "excitement", "fear",
        "gratitude", "grief", "joy", "love", "nervousness", "optimism", "pride", "realization",
        "relief",
        "remorse", "sadness", "surprise", "neutral", "happy", "sad", "excited", "calm", "curious",
        "affectionate", "playful", "contemplative", "mischievous", "angry", "relaxed", "surprised",
        "wink", "smug", "pout", "laugh", "cry", "sleepy", "shy", "blush", "default",
    ])
    func everyUsualNameIsAnswered(_ name: String) {
        #expect(Self.all.contains { $0.name == name || $0.aliases.contains(name) })
    }

    @Test func noNameMeansTwoFaces() {
        let names = Self.all.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        #expect(Self.all.count >= 50)
    }

    @Test func everyTwoFacesAreToldApart() {
        var nearest: (Float, String) = (.infinity, "")
        for (index, one) in Self.all.enumerated() {
            for other in Self.all[(index + 1)...] {
                let (a, b) = (pose([.init(name: one.name)]), pose([.init(name: other.name)]))
                let distance = Control.all.reduce(Float(0)) { sum, control in
                    // Angles count by their range, so that a degree is not worth a whole smile.
                    let reach = control.range.upperBound
                    let difference = (a[control] - b[control]) / reach
                    return sum + difference * difference
                }.squareRoot()
                if distance < nearest.0 { nearest = (distance, "\(one.name) and \(other.name)") }
            }
        }
        #expect(nearest.0 > 0.42, "\(nearest.1) are \(nearest.0) apart")
    }

    @Test func anyTwoTogetherMakeAFaceThatCanBe() {
        var chance = SeededGenerator(seed: 11)
        for _ in 0..<4_000 {
            let two = (0..<2).map { _ in
                ExpressionCue(
                    name: Self.all[Int(chance.uniform(0...Float(Self.all.count) - 0.01))].name,
                    weight: chance.nextUnit())
            }
            let face = pose(two)
            let names = "\(two[0].name) and \(two[1].name)"
            #expect(min(face[.mouthSmileLeft], face[.mouthFrownLeft]) < 0.45, "\(names)")
            #expect(face[.eyeWideLeft] <= 1.001 - face[.eyeBlinkLeft], "\(names)")
            #expect(face[.jawOpen] < 0.34 || face[.mouthPressLeft] < 0.01, "\(names)")
        }
    }

    @Test func anAliasShowsTheSameFaceAsItsName() {
        #expect(pose([.init(name: "angry")]) == pose([.init(name: "anger")]))
    }
}
