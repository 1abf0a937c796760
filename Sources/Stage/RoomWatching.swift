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
    public func join(_ profile: ViewerProfile) async throws(StageError) -> Seat {
        let seat = Seat(queue: SeatQueue())
        try await change(seat, to: profile)
        return seat
    }

    /// Changes what a viewer takes. A new hello says what follows.
    public func change(_ seat: Seat, to profile: ViewerProfile) async throws(StageError) {
        let (room, name, performer) = (id, character, performer)
        do {
            try await performer.admit(seat.queue, as: profile) { tracks in
                RoomEvent.json(
                    RoomEvent.Hello(
                        room: room, character: name, profile: profile, size: performer.size,
                        framesPerSecond: performer.framesPerSecond, tracks: tracks))
            }
        } catch { throw .media(error) }
    }

    /// The HLS playlist. The first who asks waits for two segments, some two seconds.
    public func playlist() async throws(StageError) -> String {
        let deadline = ContinuousClock.now + .seconds(8)
        while ContinuousClock.now < deadline, !Task.isCancelled {
            do {
                if let playlist = try await performer.playlist() { return playlist }
            } catch { throw .media(error) }
            try? await Task.sleep(for: .milliseconds(50))
        }
        throw StageError(
            .unavailable, code: "stream-not-ready", message: "The stream has not begun yet.",
            hint: "Ask again in a second.")
    }

    /// A file that the playlist names.
    public func hlsFile(_ name: String) async throws(StageError) -> [UInt8] {
        guard let file = await performer.hlsFile(name) else {
            throw StageError(
                .notFound, code: "no-such-segment", message: "The stream has no '\(name)'.",
                hint: "Segments go after a while: read the playlist again.")
        }
        return file
    }

    public func summary() async -> RoomSummary {
        RoomSummary(
            id: id, character: character, size: performer.size,
            framesPerSecond: performer.framesPerSecond, viewers: performer.broadcast.viewerCount,
            languageModel: await conversation.modelName, opened: opened,
            attire: .init(outfit: attire.outfit, appearance: attire.appearance),
            scene: .init(
                weather: setting.weather.rawValue, hour: setting.hour, followsClock: followsClock,
                place: setting.place, voiceBars: setting.showsVoiceBars),
            shader: shader?.name, uniforms: shader?.uniforms)
    }
}
