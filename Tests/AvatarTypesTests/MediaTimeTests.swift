import AvatarTypes
import Testing

@Suite("Media time")
struct MediaTimeTests {
    @Test(
        "counts every frame rate and sample rate in whole ticks",
        arguments: [
            24, 25, 30, 50, 60, 8_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 90_000,
        ])
    func wholeTicks(rate: Int) {
        #expect(MediaTime.ticksPerSecond % Int64(rate) == 0)
        #expect(MediaTime.samples(rate, rate: rate) == .seconds(1))
    }

    @Test("is the same after a day of frames as after a day of samples")
    func noDrift() {
        let day = 24 * 60 * 60
        #expect(MediaTime.frames(day * 30, perSecond: 30) == .samples(day * 48_000, rate: 48_000))
    }

    @Test("gives back the sample it was made of", arguments: [0, 1, 959, 960, 1_234_567, -312])
    func roundTrip(sample: Int) {
        #expect(MediaTime.samples(sample, rate: 48_000).samples(rate: 48_000) == sample)
    }

    @Test("rounds towards the past, before zero too")
    func roundsDown() {
        #expect(MediaTime(ticks: -1).microseconds == -1)
        #expect(MediaTime(ticks: 1).microseconds == 0)
        #expect(MediaTime.samples(-312, rate: 48_000).microseconds == -6_500)
    }

    @Test("does not overflow on its way between clocks")
    func farAway() {
        let century = MediaTime.seconds(100 * 365.25 * 86_400)
        #expect(century.inUnits(perSecond: 90_000) == 284_018_400_000_000)
    }

    @Test("divides into how many times one goes into the other")
    func ratio() {
        #expect(MediaTime.milliseconds(250) / .seconds(1) == 0.25)
    }
}
