import AvatarTypes
import Media
import Testing

@Suite struct PNGFileTests {
    /// Every alpha, with colours below it.
    private var sample: Image {
        var image = Image(width: 256, height: 64)
        for x in 0..<256 {
            for y in 0..<64 {
                image[x, y] = SIMD4(
                    UInt8(x * y / 63), UInt8(x), UInt8((x + y) % (x + 1)), UInt8(x))
            }
        }
        return image
    }

    @Test func aPictureComesBackExactly() throws {
        for effort in [PNGFile.Effort.fast, .small] {
            #expect(try PNGFile.decode(PNGFile.encode(sample, effort: effort)) == sample)
        }
    }

    @Test func theFileIsStraightAlphaAndTheSameEveryTime() throws {
        var image = Image(width: 1, height: 1)
        image[0, 0] = SIMD4(100, 50, 0, 128)
        let file = try PNGFile.encode(image)
        #expect(file == (try PNGFile.encode(image)))
        #expect(file.prefix(8) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        // 8 bits, colour type 6: red, green, blue and alpha.
        #expect(file[24] == 8 && file[25] == 6)
        #expect(try PNGFile.decode(file)[0, 0] == SIMD4(100, 50, 0, 128))
    }

    @Test func colourAboveAlphaIsClipped() throws {
        var image = Image(width: 1, height: 1)
        image[0, 0] = SIMD4(200, 10, 0, 100)
        #expect(try PNGFile.decode(PNGFile.encode(image))[0, 0] == SIMD4(100, 10, 0, 100))
    }

    @Test func whatIsNoPNGIsRefused() throws {
        #expect(throws: MediaError.self) { try PNGFile.decode([]) }
        #expect(throws: MediaError.self) { try PNGFile.decode(Array("not a picture".utf8)) }
        let file = try PNGFile.encode(sample)
        #expect(throws: MediaError.self) { try PNGFile.decode(Array(file.prefix(60))) }
    }
}

@Suite struct WAVFileTests {
    @Test func theHeaderIsThatOfSixteenBitMono() {
        let file = WAVFile.encode(AudioClip(samples: [0, 1, -1, 2, 0.5], sampleRate: 22_050))
        #expect(
            file == Array("RIFF".utf8) + [46, 0, 0, 0] + Array("WAVEfmt ".utf8) + [
                16, 0, 0, 0, 1, 0, 1, 0, 0x22, 0x56, 0, 0, 0x44, 0xAC, 0, 0, 2, 0, 16, 0,
            ] + Array("data".utf8) + [10, 0, 0, 0]
                + [0, 0, 0xFF, 0x7F, 0x01, 0x80, 0xFF, 0x7F, 0x00, 0x40])
    }

    @Test func soundComesBackWithinHalfAStep() throws {
        let clip = AudioClip(samples: TestShow().sound(beginning: 100), sampleRate: 48_000)
        let back = try WAVFile.decode(WAVFile.encode(clip))
        #expect(back.sampleRate == 48_000 && back.samples.count == clip.samples.count)
        let worst = zip(clip.samples, back.samples).map { abs($0 - $1) }.max()
        #expect(try #require(worst) <= 0.51 / 32_767)
    }

    @Test func otherFilesAreRefused() {
        #expect(throws: MediaError.self) { try WAVFile.decode([1, 2, 3]) }
        var stereo = WAVFile.encode(AudioClip(samples: [0, 0], sampleRate: 8_000))
        stereo[22] = 2
        let error = #expect(throws: MediaError.self) { try WAVFile.decode(stereo) }
        #expect(error?.what == "This WAV file is not 16-bit mono.")
        #expect(throws: MediaError.self) { try WAVFile.decode(Array(stereo.prefix(36))) }
    }
}
