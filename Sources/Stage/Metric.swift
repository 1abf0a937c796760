/// One number that operators watch.
public struct Metric: Sendable {
    public enum Kind: String, Sendable { case counter, gauge }

    public var name: String
    public var kind: Kind
    /// One sentence.
    public var help: String
    public var value: Double
    /// The room it belongs to, or nil.
    public var room: String?

    init(_ name: String, _ kind: Kind, _ help: String, value: Double, room: String? = nil) {
        self.name = name
        self.kind = kind
        self.help = help
        self.value = value
        self.room = room
    }
}

/// Whether a part of the server can do its work.
public struct PartReadiness: Encodable, Sendable {
    public var part: String
    public var isReady: Bool
    public var detail: String
}

extension Room {
    func metrics() async -> [Metric] {
        let show = await performer.counters
        let pace = await performer.pace
        let broadcast = performer.broadcast
        let pushed = pushCounts()
        let delay = await delay()
        func seconds(_ duration: Duration) -> Double {
            Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        }
        let rows: [(String, Metric.Kind, String, Double)] = [
            ("viewers", .gauge, "Viewers now.", Double(broadcast.viewerCount)),
            ("frames_total", .counter, "Frames drawn.", Double(show.framesDrawn)),
            (
                "frames_repeated_total", .counter,
                "Frames left out because they were late; viewers saw the one before longer.",
                Double(show.framesRepeated)
            ),
            (
                "quality_level", .gauge,
                "What is left out for want of time: 0 nothing, 1 fineness, 2 also each second frame, 3 two of three.",
                Double(pace.level.rawValue)
            ),
            (
                "quality_steps_down_total", .counter,
                "Times that less was drawn because the machine did not keep up.",
                Double(pace.stepsDown)
            ),
            (
                "clock_stalls_total", .counter, "Stops of more than a second.",
                Double(show.clockStalls)
            ),
            (
                "draw_seconds_total", .counter, "Time spent drawing frames.", seconds(show.drawing)
            ),
            (
                "encode_seconds_total", .counter, "Time spent encoding frames.",
                seconds(show.encoding)
            ),
            (
                "encoder_failures_total", .counter, "Encoders that failed and were made anew.",
                Double(show.encoderFailures)
            ),
            (
                "packets_dropped_total", .counter, "Packets that slow viewers did not get.",
                Double(broadcast.droppedPackets)
            ),
            (
                "pushes", .gauge, "Pushes whose receiver takes the stream now.",
                Double(pushes.count { $0.summary.state == .live })
            ),
            (
                "push_packets_total", .counter, "Packets pushed to receivers.",
                Double(pushed.packetsSent)
            ),
            (
                "push_bytes_total", .counter, "Bytes of picture and sound pushed.",
                Double(pushed.bytesSent)
            ),
            (
                "push_packets_dropped_total", .counter,
                "Packets that slow receivers of a push did not get.",
                Double(pushed.packetsDropped)
            ),
            (
                "push_failures_total", .counter,
                "Times that a push found no receiver, or lost it.", Double(pushed.failures)
            ),
            ("delay_seconds", .gauge, "Broadcast delay.", delay.seconds),
            (
                "dumps_total", .counter, "Times that what had not aired was dropped.",
                Double(delay.dumps)
            ),
            (
                "dumped_seconds_total", .counter, "Seconds of the show that were never on air.",
                delay.secondsDumped
            ),
            ("replies_total", .counter, "Replies given.", Double(counters.replies)),
            (
                "interruptions_total", .counter, "Replies stopped before their end.",
                Double(counters.interruptions)
            ),
            (
                "voice_fallbacks_total", .counter,
                "Lines that were shown because the voice failed.",
                Double(counters.voiceFallbacks)
            ),
            (
                "recognitions_total", .counter, "Turns at a microphone that were written down.",
                Double(counters.recognitions)
            ),
            (
                "recognition_failures_total", .counter,
                "Turns at a microphone that the recognizer failed on.",
                Double(counters.recognitionFailures)
            ),
        ]
        return rows.map { name, kind, help, value in
            Metric("bunraku_room_\(name)", kind, help, value: value, room: id)
        }
    }
}
