public import AvatarTypes
import Glibc

/// A movie on disk: MP4 with its index before the media, so that it plays while it loads.
///
/// Packets may come in any interleaving; their times are kept. The movie begins with the earliest
/// picture or heard sound, and an edit list hides what Opus decodes before its first sample.
///
/// Media is written beside the file, to `path` + `.part`, and moved behind the index by `finish()`;
/// a movie that is never finished leaves nothing behind.
public final class MovieFile {
    public let path: String
    private let tracks: [TrackDescription]
    private var samples: [[MovieSample]]
    private var media: UnsafeMutablePointer<FILE>?
    private var length: Int64 = 0
    private var partPath: String { path + ".part" }

    /// - Throws: when a file cannot be made there.
    /// - Precondition: there is at least one track, and no two of a kind.
    public init(path: String, tracks: [TrackDescription]) throws(MediaError) {
        precondition(
            !tracks.isEmpty && Set(tracks.map(\.track)).count == tracks.count,
            "a movie needs tracks, each of another kind")
        self.path = path
        self.tracks = tracks
        samples = tracks.map { _ in [] }
        media = fopen(path + ".part", "w+b")
        guard media != nil else { throw failure("cannot be written") }
    }

    deinit {
        if let media {
            fclose(media)
            unlink(partPath)
        }
    }

    /// Adds a packet.
    ///
    /// - Throws: when the disk refuses.
    /// - Precondition: it is of one of the movie's tracks, and after the last one of it.
    public func append(_ packet: MediaPacket) throws(MediaError) {
        guard let index = tracks.firstIndex(where: { $0.track == packet.track }) else {
            preconditionFailure("a packet belongs to none of the movie's tracks")
        }
        precondition(
            samples[index].last.map { $0.time < packet.pts } ?? true,
            "packets of a track must come in order")
        guard let media else { preconditionFailure("the movie has been finished") }
        guard fwrite(packet.bytes, 1, packet.bytes.count, media) == packet.bytes.count else {
            throw failure("cannot be written")
        }
        samples[index].append(
            MovieSample(
                time: packet.pts, duration: packet.duration, size: packet.bytes.count,
                offset: length, isKeyframe: packet.isKeyframe))
        length += Int64(packet.bytes.count)
    }

    /// Writes the file: index, then media.
    ///
    /// - Parameter end: Where the movie ends; nil is the end of the last picture, or of the last sound
    ///   where there are none.
    /// - Throws: when nothing was appended, or the disk refuses.
    public func finish(end: MediaTime? = nil) throws(MediaError) {
        guard let media else { preconditionFailure("the movie has been finished already") }
        defer {
            fclose(media)
            unlink(partPath)
            self.media = nil
        }
        guard let end = end ?? lastMoment else {
            throw MediaError(path, "There is nothing in this movie.", remedy: "Record something.")
        }
        guard let file = fopen(path, "wb") else { throw failure("cannot be written") }
        // The index knows where each sample lies only when its own length is known, and that does not
        // depend on the numbers in it.
        let indexLength = Int64(index(mediaAt: 0, end: end).count)
        var isWritten = write(index(mediaAt: indexLength + 16, end: end), to: file)
        var header = ByteWriter()
        header.u32(1)
        header.ascii("mdat")
        header.u64(length + 16)
        isWritten = write(header.bytes, to: file) && isWritten
        rewind(media)
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        while isWritten {
            let count = fread(&chunk, 1, chunk.count, media)
            if count == 0 { break }
            isWritten = fwrite(chunk, 1, count, file) == count
        }
        isWritten = ferror(media) == 0 && isWritten
        isWritten = fclose(file) == 0 && isWritten
        guard isWritten else {
            let reason = failure("cannot be written")
            unlink(path)
            throw reason
        }
    }

    private func write(_ bytes: [UInt8], to file: UnsafeMutablePointer<FILE>) -> Bool {
        fwrite(bytes, 1, bytes.count, file) == bytes.count
    }

    private func failure(_ what: String) -> MediaError {
        MediaError(
            path, "The file \(what) (\(String(cString: strerror(errno)))).",
            remedy: "Choose a directory that exists, is writable and has room.")
    }

    /// Samples at the beginning of a track that decode to nothing meant to be heard.
    private func preSkip(of track: TrackDescription) -> MediaTime {
        guard let head = OpusHead(track.description), track.codec == .opus else { return .zero }
        return .samples(head.preSkip, rate: 48_000)
    }

    private var lastMoment: MediaTime? {
        let ends = zip(tracks, samples).compactMap { track, samples in
            samples.last.map { (track.track, $0.time + $0.duration) }
        }
        return ends.first { $0.0 == .video }?.1 ?? ends.map(\.1).max()
    }

    /// `ftyp` and `moov` for media that begins at a place in the file.
    private func index(mediaAt base: Int64, end: MediaTime) -> [UInt8] {
        let used = tracks.indices.filter { !samples[$0].isEmpty }
        let start = used.map { samples[$0][0].time + preSkip(of: tracks[$0]) }.min() ?? end
        let presentation = max(0, (end - start).inUnits(perSecond: Int64(movieTimescale)))
        var writer = ByteWriter()
        writer.fileType(fragmented: false)
        writer.box("moov") {
            $0.movieHeader(duration: presentation, nextTrack: used.count + 1)
            for (number, index) in used.enumerated() {
                let track = timed(
                    number + 1, tracks[index], samples[index], from: start, to: end)
                $0.track(track, presentation: presentation) {
                    $0.sampleTable(samples[index], of: track, base: base)
                }
            }
        }
        return writer.bytes
    }

    /// A track with its length and its place in the movie.
    private func timed(
        _ number: Int, _ description: TrackDescription, _ samples: [MovieSample],
        from start: MediaTime,
        to end: MediaTime
    ) -> MP4Track {
        var track = MP4Track(number: number, description: description)
        let first = samples[0].time
        let last = samples[samples.count - 1]
        track.duration = track.units(last.time + last.duration - first)
        // Nothing until the track begins; then from its pre-skip, or from the movie's own beginning.
        let audible = max(first + preSkip(of: description), start)
        let movie = { (time: MediaTime) in time.inUnits(perSecond: Int64(movieTimescale)) }
        if audible > start {
            track.edits.append(.init(duration: movie(audible - start), mediaTime: -1))
        }
        let shownUntil = min(end, last.time + last.duration)
        track.edits.append(
            .init(
                duration: max(0, movie(shownUntil - audible)),
                mediaTime: track.units(audible - first)))
        return track
    }
}
