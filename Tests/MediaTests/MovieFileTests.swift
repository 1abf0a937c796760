import AvatarTypes
import CFFmpeg
import Glibc
import Media
import Testing

@testable import TestSupport

/// Two milliseconds at 48 kHz.
private let skewTolerance = 96

@Suite struct MovieFileTests {
    let show = TestShow()

    private func movie(_ tracks: [TrackDescription], _ packets: [MediaPacket]) throws
        -> TemporaryPath
    {
        let file = TemporaryPath(".mp4")
        let movie = try MovieFile(path: file.path, tracks: tracks)
        for packet in packets { try movie.append(packet) }
        try movie.finish()
        return file
    }

    @Test func aMovieIsReadAgainWithItsStreamsAndTimes() throws {
        let onset = 20_000
        let (tracks, packets) = try show.packets(alpha: .packed, soundBegins: onset)
        let decoded = try DecodedFile(movie(tracks, packets))

        let video = try #require(decoded.video)
        #expect(video.codec == AV_CODEC_ID_H264)
        #expect((video.width, video.height) == (128, 192))
        #expect(video.startTime == .zero && video.duration == .seconds(2))
        #expect(video.packetTimes == (0..<60).map { .frames($0, perSecond: 30) })
        let audio = try #require(decoded.audio)
        #expect(audio.codec == AV_CODEC_ID_OPUS)
        #expect((audio.sampleRate, audio.channels) == (48_000, 1))
        #expect(decoded.duration == .seconds(2))
        #expect(decoded.pictures.map(\.time) == video.packetTimes)
        #expect(decoded.sound.largestGap == 0)
        let skew = lag(of: decoded.sound, behind: show.sound(beginning: onset), from: onset)
        #expect(abs(skew) <= 48, "sound is \(skew) samples late")
    }

    @Test func aFlashAndAClickStayTogether() throws {
        // The flash begins with frame 20, the chirp with sample 32,000: both at two thirds of a second.
        let video = try VideoEncoder(
            width: 64, height: 64, framesPerSecond: 30,
            alpha: .opaque(backdrop: .filled(width: 64, height: 64, red: 0, green: 0, blue: 0)))
        let audio = try SoundEncoder()
        let samples = show.sound(beginning: 32_000)
        // The show begins late on the clock, as every recording of a live room does.
        let begin = MediaTime.seconds(1000)
        var packets: [MediaPacket] = []
        for index in 0..<60 {
            let image =
                index < 20
                ? Image(width: 64, height: 64)
                : .filled(width: 64, height: 64, red: 255, green: 255, blue: 255)
            packets += try video.encode(
                Frame(image: image, time: begin + .frames(index, perSecond: 30)))
        }
        for first in stride(from: 0, to: samples.count, by: 960) {
            packets.append(
                try audio.encode(
                    samples[first..<first + 960], at: begin + .samples(first, rate: 48_000)))
        }
        let file = try movie([video.description, audio.description], packets)
        let decoded = try DecodedFile(file)
        #expect(decoded.video?.startTime == .zero)
        let flash = try #require(decoded.pictures.first { $0.luma(32, 32) > 128 })
        #expect(flash.time == .frames(20, perSecond: 30))
        let skew = lag(of: decoded.sound, behind: samples, from: 32_000)
        #expect(abs(skew) <= skewTolerance, "sound is \(skew) samples late")
    }

    @Test func soundThatBeginsLaterStaysLater() throws {
        let onset = 30_000
        let (tracks, packets) = try show.packets(alpha: .packed, soundBegins: onset)
        let late = packets.filter { $0.track == .video || $0.pts >= .milliseconds(400) }
        let decoded = try DecodedFile(movie(tracks, late))
        #expect(decoded.video?.startTime == .zero)
        let skew = lag(of: decoded.sound, behind: show.sound(beginning: onset), from: onset)
        #expect(abs(skew) <= skewTolerance, "sound is \(skew) samples late")
    }

    @Test func theIndexComesFirstAndSaysThis() throws {
        let (tracks, packets) = try show.packets(
            alpha: .packed, soundBegins: 0, forceKeyframe: { $0 == .seconds(1) })
        let file = try movie(tracks, packets)
        let bytes = file.read()
        let lines = boxDump(bytes).split(separator: "\n").map {
            String($0.trimmingPrefix { $0 == " " })
        }
        #expect(
            lines.filter { $0.hasPrefix("ftyp") || $0.hasPrefix("moov") || $0.hasPrefix("mdat") }
                .map { $0.prefix(4) } == ["ftyp", "moov", "mdat"])
        for line in [
            "mvhd 120 timescale 90000 duration 180000",
            "tkhd 104 track 1 duration 180000 128x192",
            "elst 36 [180000 from 0]",
            "mdhd 44 timescale 90000 duration 180000",
            "stts 24 60×3000",
            "stss 24 1 31",
            "tkhd 104 track 2 duration 180000 0x0",
            "elst 36 [179415 from 312]",
            "mdhd 44 timescale 48000 duration 96000",
            "dOps 19 preskip 312 rate 48000",
            "stts 24 100×960",
            "stsz 420 samples 100",
        ] {
            #expect(lines.contains(line), "\(line)\nis not in\n\(lines.joined(separator: "\n"))")
        }
        #expect(try bytes == movie(tracks, packets).read())
    }

    @Test func aMovieThatIsNotFinishedLeavesNothingBehind() throws {
        let (tracks, packets) = try show.packets(alpha: .packed, soundBegins: 0)
        let file = TemporaryPath(".mp4")
        func abandon() throws {
            let movie = try MovieFile(path: file.path, tracks: tracks)
            try movie.append(packets[0])
            #expect(access(file.path + ".part", F_OK) == 0)
        }
        try abandon()
        #expect(access(file.path + ".part", F_OK) != 0)
        #expect(file.read().isEmpty)
    }

    @Test func whatCannotBeWrittenIsSaid() throws {
        let error = #expect(throws: MediaError.self) {
            try MovieFile(path: "/nowhere/at/all.mp4", tracks: [SoundEncoder().description])
        }
        #expect(
            error?.description == "/nowhere/at/all.mp4: The file cannot be written"
                + " (No such file or directory)."
                + " Choose a directory that exists, is writable and has room.")
        let file = TemporaryPath(".mp4")
        let empty = try MovieFile(path: file.path, tracks: [SoundEncoder().description])
        let nothing = #expect(throws: MediaError.self) { try empty.finish() }
        #expect(nothing?.what == "There is nothing in this movie.")
    }
}
