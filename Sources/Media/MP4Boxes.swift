import AvatarTypes

// The boxes that a movie and a live stream begin with, each one function.
//
// Source: ISO/IEC 14496-12 (the file format), 14496-15 (avc1), and "Encapsulation of Opus in ISO Base
// Media File Format". Versions with 64-bit times throughout: they never overflow.

/// Units per second of the movie as a whole and of pictures: exact for MPEG's clock, for 24, 25, 30, 50
/// and 60 frames per second, and for Opus's pre-skip of 312 samples at 48 kHz (585 units).
let movieTimescale = 90_000

/// A track as the file's header describes it.
struct MP4Track {
    /// Counted from 1.
    var number: Int
    var description: TrackDescription
    /// In the track's own units; 0 in a fragmented file.
    var duration: Int64 = 0
    /// When what of the track is shown; nil leaves it as it is.
    var edits: [Edit] = []

    /// A stretch of the presentation.
    struct Edit {
        /// In units of the movie.
        var duration: Int64
        /// Where in the track it begins, in the track's units; −1 shows nothing.
        var mediaTime: Int64
    }

    var isVideo: Bool { description.track != .audio }
    /// Units per second.
    var timescale: Int { isVideo ? movieTimescale : description.sampleRate }

    func units(_ time: MediaTime) -> Int64 { time.inUnits(perSecond: Int64(timescale)) }
}

extension ByteWriter {
    mutating func fileType(fragmented: Bool) {
        box("ftyp") {
            $0.ascii(fragmented ? "iso6" : "isom")
            $0.u32(512)
            for brand in fragmented ? ["iso6", "cmfc", "mp41"] : ["isom", "iso2", "avc1", "mp41"] {
                $0.ascii(brand)
            }
        }
    }

    /// - Parameter duration: In units of the movie.
    mutating func movieHeader(duration: Int64, nextTrack: Int) {
        fullBox("mvhd", version: 1) {
            $0.zeros(16)  // creation and modification: unknown, so that files are reproducible
            $0.u32(movieTimescale)
            $0.u64(duration)
            $0.u32(0x0001_0000)  // rate 1
            $0.u16(0x0100)  // volume 1
            $0.zeros(10)
            $0.unityMatrix()
            $0.zeros(24)
            $0.u32(nextTrack)
        }
    }

    /// - Parameter sampleTable: Writes `stts` and its companions, after `stsd`.
    mutating func track(
        _ track: MP4Track, presentation: Int64, sampleTable: (inout ByteWriter) -> Void
    ) {
        box("trak") {
            $0.trackHeader(track, duration: presentation)
            if !track.edits.isEmpty { $0.editList(track.edits) }
            $0.box("mdia") {
                $0.mediaHeader(track)
                $0.handler(isVideo: track.isVideo)
                $0.box("minf") {
                    $0.mediaKindHeader(isVideo: track.isVideo)
                    $0.dataInThisFile()
                    $0.box("stbl") {
                        $0.sampleDescription(track.description)
                        sampleTable(&$0)
                    }
                }
            }
        }
    }

    private mutating func trackHeader(_ track: MP4Track, duration: Int64) {
        fullBox("tkhd", version: 1, flags: 3) {  // enabled, in the movie
            $0.zeros(16)
            $0.u32(track.number)
            $0.zeros(4)
            $0.u64(duration)
            $0.zeros(12)
            $0.u16(track.isVideo ? 0 : 0x0100)  // volume
            $0.zeros(2)
            $0.unityMatrix()
            $0.u32(track.description.width << 16)
            $0.u32(track.description.height << 16)
        }
    }

    private mutating func editList(_ edits: [MP4Track.Edit]) {
        box("edts") {
            $0.fullBox("elst", version: 1) {
                $0.u32(edits.count)
                for edit in edits {
                    $0.u64(edit.duration)
                    $0.u64(edit.mediaTime)
                    $0.u32(0x0001_0000)  // at normal speed
                }
            }
        }
    }

