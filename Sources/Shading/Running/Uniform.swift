/// A number, or up to four, that is given to a shader from outside.
public struct Uniform: Hashable, Sendable {
    public var name: String
    /// 1…4.
    public var count: Int
    /// Whether only whole numbers are meant.
    public var isWhole: Bool
    /// What it is when nobody says otherwise, from the comment behind it; else zeros.
    public var initial: [Float]
    /// From the comment, for sliders; nil where none is said.
    public var range: ClosedRange<Float>?
    /// What it does, from the comment.
    public var note: String
}

/// Reads the comment behind a uniform: `// default 0.5, 0…1: how strong the glow is`.
///
/// WebGL uniforms have no first values; the comment keeps file and value together, and a browser
/// does not see it.
struct UniformNote {
    var initial: [Float] = []
    var range: ClosedRange<Float>?
    var text = ""

    /// - Parameter line: the source line on which the uniform stands.
    init(line: Substring) {
        guard let start = line.firstIndex(of: "/"), line[start...].hasPrefix("//") else { return }
        let comment = line[start...].drop { $0 == "/" || $0 == " " }
        let head = comment.prefix { $0 != ":" }
        text = String(comment.dropFirst(head.count).drop { $0 == ":" || $0 == " " })
        guard head.hasPrefix("default") else {
            text = String(comment)
            return
        }
        let parts = head.dropFirst("default".count).split(separator: ",")
        initial = (parts.first ?? "").split(separator: " ").compactMap { Float($0) }
        if parts.count > 1 {
            let ends = parts[1].split(separator: "…").compactMap {
                Float($0.filter { $0 != " " }.description)
            }
            if ends.count == 2, ends[0] <= ends[1] { range = ends[0]...ends[1] }
        }
    }
}
