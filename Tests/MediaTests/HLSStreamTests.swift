import AvatarTypes
import CFFmpeg
import Testing

@testable import Media
@testable import TestSupport

@Suite struct HLSStreamTests {
    let onset = 20_000
    var show: TestShow

    init() {
        show = TestShow()
        show.frameCount = 150
    }

    /// Nothing is left of a stream but its playlists and files, as a player sees it.
    private func stream(
        window: Int = 60, captions: CaptionTrack = CaptionTrack(),
        isShown: (Int) -> Bool = { _ in true },
        after each: (HLSStream, Int) throws -> Void = { _, _ in }
    ) throws -> HLSStream {
        let video = try VideoEncoder(
            width: show.width, height: show.height, framesPerSecond: show.framesPerSecond,
            alpha: .packed)
        let (opus, aac) = (try SoundEncoder(), try AACEncoder())
        var stream = HLSStream(
            tracks: [video.description, opus.description, aac.description],
            framesPerSecond: show.framesPerSecond, session: "test", window: window,
            dateOfZero: 1_800_000_000_000, captions: captions)
        let samples = show.sound(beginning: onset)
        var fed = 0
        for index in 0..<show.frameCount {
            let frame = show.frame(index)
            for packet in isShown(index)
                ? try video.encode(frame, forceKeyframe: stream.wantsKeyframe(at: frame.time)) : []
            {
                stream.append(packet, codec: .h264)
            }
            while fed + 960 <= (index + 1) * 48_000 / show.framesPerSecond {
                let (sound, time) = (samples[fed..<fed + 960], MediaTime.samples(fed, rate: 48_000))
                stream.append(try opus.encode(sound, at: time), codec: .opus)
                for packet in try aac.encode(sound, at: time) { stream.append(packet, codec: .aac) }
                fed += 960
            }
            try each(stream, index)
        }
        return stream
    }

    private func bytes(_ stream: HLSStream, _ name: String) throws -> [UInt8] {
        guard case .bytes(let bytes, _) = stream.file(named: name) else {
            throw SupportFailure("There is no \(name).")
        }
        return bytes
    }

    @Test func everyPlaylistOfEveryMomentKeepsTheRules() throws {
        var constants: [String: [String]] = [:]
        var checked = 0
        _ = try stream(after: { stream, index in
            guard stream.hasBegun, index % 7 == 0 else { return }
            for name in ["video", "opus", "aac", "captions"] {
                for isDelta in [false, true] {
                    let text = try #require(stream.playlist(name, isDelta: isDelta))
                    let check = PlaylistCheck(text)
                    #expect(check.complaints == [], "\(name): \(text)")
                    #expect(constants[name] == nil || constants[name] == check.constants)
                    constants[name] = check.constants
                    #expect(check.reports.count == 3)
                    checked += 1
                }
            }
        })
        #expect(checked > 100)
    }