    private mutating func mediaHeader(_ track: MP4Track) {
        fullBox("mdhd", version: 1) {
            $0.zeros(16)
            $0.u32(track.timescale)
            $0.u64(track.duration)
            $0.u16(0x55C4)  // language undetermined
            $0.u16(0)
        }
    }

    private mutating func handler(isVideo: Bool) {
        fullBox("hdlr") {
            $0.u32(0)
            $0.ascii(isVideo ? "vide" : "soun")
            $0.zeros(12)
            $0.ascii(isVideo ? "Picture" : "Sound")
            $0.u8(0)
        }
    }

    private mutating func mediaKindHeader(isVideo: Bool) {
        if isVideo {
            fullBox("vmhd", flags: 1) { $0.zeros(8) }
        } else {
            fullBox("smhd") { $0.zeros(4) }
        }
    }

    private mutating func dataInThisFile() {
        box("dinf") {
            $0.fullBox("dref") {
                $0.u32(1)
                $0.fullBox("url ", flags: 1) { _ in }
            }
        }
    }

    private mutating func sampleDescription(_ description: TrackDescription) {
        fullBox("stsd") {
            $0.u32(1)
            switch description.codec {
            case .opus: $0.opusEntry(description)
            case .aac: $0.aacEntry(description)
            case .h264: $0.avc1Entry(description)
            case .vp8, .pose: preconditionFailure("VP8 goes into WebM, and poses into no film")
            }
        }
    }

    private mutating func avc1Entry(_ description: TrackDescription) {
        box("avc1") {
            $0.zeros(6)
            $0.u16(1)  // data reference
            $0.zeros(16)
            $0.u16(description.width)
            $0.u16(description.height)
            $0.u32(0x0048_0000)  // 72 dpi
            $0.u32(0x0048_0000)
            $0.zeros(4)
            $0.u16(1)  // one picture per sample
            $0.zeros(32)  // no compressor's name
            $0.u16(24)
            $0.u16(0xFFFF)
            $0.box("avcC") { $0.raw(description.description) }
            $0.box("colr") {
                $0.ascii("nclx")
                for _ in 0..<3 { $0.u16(1) }  // BT.709 primaries, transfer, matrix
                $0.u8(0)  // limited range
            }
        }
    }

    /// What every kind of sound says first.
    private mutating func soundEntry(_ description: TrackDescription) {
        zeros(6)
        u16(1)  // data reference
        zeros(8)
        u16(description.channels)
        u16(16)  // bits of a sample, for what is not compressed
        zeros(4)
        u32(description.sampleRate << 16)
    }

    /// - Source: ISO/IEC 14496-1, 7.2.6, for the descriptors in `esds`, each a tag and a length.
    private mutating func aacEntry(_ description: TrackDescription) {
        let specific = description.description
        box("mp4a") {
            $0.soundEntry(description)
            $0.fullBox("esds") {
                $0.u8(3)  // elementary stream
                $0.u8(23 + specific.count)
                $0.u16(0)
                $0.u8(0)
                $0.u8(4)  // decoder configuration
                $0.u8(15 + specific.count)
                $0.u8(0x40)  // MPEG-4 audio
                $0.u8(0x15)  // an audio stream
                $0.zeros(3 + 4 + 4)  // buffer size and bitrates: not told
                $0.u8(5)  // what the decoder is told
                $0.u8(specific.count)
                $0.raw(specific)
                $0.u8(6)  // synchronization layer
                $0.u8(1)
                $0.u8(2)
            }
        }
    }

    private mutating func opusEntry(_ description: TrackDescription) {
        box("Opus") {
            $0.soundEntry(description)
            $0.box("dOps") {
                $0.raw(
                    OpusHead(description.description)?.dOps
                        ?? OpusHead(channels: description.channels, preSkip: 0).dOps)
            }
        }
    }

    private mutating func unityMatrix() {
        for value in [0x0001_0000, 0, 0, 0, 0x0001_0000, 0, 0, 0, 0x4000_0000] { u32(value) }
    }
}
