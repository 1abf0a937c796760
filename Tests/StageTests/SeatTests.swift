import Synchronization
import Testing

@testable import Stage

@Suite("A seat in the audience")
struct SeatTests {
    private func offer(
        _ queue: SeatQueue, _ name: UInt8, video: Bool = true, key: Bool = false
    ) -> SeatQueue.Outcome {
        queue.offer([name], isVideo: video, isKeyframe: key) { [name, 0xFF] }
    }

    /// What waits in a queue, without waiting for more.
    private func drain(_ queue: SeatQueue) async -> [[UInt8]] {
        queue.close()
        var messages: [[UInt8]] = []
        while let signal = await queue.next() {
            if case .media(let bytes) = signal { messages.append(bytes) }
        }
        return messages
    }

    @Test("gets nothing before the first key frame, then all in order")
    func join() async {
        let queue = SeatQueue()
        #expect(offer(queue, 1) == .skipped(dropped: 1))
        #expect(offer(queue, 2, video: false) == .skipped(dropped: 1))
        #expect(offer(queue, 3, key: true) == .taken)
        #expect(offer(queue, 4, video: false) == .taken)
        #expect(await drain(queue) == [[3], [4]])
    }

    @Test("that does not keep up skips to the next key frame, which says so")
    func slow() async {
        let queue = SeatQueue()
        _ = offer(queue, 0, key: true)
        for index in 1..<90 { #expect(offer(queue, UInt8(index)) == .taken) }
        #expect(offer(queue, 90) == .skipped(dropped: 91))
        #expect(offer(queue, 91) == .skipped(dropped: 1))
        #expect(offer(queue, 92, key: true) == .taken)
        #expect(offer(queue, 93) == .taken)
        #expect(await drain(queue) == [[92, 0xFF], [93]])
    }

    @Test("wakes who takes without a task once, and again only after nothing was there")
    func taking() {
        let queue = SeatQueue()
        let seat = Seat(queue: queue)
        let wakes = Mutex(0)
        seat.wake { wakes.withLock { $0 += 1 } }
        #expect(seat.take() == nil)
        _ = offer(queue, 1, key: true)
        _ = offer(queue, 2)
        #expect(wakes.withLock { $0 } == 1)
        for _ in 0..<2 { #expect(seat.take() != nil) }
        #expect(seat.take() == nil)
        #expect(!seat.isOver)
        queue.close()
        #expect(wakes.withLock { $0 } == 2)
        #expect(seat.isOver)
    }

    @Test("holds a second of what comes, and wants no key frame before the viewer takes again")
    func stalled() {
        let queue = SeatQueue()
        queue.wake {}
        #expect(queue.take() == nil)
        // Every second key frame finds the place full again ninety packets later.
        for index in 0..<(80 * 120 + 100) {
            _ = offer(queue, UInt8(truncatingIfNeeded: index), key: index % 60 == 0)
            #expect(queue.count <= 90)
            #expect(!queue.needsKeyframe)
        }
        #expect(queue.take() == nil)
        #expect(offer(queue, 1) == .skipped(dropped: 1))
        #expect(queue.needsKeyframe)
        #expect(offer(queue, 2, key: true) == .taken)
        #expect(!queue.needsKeyframe)
    }

    @Test("never loses an event, however slow it is")
    func events() async {
        let queue = SeatQueue()
        _ = offer(queue, 0, key: true)
        queue.offer(event: "first")
        for index in 1...200 { _ = offer(queue, UInt8(index)) }
        queue.offer(event: "last")
        queue.close()
        var events: [String] = []
        while let signal = await queue.next() {
            if case .event(let text) = signal { events.append(text) }
        }
        #expect(events == ["first", "last"])
    }

    @Test("wakes the viewer who waits")
    func wake() async {
        let queue = SeatQueue()
        async let next = queue.next()
        queue.offer(event: "hello")
        guard case .event("hello") = await next else {
            Issue.record("the event did not arrive")
            return
        }
    }

    @Test("is free again when the viewer's task is cancelled")
    func cancel() async {
        let queue = SeatQueue()
        let viewer = Task { for await _ in Seat(queue: queue) {} }
        viewer.cancel()
        await viewer.value
        #expect(queue.isClosed)
        #expect(offer(queue, 0, key: true) == .closed)
    }

    @Test("that is left while something is offered holds up nobody", .timeLimit(.minutes(5)))
    func leaving() async {
        for _ in 0..<60_000 {
            let queue = SeatQueue()
            let reader = Task { for await _ in Seat(queue: queue) {} }
            await withTaskGroup(of: Void.self) { group in
                group.addTask { for _ in 0..<20 { queue.offer(event: "{}") } }
                group.addTask { reader.cancel() }
            }
            await reader.value
            #expect(queue.isClosed)
        }
    }
}
