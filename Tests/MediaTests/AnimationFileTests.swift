import AvatarTypes
import CFFmpeg
import Media
import Testing

@testable import TestSupport

/// Of 255, away from edges.
private let alphaTolerance = 3
/// Of 255, away from edges: VP8 at its coarsest quantizer, and GIF's 5 bits.
private let colourTolerance = 10.0

@Suite struct AnimationFileTests {
    let show = TestShow()
    let onset = 20_000

    private func written(_ format: AnimationFile.Format, beginning begin: MediaTime = .zero) throws
        -> TemporaryPath
    {
        let file = TemporaryPath("." + format.rawValue)
        let audio = try SoundEncoder()
        let animation = try AnimationFile(
            path: file.path, format: format, width: show.width, height: show.height,
            framesPerSecond: show.framesPerSecond, sound: audio.description)
        let samples = show.sound(beginning: onset)
        var fed = 0
        for index in 0..<show.frameCount {
            var frame = show.frame(index)
            frame.time += begin
            try animation.append(frame)
            while fed + 960 <= (index + 1) * 1600 {
                let time = begin + .samples(fed, rate: 48_000)
                try animation.append(try audio.encode(samples[fed..<fed + 960], at: time))
                fed += 960
            }
        }
        try animation.finish()
        return file
    }

    @Test(arguments: [MediaTime.zero, .seconds(1000)])
    func aWebMKeepsColourAlphaAndSoundTogether(begin: MediaTime) throws {
        let decoded = try DecodedFile(written(.webm, beginning: begin))
        #expect(decoded.video?.codec == AV_CODEC_ID_VP8)
        #expect(decoded.audio?.codec == AV_CODEC_ID_OPUS)
        #expect(decoded.pictures.count == 60)
        for index in stride(from: 0, to: 60, by: 9) {
            let picture = decoded.pictures[index]
            // Matroska's times are milliseconds.
            #expect(abs((picture.time - show.time(index)).seconds) <= 0.001)
            let image = show.frame(index).image
            let (cx, cy) = show.centre(index)
            for (dx, dy) in [(-14, 0), (0, 5), (14, 0), (40, 0), (-40, 0)] {
                let (x, y) = (min(max(cx + dx, 0), 127), cy + dy)
                let alpha = Int(picture.alpha[y * 128 + x])
                #expect(abs(alpha - Int(image[x, y].w)) <= alphaTolerance)
            }
            let colour = picture.colour(cx - 10, cy) - TestShow.colour
            #expect(max(abs(colour.x), abs(colour.y), abs(colour.z)) <= colourTolerance)
        }
        let skew = lag(of: decoded.sound, behind: show.sound(beginning: onset), from: onset)
        #expect(abs(skew) <= 96, "sound is \(skew) samples late")
    }

    @Test func colourGoesOnWhereNothingIsSeen() throws {
        // Just outside of the disc VP8 keeps the disc's own colour, not black.
        let decoded = try DecodedFile(written(.webm))
        let (cx, cy) = show.centre(0)
        let outside = decoded.pictures[0].colour(cx + TestShow.radius + 4, cy) - TestShow.colour
        #expect(max(abs(outside.x), abs(outside.y), abs(outside.z)) <= colourTolerance)
    }

    @Test func aGIFHasTheColoursAndOneThatIsTransparent() throws {
        let decoded = try DecodedFile(written(.gif))
        #expect(decoded.pictures.count == 60)
        let (cx, cy) = show.centre(30)
        let pixels = decoded.pictures[30].pixels
        let inside = (cy * 128 + cx - 10) * 4
        #expect(pixels[inside + 3] == 255)
        for (channel, expected) in [(2, 220), (1, 90), (0, 60)] {
            #expect(abs(Int(pixels[inside + channel]) - expected) <= Int(colourTolerance))
        }
        #expect(pixels[(2 * 128 + 2) * 4 + 3] == 0)
    }

    @Test func aWebPHasEveryFrameAndAlpha() throws {
        // FFmpeg 5.1 cannot decode animated WebP, so its chunks are read.
        let bytes = try written(.webp).read()
        func little(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        #expect(bytes.prefix(4).elementsEqual("RIFF".utf8) && little(4, 4) + 8 == bytes.count)
        var frames: [(at: Int, milliseconds: Int)] = []
        var header: Int?
        var offset = 12
        while offset + 8 <= bytes.count {
            let type = String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
            if type == "VP8X" { header = offset + 8 }
            if type == "ANMF" { frames.append((offset, little(offset + 20, 3))) }
            offset += 8 + (little(offset + 4, 4) + 1) / 2 * 2
        }
        let canvas = try #require(header)
        #expect(bytes[canvas] & 0x12 == 0x12, "alpha and animation")
        #expect(little(canvas + 4, 3) + 1 == 128 && little(canvas + 7, 3) + 1 == 96)
        // libwebp shows a picture longer rather than write it twice: the disc moves in whole pixels.
        let moves = (1..<60).filter { show.centre($0) != show.centre($0 - 1) }.count
        #expect(frames.count == moves + 1)
        #expect(abs(frames.reduce(0) { $0 + $1.milliseconds } - 2_000) <= 34)
    }

    @Test(arguments: AnimationFile.Format.allCases)
    func theSameFramesGiveTheSameFile(format: AnimationFile.Format) throws {
        #expect(try written(format).read() == written(format).read())
    }

    @Test func whatCannotBeWrittenIsSaid() {
        let odd = #expect(throws: MediaError.self) {
            try AnimationFile(
                path: "odd.gif", format: .gif, width: 63, height: 64, framesPerSecond: 30)
        }
        #expect(odd?.place == "odd.gif")
        let nowhere = #expect(throws: MediaError.self) {
            try AnimationFile(
                path: "/nowhere/at/all.webm", format: .webm, width: 64, height: 64,
                framesPerSecond: 30)
        }
        #expect(nowhere?.what == "The file cannot be written (No such file or directory).")
    }
}
