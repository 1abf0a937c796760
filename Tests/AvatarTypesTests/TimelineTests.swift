import AvatarTypes
import Testing

@Suite("A timeline")
struct TimelineTests {
    /// One character is 40 ms, `-` is nothing.
    private func marbles(_ text: String) -> Timeline<Character> {
        var timeline = Timeline<Character>()
        var start = 0
        let characters = Array(text)
        for index in characters.indices
        where index + 1 == characters.count || characters[index + 1] != characters[index] {
            if characters[index] != "-" {
                timeline.append(characters[index], from: time(start), to: time(index + 1))
            }
            start = index + 1
        }
        return timeline
    }

    private func time(_ marble: Int) -> MediaTime { .milliseconds(40 * marble) }

    private func marbles(_ timeline: Timeline<Character>, count: Int) -> String {
        String((0..<count).map { timeline.value(at: time($0)) ?? "-" })
    }

    @Test("holds a value from its start up to, not including, its end")
    func halfOpen() {
        let timeline = marbles("-aa-b")
        #expect(timeline.value(at: time(1)) == "a")
        #expect(timeline.value(at: time(3) - MediaTime(ticks: 1)) == "a")
        #expect(timeline.value(at: time(3)) == nil)
        #expect(timeline.value(at: time(5)) == nil)
        #expect(timeline.end == time(5))
    }

    @Test(
        "is cut: what has not happened never will",
        arguments: [
            (0, "------"), (1, "a-----"), (2, "aa----"), (4, "aa-b--"), (9, "aa-bb-"),
        ])
    func cut(marble: Int, rest: String) {
        var timeline = marbles("aa-bb-")
        timeline.cut(at: time(marble))
        #expect(marbles(timeline, count: 6) == rest)
        #expect(timeline.end <= time(marble))
    }

    @Test(
        "is written over: what is covered is trimmed, split or gone",
        arguments: [
            (0, 1, "xaabbb"), (1, 2, "axabbb"), (2, 4, "aaxxbb"), (0, 6, "xxxxxx"),
            (3, 6, "aaaxxx"),
        ])
    func overwrite(from: Int, to: Int, result: String) {
        var timeline = marbles("aaabbb")
        timeline.overwrite("x", from: time(from), to: time(to))
        #expect(marbles(timeline, count: 6) == result)
    }

    @Test("forgets what is over and keeps what still holds")
    func forget() {
        var timeline = marbles("aabbcc")
        timeline.forget(before: time(3))
        #expect(timeline.spans.map(\.value) == ["b", "c"])
    }

    @Test("moves as a whole")
    func shift() {
        #expect(marbles("aab").shifted(by: time(2)) == marbles("--aab"))
    }

    @Test("finds the span of any moment among many", arguments: [0, 1, 499, 998])
    func search(index: Int) {
        var timeline = Timeline<Int>()
        for index in 0..<999 { timeline.append(index, from: time(index), to: time(index + 1)) }
        #expect(timeline.value(at: time(index)) == index)
    }
}
