/// Something that happens to the character beside what is said to her.
public enum Happening: Equatable, Sendable {
    /// Somebody touched this hit area.
    case touch(area: String)
    /// Somebody gave her this.
    case gift(String)
    /// Something became known; its words tell whether it is good.
    case news(String)
}
