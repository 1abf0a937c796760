import AvatarTypes
import Testing

@testable import Voice

/// Times are samples at 1000 Hz, so milliseconds.
@Suite struct MouthTrackTests {
    /// A sound of square wave with silence in the ranges.
    private func sound(_ count: Int, quiet: Range<Int>...) -> [Int16] {
        (0..<count).map { index in
            if quiet.contains(where: { $0.contains(index) }) { return 0 }
            return index % 2 == 0 ? 6000 : -6000
        }
    }

    private func shapes(
        _ phones: [(sample: Int, name: String)], _ sound: [Int16], _ language: Language = .english
    ) -> [MouthTrack.Shape] {
        MouthTrack(
            phones: phones.map { ($0.sample, Phone(name: $0.name)) }, sound: sound, rate: 1000,
            language: language
        ).shapes
    }

    @Test func `vowels follow one another without gaps`() {
        #expect(
            shapes([(0, "a"), (100, "i"), (180, "u")], sound(250)) == [
                MouthTrack.Shape(start: 0, end: 100, viseme: .aa),
                MouthTrack.Shape(start: 100, end: 180, viseme: .ih),
                MouthTrack.Shape(start: 180, end: 250, viseme: .ou),
            ])
    }

    @Test func `a diphthong's time is split at three fifths`() {
        #expect(
            shapes([(0, "aɪ")], sound(100)) == [
                MouthTrack.Shape(start: 0, end: 60, viseme: .aa),
                MouthTrack.Shape(start: 60, end: 100, viseme: .ih),
            ])
    }

    @Test(arguments: [("t", Viseme.DD), ("k", .kk), ("tʃ", .CH)])
    func `a stop begins where the sound goes quiet, not at its burst`(
        name: String, viseme: Viseme
    ) {
        let found = shapes(
            [(0, "a"), (145, name), (170, "i")], sound(250, quiet: 100..<145))
        #expect(found.map(\.viseme) == [.aa, viseme, .ih])
        #expect(found.map(\.start) == [0, 100, 170])
    }

    @Test func `a closure is not sought further back than 60 ms`() {
        let found = shapes([(0, "a"), (200, "t"), (220, "i")], sound(300, quiet: 80..<200))
        #expect(found[1].start == 140)
    }

    @Test func `the lips are closed before the burst of p and open at it`() {
        let found = shapes([(0, "a"), (145, "p"), (170, "i")], sound(250, quiet: 100..<145))
        #expect(found.map(\.viseme) == [.aa, .PP, .ih])
        #expect(found[1].start == 100 && found[1].end == 145)
    }

    @Test(arguments: ["p", "b", "m"])
    func `lips that close stay closed for 40 ms even where nothing is quiet`(name: String) {
        let found = shapes([(0, "a"), (100, name), (115, "i")], sound(250))
        let closure = found.first { $0.viseme == .PP }
        #expect(closure.map { $0.end - $0.start >= 40 } == true)
    }

    @Test func `shapes never overlap nor leave the sound however dense the phones are`() {
        let names = ["p", "a", "b", "t", "m", "i", "p", "p", "k", "ʲ", "u", "b"]
        for step in [1, 3, 10, 25] {
            let phones = (0..<60).map { (sample: $0 * step, name: names[$0 % names.count]) }
            let found = shapes(phones, sound(60 * step, quiet: 10 * step..<14 * step), .russian)
            for shape in found {
                #expect(shape.start < shape.end && shape.start >= 0 && shape.end <= 60 * step)
            }
            for (one, next) in zip(found, found.dropFirst()) { #expect(one.end <= next.start) }
        }
    }

    @Test func `a palatal consonant passes through the spread lips of i`() {
        let found = shapes([(0, "d"), (50, "ʲ"), (80, "a")], sound(200), .russian)
        #expect(found.map(\.viseme) == [.DD, .ih, .aa])
    }

    @Test func `a short loud sound without a name is a schwa, a quiet one a pause`() {
        let loud = shapes([(0, "f"), (100, ""), (140, "r")], sound(250), .russian)
        #expect(loud.map(\.viseme) == [.FF, .E, .DD])
        let quiet = shapes(
            [(0, "f"), (100, ""), (140, "r")], sound(250, quiet: 100..<140), .russian)
        #expect(quiet.map(\.viseme) == [.FF, .DD])
        #expect(quiet[0].end == 100 && quiet[1].start == 140)
        let long = shapes([(0, "f"), (100, ""), (200, "r")], sound(250), .russian)
        #expect(long.map(\.viseme) == [.FF, .DD])
    }

    @Test func `a switch of language leaves no shape`() {
        let found = shapes([(0, "a"), (100, "(en)"), (100, "i"), (200, "(ru)")], sound(200))
        #expect(found.map(\.viseme) == [.aa, .ih])
    }

    @Test func `a mouth that does not change is one shape`() {
        let found = shapes([(0, "n"), (50, "l"), (100, "a")], sound(200))
        #expect(found.map(\.viseme) == [.nn, .aa])
        #expect(found[0].end == 100)
    }

    @Test func `phones past the end of the sound are not shown`() {
        #expect(shapes([(0, "a"), (300, "i")], sound(200)).map(\.viseme) == [.aa])
    }
}
