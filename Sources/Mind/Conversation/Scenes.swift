/// Who was there when a user talked, and when: what a character may know of it.
///
/// Each scene is a stretch of time with one cast. A turn, a fact or an episode belongs to the scene that
/// its time lies in; what is older than all scenes is known to everybody.
struct Scenes: Equatable {
    private struct Scene: Equatable {
        var start: Double
        var end: Double
        /// The one who speaks comes first.
        var cast: [String]
    }

    private var scenes: [Scene] = []

    init() {}

    /// Something is said before a cast.
    ///
    /// - Parameter cast: names without spaces, commas and semicolons; the one who answers comes first.
    mutating func witness(_ cast: [String], at time: Double) {
        if let last = scenes.last, last.cast == cast, time >= last.end {
            scenes[scenes.count - 1].end = time
        } else {
            scenes.append(Scene(start: time, end: time, cast: cast))
        }
    }

    /// Whether a character was there.
    func knows(_ character: String, at time: Double) -> Bool {
        scene(at: time)?.cast.contains(character) ?? true
    }

    /// Who answered then; nil when nobody wrote it down.
    func speaker(at time: Double) -> String? { scene(at: time)?.cast.first }

    private func scene(at time: Double) -> Scene? {
        // The latest that covers it: casts may change within a second.
        scenes.last { $0.start <= time && time <= $0.end }
    }

    /// For the archive: "start end one,other;…".
    var written: String {
        scenes.map { "\($0.start) \($0.end) \($0.cast.joined(separator: ","))" }
            .joined(separator: ";")
    }

    init?(written: String) {
        for part in written.split(separator: ";") {
            let words = part.split(separator: " ")
            guard words.count == 3, let start = Double(words[0]), let end = Double(words[1]) else {
                return nil
            }
            scenes.append(
                Scene(
                    start: start, end: end, cast: words[2].split(separator: ",").map(String.init)))
        }
    }
}
