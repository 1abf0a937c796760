import AvatarTypes
public import Foundation
import Logging
import Media
import Synchronization

/// A room's show on its way into a folder of its own, written by a thread of its own.
///
/// A picture that came late, or that the disk had no time for, is repeated: a film has the show's length
/// and frame rate whatever happened.
final class Recording: Outlet {
    private struct State {
        var phase = RecordingSummary.Phase.recording
        var start: MediaTime?
        var end: MediaTime?
        var framesRepeated = 0
        var failure: String?
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    let name: String
    let format: RecordingFormat
    let folder: URL
    let began: Date
    private let tracks: [TrackDescription]
    private let size: PixelSize
    private let framesPerSecond: Int
    private let logger: Logger
    /// Half a minute may wait for a disk.
    private let packets = PacketLine(limit: 2_400)
    private let frames = FrameLine()
    private let state = Mutex(State())

    /// - Parameters:
    ///   - folder: is there, and is this recording's alone.
    ///   - tracks: picture and sound as viewers get them.
    init(
        name: String, format: RecordingFormat, folder: URL, tracks: [TrackDescription],
        size: PixelSize, framesPerSecond: Int, began: Date, logger: Logger
    ) {
        self.name = name
        self.format = format
        self.folder = folder
        self.tracks = tracks
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.began = began
        self.logger = logger
        let thread = Thread { [self] in run() }
        thread.name = "recording \(name)"
        thread.start()
    }

    // MARK: Outlet

    var picture: ViewerProfile? { format.takesPackets && isOpen ? .opaque : nil }
    var sound: Codec { .opus }
    func takeKeyframeWish() -> Bool { packets.takeKeyframeWish() }
    func offer(_ packet: MediaPacket) { packets.offer(packet) }

    var takesPictures: Bool { format.takesPictures && isOpen }
    var takesSound: Bool { !format.takesPackets && isOpen }
    func offer(_ item: FrameLine.Item) { frames.offer(item) }

    private var isOpen: Bool { state.withLock { $0.phase == .recording } }

    func close() {
        packets.close()
        frames.close()
    }

    /// Waits until all that was offered is on the disk. `close` comes before.
    func finished() async {
        await withCheckedContinuation { continuation in
            let isOver = state.withLock { state in
                if state.phase != .recording { return true }
                state.waiting.append(continuation)
                return false
            }
            if isOver { continuation.resume() }
        }
    }

    /// When its first picture is shown and its last is over, on the show's clock; nil without any.
    var span: Range<MediaTime>? {
        state.withLock { state in
            guard let start = state.start, let end = state.end, start < end else { return nil }
            return start..<end
        }
    }

    var summary: RecordingSummary {
        let (state, leftOut) = (state.withLock { $0 }, frames.leftOut)
        let seconds = state.start.flatMap { start in state.end.map { ($0 - start).seconds } } ?? 0
        return RecordingSummary(
            name: name, format: format.rawValue, state: state.phase, began: began,
            seconds: (seconds * 1000).rounded() / 1000,
            framesRepeated: max(state.framesRepeated, leftOut), failure: state.failure,
            files: RecordingSummary.files(in: folder))
    }

    // MARK: The thread

    private func run() {
        do {
            if format.takesPackets { try writePackets() } else { try writeFrames() }
            end(.finished, nil)
        } catch {
            logger.error("Recording \(name) ended: \(error)")
            end(.failed, "\(error)")
        }
        close()
    }

    private func writePackets() throws {
        let file = folder.appending(path: format.fileName)
        let archive =
            format == .hls ? HLSArchive(folder: folder, tracks: tracks, date: began) : nil
        let movie = format == .mp4 ? try MovieFile(path: file.path, tracks: tracks) : nil
        while let waiting = packets.next() {
            for packet in waiting {
                try archive?.append(packet)
                try movie?.append(packet)
                if packet.track == .video { note(packet.pts, packet.duration) }
            }
        }
        try movie?.finish()
        // Chapters are known only now: `Room` writes the last playlist with them.
        try archive?.finish(chapters: chapters.withLock { $0 })
    }

    private func writeFrames() throws {
        var sink = try sink()
        let interval = MediaTime.frames(1, perSecond: framesPerSecond)
        let half = MediaTime.frames(1, perSecond: 2 * framesPerSecond)
        var last: (frame: Frame, background: Image?)?
        while let item = frames.next() {
            switch item {
            case .sound(let samples, let time):
                if !format.takesPictures {
                    note(time, .samples(samples.count, rate: Performer.sampleRate))
                }
                try sink.write(sound: samples, at: time)
            case .picture(let frame, let background):
                while let held = last, frame.time - held.frame.time > interval + half {
                    let again = Frame(image: held.frame.image, time: held.frame.time + interval)
                    try sink.write(again, over: held.background)
                    last = (again, held.background)
                    state.withLock { $0.framesRepeated += 1 }
                }
                try sink.write(frame, over: background)
                last = (frame, background)
                note(frame.time, interval)
            }
        }
        try sink.finish()
    }

    private func sink() throws -> any FrameSink {
        let path = folder.appending(path: format.fileName).path
        switch format {
        case .png: return PictureSink(path: path)
        case .wav: return SoundSink(path: path)
        default:
            guard let kind = AnimationFile.Format(rawValue: format.rawValue) else {
                preconditionFailure("\(format) is written from packets")
            }
            return try AnimationSink(
                path: path, format: kind, size: size, framesPerSecond: framesPerSecond,
                isLive: true)
        }
    }

    private let chapters = Mutex<[HLSArchive.Chapter]>([])

    /// What the last playlist is to say; before `close`.
    func tell(_ chapters: [HLSArchive.Chapter]) {
        self.chapters.withLock { $0 = chapters }
    }

    private func note(_ time: MediaTime, _ duration: MediaTime) {
        state.withLock { state in
            if state.start == nil { state.start = time }
            state.end = time + duration
        }
    }

    private func end(_ phase: RecordingSummary.Phase, _ failure: String?) {
        let waiting = state.withLock { state in
            state.phase = phase
            state.failure = failure
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }
}

/// A recording as the API shows it.
public struct RecordingSummary: Encodable, Sendable {
    public enum Phase: String, Encodable, Sendable {
        case recording, finished
        /// The disk refused; what was written until then may be there.
        case failed
    }

    public var name: String
    /// Nil of a recording from before the server was started.
    public var format: String?
    public var state: Phase
    public var began: Date?
    public var seconds: Double?
    /// Pictures that are there twice because one came late.
    public var framesRepeated: Int?
    public var failure: String?
    /// What can be fetched, by name.
    public var files: [String]

    static func files(in folder: URL) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { !$0.hasSuffix(".part") && !$0.hasPrefix(".") }.sorted()
    }
}
