import AvatarTypes
import CFFmpeg
import Foundation
import Testing

@testable import Stage
@testable import TestSupport

@Suite("Films of a room")
final class RecordingTests {
    private let folder = FileManager.default.temporaryDirectory.appending(
        path: "bunraku-films-\(UUID().uuidString)")
    private let live: LiveRoom

    init() throws { live = try LiveRoom(recordings: folder) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func text(_ file: String, of name: String) async throws -> String {
        try String(
            contentsOf: try await live.room.recordedFile(file, of: name), encoding: .utf8)
    }

    private func film(_ file: String, of name: String) async throws -> DecodedFile {
        try DecodedFile(path: try await live.room.recordedFile(file, of: name).path)
    }

    @Test("An MP4 has picture and sound of the show, and what was said in captions")
    func movie() async throws {
        let begun = try await live.room.record(as: .mp4, named: "evening")
        #expect(begun.state == .recording)
        await live.play(1)
        try await live.room.say(text: "[joy] Good evening!")
        await live.play(3)
        let ended = try await live.room.stopRecording("evening")
        #expect(ended.state == .finished && ended.failure == nil)
        #expect(
            ended.files == ["captions.srt", "captions.vtt", "chapters.vtt", "film.mp4"])
        let film = try await film("film.mp4", of: "evening")
        #expect(film.video?.codec == AV_CODEC_ID_H264 && film.audio?.codec == AV_CODEC_ID_OPUS)
        #expect((118...121).contains(film.pictures.count), "\(film.pictures.count)")
        let spoken = (48_000..<96_000).map { abs(film.sound.sample($0)) }.max() ?? 0
        #expect(spoken > 0.05, "her voice is heard")
        let captions = try await text("captions.vtt", of: "evening")
        #expect(captions.hasPrefix("WEBVTT\n") && captions.contains("Good evening!"))
        #expect(captions.contains("00:00:01.0"), "from where it is said: \(captions)")
        #expect(try await text("captions.srt", of: "evening").hasPrefix("1\n00:00:01,0"))
        // The second before she spoke is too short for a chapter of its own.
        let chapters = try await text("chapters.vtt", of: "evening")
        #expect(chapters.contains("00:00:00.000 --> ") && !chapters.contains("neutral"))
    }

    @Test("A line that is cut ends in the captions where it was cut")
    func cut() async throws {
        _ = try await live.room.record(as: .wav, named: "cut")
        await live.play(0.4)
        try await live.room.say(text: "This is a long sentence that nobody will hear to its end.")
        await live.play(1)
        await live.room.interrupt()
        await live.play(2)
        _ = try await live.room.stopRecording("cut")
        let captions = try await text("captions.srt", of: "cut")
        #expect(captions.contains("--> 00:00:01,"), "\(captions)")
    }

    @Test("A talk is an HLS archive with chapters, playable from its playlist")
    func archive() async throws {
        _ = try await live.room.record(as: .hls, named: "talk")
        await live.play(4)
        try await live.room.say(text: "[sadness] Oh no.")
        await live.play(6)
        _ = try await live.room.stopRecording("talk")
        let playlist = try await text("index.m3u8", of: "talk")
        #expect(playlist.contains("#EXT-X-PLAYLIST-TYPE:VOD"))
        #expect(playlist.hasSuffix("#EXT-X-ENDLIST\n"))
        #expect(playlist.contains("segment-2.m4s"))
        #expect(playlist.contains("#EXT-X-DATERANGE:ID=\"chapter-1\""))
        #expect(playlist.matches(of: /X-TITLE="/).count >= 2, "\(playlist)")
        let film = try await film("index.m3u8", of: "talk")
        #expect((298...301).contains(film.pictures.count), "\(film.pictures.count)")
        #expect(film.audio?.codec == AV_CODEC_ID_OPUS)
    }

