import AvatarTypes
import Testing

@Suite("A pose")
struct PoseTests {
    @Test("has sixty-four channels with names of their own")
    func channels() {
        #expect(Channel.allCases.count == 64)
        #expect(Set(Channel.allCases.map(\.name)).count == 64)
        for channel in Channel.allCases { #expect(Channel(name: channel.name) == channel) }
        #expect(Channel(name: "jawopen") == nil)
    }

    @Test("has 256 bytes of channels for the wire")
    func size() {
        #expect(MemoryLayout.size(ofValue: Pose.rest.lanes) == 256)
    }

    @Test("is brought back into the range of each channel")
    func clamp() {
        var pose = Pose.rest
        pose[.jawOpen] = 1.5
        pose[.headYaw] = -90
        pose[.mouthClose] = 0.25
        let clamped = pose.clamped()
        #expect(clamped[.jawOpen] == 1)
        #expect(clamped[.headYaw] == -30)
        #expect(clamped[.mouthClose] == 0.25)
    }

    @Test("blends by arithmetic")
    func blend() {
        var smile = Pose.rest
        smile[.mouthSmileLeft] = 0.8
        #expect(Pose.rest.blended(towards: smile, by: 0.5)[.mouthSmileLeft] == 0.4)
    }

    @Test("can be held where one wants it")
    func hold() {
        let pose = Pose.rest.holding([.channel(.headRoll): 90, .channel(.jawOpen): 0.5])
        #expect(pose[.headRoll] == 20)
        #expect(pose[.jawOpen] == 0.5)
    }
}
