import NIOCore
import Stage
import Synchronization

/// The viewers of one event loop that have something to get.
///
/// However many are woken by a packet, the loop is called once, and a packet is framed once for all of
/// them: what a server sends is not masked, so the bytes on the wire are the same for everybody.
final class DeliveryRound: Sendable {
    let loop: any EventLoop
    private let woken = Mutex<[Delivery]>([])
    private let frames: NIOLoopBoundBox<SharedFrames>

    init(on loop: any EventLoop) {
        self.loop = loop
        frames = NIOLoopBoundBox.makeBoxSendingValue(SharedFrames(), eventLoop: loop)
    }

    /// Lets a viewer's turn come, from any thread.
    func add(_ delivery: Delivery) {
        let isFirst = woken.withLock { woken in
            woken.append(delivery)
            return woken.count == 1
        }
        guard isFirst else { return }
        loop.execute { [self] in
            let due = woken.withLock { woken in
                defer { woken = [] }
                return woken
            }
            for delivery in due { delivery.deliver() }
        }
    }

    /// The bytes on the wire of a signal. On the event loop.
    func frame(of signal: Signal) -> ByteBuffer {
        switch signal {
        case .event(let text): SharedFrames.frame(Array(text.utf8), isText: true)
        case .media(let message): frames.value.frame(of: message)
        }
    }
}

/// The rounds of a server's event loops.
final class DeliveryRounds: Sendable {
    private let rounds = Mutex<[ObjectIdentifier: DeliveryRound]>([:])

    func round(on loop: any EventLoop) -> DeliveryRound {
        rounds.withLock { rounds in
            if let round = rounds[ObjectIdentifier(loop)] { return round }
            let round = DeliveryRound(on: loop)
            rounds[ObjectIdentifier(loop)] = round
            return round
        }
    }
}

/// The latest messages as they are on the wire, each framed once.
struct SharedFrames {
    /// A viewer that is further behind gets a frame of its own.
    private static let capacity = 16
    /// Messages are kept, so that no other can have their place in memory.
    private struct Entry {
        let place: UnsafePointer<UInt8>?
        let message: [UInt8]
        let frame: ByteBuffer
    }

    private var latest: [Entry] = []
    private var newest = 0

    mutating func frame(of message: [UInt8]) -> ByteBuffer {
        let place = message.withUnsafeBufferPointer { $0.baseAddress }
        // Most ask for the newest.
        if !latest.isEmpty, latest[newest].place == place { return latest[newest].frame }
        for index in latest.indices where latest[index].place == place {
            return latest[index].frame
        }
        let entry = Entry(
            place: place, message: message, frame: Self.frame(message, isText: false))
        if latest.count < Self.capacity {
            newest = latest.count
            latest.append(entry)
        } else {
            newest = (newest + 1) % Self.capacity
            latest[newest] = entry
        }
        return entry.frame
    }

    /// One whole message as one unmasked frame.
    ///
    /// - Source: RFC 6455 section 5.2.
    static func frame(_ payload: [UInt8], isText: Bool) -> ByteBuffer {
        var frame = ByteBuffer()
        frame.reserveCapacity(payload.count + 10)
        frame.writeInteger(isText ? 0x81 : 0x82, as: UInt8.self)
        switch payload.count {
        case ..<126: frame.writeInteger(UInt8(payload.count))
        case ..<65_536:
            frame.writeInteger(126, as: UInt8.self)
            frame.writeInteger(UInt16(payload.count))
        default:
            frame.writeInteger(127, as: UInt8.self)
            frame.writeInteger(UInt64(payload.count))
        }
        frame.writeBytes(payload)
        return frame
    }
}
