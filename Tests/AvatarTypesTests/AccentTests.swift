import AvatarTypes
import Testing

@Suite("An accent")
struct AccentTests {
    @Test("is found by its name, and by no other")
    func names() {
        #expect(Accent(name: "signHearts") == .signHearts)
        #expect(Accent(name: "signheart") == nil)
    }

    @Test("is a control beside the channels, under a name of its own")
    func controls() {
        #expect(Control(name: "jawOpen") == .channel(.jawOpen))
        #expect(Control(name: "wristLeft") == .accent(.wristLeft))
        #expect(
            Set(Control.all.map(\.name)).count == Channel.allCases.count + Accent.allCases.count)
    }

    @Test("is kept inside its range in a pose")
    func clamped() {
        var pose = Pose.rest
        pose[.wristLeft] = -3
        pose[.signHearts] = -1
        #expect(pose.clamped()[.wristLeft] == -1)
        #expect(pose.clamped()[.signHearts] == 0)
    }
}
