import AvatarTypes
import Animation
import Media
import Rigging

/// A room's live show on its own thread: advances the media clock, draws, encodes, and hands the packets
/// to the broadcast.
///
/// The media clock is counted in frames and samples and paced by a real one. Sound is never late for
/// the picture's sake: a frame that is more than one frame late is not drawn, so viewers keep the last
/// one, and is counted. A stop of more than a second (a closed laptop) halts the media clock instead
/// of being caught up.
actor Performer {
    static let sampleRate = 48_000
    /// 20 ms: what one Opus packet holds.
    static let packetLength = 960

    private let thread: ShowThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    nonisolated let broadcast = Broadcast()
    nonisolated let size: PixelSize
    nonisolated let framesPerSecond: Int

    private var show: Show
    private let backdrop: Image
    private var encoders: [ViewerProfile: VideoEncoder] = [:]
    private var soundEncoder: SpeechEncoder?
    private var hls: HLSStream?
    private var hlsWatchedUntil = MediaTime.zero

    private var nextFrame = 0
    private var nextSample = 0
    private(set) var counters = ShowCounters()

    init(
        rig: Rig, expressions: [Expression], size: PixelSize, framesPerSecond: Int, backdrop: Image,
        seed: UInt64, name: String
    ) {
        thread = ShowThread(name: "show \(name)")
        self.size = size
        self.framesPerSecond = framesPerSecond
        self.backdrop = backdrop
        show = Show(rig: rig, expressions: expressions, size: size, seed: seed)
    }

    deinit { thread.end() }

    // MARK: The clock

    /// Performs until the task is cancelled.
    func run<C: Clock>(on clock: C) async where C.Duration == Duration {
        var origin = clock.now
        while !Task.isCancelled {
            let due = min(frameTime, soundTime)
            do {
                try await clock.sleep(until: origin.advanced(by: Duration(due)), tolerance: nil)
            } catch {
                return
            }
            let lateness = MediaTime(origin.duration(to: clock.now)) - due
            if lateness > .seconds(1) {
                counters.clockStalls += 1
                origin = origin.advanced(by: Duration(lateness))
            }
            step(lateness: lateness)
        }
    }

    /// Performs what is due next: 20 ms of sound, or a frame.
    func step(lateness: MediaTime = .zero) {
        if soundTime <= frameTime { playSound() } else { showFrame(lateness: lateness) }
    }

    private var frameTime: MediaTime { .frames(nextFrame, perSecond: framesPerSecond) }
    private var soundTime: MediaTime { .samples(nextSample, rate: Self.sampleRate) }

    /// The first moment that has not been heard yet.
    var now: MediaTime { soundTime }

    // MARK: One step

    private func playSound() {
        defer {
            nextSample += Self.packetLength
            if nextSample % Self.sampleRate == 0 {
                show.script.forget(before: soundTime - .seconds(2))
            }
        }
        let audience = audience()
        guard !audience.isEmpty else { return }
        let samples = show.script.samples(
            from: nextSample, count: Self.packetLength, rate: Self.sampleRate)
        do {
            let packet = try encodedSound(samples)
            broadcast.send(packet, codec: .opus, to: [.opaque, .packed])
            try hls?.append(packet)
        } catch { note(error) }
    }

    private func showFrame(lateness: MediaTime) {
        let time = frameTime
        defer { nextFrame += 1 }
        let audience = audience()
        guard !audience.isEmpty else { return dropEncoders() }
        if lateness > .frames(1, perSecond: framesPerSecond) {
            counters.framesRepeated += 1
            return
        }
        let clock = ContinuousClock()
        let began = clock.now
        let frame = show.frame(at: time)
        let drawn = clock.now
        for profile in ViewerProfile.allCases where audience.contains(profile) {
            do {
                let wish = broadcast.takeKeyframeWish(for: profile)
                let encoder = try encoder(for: profile)
                for packet in try encoder.encode(frame, forceKeyframe: wish) {
                    broadcast.send(packet, codec: .h264, to: [profile])
                    if profile == .opaque { try hls?.append(packet) }
                }
            } catch { note(error) }
        }
        counters.framesDrawn += 1
        counters.drawing += drawn - began
        counters.encoding += clock.now - drawn
    }

    /// Who is there to see or hear: viewers, and HLS while it is asked for.
    private func audience() -> Set<ViewerProfile> {
        var profiles = broadcast.demand
        profiles.remove(.events)
        if hls != nil {
            if hlsWatchedUntil < soundTime { hls = nil } else { profiles.insert(.opaque) }
        }
        return profiles
    }

    // MARK: Encoders

    private func encoder(for profile: ViewerProfile) throws(MediaError) -> VideoEncoder {
        if let encoder = encoders[profile] { return encoder }
        let encoder = try VideoEncoder(
            width: size.width, height: size.height, framesPerSecond: framesPerSecond,
            alpha: profile == .packed ? .packed : .opaque(backdrop: backdrop))
        encoders[profile] = encoder
        return encoder
    }

    private func encodedSound(_ samples: [Float]) throws(MediaError) -> MediaPacket {
        let encoder = try soundEncoder ?? SpeechEncoder()
        soundEncoder = encoder
        return try encoder.encode(samples, at: soundTime)
    }

    private func dropEncoders() {
        encoders = [:]
        soundEncoder = nil
    }

    private func note(_ error: any Error) {
        counters.encoderFailures += 1
        counters.lastFailure = "\(error)"
        dropEncoders()
    }

    // MARK: Viewers

    /// Takes a viewer in: hello first, then a key frame within one frame.
    func admit(
        _ queue: SeatQueue, as profile: ViewerProfile, hello: ([TrackDescription]) -> String
    ) throws(MediaError) {
        var tracks: [TrackDescription] = []
        if profile != .events {
            let sound = try soundEncoder ?? SpeechEncoder()
            soundEncoder = sound
            tracks = [try encoder(for: profile).description, sound.description]
        }
        broadcast.admit(queue, as: profile, hello: hello(tracks))
    }

    /// The HLS stream; begins it when nobody watched yet.
    ///
    /// It lives for `watch` after it was last asked for.
    func stream(watch: MediaTime = .seconds(30)) throws(MediaError) -> HLSStream {
        hlsWatchedUntil = soundTime + watch
        if let hls { return hls }
        let sound = try soundEncoder ?? SpeechEncoder()
        soundEncoder = sound
        let stream = try HLSStream(
            video: encoder(for: .opaque).description, audio: sound.description)
        // A segment can only begin at a key frame.
        encoders[.opaque] = nil
        hls = stream
        return stream
    }

    /// The present picture, transparent around the character.
    func snapshot() -> Frame { show.frame(at: max(frameTime, .zero)) }

    // MARK: Directing

    /// Lays a line down behind those that are waiting.
    func append(_ line: SpokenLine) -> Script.Line {
        show.script.append(
            line, notBefore: soundTime, gestureDuration: Animator.duration(ofGesture:))
    }

    /// Stops now: nothing after this moment is spoken or heard.
    ///
    /// - Returns: when, and what of which line was heard.
    func cut() -> (time: MediaTime, remnants: [Script.Remnant]) {
        let time = soundTime
        return (time, show.script.cut(at: time))
    }

    func direct(_ change: @Sendable (inout Script, MediaTime) -> Void) {
        change(&show.script, soundTime)
    }

    /// When the last line will have been heard.
    var speechEnd: MediaTime { show.script.speechEnd }

    func change(rig: Rig) { show.change(rig: rig) }

    func change(expressions: [Expression]) { show.change(expressions: expressions) }
}

/// What a show counts.
struct ShowCounters: Sendable {
    var framesDrawn = 0
    /// Frames that were late and left out, so that viewers saw the last one longer.
    var framesRepeated = 0
    var clockStalls = 0
    var encoderFailures = 0
    var lastFailure: String?
    var drawing = Duration.zero
    var encoding = Duration.zero
}

extension Duration {
    init(_ time: MediaTime) {
        self = .nanoseconds(time.inUnits(perSecond: 1_000_000_000))
    }
}

extension MediaTime {
    init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        self =
            .seconds(0) + MediaTime(ticks: seconds * Self.ticksPerSecond)
            + .microseconds(attoseconds / 1_000_000_000_000)
    }
}
