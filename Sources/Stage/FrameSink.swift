import AvatarTypes
import Foundation
import Media

/// Where a headless show goes: pictures and sound in order of time, then the end.
protocol FrameSink {
    /// - Parameter background: what is behind the frame; nil leaves it transparent.
    mutating func write(_ frame: Frame, over background: Image?) throws
    /// 20 ms of sound that begin at `time`.
    mutating func write(sound samples: [Float], at time: MediaTime) throws
    mutating func finish() throws
}

/// PNG files: one for a still, numbered ones for a sequence.
struct PictureSink: FrameSink {
    /// With a `%04d` in it for a sequence.
    var path: String
    private var count = 0

    init(path: String) {
        self.path = path
    }

    /// Whether a path has a place for a number.
    static func isSequence(_ path: String) -> Bool { numberField(in: path) != nil }

    mutating func write(_ frame: Frame, over background: Image?) throws {
        let image = background.map { frame.image.composited(over: $0) } ?? frame.image
        let bytes = try PNGFile.encode(image)
        try Data(bytes).write(to: URL(filePath: numbered(count)), options: .atomic)
        count += 1
    }

    mutating func write(sound samples: [Float], at time: MediaTime) {}

    mutating func finish() {}

    private static func numberField(in path: String) -> Range<String.Index>? {
        path.range(of: "%0?[0-9]*d", options: .regularExpression)
    }

    private func numbered(_ number: Int) -> String {
        guard let field = Self.numberField(in: path) else { return path }
        let digits = String(number)
        let width = Int(path[field].dropFirst().dropLast()) ?? 0
        return path.replacingCharacters(
            in: field, with: String(repeating: "0", count: max(0, width - digits.count)) + digits)
    }
}

/// A WAV file.
struct SoundSink: FrameSink {
    var path: String
    private var clip = AudioClip(samples: [], sampleRate: Performer.sampleRate)

    init(path: String) {
        self.path = path
    }

    mutating func write(_ frame: Frame, over background: Image?) {}

    mutating func write(sound samples: [Float], at time: MediaTime) { clip.samples += samples }

    mutating func finish() throws {
        try Data(WAVFile.encode(clip)).write(to: URL(filePath: path), options: .atomic)
    }
}

/// An MP4 file with H.264 and Opus.
struct MovieSink: FrameSink {
    private let movie: MovieFile
    private let video: VideoEncoder
    private let sound: SoundEncoder

    init(path: String, size: PixelSize, framesPerSecond: Int, backdrop: Image) throws(MediaError) {
        video = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: framesPerSecond,
            alpha: .opaque(backdrop: backdrop))
        sound = try SoundEncoder()
        movie = try MovieFile(path: path, tracks: [video.description, sound.description])
    }

    mutating func write(_ frame: Frame, over background: Image?) throws {
        for packet in try video.encode(frame, over: background) { try movie.append(packet) }
    }

    mutating func write(sound samples: [Float], at time: MediaTime) throws {
        try movie.append(sound.encode(samples[...], at: time))
    }

    mutating func finish() throws {
        for packet in try video.finish() { try movie.append(packet) }
        try movie.finish()
    }
}

/// A WebM with alpha and sound, or an animated WebP, PNG or GIF.
struct AnimationSink: FrameSink {
    private let file: AnimationFile
    private let sound: SoundEncoder?

    /// - Parameter isLive: whether frames come in real time.
    init(
        path: String, format: AnimationFile.Format, size: PixelSize, framesPerSecond: Int,
        isLive: Bool = false
    ) throws(MediaError) {
        sound = format == .webm ? try SoundEncoder() : nil
        file = try AnimationFile(
            path: path, format: format, width: size.width, height: size.height,
            framesPerSecond: framesPerSecond, sound: sound?.description, isLive: isLive)
    }

    mutating func write(_ frame: Frame, over background: Image?) throws {
        let image = background.map { frame.image.composited(over: $0) } ?? frame.image
        try file.append(Frame(image: image, time: frame.time))
    }

    mutating func write(sound samples: [Float], at time: MediaTime) throws {
        if let sound { try file.append(sound.encode(samples[...], at: time)) }
    }

    mutating func finish() throws { try file.finish() }
}
