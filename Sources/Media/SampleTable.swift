import AvatarTypes

/// What a movie's index says of one packet.
struct MovieSample {
    var time: MediaTime
    var duration: MediaTime
    var size: Int
    /// Bytes of media before it.
    var offset: Int64
    var isKeyframe: Bool
}

extension ByteWriter {
    /// When each sample is decoded, which begin anew, how large they are and where.
    mutating func sampleTable(
        _ samples: [MovieSample], of track: MP4Track, base: Int64
    ) {
        let times = samples.map { track.units($0.time - samples[0].time) } + [track.duration]
        fullBox("stts") {
            var runs: [(count: Int, length: Int64)] = []
            for (time, next) in zip(times, times.dropFirst()) {
                if runs.last?.length == next - time {
                    runs[runs.count - 1].count += 1
                } else {
                    runs.append((1, next - time))
                }
            }
            $0.u32(runs.count)
            for run in runs {
                $0.u32(run.count)
                $0.u32(Int(run.length))
            }
        }
        let keyframes = samples.indices.filter { samples[$0].isKeyframe }
        if keyframes.count < samples.count {
            fullBox("stss") {
                $0.u32(keyframes.count)
                for index in keyframes { $0.u32(index + 1) }
            }
        }
        fullBox("stsz") {
            $0.u32(0)
            $0.u32(samples.count)
            for sample in samples { $0.u32(sample.size) }
        }
        // One chunk per sample: a few bytes more, and nothing to get wrong.
        fullBox("stsc") {
            $0.u32(1)
            for value in [1, 1, 1] { $0.u32(value) }
        }
        fullBox("co64") {
            $0.u32(samples.count)
            for sample in samples { $0.u64(base + sample.offset) }
        }
        if track.description.codec == .opus { preRoll(samples.count) }
    }

    /// Opus needs 80 ms of packets before its sound is right after a seek.
    private mutating func preRoll(_ count: Int) {
        fullBox("sgpd", version: 1) {
            $0.ascii("roll")
            $0.u32(2)
            $0.u32(1)
            $0.u16(-4)
        }
        fullBox("sbgp") {
            $0.ascii("roll")
            $0.u32(1)
            $0.u32(count)
            $0.u32(1)
        }
    }
}
