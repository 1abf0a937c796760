import AvatarTypes
import Media
import Testing

@testable import Stage
@testable import TestSupport

@Suite("An hour on air")
struct HourTests {
    private static let framesPerSecond = 30
    private static let rate = Performer.sampleRate
    private static let size = 32

    private static let tone = (0..<rate * 3).map { Float($0 / 48 % 2 == 0 ? 0.4 : -0.4) }

    /// A line that is a tone with an open mouth.
    private func line(lasting duration: MediaTime) -> SpokenLine {
        var visemes = Timeline<Viseme>()
        visemes.append(.aa, from: .zero, to: duration)
        return SpokenLine(
            utterance: Utterance(
                text: "Ah", language: .english, emotion: .neutral, directions: [], pause: .zero),
            audio: AudioClip(
                samples: Array(Self.tone[..<duration.samples(rate: Self.rate)]),
                sampleRate: Self.rate),
            visemes: visemes, words: Timeline())
    }

    /// The show as fast as it can be made: one hour of speech now and then goes from the script through the
    /// encoders, and what libav decodes of it is looked at and listened to. The picture is white while the
    /// mouth is open.
    @Test("keeps mouth and sound together, from the first minute to the last")
    func together() throws {
        let (black, white) = (
            Image.filled(width: Self.size, height: Self.size, red: 0, green: 0, blue: 0),
            Image.filled(width: Self.size, height: Self.size, red: 255, green: 255, blue: 255)
        )
        let picture = try VideoEncoder(
            width: Self.size, height: Self.size, framesPerSecond: Self.framesPerSecond,
            alpha: .opaque(backdrop: black), preset: .ultrafast)
        let sound = try SoundEncoder()
        var (script, random) = (Script(), SeededGenerator(seed: 5))
        var (nextFrame, nextSample) = (0, 0)
        /// Seconds by which sound begins before the mouth opens, for each line, by minute.
        var skews: [[Double]] = []
        for minute in 0..<60 {
            var starts: [MediaTime] = []
            var frame = minute * 60 * Self.framesPerSecond + 15
            while true {
                let length = 8 + Int(random.nextUnit() * 70)
                guard frame + length < (minute + 1) * 60 * Self.framesPerSecond - 10 else { break }
                let start = MediaTime.frames(frame, perSecond: Self.framesPerSecond)
                let placed = script.append(
                    line(lasting: .frames(length, perSecond: Self.framesPerSecond)),
                    notBefore: start
                ) { _ in nil }
                #expect(placed.start == start)
                starts.append(start)
                frame += length + 20 + Int(random.nextUnit() * 150)
            }
            let end = MediaTime.seconds(Double(minute + 1) * 60)
            var (pictures, sounds): ([MediaPacket], [MediaPacket]) = ([], [])
            while true {
                let frameTime = MediaTime.frames(nextFrame, perSecond: Self.framesPerSecond)
                let soundTime = MediaTime.samples(nextSample, rate: Self.rate)
                if min(frameTime, soundTime) >= end { break }
                // In the order of `Performer.step`.
                if soundTime <= frameTime {
                    sounds.append(
                        try sound.encode(
                            script.samples(from: nextSample, count: 960, rate: Self.rate)[...],
                            at: soundTime))
                    nextSample += 960
                } else {
                    let isOpen = script.cues(at: frameTime).visemes.value(at: frameTime) == .aa
                    pictures += try picture.encode(
                        Frame(image: isOpen ? white : black, time: frameTime),
                        forceKeyframe: pictures.isEmpty)
                    nextFrame += 1
                }
            }
            script.forget(before: end - .seconds(2))
            let origin = MediaTime.seconds(Double(minute) * 60)
            for index in pictures.indices {
                pictures[index].pts -= origin
                pictures[index].dts -= origin
            }
            for index in sounds.indices {
                sounds[index].pts -= origin
                sounds[index].dts -= origin
            }
            skews.append(
                try measure(pictures, sounds, picture, sound, starts.map { $0 - origin }))
        }
        let all = skews.flatMap { $0 }
        #expect(all.count > 500)
        #expect(try #require(all.max()) < 0.015)
        #expect(try #require(all.min()) > -0.015)
        let (first, last) = (mean(skews.prefix(10)), mean(skews.suffix(10)))
        #expect(abs(last - first) < 0.001, "from \(first) to \(last) s")
    }

    private func mean(_ minutes: ArraySlice<[Double]>) -> Double {
        let all = minutes.flatMap { $0 }
        return all.reduce(0, +) / Double(all.count)
    }

    /// Decodes a minute, and finds where picture and sound begin after each of these moments.
    private func measure(
        _ pictures: [MediaPacket], _ sounds: [MediaPacket], _ picture: VideoEncoder,
        _ sound: SoundEncoder, _ starts: [MediaTime]
    ) throws -> [Double] {
        let (eye, ear) = (
            StreamDecoder(picture.description), StreamDecoder(sound.description)
        )
        eye.decode(pictures)
        ear.decode(sounds)
        #expect(ear.sound.largestGap == 0)
        return try starts.map { start in
            // From a quarter of a second before, where all is still.
            let before = start - .milliseconds(250)
            let opening = try #require(
                eye.pictures.first { $0.time >= before && $0.luma(8, 8) > 128 }?.time)
            let first = before.samples(rate: Self.rate)
            let onset = try #require(
                (first..<first + Self.rate).first { abs(ear.sound.sample($0)) > 0.1 })
            return (opening - .samples(onset, rate: Self.rate)).seconds
        }
    }
}