    @Test(arguments: [24, 25, 30, 50, 60, 12])
    func partsAreWholeFramesAtEveryRate(rate: Int) throws {
        var tests = Self()
        tests.show.framesPerSecond = rate
        tests.show.frameCount = 2 * rate + 1
        let stream = try tests.stream()
        for name in ["video", "opus", "aac"] {
            let check = PlaylistCheck(try #require(stream.playlist(name)))
            #expect(check.complaints == [], "\(name) at \(rate)")
            #expect(check.segments.count >= 5)
        }
    }

    @Test func aPlaylistIsThis() throws {
        let stream = try stream()
        let text = try #require(stream.playlist("video"))
        let head = """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:1
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,PART-HOLD-BACK=0.60000,HOLD-BACK=3,CAN-SKIP-UNTIL=6
            #EXT-X-PART-INF:PART-TARGET=0.20000
            #EXT-X-MEDIA-SEQUENCE:1
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="video-test.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2027-01-15T07:59:57.000Z
            #EXT-X-GAP
            #EXTINF:1.00000,
            video-test-1.m4s

            """
        #expect(text.hasPrefix(head))
        let end = """
            #EXTINF:1.00000,
            video-test-8.m4s
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="video-test-9.0.m4s"
            #EXT-X-RENDITION-REPORT:URI="opus.m3u8",LAST-MSN=8,LAST-PART=4
            #EXT-X-RENDITION-REPORT:URI="aac.m3u8",LAST-MSN=8,LAST-PART=3
            #EXT-X-RENDITION-REPORT:URI="captions.m3u8",LAST-MSN=8,LAST-PART=4

            """
        #expect(text.hasSuffix(end), "\(text)")
    }

    @Test func theMultivariantPlaylistNamesBothSounds() throws {
        let text = try stream().multivariant()
        #expect(text.contains("CODECS=\"avc1.") && text.contains(",mp4a.40.2\""))
        #expect(text.contains(",opus\",RESOLUTION=128x192,FRAME-RATE=30.00000,AUDIO=\"opus\""))
        #expect(text.matches(of: /TYPE=AUDIO/).count == 2)
        #expect(text.contains("TYPE=SUBTITLES"))
    }

    @Test(arguments: ["opus", "aac"])
    func segmentsDecodeWholeAndInStep(sound: String) throws {
        var stream = try stream()
        stream.finish()
        let picture = TemporaryPath(".mp4")
        picture.write(
            try bytes(stream, "video-test.mp4")
                + (4...8).flatMap { try bytes(stream, "video-test-\($0).m4s") })
        let decoded = try DecodedFile(picture)
        #expect(
            decoded.pictures.map(\.time) == (0..<150).map { show.time($0) - HLSStream.epoch })
        let voice = TemporaryPath(".mp4")
        voice.write(
            try bytes(stream, "\(sound)-test.mp4")
                + (4...8).flatMap { try bytes(stream, "\(sound)-test-\($0).m4s") })
        let heard = try DecodedFile(voice)
        let early = Int(HLSStream.epoch.inUnits(perSecond: 48_000)) * -1
        let shifted = [Float](repeating: 0, count: early) + show.sound(beginning: onset)
        let skew = lag(of: heard.sound, behind: shifted, from: onset + early)
        #expect(abs(skew) <= 48, "sound is \(skew) samples late")
    }

    @Test func partsAreTheSegmentInPieces() throws {
        let stream = try stream()
        for (name, parts) in [("video", 5), ("opus", 5), ("aac", 5)] {
            let whole = try bytes(stream, "\(name)-test-6.m4s")
            let pieces = try (0..<parts).flatMap { try bytes(stream, "\(name)-test-6.\($0).m4s") }
            #expect(whole == pieces)
        }
        let alone = TemporaryPath(".mp4")
        alone.write(
            try bytes(stream, "video-test.mp4") + bytes(stream, "video-test-6.0.m4s"))
        let decoded = try DecodedFile(alone)
        #expect(decoded.pictures.count == 6 && decoded.pictures.first?.isKeyframe == true)
    }

    @Test func aPartIsThereWithItsLastFrameAndNotBefore() throws {
        var there: [Int] = []
        _ = try stream(after: { stream, index in
            if case .bytes = stream.file(named: "video-test-4.1.m4s") { there.append(index) }
            let position = HLSPosition(segment: 4, part: 1)
            #expect((stream.has(position, in: "video") == true) == (index >= 11))
        })
        #expect(there.first == 11)
    }

    @Test func whoAsksForTooMuchIsToldThatItNeverComes() throws {
        let stream = try stream()
        #expect(stream.has(HLSPosition(segment: 9, part: 0), in: "video") == false)
        #expect(stream.has(HLSPosition(segment: 10), in: "video") == false)
        #expect(stream.has(HLSPosition(segment: 11), in: "video") == nil)
        #expect(stream.has(HLSPosition(segment: 8, part: 99), in: "video") == false)
        #expect(stream.has(HLSPosition(segment: 7, part: 99), in: "video") == true)
        #expect(stream.has(HLSPosition(segment: 4), in: "other") == nil)
        #expect(stream.file(named: "video-test-9.0.m4s") == .awaited)
        for name in [
            "video-test-9.1.m4s", "video-test-1.m4s", "video-else-4.m4s", "video-test-04.m4s",
            "video-test-+4.m4s", "video-test-4.vtt", "captions-test.mp4", "video-test-4.0.0.m4s",
            "../video-test-4.m4s", "", "-", "video-test-99999999999999999999.m4s",
        ] {
            #expect(stream.file(named: name) == .unknown, "\(name)")
        }
    }

