import AvatarTypes
import Foundation

/// Reads the sound that speech servers send, as they really write it: RIFF WAVE here, and MP3, Opus,
/// Vorbis, FLAC, AAC in their files by libavformat (`CodedSound`).
///
/// Lengths of a stream that was begun before it was known how long it gets are 0 or all ones: then
/// everything that came counts.
enum SoundFile {
    /// - Parameters:
    ///   - place: who sent it, for the message.
    ///   - pcm: what it is if it has no head.
    /// - Throws: when it is no file of sound, of a kind that is not read, or shorter than it says.
    static func read(
        _ data: Data, from place: String, pcm: PCM? = nil
    ) throws(VoiceError) -> AudioClip {
        let bytes = [UInt8](data)
        if bytes.count >= 12, bytes.starts(with: "RIFF".utf8),
            bytes[8..<12].elementsEqual("WAVE".utf8)
        {
            return try wave(bytes, place)
        }
        if let pcm, !CodedSound.isKnown(bytes) {
            guard bytes.count >= pcm.frame else { throw failure(place, "it sent no sound") }
            return AudioClip(samples: pcm.samples(bytes), sampleRate: pcm.rate)
        }
        guard CodedSound.isKnown(bytes) else {
            throw failure(place, "what it sent is no sound")
        }
        do {
            return try CodedSound.read(bytes)
        } catch {
            throw failure(place, "its sound cannot be read: \(error.what)")
        }
    }

    private static func wave(_ bytes: [UInt8], _ place: String) throws(VoiceError) -> AudioClip {
        func little(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        var format: PCM?
        var index = 12
        while index + 8 <= bytes.count {
            let name = String(decoding: bytes[index..<index + 4], as: UTF8.self)
            let length = little(index + 4, 4)
            index += 8
            if name == "fmt ", length >= 16, index + length <= bytes.count {
                // An extensible format has the true kind where its identifier begins.
                let kind = little(index, 2)
                let isExtensible = kind == 0xFFFE && length >= 26
                format = try pcm(
                    kind: isExtensible ? little(index + 24, 2) : kind,
                    channels: little(index + 2, 2), rate: little(index + 4, 4),
                    bits: little(index + 14, 2), place)
            }
            if name == "data" {
                guard let format else { throw failure(place, "its WAVE file has no format") }
                let isOpen = length == 0 || length == 0xFFFF_FFFF || length == 0x7FFF_FFFF
                guard isOpen || index + length <= bytes.count else {
                    throw failure(place, "its sound was cut off")
                }
                let end = isOpen ? bytes.count : index + length
                return AudioClip(
                    samples: format.samples(bytes[index..<end]), sampleRate: format.rate)
            }
            index += length + length % 2
        }
        throw failure(place, "its WAVE file has no sound")
    }

    private static func pcm(
        kind: Int, channels: Int, rate: Int, bits: Int, _ place: String
    ) throws(VoiceError) -> PCM {
        let coding: PCM.Coding? =
            switch (kind, bits) {
            case (1, 8): .u8
            case (1, 16): .s16
            case (1, 24): .s24
            case (1, 32): .s32
            case (3, 32): .f32
            case (3, 64): .f64
            case (6, 8): .alaw
            case (7, 8): .mulaw
            default: nil
            }
        guard let coding else {
            throw failure(
                place, "it sends WAVE of kind \(kind), \(bits) bits, which is not read")
        }
        guard let pcm = PCM(coding, rate: rate, channels: channels) else {
            throw failure(place, "it sends \(channels) channels at \(rate) Hz, which is not read")
        }
        return pcm
    }

    private static func failure(_ place: String, _ what: String) -> VoiceError {
        VoiceError(
            place: place, what: what, remedy: "let it answer with WAVE, MP3 or Opus")
    }
}
