public import AvatarTypes
import Glibc

/// Sound as an uncompressed file: RIFF WAVE, 16 bits, mono.
public enum WAVFile {
    private static let headerLength = 44

    /// The file's bytes. Samples beyond full scale are clipped.
    ///
    /// - Precondition: the sound is shorter than 2 GiB.
    public static func encode(_ clip: AudioClip) -> [UInt8] {
        let length = clip.samples.count * 2
        precondition(length < 1 << 31, "a WAV file cannot hold so long a sound")
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerLength + length)
        func ascii(_ text: String) { bytes.append(contentsOf: text.utf8) }
        func little(_ value: Int, _ count: Int) {
            for byte in 0..<count { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * byte))) }
        }
        ascii("RIFF")
        little(headerLength - 8 + length, 4)
        ascii("WAVEfmt ")
        little(16, 4)
        little(1, 2)  // PCM
        little(1, 2)  // mono
        little(clip.sampleRate, 4)
        little(clip.sampleRate * 2, 4)
        little(2, 2)
        little(16, 2)
        ascii("data")
        little(length, 4)
        for sample in clip.samples {
            // Comparisons with NaN are false, so it becomes full scale below, never a trap.
            let clipped = sample < 1 ? (sample > -1 ? sample : -1) : 1
            little(Int((clipped * 32_767).rounded()), 2)
        }
        return bytes
    }

    /// The sound of a 16-bit mono file; chunks other than `fmt ` and `data` are skipped.
    ///
    /// - Throws: when it is another kind of file.
    public static func decode(_ bytes: [UInt8]) throws(MediaError) -> AudioClip {
        func little(_ offset: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[offset + $1]) << (8 * $1) }
        }
        func tag(_ offset: Int) -> String {
            String(decoding: bytes[offset..<offset + 4], as: UTF8.self)
        }
        guard bytes.count >= 12, tag(0) == "RIFF", tag(8) == "WAVE" else {
            throw refusal("This is not a WAV file.")
        }
        var sampleRate: Int?
        var offset = 12
        while offset + 8 <= bytes.count {
            let length = little(offset + 4, 4)
            let body = offset + 8
            if tag(offset) == "fmt ", length >= 16, body + 16 <= bytes.count {
                guard little(body, 2) == 1, little(body + 2, 2) == 1, little(body + 14, 2) == 16
                else { throw refusal("This WAV file is not 16-bit mono.") }
                sampleRate = little(body + 4, 4)
            } else if tag(offset) == "data" {
                guard let sampleRate, sampleRate > 0 else { break }
                let count = min(length, bytes.count - body) / 2
                let samples = (0..<count).map { index in
                    Float(Int16(truncatingIfNeeded: little(body + index * 2, 2))) / 32_767
                }
                return AudioClip(samples: samples, sampleRate: sampleRate)
            }
            offset = body + length + length % 2
        }
        throw refusal("This WAV file has no sound in it.")
    }

    private static func refusal(_ what: String) -> MediaError {
        MediaError("WAV file", what, remedy: "Convert it to a 16-bit mono WAV file.")
    }
}
