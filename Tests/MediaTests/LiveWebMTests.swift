import AvatarTypes
import CFFmpeg
import Media
import Testing

@testable import TestSupport

/// Of 255, away from edges.
private let alphaTolerance = 3
/// Of 255, away from edges: VP8 at its coarsest quantizer.
private let colourTolerance = 10.0

@Suite struct LiveWebMTests {
    let show = TestShow()
    let onset = 20_000

    /// Both tracks as a performer sends them, beginning at a moment of the media clock.
    private func pieces(
        from begin: MediaTime = .zero, keyframes: Set<Int> = []
    ) throws -> (opening: [UInt8], pieces: [LiveWebM.Piece]) {
        let video = try PairEncoder(
            width: show.width, height: show.height, framesPerSecond: show.framesPerSecond)
        let audio = try SoundEncoder()
        let samples = show.sound(beginning: onset)
        var film = LiveWebM(
            tracks: video.tracks + [audio.description], frameDuration: .frames(1, perSecond: 30))
        var pieces: [LiveWebM.Piece] = []
        var fed = 0
        for index in 0..<show.frameCount {
            while fed + 960 <= samples.count, fed <= index * 1600 {
                let time = begin + .samples(fed, rate: 48_000)
                let packet = try audio.encode(samples[fed..<fed + 960], at: time)
                if let piece = film.append(packet) { pieces.append(piece) }
                fed += 960
            }
            var frame = show.frame(index)
            frame.time += begin
            for packet in try video.encode(frame, forceKeyframe: keyframes.contains(index)) {
                if let piece = film.append(packet) { pieces.append(piece) }
            }
        }
        return (film.opening, pieces)
    }

    private func decoded(_ opening: [UInt8], _ pieces: some Sequence<LiveWebM.Piece>) throws
        -> DecodedFile
    {
        let file = TemporaryPath(".webm")
        file.write(opening + pieces.flatMap(\.bytes))
        return try DecodedFile(file)
    }

    @Test(arguments: [MediaTime.zero, .seconds(90_000)])
    func colourAlphaAndSoundAreTogetherAtTheTimesOfTheShow(begin: MediaTime) throws {
        let (opening, pieces) = try pieces(from: begin)
        let film = try decoded(opening, pieces)
        #expect(film.video?.codec == AV_CODEC_ID_VP8)
        #expect(film.audio?.codec == AV_CODEC_ID_OPUS)
        try #require(film.pictures.count == 60)
        for index in stride(from: 0, to: 60, by: 9) {
            let picture = film.pictures[index]
            let time = picture.time - begin
            #expect(abs((time - show.time(index)).seconds) <= 0.001)
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
        #expect(film.sound.largestGap <= 48, "a gap of \(film.sound.largestGap) samples")
        if begin == .zero {
            let skew = lag(of: film.sound, behind: show.sound(beginning: onset), from: onset)
            #expect(abs(skew) <= 96, "sound is \(skew) samples late")
        }
    }

    @Test func aCopyCanBeginAtEveryKeyframeAndLeaveOutWhatWasLost() throws {
        let (opening, pieces) = try pieces(keyframes: [20, 40])
        let keys = pieces.indices.filter { pieces[$0].isKeyframe }
        #expect(keys.count == 3)
        let late = try decoded(opening, pieces[keys[1]...])
        try #require(late.pictures.count == 40)
        #expect(abs(late.pictures.map(\.time.seconds)[0] - show.time(20).seconds) <= 0.001)
        #expect(late.pictures.count { $0.alpha.isEmpty } == 0)
        // In the middle of a cluster something is missing up to the next key frame.
        let torn = try decoded(opening, pieces[..<(keys[0] + 9)] + pieces[keys[2]...])
        let times = torn.pictures.map(\.time.seconds)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
        #expect(times.contains { abs($0 - show.time(40).seconds) <= 0.001 })
        #expect(abs(times[times.count - 1] - show.time(59).seconds) <= 0.001)
    }

    @Test func nothingIsWrittenBeforeTheFirstKeyframe() throws {
        let (_, pieces) = try pieces()
        #expect(pieces.first?.isKeyframe == true)
        #expect(pieces.count { $0.isPicture } == 60)
    }

    @Test func theSameShowIsTheSameBytes() throws {
        #expect(try pieces().pieces == pieces().pieces)
    }

    @Test func whatCannotBeEncodedIsSaid() {
        let odd = #expect(throws: MediaError.self) {
            try PairEncoder(width: 63, height: 64, framesPerSecond: 30)
        }
        #expect(odd?.what.contains("63x64") == true)
    }
}
