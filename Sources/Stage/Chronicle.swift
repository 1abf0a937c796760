import AvatarTypes
import Foundation
import Media

/// What was said and felt on air, and when: the captions and chapters of a film.
///
/// It reads the script as it is played, 20 ms at a time, so that a line that was cut has the end that was
/// heard.
struct Chronicle: Sendable {
    private struct Spoken {
        var id: Int
        var line: CaptionFile.Line
    }

    private var spoken: [Spoken] = []
    private var felt: [(start: MediaTime, name: String)] = []

    /// A feeling that passed sooner has no chapter of its own.
    private static let shortestChapter = MediaTime.seconds(2)

    /// Notes what the script has at a moment, and until a moment later.
    mutating func note(_ script: Script, from time: MediaTime, to end: MediaTime) {
        if let span = script.sound.span(at: time) {
            let heard = span.start + span.value.spoken.audio.duration
            if spoken.last?.id != span.value.id {
                let text = span.value.spoken.utterance.text
                spoken.append(Spoken(id: span.value.id, line: .init(from: time, to: end, text)))
            } else if end <= heard {
                spoken[spoken.count - 1].line.end = end
            }
        }
        let name = (script.emotion.value(at: time) ?? .neutral).nearestName
        if felt.last?.name != name { felt.append((time, name)) }
    }

    /// Forgets what ended before a moment.
    mutating func forget(before time: MediaTime) {
        spoken.removeAll { $0.line.end < time }
        while felt.count > 1, felt[1].start < time { felt.removeFirst() }
    }

    /// Forgets what was said between two moments: it was never on air.
    mutating func strike(from start: MediaTime, to end: MediaTime) {
        spoken.removeAll { $0.line.start >= start && $0.line.start < end }
        for index in spoken.indices where spoken[index].line.start < start {
            spoken[index].line.end = min(spoken[index].line.end, start)
        }
    }

    /// What was said between two moments, counted from the first.
    func lines(from start: MediaTime, to end: MediaTime) -> [CaptionFile.Line] {
        spoken.map(\.line).filter { $0.end > start && $0.start < end }.map {
            .init(from: max($0.start, start) - start, to: min($0.end, end) - start, $0.text)
        }
    }

    /// The feelings between two moments, counted from the first, without gaps.
    func chapters(from start: MediaTime, to end: MediaTime) -> [HLSArchive.Chapter] {
        var chapters: [HLSArchive.Chapter] = []
        for (index, feeling) in felt.enumerated() {
            let from = max(feeling.start, start) - start
            let to = min(index + 1 < felt.count ? felt[index + 1].start : end, end) - start
            guard to > from else { continue }
            // What was too short belongs to what was before, or, at the beginning, to what comes.
            if chapters.count == 1, chapters[0].end - chapters[0].start < Self.shortestChapter {
                chapters = [.init(from: .zero, to: to, feeling.name)]
            } else if let last = chapters.last,
                to - from < Self.shortestChapter || last.title == feeling.name
            {
                chapters[chapters.count - 1].end = to
            } else {
                chapters.append(.init(from: from, to: to, feeling.name))
            }
        }
        return chapters
    }
}
