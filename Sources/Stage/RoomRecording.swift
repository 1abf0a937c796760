import AvatarTypes
public import Foundation
import Logging
import Media

/// A room's show in files: recordings, and clips of what has just been.
extension Room {
    /// Recordings of one room at once.
    private static let recordingLimit = 4

    /// Begins to record into a folder of the data folder.
    ///
    /// - Parameter name: `[a-z0-9-]+`; nil takes date and time.
    public func record(
        as format: RecordingFormat, named name: String? = nil
    ) async throws(StageError) -> RecordingSummary {
        guard recordings.count(where: { $0.summary.state == .recording }) < Self.recordingLimit
        else {
            throw StageError(
                .unavailable, code: "too-many-recordings",
                message: "\(Self.recordingLimit) recordings are running.", hint: "Stop one first.")
        }
        let folder = try newFolder(named: name, kind: format.rawValue)
        let tracks: [TrackDescription]
        do { tracks = try await performer.tracks(with: .opus) } catch { throw .media(error) }
        let recording = Recording(
            name: folder.lastPathComponent, format: format, folder: folder, tracks: tracks,
            size: performer.size, framesPerSecond: performer.framesPerSecond, began: Date(),
            logger: logger)
        recordings.append(recording)
        await performer.add(recording)
        return recording.summary
    }

    /// Ends a recording, and waits until its files are whole; captions lie beside it.
    public func stopRecording(_ name: String) async throws(StageError) -> RecordingSummary {
        guard let recording = recordings.first(where: { $0.name == name }) else {
            throw .unknown("recording", name, known: recordings.map(\.name))
        }
        await finish(recording)
        return recording.summary
    }

    private func finish(_ recording: Recording) async {
        // Who stops at once still gets a picture: it is on its way.
        let end = ContinuousClock.now + .seconds(2)
        while recording.span == nil, recording.summary.state == .recording,
            ContinuousClock.now < end
        {
            try? await Task.sleep(for: .milliseconds(20))
        }
        let chronicle = await performer.end(recording)
        await recording.finished()
        guard let span = recording.span else { return }
        write(chronicle, from: span.lowerBound, to: span.upperBound, into: recording.folder)
    }

    /// Ends all recordings, for the room closes.
    func stopRecordings() async {
        for recording in recordings where recording.summary.state == .recording {
            await finish(recording)
        }
    }

    /// Running and finished ones, by name; those from before the server was started as well.
    public func recordingSummaries() -> [RecordingSummary] {
        let known = recordings.map(\.summary)
        let names = recordingsFolder.map(RecordingSummary.files(in:)) ?? []
        let earlier = names.filter { name in !known.contains { $0.name == name } }.map { name in
            RecordingSummary(
                name: name, state: .finished,
                files: recordingsFolder.map {
                    RecordingSummary.files(in: $0.appending(path: name))
                } ?? [])
        }
        return (known + earlier).sorted { $0.name < $1.name }
    }

    /// Where a file of a recording lies.
    public func recordedFile(_ file: String, of name: String) throws(StageError) -> URL {
        guard let folder = recordingsFolder, AssetLibrary.isName(name),
            RecordingSummary.files(in: folder.appending(path: name)).contains(file)
        else {
            throw StageError(
                .notFound, code: "no-such-file", message: "There is no such file.",
                hint: "GET /v1/rooms/\(id)/recordings lists them.")
        }
        return folder.appending(path: name).appending(path: file)
    }

    /// Removes a recording that has ended, with all its files.
    public func deleteRecording(_ name: String) throws(StageError) {
        if recordings.contains(where: { $0.name == name && $0.summary.state == .recording }) {
            throw StageError(
                .conflict, code: "still-recording", message: "'\(name)' is still being recorded.",
                hint: "Stop it first.")
        }
        let known = recordingSummaries().map(\.name)
        guard let folder = recordingsFolder, known.contains(name) else {
            throw .unknown("recording", name, known: known)
        }
        recordings.removeAll { $0.name == name }
        do { try FileManager.default.removeItem(at: folder.appending(path: name)) } catch {
            throw Self.diskRefuses(folder)
        }
    }

    // MARK: Clips

    /// Keeps the last seconds in memory from now on; the room is encoded all the time then.
    func keepClips(of length: MediaTime) async throws(StageError) {
        let tracks: [TrackDescription]
        do { tracks = try await performer.tracks(with: .opus) } catch { throw .media(error) }
        let buffer = ClipBuffer(length: length, tracks: tracks)
        clips = buffer
        await performer.add(buffer)
    }

