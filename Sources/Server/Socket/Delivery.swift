import NIOCore
import Stage

/// What comes to one viewer's seat, on its way to the connection.
///
/// It runs on the connection's event loop, and no task wakes for a packet: who is offered something tells
/// the loop's round, and the round hands out everything that waits, one flush for each viewer. A viewer
/// whose connection takes nothing is left alone until it does; its seat drops what is too old.
final class Delivery: Sendable {
    private let seat: Seat
    /// That of the frame encoder: what is written there goes out as it is.
    private let wire: NIOLoopBound<ChannelHandlerContext>
    private let round: DeliveryRound
    private let ended: EventLoopPromise<Void>
    private let isOver: NIOLoopBoundBox<Bool>

    init(of seat: Seat, to wire: ChannelHandlerContext, in round: DeliveryRound) {
        self.seat = seat
        self.wire = NIOLoopBound(wire, eventLoop: round.loop)
        self.round = round
        ended = round.loop.makePromise()
        isOver = NIOLoopBoundBox(false, eventLoop: round.loop)
    }

    /// - Returns: what is fulfilled when nothing more will be sent.
    func begin() -> EventLoopFuture<Void> {
        let round = round
        seat.wake { [self] in round.add(self) }
        deliver()
        return ended.futureResult
    }

    /// Sends all that the connection takes now.
    func deliver() {
        guard !isOver.value else { return }
        let wire = wire.value
        var hasWritten = false
        while wire.channel.isWritable {
            guard let signal = seat.take() else {
                if seat.isOver { end() }
                break
            }
            wire.write(NIOAny(round.frame(of: signal)), promise: nil)
            hasWritten = true
        }
        if hasWritten { wire.flush() }
    }

    /// Sends nothing more, and gives the place back.
    func end() {
        guard !isOver.value else { return }
        isOver.value = true
        seat.leave()
        ended.succeed()
    }
}
