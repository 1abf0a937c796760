import AvatarTypes
import Animation
import Foundation
import Media
import Rigging
import Shading

/// A room's live show on its own thread: advances the media clock, draws, encodes, and hands the packets
/// to the broadcast.
///
/// The media clock is counted in frames and samples and paced by a real one. Sound is never late for
/// the picture's sake: a frame that is more than one frame late is not drawn, so viewers keep the last
/// one, and is counted. A stop of more than a second (a closed laptop) halts the media clock instead
/// of being caught up.
actor Performer {
    static let sampleRate = SoundEncoder.sampleRate
    /// 20 ms: what one Opus packet holds.
    static let packetLength = SoundEncoder.packetSamples

    private let thread: ShowThread
    nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

    nonisolated let broadcast = Broadcast()
    nonisolated let hls: HLSShelf
    nonisolated let size: PixelSize
    nonisolated let framesPerSecond: Int

    private var show: Show
    private(set) var rig: Rig
    private var transmission: Transmission

    private var nextFrame = 0
    private var nextSample = 0
    private(set) var counters = ShowCounters()
    /// How much is drawn of what could be.
    private(set) var pace: Pace
    /// What was said and felt on air, for films.
    private(set) var chronicle = Chronicle()

    /// - Parameters:
    ///   - preset: how much work goes into compressing the picture.
    ///   - threads: how many cores may draw; nil takes all.
    init(
        rig: Rig, expressions: [FacialExpression], size: PixelSize, framesPerSecond: Int,
        backdrop: Image,
        seed: UInt64, name: String, preset: VideoEncoder.Preset = .superfast, threads: Int? = nil,
        hls: HLSShelf = HLSShelf()
    ) {
        thread = ShowThread(name: "show \(name)")
        self.size = size
        pace = Pace(framesPerSecond: framesPerSecond)
        self.hls = hls
        self.framesPerSecond = framesPerSecond
        transmission = Transmission(
            broadcast: broadcast, hls: hls, size: size, framesPerSecond: framesPerSecond,
            backdrop: backdrop,
            preset: preset)
        self.rig = rig
        show = Show(
            rig: rig, expressions: expressions, backdrop: backdrop, seed: seed, threads: threads)
    }

    deinit { thread.end() }

    // MARK: The clock

    /// Performs until the task is cancelled.
    func run<C: Clock>(on clock: C) async where C.Duration == Duration {
        var origin = clock.now
        transmission.dateOfZero = Self.date
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
                transmission.dateOfZero = Self.date - due.inUnits(perSecond: 1000)
            }
            let (began, drawn) = (clock.now, counters.framesDrawn)
            step(lateness: lateness)
            // By the show's own clock: where that stands still, nothing is ever left out.
            if counters.framesDrawn > drawn {
                pace.note(work: began.duration(to: clock.now), at: due)
            }
        }
    }

    /// Performs what is due next: 20 ms of sound, or a frame.
    func step(lateness: MediaTime = .zero) {
        if soundTime <= frameTime { playSound() } else { showFrame(lateness: lateness) }
    }

    private var frameTime: MediaTime { .frames(nextFrame, perSecond: framesPerSecond) }
    private var soundTime: MediaTime { .samples(nextSample, rate: Self.sampleRate) }

    /// Milliseconds since 1970.
    private static var date: Int64 { Int64(Date().timeIntervalSince1970 * 1000) }

    /// What the media clock's zero is, in milliseconds since 1970.
    var dateOfZero: Int64 { transmission.dateOfZero }

    /// The first moment that has not been heard yet.
    var now: MediaTime { soundTime }

    // MARK: One step

    private func playSound() {
        let time = soundTime
        broadcast.advance(to: time)
        defer {
            nextSample += Self.packetLength
            if nextSample % Self.sampleRate == 0 {
                show.script.forget(before: time - .seconds(2))
                chronicle.forget(before: time - Self.longestFilm)
            }
        }
        guard !transmission.audience(at: time).isEmpty || transmission.wantsSound else { return }
        chronicle.note(
            show.script, from: time, to: time + .samples(Self.packetLength, rate: Self.sampleRate))
        let samples = show.script.samples(
            from: nextSample, count: Self.packetLength, rate: Self.sampleRate)
        do { try transmission.send(samples, at: time) } catch { noteFailure() }
    }

    private func showFrame(lateness: MediaTime) {
        let time = frameTime
        defer { nextFrame += 1 }
        let audience = transmission.audience(at: time)
        guard !audience.isEmpty || transmission.wantsPictures else { return }
        if lateness > .frames(1, perSecond: framesPerSecond) {
            counters.framesRepeated += 1
            pace.note(work: .zero, isLate: true, at: time)
            return
        }
        guard pace.draws(frame: nextFrame) else { return }
        let clock = ContinuousClock()
        let began = clock.now
        // Who draws elsewhere needs no picture of ours.
        guard audience != [.pose] || transmission.wantsPictures else {
            return transmission.send(show.rehearse(at: time), at: time)
        }
        show.isCoarse = pace.level.isCoarse
        let frame = show.frame(at: time)
        let background = audience.contains(.opaque) ? show.background(at: time) : nil
        let drawn = clock.now
        if audience.contains(.pose) { transmission.send(show.pose, at: time) }
        do {
            try transmission.send(frame, over: background, to: audience)
        } catch { noteFailure() }
        counters.framesDrawn += 1
        counters.drawing += drawn - began
        counters.encoding += clock.now - drawn
    }

    /// A bad moment on air: counted, and over with the next packet.
    private func noteFailure() {
        counters.encoderFailures += 1
        transmission.dropEncoders()
    }

    // MARK: Viewers

    /// Takes a viewer in: hello first, then a key frame with the next frame.
    func admit(
        _ queue: SeatQueue, as profile: ViewerProfile, resuming resumption: Resumption? = nil,
        hello: ([TrackDescription], _ dateOfZero: Int64, Attendance) -> String
    ) throws(MediaError) {
        let tracks = try transmission.tracks(for: profile)
        broadcast.admit(queue, as: profile, resuming: resumption) { attendance in
            hello(tracks, dateOfZero, attendance)
        }
    }

    /// What begins every copy of the endless WebM.
    func webmOpening() throws(MediaError) -> [UInt8] { try transmission.webmOpening() }

    /// What an outlet with such a sound must be told of picture and sound.
    func tracks(with sound: Codec) throws(MediaError) -> [TrackDescription] {
        try transmission.tracks(for: .opaque, sound: sound)
    }

    func add(_ outlet: some Outlet) { transmission.air.outlets.append(outlet) }

    func remove(_ outlet: some Outlet) {
        outlet.close()
        transmission.air.outlets.removeAll { $0 === outlet }
    }

    /// Begins to record; a recording that compresses pictures itself gets them as they are drawn.
    func add(_ recording: Recording) {
        if recording.format.takesPackets {
            transmission.air.outlets.append(recording)
        } else {
            transmission.recordings.append(recording)
        }
    }

    /// Ends a recording: it gets nothing more, but writes what it has.
    ///
    /// - Returns: what was said and felt meanwhile.
    func end(_ recording: Recording) -> Chronicle {
        if let span = recording.span {
            recording.tell(chronicle.chapters(from: span.lowerBound, to: frameTime))
        }
        transmission.recordings.removeAll { $0 === recording }
        remove(recording)
        return chronicle
    }

    // MARK: The delay

    /// Holds all that goes on air for so long from now on; nothing is nought.
    func hold(for delay: MediaTime) { transmission.air.hold(for: delay) }

    /// Drops what was made but has not been on air.
    ///
    /// - Parameter still: what is shown instead; nil is the room without her.
    func dump(showing still: Image?) {
        let time = max(soundTime, frameTime)
        transmission.dump(beforeFrame: frameTime, sound: soundTime, still: still)
        chronicle.strike(from: time - transmission.air.delay, to: time)
        hls.cutCaptions(at: time - transmission.air.delay)
    }

    var delay: (length: MediaTime, isFilling: Bool, counters: Air.Counters) {
        (
            transmission.air.delay, transmission.air.isFilling(at: frameTime),
            transmission.air.counters
        )
    }

    /// Longer films have no captions for their beginning.
    private static let longestFilm = MediaTime.seconds(12 * 3600)

    func removeOutlets() {
        for recording in transmission.recordings { recording.close() }
        transmission.recordings = []
        for outlet in transmission.air.outlets { outlet.close() }
        transmission.air.outlets = []
    }

    /// The present picture, transparent around the character.
    func snapshot() -> Frame { show.frame(at: max(frameTime, .zero)) }

    // MARK: Directing

    /// Lays a line down behind those that are waiting.
    func append(_ line: SpokenLine) -> Script.Line {
        let placed = show.script.append(
            line, notBefore: soundTime, gestureDuration: Animator.duration(ofGesture:))
        hls.caption(
            line.utterance.text, from: placed.start, to: placed.start + line.audio.duration)
        return placed
    }

    /// Stops now: nothing after this moment is spoken or heard.
    ///
    /// - Returns: when, and what of which line was heard.
    func cut() -> (time: MediaTime, remnants: [Script.Remnant]) {
        let time = soundTime
        hls.cutCaptions(at: time)
        return (time, show.script.cut(at: time))
    }

    /// Whether a line is being heard, or about to be.
    var isSpeaking: Bool { show.script.speechEnd > soundTime }

    func direct(_ change: @Sendable (inout Script, MediaTime) -> Void) {
        change(&show.script, soundTime)
    }

    func change(rig: Rig) {
        self.rig = rig
        show.change(rig: rig)
    }

    /// Has the picture of a place ready before the script moves there.
    func keep(_ picture: Texture, of place: String) { show.keep(picture, of: place) }

    /// The hit area at a place of the present picture, 0…1 from the left and top.
    func hitArea(at place: SIMD2<Float>) -> String? {
        show.rehearse(at: max(frameTime, .zero))
        return show.hitArea(at: place)
    }

    func change(shader: ShaderInUse?) { show.change(shader: shader) }

    func change(layerShaders: [String: Shader]) { show.change(layerShaders: layerShaders) }

    func change(expressions: [FacialExpression]) { show.change(expressions: expressions) }
}

/// What a show counts.
struct ShowCounters: Sendable {
    var framesDrawn = 0
    /// Frames that were late and left out, so that viewers saw the last one longer.
    var framesRepeated = 0
    var clockStalls = 0
    var encoderFailures = 0
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
            MediaTime(ticks: seconds * Self.ticksPerSecond)
            + .microseconds(attoseconds / 1_000_000_000_000)
    }
}
