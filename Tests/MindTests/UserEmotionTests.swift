import Foundation
import Mind
import Testing

@Suite struct UserEmotionTests {
    struct Example {
        var label: UserEmotion.Label
        var message: String
    }

    static func examples(_ set: String) -> [Example] {
        set.split(separator: "\n").compactMap { line in
            let parts = line.split(separator: "|", maxSplits: 1).map {
                $0.trimmingCharacters(in: .whitespaces)
            }
            guard parts.count == 2, let label = UserEmotion.Label(rawValue: parts[0])
            else { return nil }
            return Example(label: label, message: parts[1])
        }
    }

    /// Percent of the messages that are told right, and the others, for whoever reads the failure.
    private func accuracy(on set: String, reveal: Bool) -> (Int, String) {
        let examples = Self.examples(set)
        let wrong = examples.filter { UserEmotion($0.message).label != $0.label }
        let report = wrong.map { "\($0.label): \($0.message) → \(UserEmotion($0.message).label)" }
        return (
            (examples.count - wrong.count) * 100 / examples.count,
            reveal ? report.joined(separator: "\n") : ""
        )
    }

    @Test func `Four of five messages never seen before are told right`() {
        let (percent, _) = accuracy(on: heldOutFeelings, reveal: false)
        #expect(percent >= 80)
    }

    @Test func `Nine of ten messages it was written with are told right`() {
        let (percent, wrong) = accuracy(on: developmentFeelings, reveal: true)
        #expect(percent >= 90, "\(wrong)")
    }

    @Test func `The two halves share no message and know every label`() {
        let (one, other) = (
            Self.examples(developmentFeelings), Self.examples(heldOutFeelings)
        )
        #expect(Set(one.map(\.message)).isDisjoint(with: other.map(\.message)))
        #expect(one.count == 325 && other.count == 86)
        #expect(Set(one.map(\.label)).count == 7)
        #expect(Set(other.map(\.label)).count == 7)
    }

    @Test(arguments: [
        ("I am happy", "I am not happy"), ("Мне весело", "Мне совсем не весело"),
        ("楽しい", "楽しくない"),
    ])
    func `A negation turns the feeling round`(plain: String, negated: String) {
        #expect(UserEmotion(plain).valence > 0.3)
        #expect(UserEmotion(negated).valence < -0.2)
    }

    @Test func `An intensifier speaks louder, a diminisher lower`() {
        let plain = UserEmotion("I am sad").valence
        #expect(UserEmotion("I am very sad").valence < plain)
        #expect(UserEmotion("I am a little sad").valence > plain)
    }

    @Test func `What stands behind a but is meant`() {
        #expect(UserEmotion("The film was sad but I am happy").label == .joy)
        #expect(UserEmotion("Было весело, но теперь мне грустно").label == .sadness)
    }

    @Test func `Valence and arousal stay within their range`() {
        let flood = String(repeating: "I hate this! Wow! ", count: 200)
        let emotion = UserEmotion(flood)
        #expect((-1...0).contains(emotion.valence) && (0...1).contains(emotion.arousal))
        #expect(UserEmotion("").label == .neutral)
        #expect(UserEmotion("").valence == 0)
    }
}
