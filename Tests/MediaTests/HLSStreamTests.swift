import AvatarTypes
import CFFmpeg
import Media
import Testing

@testable import TestSupport

@Suite struct HLSStreamTests {
    let onset = 20_000
    let show: TestShow

    init() {
        var show = TestShow()
        show.frameCount = 150
        self.show = show
    }

    /// Five seconds, key frames where the stream asks for them.
    private func stream(window: Int = 12) throws -> HLSStream {
        let video = try VideoEncoder(
            width: show.width, height: show.height, framesPerSecond: 30, alpha: .packed)
        let audio = try SoundEncoder()
        var stream = HLSStream(tracks: [video.description, audio.description], window: window)
        let samples = show.sound(beginning: onset)
        var fed = 0
        for index in 0..<show.frameCount {
            let frame = show.frame(index)
            for packet in try video.encode(
                frame, forceKeyframe: stream.wantsKeyframe(at: frame.time))
            {
                stream.append(packet)
            }
            while fed + 960 <= (index + 1) * 1600 {
                stream.append(
                    try audio.encode(samples[fed..<fed + 960], at: .samples(fed, rate: 48_000)))
                fed += 960
            }
        }
        return stream
    }

    @Test func thePlaylistListsWholeSecondsFromNumberOne() throws {
        var stream = try stream()
        let live = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:1
            #EXT-X-MEDIA-SEQUENCE:1
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="init.mp4"
            #EXTINF:1.000,
            segment-1.m4s
            #EXTINF:1.000,
            segment-2.m4s
            #EXTINF:1.000,
            segment-3.m4s
            #EXTINF:1.000,
            segment-4.m4s

            """
        #expect(stream.playlist() == live)
        stream.finish()
        #expect(stream.playlist() == live + "#EXTINF:1.000,\nsegment-5.m4s\n#EXT-X-ENDLIST\n")
    }

    @Test func oldSegmentsLeaveTheListFirstAndAreForgottenLater() throws {
        var stream = try stream(window: 3)
        stream.finish()
        let playlist = try #require(stream.playlist())
        #expect(playlist.contains("#EXT-X-MEDIA-SEQUENCE:3\n"))
        #expect(!playlist.contains("segment-2.m4s"))
        #expect(stream.segment(2) != nil)
        #expect(stream.segment(0) == nil && stream.segment(6) == nil)
    }

    @Test func thereIsNoPlaylistBeforeTheThirdSegment() throws {
        let video = try VideoEncoder(width: 32, height: 32, framesPerSecond: 10, alpha: .packed)
        var stream = HLSStream(tracks: [video.description])
        let image = Image(width: 32, height: 32)
        for index in 0...30 {
            let time = MediaTime.frames(index, perSecond: 10)
            for packet in try video.encode(
                Frame(image: image, time: time), forceKeyframe: stream.wantsKeyframe(at: time))
            {
                stream.append(packet)
            }
            #expect((stream.playlist() != nil) == (index >= 30))
        }
    }

    @Test func initializationAndSegmentsDecodeWhole() throws {
        var stream = try stream()
        stream.finish()
        let file = TemporaryPath(".mp4")
        file.write(stream.initialization() + (1...5).flatMap { stream.segment($0) ?? [] })
        let decoded = try DecodedFile(file)
        #expect(decoded.pictures.count == 150)
        // The file's zero is 20 ms before the show's.
        let epoch = MediaTime.milliseconds(20)
        #expect(decoded.pictures.map(\.time) == (0..<150).map { show.time($0) + epoch })
        #expect(decoded.sound.largestGap <= 312)
        let shifted = [Float](repeating: 0, count: 960) + show.sound(beginning: onset)
        let skew = lag(of: decoded.sound, behind: shifted, from: onset + 960)
        #expect(abs(skew) <= 48, "sound is \(skew) samples late")
    }

    @Test func everySegmentDecodesByItself() throws {
        let stream = try stream()
        let file = TemporaryPath(".mp4")
        file.write(stream.initialization() + (stream.segment(3) ?? []))
        let decoded = try DecodedFile(file)
        #expect(decoded.pictures.count == 30)
        #expect(decoded.pictures.first?.isKeyframe == true)
        #expect(decoded.pictures.first?.time == .milliseconds(2_020))
    }

    @Test func aSegmentIsTheseBoxes() throws {
        let stream = try stream()
        let lines = boxDump(try #require(stream.segment(2))).split(separator: "\n").map {
            String($0.trimmingPrefix { $0 == " " })
        }
        #expect(
            lines.map { String($0.prefix(4)) } == [
                "moof", "mfhd", "traf", "tfhd", "tfdt", "trun", "traf", "tfhd", "tfdt", "trun",
                "mdat",
            ])
        #expect(lines[1] == "mfhd 16 number 2")
        #expect(lines[4] == "tfdt 20 time 91800")
        #expect(
            lines[5].hasSuffix(
                "lengths 3000k" + String(repeating: " 3000", count: 29)))
        // The 51st packet of sound, 312 samples early: 48,000 + 960 − 312.
        #expect(lines[8] == "tfdt 20 time 48648")
        #expect(lines[9].hasSuffix("lengths" + String(repeating: " 960k", count: 50)))
        let header = boxDump(stream.initialization())
        #expect(header.contains("dOps 19 preskip 312 rate 48000"))
        #expect(!header.contains("broken") && !header.contains("no box"))
    }

    @Test func soundBeforeTheFirstPictureIsKeptOnlyIfItLastsIntoIt() throws {
        let video = try VideoEncoder(width: 32, height: 32, framesPerSecond: 10, alpha: .packed)
        let audio = try SoundEncoder()
        var stream = HLSStream(tracks: [video.description, audio.description])
        let silence = [Float](repeating: 0, count: 960)
        for index in 0..<20 {
            stream.append(try audio.encode(silence[...], at: .milliseconds(5_000 + 20 * index)))
        }
        let frame = Frame(image: Image(width: 32, height: 32), time: .milliseconds(5_200))
        for packet in try video.encode(frame) { stream.append(packet) }
        stream.finish()
        let segment = boxDump(try #require(stream.segment(1)))
        // The packet heard from 5.1935 s begins before the picture and ends after it: 5,213.5 ms.
        #expect(segment.contains("tfdt 20 time 250248"), "\(segment)")
    }

    @Test func aNameIsANumberOnlyIfItIsOurs() {
        #expect(HLSStream.segmentNumber(named: HLSStream.segmentName(17)) == 17)
        for name in [
            "segment-.m4s", "segment-01.m4s", "segment-+1.m4s", "init.mp4", "../segment-1.m4s",
        ] {
            #expect(HLSStream.segmentNumber(named: name) == nil)
        }
    }
}