    /// Keeps the last seconds as a film that has ended.
    ///
    /// - Parameter seconds: at most as many as are kept in memory.
    public func clip(
        seconds: Double, named name: String? = nil
    ) async throws(StageError) -> RecordingSummary {
        guard let clips else {
            throw StageError(
                .unavailable, code: "no-clips", message: "No clips are kept.",
                hint: "Set 'clip_seconds' in the settings, for example to 120.")
        }
        guard seconds >= 1, seconds <= clips.length.seconds else {
            throw StageError(
                .invalid, code: "bad-seconds", message: "'seconds' is \(seconds).",
                hint: "Give 1 to \(Int(clips.length.seconds)).")
        }
        let packets = clips.last(.seconds(seconds))
        guard let start = packets.first?.pts,
            let last = packets.last(where: { $0.track == .video })
        else {
            throw StageError(
                .unavailable, code: "nothing-yet", message: "Nothing has been shown yet.",
                hint: "Ask again in a second.")
        }
        let folder = try newFolder(named: name, kind: "clip")
        let end = last.pts + last.duration
        do throws(MediaError) {
            try await Self.write(packets, clips.tracks, to: folder.appending(path: "film.mp4"))
        } catch { throw .media(error) }
        write(await performer.chronicle, from: start, to: end, into: folder)
        return RecordingSummary(
            name: folder.lastPathComponent, format: "mp4", state: .finished, began: nil,
            seconds: ((end - start).seconds * 1000).rounded() / 1000,
            files: RecordingSummary.files(in: folder))
    }

    @concurrent
    private static func write(
        _ packets: [MediaPacket], _ tracks: [TrackDescription], to file: URL
    ) async throws(MediaError) {
        let movie = try MovieFile(path: file.path, tracks: tracks)
        for packet in packets { try movie.append(packet) }
        try movie.finish()
    }

    // MARK: Folders

    private func newFolder(named name: String?, kind: String) throws(StageError) -> URL {
        guard let recordingsFolder else {
            throw StageError(
                .unavailable, code: "no-recordings", message: "There is no folder for recordings.",
                hint: "Start the server with --data DIR.")
        }
        let wanted = name ?? Self.stamp(Date()) + "-\(kind)"
        guard AssetLibrary.isName(wanted), wanted.count <= 64 else {
            throw StageError(
                .invalid, code: "bad-recording-name",
                message: "'\(wanted)' is no name for a recording.",
                hint: "Use only a-z, 0-9 and '-', at most 64.")
        }
        let folder = recordingsFolder.appending(path: wanted)
        guard !FileManager.default.fileExists(atPath: folder.path) else {
            throw StageError(
                .conflict, code: "recording-exists", message: "There is a recording '\(wanted)'.",
                hint: "Choose another name, or delete it first.")
        }
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true)
        } catch { throw Self.diskRefuses(folder) }
        return folder
    }

    private static func stamp(_ date: Date) -> String {
        date.formatted(
            .verbatim(
                "\(year: .defaultDigits)\(month: .twoDigits)\(day: .twoDigits)-\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased))\(minute: .twoDigits)\(second: .twoDigits)",
                timeZone: .current, calendar: .init(identifier: .gregorian)))
    }

    private static func diskRefuses(_ folder: URL) -> StageError {
        StageError(
            .unavailable, code: "disk-refuses", message: "\(folder.path) cannot be changed.",
            hint: "Make it writable, or name another folder with --data DIR.")
    }

    /// Captions and chapters beside a film; a film is whole without them, so a disk that refuses is only
    /// told.
    private func write(
        _ chronicle: Chronicle, from start: MediaTime, to end: MediaTime, into folder: URL
    ) {
        let lines = chronicle.lines(from: start, to: end)
        let chapters = chronicle.chapters(from: start, to: end).map {
            CaptionFile.Line(from: $0.start, to: $0.end, $0.title)
        }
        let files = [
            ("captions.vtt", CaptionFile.webVTT(lines)),
            ("captions.srt", CaptionFile.subRip(lines)),
            ("chapters.vtt", CaptionFile.webVTT(chapters)),
        ]
        for (name, text) in files {
            do {
                try text.write(
                    to: folder.appending(path: name), atomically: true, encoding: .utf8)
            } catch { logger.warning("\(folder.path)/\(name) cannot be written.") }
        }
    }
}
