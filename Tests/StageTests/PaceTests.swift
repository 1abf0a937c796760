import AvatarTypes
import Testing

@testable import Stage

@Suite("What a show draws when the machine is too slow")
struct PaceTests {
    private var pace = Pace(framesPerSecond: 30)
    private var frame = 0

    /// Frames that would each cost so many milliseconds drawn whole.
    private mutating func play(_ frames: Int, milliseconds: Double) {
        for _ in 0..<frames {
            if pace.draws(frame: frame) {
                let cost = pace.level.isCoarse ? milliseconds / 2 : milliseconds
                pace.note(
                    work: .microseconds(Int64(cost * 1000)),
                    at: .frames(frame, perSecond: 30))
            }
            frame += 1
        }
    }

    @Test("All of it while there is time")
    mutating func whole() {
        play(600, milliseconds: 20)
        #expect(pace.level == .whole && pace.stepsDown == 0)
    }

    @Test("A coarser picture first, then fewer frames, and it stays where it fits")
    mutating func steps() {
        play(90, milliseconds: 40)
        #expect(pace.level == .coarse)
        play(200, milliseconds: 90)
        #expect(pace.level == .coarseHalfRate)
        play(200, milliseconds: 160)
        #expect(pace.level == .coarseThirdRate)
    }

    @Test("Everything again when there is room, step by step")
    mutating func back() {
        play(300, milliseconds: 160)
        #expect(pace.level == .coarseThirdRate)
        play(900, milliseconds: 10)
        #expect(pace.level == .whole)
    }

    @Test("Late frames are enough to step down, however cheap the others are")
    mutating func late() {
        for frame in 0..<2 {
            pace.note(work: .zero, isLate: true, at: .frames(frame, perSecond: 30))
        }
        #expect(pace.level == .coarse)
        #expect(pace.stepsDown == 1)
    }

    @Test("What does not fit is tried more and more seldom")
    mutating func noPumping() {
        // Whole it takes 1.1 of the time, and coarse so little that it looks as if it would fit.
        for _ in 0..<120 * 30 {
            if pace.draws(frame: frame) {
                let cost = pace.level == .whole ? 37.0 : 8.0
                pace.note(
                    work: .microseconds(Int64(cost * 1000)), at: .frames(frame, perSecond: 30))
            }
            frame += 1
        }
        #expect((2...6).contains(pace.stepsDown), "\(pace.stepsDown)")
    }
}
