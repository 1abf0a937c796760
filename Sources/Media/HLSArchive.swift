public import AvatarTypes
public import Foundation

/// A talk on disk as HTTP Live Streaming: a playlist, an initialization, and segments of fragmented MP4
/// in one folder, to be served by any web server.
///
/// The playlist is written anew after every segment, so it can be watched while it grows; the last one
/// has the chapters.
///
/// - Source: RFC 8216; chapters are dated ranges of it (4.3.2.7).
public final class HLSArchive {
    /// A part of the talk, from the beginning of the archive.
    public struct Chapter: Equatable, Sendable {
        public var start: MediaTime
        public var end: MediaTime
        public var title: String

        public init(from start: MediaTime, to end: MediaTime, _ title: String) {
            self.start = start
            self.end = end
            self.title = title
        }
    }

    public static let playlistName = "index.m3u8"
    /// Segments end at the first key frame after as long.
    private static let target = MediaTime.seconds(4)
    /// Key frames are two seconds apart at most.
    private static let longest = 6

    private let folder: URL
    private let date: Date
    private var stream: FragmentedMP4?
    private let tracks: [TrackDescription]
    private var pending: [MediaPacket] = []
    private var durations: [MediaTime] = []
    private var start: MediaTime?
    private var end = MediaTime.zero

    /// - Parameters:
    ///   - folder: is there, and is this archive's alone.
    ///   - date: when it begins, for the clock of players.
    public init(folder: URL, tracks: [TrackDescription], date: Date) {
        self.folder = folder
        self.tracks = tracks
        self.date = date
    }

    /// Adds a packet; the first picture is a key frame. Sound from before it is not kept.
    ///
    /// - Throws: when the disk refuses.
    public func append(_ packet: MediaPacket) throws(MediaError) {
        if packet.track == .video {
            if stream == nil {
                guard packet.isKeyframe else { return }
                let first = FragmentedMP4(tracks: tracks, epoch: packet.pts)
                stream = first
                try write(first.initialization(), "init.mp4")
            }
            if let start, packet.isKeyframe, packet.pts - start >= Self.target {
                try close(at: packet.pts)
            }
            if start == nil { start = packet.pts }
            end = packet.pts + packet.duration
        }
        guard let stream, packet.pts >= stream.epoch else { return }
        pending.append(packet)
    }

    /// Ends it.
    ///
    /// - Throws: when there is no picture in it, or the disk refuses.
    public func finish(chapters: [Chapter]) throws(MediaError) {
        if start != nil { try close(at: end) }
        guard !durations.isEmpty else {
            throw MediaError(folder.path, "There is nothing in it.", remedy: "Record something.")
        }
        try writePlaylist(chapters: chapters, isFinished: true)
    }

    private func close(at end: MediaTime) throws(MediaError) {
        guard let start, !pending.isEmpty, let bytes = stream?.fragment(pending) else { return }
        durations.append(end - start)
        try write(bytes, "segment-\(durations.count).m4s")
        pending = []
        self.start = nil
        try writePlaylist(chapters: [], isFinished: false)
    }

    private func writePlaylist(chapters: [Chapter], isFinished: Bool) throws(MediaError) {
        var text = """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-TARGETDURATION:\(Self.longest)
            #EXT-X-MEDIA-SEQUENCE:1
            #EXT-X-PLAYLIST-TYPE:\(isFinished ? "VOD" : "EVENT")
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MAP:URI="init.mp4"
            #EXT-X-PROGRAM-DATE-TIME:\(stamp(.zero))

            """
        for (number, chapter) in chapters.enumerated() {
            let words = chapter.title.filter { $0 != "\"" && !$0.isNewline }
            text +=
                "#EXT-X-DATERANGE:ID=\"chapter-\(number + 1)\",CLASS=\"bunraku.chapter\","
                + "START-DATE=\"\(stamp(chapter.start))\","
                + "DURATION=\(decimal(chapter.end - chapter.start)),X-TITLE=\"\(words)\"\n"
        }
        for (index, duration) in durations.enumerated() {
            text += "#EXTINF:\(decimal(duration)),\nsegment-\(index + 1).m4s\n"
        }
        if isFinished { text += "#EXT-X-ENDLIST\n" }
        try write(Array(text.utf8), Self.playlistName)
    }

    private func stamp(_ time: MediaTime) -> String {
        date.addingTimeInterval(time.seconds).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    private func decimal(_ time: MediaTime) -> String {
        let milliseconds = time.inUnits(perSecond: 1000)
        let rest = String(milliseconds % 1000)
        return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
    }

    private func write(_ bytes: [UInt8], _ name: String) throws(MediaError) {
        do {
            try Data(bytes).write(to: folder.appending(path: name), options: .atomic)
        } catch {
            throw MediaError(
                folder.appending(path: name).path, "The file cannot be written.",
                remedy: "Choose a folder that is writable and has room.")
        }
    }
}
