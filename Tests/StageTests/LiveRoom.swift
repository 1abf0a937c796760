import Foundation
import Logging
import Media
import Mind
import Rigging
import Store
import Voice

@testable import AvatarTypes
@testable import Stage
@testable import TestSupport

/// A room with the real rig, voice, mind and encoders, on a clock that the test moves.
struct LiveRoom {
    let clock = ManualClock()
    let archive: Archive
    let room: Room

    /// - Parameter recordings: where it may write films.
    init(recordings: URL? = nil) throws {
        let library = try AssetLibrary(explicit: Repository.root.path)
        let size = PixelSize(width: 160, height: 192)
        archive = try Archive(path: ":memory:")
        room = Room(
            id: "test", sheet: CharacterSheet(name: "mirai", persona: .mirai, rig: "mirai"),
            performer: Performer(
                rig: try library.rig(named: "mirai"),
                expressions: library.expressions().expressions, size: size, framesPerSecond: 30,
                backdrop: Image.filled(
                    width: size.width, height: size.height, red: 40, green: 50, blue: 80),
                seed: 1, name: "test"),
            expressions: library.expressions().expressions,
            conversation: Conversation(archive: archive, room: "test", model: nil, seed: 1),
            voice: try EspeakSynthesizer(), clock: clock,
            calendar: {
                Moment(
                    seconds: 1_800_000_000, year: 2027, month: 1, day: 15, weekday: 5, hour: 9,
                    minute: 30)
            }, recordings: recordings,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }
}

/// A viewer who keeps up: what has come to a seat so far.
final class Viewer {
    let seat: Seat
    private(set) var packets: [MediaPacket] = []
    private(set) var events: [String] = []

    init(_ seat: Seat) { self.seat = seat }

    func catchUp() async {
        while seat.queue.count > 0, let signal = await seat.queue.next() {
            switch signal {
            case .event(let text): events.append(text)
            case .media(let message):
                if let packet = try? MediaPacket(wireMessage: message) {
                    packets.append(packet)
                }
            }
        }
    }
}

extension LiveRoom {
    /// Goes on for so many seconds while a viewer keeps up.
    func play(_ seconds: Double, watchedBy viewer: Viewer? = nil) async {
        for _ in 0..<Int((seconds * 5).rounded()) {
            await clock.advance(by: .milliseconds(200))
            await viewer?.catchUp()
        }
    }
}
