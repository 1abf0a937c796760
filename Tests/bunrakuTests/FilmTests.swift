import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport

/// A recorded show, decoded again by libav: what a viewer really sees and hears.
@Suite("A recorded show")
struct FilmTests {
    /// One text, filmed at 60 frames per second with the head held still, and spoken into a file.
    private struct Film {
        /// Where the mouth is in a picture of 400x480.
        static let mouth = (columns: 194..<207, rows: 238..<284)
        /// Silence before the first word of a film.
        static let breath = 0.3

        struct Shape {
            var start: Double
            var end: Double
            var viseme: Viseme
        }

        let file: DecodedFile
        let voice: AudioClip
        let shapes: [Shape]
        /// How far the mouth is open in each picture: 0 closed, 1 as far as it opens in this film.
        let opening: [Double]

        init(saying text: String) throws {
            let command = try Command()
            let still = ["headYaw", "headPitch", "headRoll", "bodyYaw", "bodyPitch", "bodyRoll"]
                .map { "--channel \($0)=0" }.joined(separator: " ")
            let filmed = try command.shell(
                "bunraku render --say '\(text)' --fps 60 --size 400x480 --background '#808080' "
                    + "\(still) --channel breath=0 -o film.mp4")
            try #require(filmed.status == 0, "\(filmed.errors)")
            let spoken = try command.shell(
                "bunraku speak '\(text)' -o voice.wav --visemes voice.json")
            try #require(spoken.status == 0, "\(spoken.errors)")

            file = try DecodedFile(path: command.folder.appending(path: "film.mp4").path)
            voice = try WAVFile.decode(Array(command.bytes("voice.wav")))
            let track = try JSONDecoder().decode(JSON.self, from: command.bytes("voice.json"))
            shapes = try track["visemes"].elements.map { shape in
                Shape(
                    start: try #require(shape["start"].double) + Self.breath,
                    end: try #require(shape["end"].double) + Self.breath,
                    viseme: try #require(shape["viseme"].text.flatMap(Viseme.init)))
            }
            let heights = file.pictures.map(Self.height)
            let closed = heights.prefix(6).reduce(0, +) / 6
            let widest = heights.max() ?? 0
            opening = heights.map { max(0, $0 - closed) / max(1, widest - closed) }
        }

        /// Pixels of the mouth's middle columns that are not skin, by column.
        private static func height(_ picture: DecodedPicture) -> Double {
            let skin = picture.colour(mouth.columns.lowerBound, mouth.rows.lowerBound - 6)
            var count = 0
            for y in mouth.rows {
                for x in mouth.columns {
                    let difference = picture.colour(x, y) - skin
                    if (difference * difference).sum() > 45 * 45 { count += 1 }
                }
            }
            return Double(count) / Double(mouth.columns.count)
        }

        func opening(at time: Double) -> Double {
            let position = min(max(time * 60, 0), Double(opening.count - 2))
            let index = Int(position)
            let part = position - Double(index)
            return opening[index] * (1 - part) + opening[index + 1] * part
        }
    }

    /// How much later (seconds) `measured` is than `expected`, where they agree best.
    private func lag(
        within limit: Double, step: Double, from start: Double, to end: Double,
        expected: (Double) -> Double, measured: (Double) -> Double
    ) -> Double {
        let times = Array(stride(from: start, to: end, by: step))
        func correlation(_ lag: Double) -> Double {
            let a = times.map(expected)
            let b = times.map { measured($0 + lag) }
            let (meanA, meanB) = (
                a.reduce(0, +) / Double(a.count), b.reduce(0, +) / Double(b.count)
            )
            var (both, ownA, ownB) = (0.0, 0.0, 0.0)
            for (x, y) in zip(a, b) {
                both += (x - meanA) * (y - meanB)
                ownA += (x - meanA) * (x - meanA)
                ownB += (y - meanB) * (y - meanB)
            }
            return both / (ownA * ownB).squareRoot()
        }
        return stride(from: -limit, through: limit, by: step).max {
            correlation($0) < correlation($1)
        } ?? 0
    }

    @Test(
        "has picture and sound of the right length, and the mouth is on the words",
        arguments: [
            "Papa made a big map about my baby. Mama may bake a pumpkin pie tomorrow.",
            "Мама мыла раму, а папа пил компот. Бабушка пекла пирог.",
        ])
    func mouth(text: String) throws {
        let film = try Film(saying: text)
        let file = film.file
        #expect(file.video?.width == 400 && file.video?.height == 480)
        #expect(file.audio?.sampleRate == 48_000)
        let length = Film.breath + film.voice.duration.seconds + 0.6
        #expect(abs(file.duration.seconds - length) < 0.12)
        #expect(abs(Double(file.pictures.count) / 60 - length) < 0.12)

        // Sound lies where the voice was laid, to the millisecond.
        let soundLag = lag(
            within: 0.004, step: 1 / 48_000, from: 0.4, to: 0.9,
            expected: { Double(film.voice.samples[Int((($0 - Film.breath) * 48_000).rounded())]) },
            measured: { Double(file.sound.sample(Int(($0 * 48_000).rounded()))) })
        #expect(abs(soundLag) <= 0.001)

        // The mouth follows the phones: where they say how far it opens, it opens.
        func expected(_ time: Double) -> Double {
            stride(from: -0.04, through: 0.04, by: 0.01).reduce(0) { sum, offset in
                let shape = film.shapes.first {
                    $0.start <= time + offset && time + offset < $0.end
                }
                return sum + Double(shape?.viseme.openness ?? 0)
            }
        }
        let mouthLag = lag(
            within: 0.12, step: 0.001, from: 0.2, to: length - 0.2, expected: expected,
            measured: film.opening(at:))
        #expect(abs(mouthLag - soundLag) <= 0.015, "the mouth is \(mouthLag) s late")

        // Closed in every p, b and m; open in every open vowel.
        let lips = film.shapes.filter { $0.viseme == .PP }
        #expect(lips.count > 8)
        for shape in lips {
            let middle = film.opening(at: (shape.start + shape.end) / 2)
            #expect(middle < 0.12, "open by \(middle) in \(shape)")
        }
        let vowels = film.shapes.filter { $0.viseme == .aa && $0.end - $0.start > 0.04 }
        #expect(vowels.count > 2)
        for shape in vowels {
            let widest =
                stride(from: shape.start, to: shape.end, by: 0.005).map(film.opening(at:))
                .max() ?? 0
            #expect(widest > 0.35, "open by only \(widest) in \(shape)")
        }

        // And it rests when the voice does.
        #expect(film.opening(at: length - 0.1) < 0.05)
    }
}
