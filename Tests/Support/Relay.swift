import Dispatch
import Foundation
import Glibc
import Synchronization

/// A way to a server that can be cut, as a network does it: both sides find their connections reset, and
/// nothing more comes through until it is mended.
public final class Relay: Sendable {
    public let port: Int
    private let target: Int
    private let listener: Int32

    private struct State {
        var isCut = false
        var sockets: Set<Int32> = []
    }

    private let state = Mutex(State())

    public var url: String { "http://127.0.0.1:\(port)" }

    /// Begins to pass on to a server of this machine.
    public init(to target: Int) throws {
        self.target = target
        port = try freePort()
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var one: Int32 = 1
        setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, socklen_t(MemoryLayout<Int32>.size))
        let listener = listener
        guard loopback(port, { bind(listener, $0, $1) == 0 }), listen(listener, 64) == 0 else {
            throw SupportFailure("The relay has no port.")
        }
        Thread.detachNewThread { [weak self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                guard let self else {
                    close(client)
                    return
                }
                self.take(client)
            }
        }
    }

    deinit {
        cut()
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// Resets all connections, and refuses others.
    public func cut() {
        state.withLock { state in
            state.isCut = true
            for socket in state.sockets { Self.reset(socket) }
        }
    }

    public func mend() { state.withLock { $0.isCut = false } }

    private func take(_ client: Int32) {
        let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        let isOpen = state.withLock { state in
            guard !state.isCut, loopback(target, { connect(server, $0, $1) == 0 }) else {
                return false
            }
            state.sockets.formUnion([client, server])
            return true
        }
        guard isOpen else {
            Self.reset(client)
            close(client)
            close(server)
            return
        }
        // Both are closed when nobody copies any more: a number that is free too soon may be another's.
        let copiers = DispatchGroup()
        for (from, into) in [(client, server), (server, client)] {
            copiers.enter()
            Thread.detachNewThread {
                Self.copy(from, into)
                copiers.leave()
            }
        }
        copiers.notify(queue: .global()) { [weak self] in
            _ = self?.state.withLock { $0.sockets.subtract([client, server]) }
            close(client)
            close(server)
        }
    }

    private static func copy(_ from: Int32, _ into: Int32) {
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = recv(from, &bytes, bytes.count, 0)
            guard count > 0 else { break }
            var sent = 0
            while sent < count {
                let step = bytes.withUnsafeBytes {
                    send(into, $0.baseAddress! + sent, count - sent, Int32(MSG_NOSIGNAL))
                }
                guard step > 0 else { break }
                sent += step
            }
            guard sent == count else { break }
        }
        shutdown(from, Int32(SHUT_RDWR))
        shutdown(into, Int32(SHUT_RDWR))
    }

    /// Lets closing say "reset", and wakes who reads.
    private static func reset(_ socket: Int32) {
        var now = linger(l_onoff: 1, l_linger: 0)
        setsockopt(socket, SOL_SOCKET, SO_LINGER, &now, socklen_t(MemoryLayout<linger>.size))
        shutdown(socket, Int32(SHUT_RDWR))
    }
}
