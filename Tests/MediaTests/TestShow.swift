@testable import TestSupport
import AvatarTypes
import Glibc
import Media

/// A disc that wanders, seeded, over nothing; and a chirp, silent before `soundBegins`.
struct TestShow {
    var width = 128
    var height = 96
    var framesPerSecond = 30
    var frameCount = 60

    private let path: (phase: Double, speed: Double)

    init(seed: UInt64 = 7) {
        var random = SeededGenerator(seed: seed)
        path = (Double(random.nextUnit()) * 6, 1 + Double(random.nextUnit()) * 2)
    }

    func time(_ index: Int) -> MediaTime { .frames(index, perSecond: framesPerSecond) }

    /// Where the disc's centre is.
    func centre(_ index: Int) -> (x: Int, y: Int) {
        let angle = path.phase + path.speed * Double(index) / Double(framesPerSecond)
        return (width / 2 + Int(28 * cos(angle)), height / 2 + Int(16 * sin(angle)))
    }

    static let radius = 24
    /// The disc's straight colour.
    static let colour = SIMD3<Double>(220, 90, 60)

    /// The disc's pixels, which are alike in each column: alpha is 255 left of its centre and falls to
    /// 128 at the right.
    private static let columns: [SIMD4<UInt8>] = (-radius..<radius).map { dx in
        let alpha = dx < 0 ? 255.0 : 255 - Double(dx) * 127 / Double(radius)
        let seen = (colour * alpha / 255).rounded(.toNearestOrAwayFromZero)
        return SIMD4(UInt8(seen.x), UInt8(seen.y), UInt8(seen.z), UInt8(alpha))
    }

    func frame(_ index: Int) -> Frame {
        var image = Image(width: width, height: height)
        let (cx, cy) = centre(index)
        for dy in 1 - Self.radius..<Self.radius {
            for dx in 1 - Self.radius..<Self.radius
            where dx * dx + dy * dy < Self.radius * Self.radius {
                image[cx + dx, cy + dy] = Self.columns[dx + Self.radius]
            }
        }
        return Frame(image: image, time: time(index))
    }

    /// Samples at 48 kHz as long as the pictures: silence, then a chirp from 300 Hz up.
    func sound(beginning onset: Int) -> [Float] {
        (0..<48_000 * frameCount / framesPerSecond).map { index in
            guard index >= onset else { return 0 }
            let t = Double(index - onset) / 48_000
            return Float(0.5 * sin(2 * .pi * (300 * t + 1_500 * t * t)))
        }
    }

    /// Both tracks, interleaved as a performer would send them.
    func packets(
        alpha: AlphaLayout, soundBegins onset: Int,
        forceKeyframe: (MediaTime) -> Bool = { _ in false }
    ) throws -> (tracks: [TrackDescription], packets: [MediaPacket]) {
        let video = try VideoEncoder(
            width: width, height: height, framesPerSecond: framesPerSecond, alpha: alpha)
        let audio = try SoundEncoder()
        let samples = sound(beginning: onset)
        var packets: [MediaPacket] = []
        var fed = 0
        for index in 0..<frameCount {
            packets += try video.encode(frame(index), forceKeyframe: forceKeyframe(time(index)))
            while fed + 960 <= min(samples.count, (index + 1) * 48_000 / framesPerSecond) {
                packets.append(
                    try audio.encode(samples[fed..<fed + 960], at: .samples(fed, rate: 48_000)))
                fed += 960
            }
        }
        return ([video.description, audio.description], packets + (try video.finish()))
    }
}

/// By how many samples `decoded` comes after `original`, −960…960: where they agree best.
func lag(of decoded: DecodedSound, behind original: [Float], from onset: Int) -> Int {
    var best = (lag: 0, likeness: -Float.infinity)
    for lag in -960...960 {
        var likeness: Float = 0
        for index in stride(from: onset, to: min(onset + 24_000, original.count - 1_000), by: 13) {
            likeness += original[index] * decoded.sample(index + lag)
        }
        if likeness > best.likeness { best = (lag, likeness) }
    }
    return best.lag
}

/// A path in the temporary directory that nobody else has, removed with its owner.
final class TemporaryPath {
    let path: String

    init(_ suffix: String) {
        var template = Array("/tmp/media-XXXXXX\(suffix)".utf8CString)
        let descriptor = mkstemps(&template, Int32(suffix.utf8.count))
        precondition(descriptor >= 0, "a temporary file can be made")
        close(descriptor)
        path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    }

    deinit { unlink(path) }

    func write(_ bytes: [UInt8]) {
        let file = fopen(path, "wb")!
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
    }

    func read() -> [UInt8] {
        defer { withExtendedLifetime(self) {} }
        guard let file = fopen(path, "rb") else { return [] }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
            bytes += chunk[..<count]
        }
        return bytes
    }
}

extension DecodedFile {
    /// - Throws: what the library says.
    init(_ file: TemporaryPath) throws {
        // The file goes with its owner, which must therefore live until everything is read.
        self = try withExtendedLifetime(file) { try DecodedFile(path: file.path) }
    }
}
