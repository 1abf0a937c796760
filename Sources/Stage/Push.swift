import AvatarTypes
import Dispatch
import Foundation
import Logging
import Media
import Synchronization

/// A room's show on its way to a receiver elsewhere, on a thread of its own.
///
/// Connects, sends, and connects again after a cut: after half a second, then after longer and longer,
/// half a minute at most. While it is not connected nothing is encoded for it. A receiver that is too
/// slow loses two seconds at a time, up to a key frame.
final class Push: Outlet {
    private struct State {
        var phase = PushSummary.Phase.connecting
        var connections = 0
        var failures = 0
        var packetsSent = 0
        var bytesSent = 0
        var lastFailure: String?
    }

    let id: String
    private let address: PushAddress
    private let tracks: [TrackDescription]
    private let logger: Logger
    private let line = PacketLine(limit: 160)
    private let signal = PushStream.Signal()
    private let ending = DispatchSemaphore(value: 0)
    private let state = Mutex(State())

    /// A connection that lasted as long, in seconds, is taken for a good one.
    private static let good = 10.0

    /// - Parameter tracks: picture, and sound in the codec of the address's transport.
    init(id: String, to address: PushAddress, tracks: [TrackDescription], logger: Logger) {
        self.id = id
        self.address = address
        self.tracks = tracks
        self.logger = logger
        let thread = Thread { [self] in run() }
        thread.name = "push \(id)"
        thread.start()
    }

    // MARK: Outlet

    var picture: ViewerProfile? { state.withLock { $0.phase == .live ? .opaque : nil } }
    var sound: Codec { address.transport.soundCodec }
    func takeKeyframeWish() -> Bool { line.takeKeyframeWish() }
    func offer(_ packet: MediaPacket) { line.offer(packet) }

    func close() {
        signal.raise()
        line.close()
        ending.signal()
    }

    var summary: PushSummary {
        let state = state.withLock { $0 }
        return PushSummary(
            id: id, address: address.redacted, state: state.phase, connections: state.connections,
            failures: state.failures, packetsSent: state.packetsSent, bytesSent: state.bytesSent,
            packetsDropped: line.dropped, lastFailure: state.lastFailure)
    }

    // MARK: The thread

    private func run() {
        var backoff = Backoff()
        let clock = ContinuousClock()
        while !signal.isUp {
            enter(.connecting)
            var began: ContinuousClock.Instant?
            do {
                let stream = try PushStream(to: address, tracks: tracks, signal: signal)
                began = clock.now
                line.restart()
                enter(.live)
                logger.info("Push \(id) is live at \(address.redacted).")
                try send(to: stream)
                stream.finish()
            } catch {
                if signal.isUp { break }
                if let began, began.duration(to: clock.now) > .seconds(Self.good) {
                    backoff.reset()
                }
                let pause = backoff.next()
                note(error)
                logger.warning("Push \(id): \(error) Next attempt in \(pause) s.")
                _ = ending.wait(timeout: .now() + pause)
            }
        }
        enter(.ended)
    }

    private func send(to stream: PushStream) throws(MediaError) {
        while let packets = line.next() {
            for packet in packets { try stream.send(packet) }
            state.withLock { state in
                state.packetsSent += packets.count
                state.bytesSent += packets.reduce(0) { $0 + $1.bytes.count }
            }
        }
    }

    private func enter(_ phase: PushSummary.Phase) {
        state.withLock { state in
            state.phase = phase
            if phase == .live { state.connections += 1 }
        }
    }

    private func note(_ error: MediaError) {
        state.withLock { state in
            state.phase = .waiting
            state.failures += 1
            state.lastFailure = "\(error)"
        }
    }
}

/// A push as the API shows it: nothing of it is secret.
public struct PushSummary: Encodable, Sendable {
    public enum Phase: String, Encodable, Sendable {
        case connecting, live
        /// For the next attempt.
        case waiting
        case ended
    }

    public var id: String
    /// Without the stream key.
    public var address: String
    public var state: Phase
    /// How often a receiver took the stream.
    public var connections: Int
    /// How often one could not be reached, or was lost.
    public var failures: Int
    public var packetsSent: Int
    public var bytesSent: Int
    /// Packets that a slow receiver did not get.
    public var packetsDropped: Int
    public var lastFailure: String?
}
