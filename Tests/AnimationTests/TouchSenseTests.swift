import AvatarTypes
import Testing

@testable import Animation

@Suite struct TouchSenseTests {
    /// What is shown during touches of a place that begin at some seconds and last for 0.5.
    private func reactions(_ area: String, at seconds: [Double]) -> [String] {
        var sense = TouchSense()
        return seconds.map { second in
            let start = MediaTime.seconds(second)
            let touch = Timeline<Touch>.Span(
                start: start, end: start + .milliseconds(500), value: Touch(area: area))
            return sense.feel(touch, at: start).first?.name ?? ""
        }
    }

    @Test func aHandOnTheHeadIsEnjoyed() {
        #expect(reactions("head", at: [1]) == ["pat"])
    }

    @Test func whoPokesAgainAndAgainIsNotLovedForIt() {
        #expect(
            reactions("cheek", at: [1, 2, 3, 4, 5])
                == ["surprise", "surprise", "pout", "pout", "annoyance"])
    }

    @Test func afterTenSecondsAPokeIsForgiven() {
        #expect(reactions("cheek", at: [1, 2, 3, 20]).last == "surprise")
    }

    @Test func theReactionOutlivesTheTouchAndThenGoes() {
        var sense = TouchSense()
        let touch = Timeline<Touch>.Span(
            start: .zero, end: .milliseconds(500), value: Touch(area: "head"))
        _ = sense.feel(touch, at: .zero)
        #expect(!sense.feel(nil, at: .milliseconds(1500)).isEmpty)
        #expect(sense.feel(nil, at: .milliseconds(2000)).isEmpty)
    }

    @Test func everyReactionIsAnExpressionThatThereIs() {
        let names = Set(AllExpressionsTests.all.flatMap { [$0.name] + $0.aliases })
        for area in [
            "head", "hair", "cheek", "nose", "mouth", "ear", "hand", "arm", "shoulder", "body",
            "tail",
        ] {
            for name in reactions(area, at: [1, 2, 3, 4, 5]) { #expect(names.contains(name)) }
        }
    }
}
