import AvatarTypes
import Media
import Mind

/// What viewers get of a room.
extension Room {
    /// The present picture with alpha, as PNG. Compressing it keeps nobody in the room waiting.
    public nonisolated func framePNG() async throws(StageError) -> [UInt8] {
        let frame = await performer.snapshot()
        do { return try PNGFile.encode(frame.image, effort: .fast) } catch { throw .media(error) }
    }

    /// Takes a place in the audience.
    ///
    /// - Parameters:
    ///   - resumption: who comes back gets the events that it has missed, as far as they are kept.
    ///   - isTimed: whether a `sent` event tells before each packet when it was handed out.
    public func join(
        _ profile: ViewerProfile, resuming resumption: Resumption? = nil, isTimed: Bool = false
    ) async throws(StageError) -> Seat {
        let seat = Seat(queue: SeatQueue(isTimed: isTimed))
        try await admit(seat, as: profile, resuming: resumption)
        return seat
    }

    /// Changes what a viewer takes. A new hello says what follows.
    public func change(_ seat: Seat, to profile: ViewerProfile) async throws(StageError) {
        try await admit(seat, as: profile, resuming: nil)
    }

    /// Whether a viewer says this for the first time, over all connections of its session: who comes back
    /// sends again what may not have arrived.
    public nonisolated func takes(chat: String, from seat: Seat) -> Bool {
        performer.broadcast.take(chat: chat, from: seat.queue)
    }

    /// What was refused may be said again.
    public nonisolated func forget(chat: String, from seat: Seat) {
        performer.broadcast.forget(chat: chat, from: seat.queue)
    }

    private func admit(
        _ seat: Seat, as profile: ViewerProfile, resuming resumption: Resumption?
    ) async throws(StageError) {
        let (room, name, performer) = (id, character, performer)
        do {
            try await performer.admit(seat.queue, as: profile, resuming: resumption) {
                tracks, dateOfZero, attendance in
                RoomEvent.json(
                    RoomEvent.Hello(
                        room: room, character: name, profile: profile, size: performer.size,
                        framesPerSecond: performer.framesPerSecond, clock: dateOfZero,
                        attendance: attendance, tracks: tracks))
            }
        } catch { throw .media(error) }
    }

    /// What begins every copy of the room's endless WebM, before what a seat of that profile gets.
    public nonisolated func webmOpening() async throws(StageError) -> [UInt8] {
        do { return try await performer.webmOpening() } catch { throw .media(error) }
    }

    /// What HLS players take.
    public nonisolated var hls: HLSShelf { performer.hls }

    public func summary() async -> RoomSummary {
        RoomSummary(
            id: id, character: character, characters: cast.map(\.sheet.name), size: performer.size,
            framesPerSecond: performer.framesPerSecond, viewers: performer.broadcast.viewerCount,
            mode: await conversation.modeName, modes: await conversation.modeNames,
            languageModel: await conversation.modelName, opened: opened,
            attire: .init(outfit: attire.outfit, appearance: attire.appearance),
            scene: .init(
                weather: setting.weather.rawValue, hour: setting.hour, followsClock: followsClock,
                place: setting.place, voiceBars: setting.showsVoiceBars),
            shader: shader?.name, uniforms: shader?.uniforms)
    }
}