    @Test func picturesThatWereLeftOutBecomeGapsAndThenAKeyFrame() throws {
        // Nothing from 1.3 s to 2.4 s: parts without pictures, and a segment that is whole without them.
        let stream = try stream(isShown: { !(40..<72).contains($0) })
        let text = try #require(stream.playlist("video"))
        let check = PlaylistCheck(text)
        #expect(check.segments.map(\.duration).allSatisfy { $0 == nil || $0 == 1 })
        #expect(text.contains("GAP=YES"))
        #expect(stream.file(named: "video-test-5.4.m4s") == .bytes([], isText: false))
        let after = TemporaryPath(".mp4")
        after.write(
            try bytes(stream, "video-test.mp4") + bytes(stream, "video-test-7.m4s"))
        #expect(try DecodedFile(after).pictures.first?.isKeyframe == true)
        let opus = PlaylistCheck(try #require(stream.playlist("opus")))
        #expect(opus.complaints == [])
    }

    @Test func oldSegmentsLeaveTheListFirstAndAreForgottenLater() throws {
        let stream = try Self.blank(seconds: 20, window: 6)
        let check = PlaylistCheck(try #require(stream.playlist("video")))
        #expect(check.segments.first?.number == 18)
        #expect(stream.file(named: "video-test-17.m4s") != .unknown)
        #expect(stream.file(named: "video-test-10.m4s") == .unknown)
        let long = try Self.blank(seconds: 20, window: 30)
        let delta = PlaylistCheck(try #require(long.playlist("video", isDelta: true)))
        #expect(delta.complaints == [])
        #expect(delta.skipped == 17 && delta.map == nil)
    }

    /// Small empty pictures, without sound.
    private static func blank(seconds: Int, window: Int) throws -> HLSStream {
        let video = try VideoEncoder(width: 32, height: 32, framesPerSecond: 5, alpha: .packed)
        var stream = HLSStream(
            tracks: [video.description], framesPerSecond: 5, session: "test", window: window,
            dateOfZero: 0)
        let image = Image(width: 32, height: 32)
        for index in 0..<seconds * 5 {
            let time = MediaTime.frames(index, perSecond: 5)
            for packet in try video.encode(
                Frame(image: image, time: time), forceKeyframe: stream.wantsKeyframe(at: time))
            {
                stream.append(packet, codec: .h264)
            }
        }
        return stream
    }

    @Test func whatIsSaidIsACaptionCutWithTheSegments() throws {
        var captions = CaptionTrack()
        captions.append(
            "Cats & <dogs>\n--> all", from: .milliseconds(500), to: .milliseconds(1_500))
        captions.append("Never heard", from: .seconds(1.2), to: .seconds(3))
        captions.cut(at: .seconds(1.2))
        let stream = try stream(captions: captions)
        let first = String(decoding: try bytes(stream, "captions-test-4.vtt"), as: UTF8.self)
        #expect(first.hasPrefix("WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000\n"))
        #expect(
            first.contains("00:00:00.600 --> 00:00:00.700\nCats &amp; &lt;dogs&gt; --&gt; all\n"))
        let second = String(decoding: try bytes(stream, "captions-test-5.vtt"), as: UTF8.self)
        #expect(second.contains("00:00:01.100 --> 00:00:01.300\n"))
        #expect(!second.contains("Never"))
    }

    @Test func aStreamThatEndsSaysSo() throws {
        var stream = try stream()
        stream.finish()
        let text = try #require(stream.playlist("video"))
        #expect(text.hasSuffix("#EXT-X-ENDLIST\n") && !text.contains("PRELOAD"))
        #expect(stream.has(HLSPosition(segment: 10), in: "video") == true)
    }

    @Test func datesAreThoseOfTheCalendar() {
        #expect("\(InternetDate(0))" == "1970-01-01T00:00:00.000Z")
        #expect("\(InternetDate(951_782_399_999))" == "2000-02-28T23:59:59.999Z")
        #expect("\(InternetDate(951_782_400_000))" == "2000-02-29T00:00:00.000Z")
        #expect("\(InternetDate(1_835_395_200_000))" == "2028-02-29T00:00:00.000Z")
    }
}
