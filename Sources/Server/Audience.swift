import Foundation
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import Stage
import Synchronization
import Voice

/// One viewer at the socket of a room: picture, sound and events go out, wishes come in.
struct Audience: Sendable {
    let room: Room
    let profile: ViewerProfile
    let isTimed: Bool
    let resumption: Resumption?
    let ears: (any SpeechRecognizer)?
    let logger: Logger

    /// The viewer that a handshake asks for, or nil when an ordinary route must say why not.
    init?(request: HTTPRequest, lobby: Lobby, logger: Logger) async {
        guard let path = request.path else { return nil }
        let uri = URI(path)
        let names = uri.path.split(separator: "/")
        let query = uri.queryParameters
        guard names.count == 4, names[0] == "v1", names[1] == "rooms", names[3] == "socket",
            let room = await lobby.room(String(names[2])),
            let profile = try? ViewerProfile(
                alpha: query["alpha"].map(String.init), media: query["media"].map(String.init)),
            let resumption = try? ArrivalQuery(
                resume: query["resume"].map(String.init), after: query["after"].map(String.init))
        else { return nil }
        self.resumption = resumption.wish
        self.room = room
        self.profile = profile
        isTimed = query["sent"] == "true"
        ears = lobby.ears
        self.logger = logger
    }

    /// Serves until the viewer leaves or the room closes.
    func serve(_ socket: WebSocket) async throws {
        let seat = try await room.join(profile, resuming: resumption, isTimed: isTimed)
        defer { seat.leave() }
        try await withThrowingTaskGroup(of: Closure.self) { group in
            group.addTask {
                try await socket.show(seat)
                return Closure(code: 1001, reason: "the room closed")
            }
            group.addTask {
                try await listen(to: socket, in: seat)
                return .done
            }
            let closure = try await group.next() ?? .done
            group.cancelAll()
            await socket.close(closure)
        }
    }

    private func listen(to socket: WebSocket, in seat: Seat) async throws {
        let allowance = ChatAllowance()
        var ear: Ear?
        for try await message in socket.inbound {
            var id: ClientMessage.Identifier?
            do {
                if case .binary(let sound) = message, let ear {
                    await ear.hear(Array(sound.readableBytesView))
                    continue
                }
                let message = try ClientMessage(message, id: &id)
                if case .listen(let wish) = message {
                    await ear?.close()
                    ear = wish.on == false ? nil : try await open(wish, socket)
                } else if case .chat(let chat) = message {
                    try await hear(
                        chat, id: id, socket: socket, seat: seat, allowance: allowance)
                } else {
                    try await obey(message, id: id, socket: socket, seat: seat)
                }
            } catch {
                try await socket.send(Self.text(Refusal(error), about: id))
            }
        }
    }

    /// - Throws: when nobody here can write down what is said.
    private func open(_ wish: ListenBody, _ socket: WebSocket) async throws -> Ear {
        guard let ears else {
            throw Refusal(
                .notFound, code: "no-ears", message: "Nobody here understands speech.",
                hint: "Name a recognizer under 'ears' in the settings.")
        }
        let ear = try Ear(room: room, recognizer: ears, user: wish.user) { event in
            // Who has left needs no news.
            try? await socket.send(event)
        }
        await ear.open()
        return ear
    }

    /// A chat with an `id` is said once, however often a viewer who comes back sends it.
    private func hear(
        _ chat: ChatBody, id: ClientMessage.Identifier?, socket: WebSocket, seat: Seat,
        allowance: ChatAllowance
    ) async throws {
        let name = id.map { "\($0) \(chat.text)" }
        if name.map({ room.takes(chat: $0, from: seat) }) ?? true {
            let refuse: @Sendable () -> Void = { [room] in
                if let name { room.forget(chat: name, from: seat) }
            }
            do { try allowance.take() } catch {
                refuse()
                throw error
            }
            answer(chat, id: id, socket: socket, allowance: allowance, refuse: refuse)
        }
        struct Received: Encodable {
            let type = "received"
            var id: ClientMessage.Identifier
        }
        if let id { try await socket.send(JSONText.of(Received(id: id))) }
    }

    /// Passes a chat on in a task of its own, so that the next message (an interruption, say) is heard
    /// meanwhile. It starts at once, so that messages reach the room in their order, and it outlives
    /// its viewer: the others in the room hear the answer to the end.
    private func answer(
        _ chat: ChatBody, id: ClientMessage.Identifier?, socket: WebSocket,
        allowance: ChatAllowance, refuse: @escaping @Sendable () -> Void
    ) {
        let room = room
        Task.immediate {
            defer { allowance.giveBack() }
            do {
                _ = try await room.chat(user: chat.user ?? "guest", text: chat.text)
            } catch {
                refuse()
                // Who has left needs no error.
                try? await socket.send(Self.text(Refusal(error), about: id))
            }
        }
    }

    private func obey(
        _ message: ClientMessage, id: ClientMessage.Identifier?, socket: WebSocket, seat: Seat
    ) async throws {
        switch message {
        case .chat, .listen:
            preconditionFailure("Chats and microphones outlast their message.")
        case .interrupt:
            await room.interrupt()
        case .look(let look):
            try await look.look(in: room)
        case .touch(let touch):
            _ = try await touch.touch(in: room)
        case .typing:
            await room.listen()
        case .subscribe(let wish):
            try await room.change(
                seat, to: try ViewerProfile(alpha: wish.alpha, media: wish.media))
        case .ping:
            struct Pong: Encodable {
                let type = "pong"
                var id: ClientMessage.Identifier?
            }
            try await socket.send(JSONText.of(Pong(id: id)))
        }
    }

    private static func text(_ refusal: Refusal, about id: ClientMessage.Identifier?) -> String {
        struct Event: Encodable {
            let type = "error"
            var code: String
            var message: String
            var hint: String
            var id: ClientMessage.Identifier?
        }
        return JSONText.of(
            Event(code: refusal.code, message: refusal.message, hint: refusal.hint, id: id))
    }
}

/// Chats of one viewer that may wait for their answer at once.
private final class ChatAllowance: Sendable {
    private static let limit = 4
    private let waiting = Mutex(0)

    func take() throws {
        let isTaken = waiting.withLock { waiting in
            guard waiting < Self.limit else { return false }
            waiting += 1
            return true
        }
        guard isTaken else {
            throw Refusal(
                .tooManyRequests, code: "too-many-chats",
                message: "\(Self.limit) messages wait for their answer.", hint: "Wait for one.")
        }
    }

    func giveBack() {
        waiting.withLock { $0 -= 1 }
    }
}
