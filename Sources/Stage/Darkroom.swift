import Rigging
import Shading

/// Where shaders are tried out: one after the other, on one core, so that the shows on air keep theirs.
actor Darkroom {
    /// Trials that wait or are drawn.
    private var crowd = 0
    /// Together they take at most two seconds.
    private static let room = 8

    /// - Throws: what is wrong with the text, or that too many are waiting.
    func card(of source: String) async throws(StageError) -> ShaderCard {
        try enter()
        defer { crowd -= 1 }
        // Whoever comes meanwhile is counted, too.
        await Task.yield()
        return ShaderCard(try ShaderTrial.compile(source))
    }

    /// - Throws: as ``ShaderTrial/draw(over:)``, or that too many are waiting.
    func draw(_ trial: ShaderTrial, over rig: Rig) async throws(StageError) -> [UInt8] {
        try enter()
        defer { crowd -= 1 }
        await Task.yield()
        return try trial.draw(over: rig)
    }

    private func enter() throws(StageError) {
        guard crowd < Self.room else {
            throw StageError(
                .unavailable, code: "busy", message: "Many shaders are being tried out.",
                hint: "Try again in a second.")
        }
        crowd += 1
    }
}
