import Animation
import AvatarTypes
import Testing

@Suite struct GestureTests {
    /// What a gesture adds to a body that does everything else in the same way.
    private func difference(_ name: String, from start: Int = 60, until end: Int? = nil) -> [Pose] {
        var plain = Animator(expressions: [], seed: 1)
        var moved = plain
        let span = Timeline<String>.Span(
            start: .frames(start, perSecond: 60), end: .seconds(60), value: name)
        return (0...300).map { frame in
            let time = MediaTime.frames(frame, perSecond: 60)
            let isOn = frame >= start && frame < end ?? .max
            let a = plain.pose(at: time, following: Cues())
            let b = moved.pose(at: time, following: Cues(gesture: isOn ? span : nil))
            return Pose(lanes: b.lanes - a.lanes)
        }
    }

    @Test(arguments: Animator.gestureNames)
    func `A gesture moves something visibly, and leaves everything as it was`(name: String) throws {
        let duration = try #require(Animator.duration(ofGesture: name))
        #expect(duration >= .milliseconds(800) && duration <= .milliseconds(3600))
        let all = difference(name)
        let largest =
            Channel.allCases.map { channel in
                (all.map { abs($0[channel]) }.max() ?? 0) / channel.range.upperBound
            }.max() ?? 0
        #expect(largest > 0.25)
        let end = 60 + Int(duration.seconds * 60) + 2
        for pose in all[end...] {
            for channel in Channel.allCases { #expect(abs(pose[channel]) < 1e-4, "\(channel)") }
        }
    }

    @Test(arguments: [("nod", Channel.headPitch), ("shake", .headYaw), ("tilt", .headRoll)])
    func `It moves the other way first, for about a tenth of a second`(
        name: String, channel: Channel
    ) throws {
        let track = difference(name).map { $0[channel] }
        let top = try #require(track.indices.max { abs(track[$0]) < abs(track[$1]) })
        let first = try #require(track.indices.first { abs(track[$0]) > 0.5 })
        #expect(track[first] * track[top] < 0)
        let turn = try #require((first..<top).first { track[$0] * track[top] > 0 })
        #expect((4...12).contains(turn - 60))
    }

    @Test func `A gesture that is taken away leaves softly`() {
        let all = difference("wave", until: 120)
        #expect(all[119][.elbowBendRight] > 0.8)
        for (after, before) in zip(all[120...].dropFirst(), all[120...]) {
            #expect(abs(after[.elbowBendRight] - before[.elbowBendRight]) < 0.1)
        }
        #expect(all[150][.elbowBendRight] < 0.02)
    }

    @Test func `Nobody knows a gesture that is not in the list`() {
        #expect(Animator.duration(ofGesture: "somersault") == nil)
        #expect(difference("somersault").allSatisfy { $0 == .rest })
    }
}
