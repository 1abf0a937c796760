import AvatarTypes

/// A live stream as fragmented MP4: one initialization segment, then fragments of any length.
///
/// For HLS and for Media Source Extensions. Pictures and sound are muxed; their times are those of the
/// packets, only counted from `epoch`, because the format has no negative times and Opus begins 6.5 ms
/// before its first sample. Times are never rewritten: a gap stays a gap.
struct FragmentedMP4: Sendable {
    /// The moment that the stream counts as 0.
    let epoch: MediaTime
    private let tracks: [MP4Track]
    private var fragmentsWritten = 0

    /// - Precondition: there is at least one track, and no two of a kind.
    init(tracks: [TrackDescription], epoch: MediaTime = .milliseconds(-20)) {
        precondition(
            !tracks.isEmpty && Set(tracks.map(\.track)).count == tracks.count,
            "a stream needs tracks, each of another kind")
        self.epoch = epoch
        self.tracks = tracks.enumerated().map { MP4Track(number: $0 + 1, description: $1) }
    }

    /// What a player needs before any fragment.
    func initialization() -> [UInt8] {
        var writer = ByteWriter()
        writer.fileType(fragmented: true)
        writer.box("moov") {
            $0.movieHeader(duration: 0, nextTrack: tracks.count + 1)
            for track in tracks {
                $0.track(track, presentation: 0) {
                    for table in ["stts", "stsc", "stco"] { $0.fullBox(table) { $0.u32(0) } }
                    $0.fullBox("stsz") { $0.zeros(8) }
                }
            }
            $0.box("mvex") {
                for track in tracks {
                    $0.fullBox("trex") {
                        $0.u32(track.number)
                        $0.u32(1)  // sample description
                        $0.zeros(12)
                    }
                }
            }
        }
        return writer.bytes
    }

    /// The next fragment: `moof` and `mdat`.
    ///
    /// A sample lasts until the next one of its track begins; the last one as long as its packet says.
    ///
    /// - Parameter packets: Of each track in order of time; at least one.
    /// - Precondition: every packet is of a track of this stream, and not before `epoch`.
    mutating func fragment(_ packets: [MediaPacket]) -> [UInt8] {
        precondition(!packets.isEmpty, "a fragment needs packets")
        fragmentsWritten += 1
        var offsets: [Int] = []
        let runs = tracks.map { track in
            packets.filter { $0.track == track.description.track }
        }
        precondition(
            runs.reduce(0) { $0 + $1.count } == packets.count,
            "a packet belongs to none of the stream's tracks")
        var writer = ByteWriter()
        writer.box("moof") {
            $0.fullBox("mfhd") { $0.u32(fragmentsWritten) }
            for (track, run) in zip(tracks, runs) where !run.isEmpty {
                $0.box("traf") { offsets.append($0.run(run, of: track, epoch: epoch)) }
            }
        }
        // Offsets of each run's bytes are known only now, from the start of `moof`.
        var position = writer.bytes.count + 8
        for (offset, run) in zip(offsets, runs.filter { !$0.isEmpty }) {
            writer.patch(u32: position, at: offset)
            position += run.reduce(0) { $0 + $1.bytes.count }
        }
        writer.box("mdat") {
            for packet in runs.joined() { $0.raw(packet.bytes) }
        }
        return writer.bytes
    }
}

extension ByteWriter {
    /// The fragment's samples of one track; returns where the offset of their bytes must be written.
    fileprivate mutating func run(_ packets: [MediaPacket], of track: MP4Track, epoch: MediaTime)
        -> Int
    {
        precondition(packets[0].dts >= epoch, "a packet is before the stream's epoch")
        fullBox("tfhd", flags: 0x02_0000) { $0.u32(track.number) }  // offsets count from moof
        fullBox("tfdt", version: 1) { $0.u64(track.units(packets[0].dts - epoch)) }
        var offset = 0
        fullBox("trun", flags: 0x701) {  // data offset; duration, size and flags of each sample
            $0.u32(packets.count)
            offset = $0.bytes.count
            $0.u32(0)
            for (index, packet) in packets.enumerated() {
                let next =
                    index + 1 < packets.count
                    ? packets[index + 1].dts : packet.dts + packet.duration
                let length = track.units(next - epoch) - track.units(packet.dts - epoch)
                $0.u32(Int(max(0, length)))
                $0.u32(packet.bytes.count)
                // Depends on no other sample, or depends on others and is not a sync sample.
                $0.u32(packet.isKeyframe ? 0x0200_0000 : 0x0101_0000)
            }
        }
        return offset
    }
}