    @Test(
        "Films with alpha are made from the pictures themselves",
        arguments: [
            (RecordingFormat.webm, AV_CODEC_ID_VP8), (.apng, AV_CODEC_ID_APNG),
            (.gif, AV_CODEC_ID_GIF),
        ])
    func transparent(format: RecordingFormat, codec: AVCodecID) async throws {
        _ = try await live.room.record(as: format, named: "film")
        for _ in 0..<10 {
            await live.clock.advance(by: .milliseconds(100))
            // As fast as the writer, as in life: else pictures are left out.
            try await Task.sleep(for: .milliseconds(40))
        }
        let ended = try await live.room.stopRecording("film")
        #expect(ended.state == .finished)
        let film = try await film("film.\(format.rawValue)", of: "film")
        #expect(film.video?.codec == codec)
        #expect((28...31).contains(film.pictures.count), "\(film.pictures.count)")
        if format == .webm { #expect(film.audio?.codec == AV_CODEC_ID_OPUS) }
    }

    @Test("Numbered pictures and a moving WebP are recorded as well")
    func pictures() async throws {
        _ = try await live.room.record(as: .png, named: "frames")
        _ = try await live.room.record(as: .webp, named: "moving")
        await live.play(0.4)
        let frames = try await live.room.stopRecording("frames").files.filter {
            $0.hasPrefix("frame-")
        }
        #expect((8...13).contains(frames.count) && frames.first == "frame-000000.png")
        _ = try await live.room.stopRecording("moving")
        let webp = try Data(
            contentsOf: try await live.room.recordedFile("film.webp", of: "moving"))
        #expect(webp.starts(with: Data("RIFF".utf8)) && webp.range(of: Data("ANIM".utf8)) != nil)
    }

    @Test("What has just been is kept as a clip, from memory")
    func clip() async throws {
        try await live.room.keepClips(of: .seconds(4))
        await live.play(9)
        let clip = try await live.room.clip(seconds: 3, named: "that")
        #expect(clip.state == .finished)
        let seconds = try #require(clip.seconds)
        #expect((3...5.1).contains(seconds), "to the key frame before: \(seconds)")
        let film = try await film("film.mp4", of: "that")
        #expect(film.pictures.first?.isKeyframe == true)
        #expect(Double(film.pictures.count) >= 3 * 30)
        let long = await #expect(throws: StageError.self) {
            _ = try await live.room.clip(seconds: 60)
        }
        #expect(long?.code == "bad-seconds")
    }

    @Test("A show that closes ends its films whole")
    func closing() async throws {
        _ = try await live.room.record(as: .mp4, named: "last")
        await live.play(1)
        await live.room.close()
        #expect(try await film("film.mp4", of: "last").pictures.count > 20)
    }

    @Test("Names stay names, and nothing else is read or removed")
    func refused() async throws {
        for name in ["../up", "", "Über", "a/b"] {
            let error = await #expect(throws: StageError.self) {
                _ = try await live.room.record(as: .wav, named: name)
            }
            #expect(error?.code == "bad-recording-name", "\(name)")
        }
        _ = try await live.room.record(as: .wav, named: "one")
        let twice = await #expect(throws: StageError.self) {
            _ = try await live.room.record(as: .wav, named: "one")
        }
        #expect(twice?.code == "recording-exists")
        let running = await #expect(throws: StageError.self) {
            try await live.room.deleteRecording("one")
        }
        #expect(running?.code == "still-recording")
        for (file, name) in [("../../etc/passwd", "one"), ("film.mp4", ".."), ("x", "nothing")] {
            let error = await #expect(throws: StageError.self) {
                _ = try await live.room.recordedFile(file, of: name)
            }
            #expect(error?.code == "no-such-file")
        }
        await live.play(0.2)
        _ = try await live.room.stopRecording("one")
        try await live.room.deleteRecording("one")
        #expect(await live.room.recordingSummaries().isEmpty)
    }
}
