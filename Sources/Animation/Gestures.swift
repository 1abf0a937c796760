import AvatarTypes
import Glibc

/// The gestures under way: the one that is asked for, and those that are still on their way out.
struct Gestures: Sendable {
    private var plays: [Play] = []

    private struct Play: Sendable {
        var table: GestureTable
        var start: MediaTime
        /// 1 wholly there. Gestures begin at rest, so this moves only when one comes late or is cut.
        var weight: Spring
        var isWanted = true
    }

    /// A gesture that is taken away leaves within this many seconds.
    private static let leaving: Float = 0.3

    mutating func follow(
        _ wish: Timeline<String>.Span?, at time: MediaTime, for seconds: Float
    ) {
        for index in plays.indices {
            plays[index].isWanted =
                plays[index].table.name == wish?.value && plays[index].start == wish?.start
        }
        if let wish, !plays.contains(where: { $0.isWanted }),
            let table = GestureTable.named(wish.value), time < wish.start + table.duration
        {
            let isLate = time - wish.start > .milliseconds(100)
            plays.append(Play(table: table, start: wish.start, weight: Spring(isLate ? 0 : 1)))
        }
        for index in plays.indices {
            plays[index].weight.follow(
                plays[index].isWanted ? 1 : 0, settling: Self.leaving, for: seconds)
        }
        plays.removeAll {
            time > $0.start + $0.table.duration || (!$0.isWanted && $0.weight.value < 0.005)
        }
    }

    /// Is in the middle of what is asked for, at once.
    mutating func settle(_ wish: Timeline<String>.Span?, at time: MediaTime) {
        plays = []
        follow(wish, at: time, for: 0)
        for index in plays.indices { plays[index].weight.settle(at: 1) }
    }

    /// Adds what is under way.
    ///
    /// - Parameters:
    ///   - energy: 0…1; the energetic gesture widely.
    ///   - speech: 0 silent, 1 speaking: then the mouth belongs to the words.
    func apply(at time: MediaTime, energy: Float, speech: Float, to pose: inout Pose) {
        var moved = Pose.rest
        for play in plays where time >= play.start {
            play.table.apply(
                at: Float((time - play.start).seconds),
                weight: play.weight.value, size: 0.85 + 0.3 * energy, to: &moved)
        }
        pose.lanes += moved.lanes * (1 - Pose.mouthMask * (speech * 0.8))
        pose.accents += moved.accents
    }
}
