import AvatarTypes
import Foundation

/// Reads the sound that speech servers send: RIFF WAVE, as they really write it.
///
/// Lengths of a stream that was begun before it was known how long it gets are 0 or all ones: then
/// everything that came counts.
enum SoundFile {
    /// - Parameter place: who sent it, for the message.
    /// - Returns: the first channel.
    /// - Throws: when it is no WAVE file, of a kind that is not read, or shorter than it says.
    static func read(_ data: Data, from place: String) throws(VoiceError) -> AudioClip {
        let bytes = [UInt8](data)
        func little(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
        }
        func tag(_ place: Int) -> String {
            String(decoding: bytes[place..<place + 4], as: UTF8.self)
        }
        guard bytes.count >= 44, tag(0) == "RIFF", tag(8) == "WAVE" else {
            throw failure(place, "what it sent is no WAVE file")
        }
        var format: (kind: Int, channels: Int, rate: Int, bits: Int)?
        var index = 12
        while index + 8 <= bytes.count {
            let name = tag(index)
            let length = little(index + 4, 4)
            index += 8
            if name == "fmt ", length >= 16, index + length <= bytes.count {
                // An extensible format has the true kind where its identifier begins.
                let kind = little(index, 2)
                let isExtensible = kind == 0xFFFE && length >= 26
                format = (
                    isExtensible ? little(index + 24, 2) : kind, little(index + 2, 2),
                    little(index + 4, 4), little(index + 14, 2)
                )
            }
            if name == "data" {
                guard let format else { throw failure(place, "its WAVE file has no format") }
                let isOpen = length == 0 || length == 0xFFFF_FFFF || length == 0x7FFF_FFFF
                guard isOpen || index + length <= bytes.count else {
                    throw failure(place, "its sound was cut off")
                }
                let end = isOpen ? bytes.count : index + length
                return try clip(bytes[index..<end], format, place)
            }
            index += length + length % 2
        }
        throw failure(place, "its WAVE file has no sound")
    }

    private static func clip(
        _ bytes: ArraySlice<UInt8>, _ format: (kind: Int, channels: Int, rate: Int, bits: Int),
        _ place: String
    ) throws(VoiceError) -> AudioClip {
        let width = format.bits / 8
        let frame = width * format.channels
        guard (8_000...sampleRate).contains(format.rate), (1...8).contains(format.channels) else {
            throw failure(
                place,
                "it sends \(format.channels) channels at \(format.rate) Hz, which is not read")
        }
        let value: (UnsafeRawBufferPointer, Int) -> Float
        switch (format.kind, format.bits) {
        case (1, 16):
            value = { Float($0.loadUnaligned(fromByteOffset: $1, as: Int16.self)) / 32_768 }
        case (1, 32):
            value = { Float($0.loadUnaligned(fromByteOffset: $1, as: Int32.self)) / 2_147_483_648 }
        case (3, 32): value = { $0.loadUnaligned(fromByteOffset: $1, as: Float.self) }
        default:
            throw failure(
                place,
                "it sends WAVE of kind \(format.kind), \(format.bits) bits, which is not read")
        }
        let samples = bytes.withUnsafeBytes { bytes in
            stride(from: 0, to: bytes.count / frame * frame, by: frame).map { place in
                let sample = value(bytes, place)
                return sample.isFinite ? min(max(sample, -1), 1) : 0
            }
        }
        return AudioClip(samples: samples, sampleRate: format.rate)
    }

    private static func failure(_ place: String, _ what: String) -> VoiceError {
        VoiceError(place: place, what: what, remedy: "let it answer with WAVE, 16 bits or float")
    }
}
