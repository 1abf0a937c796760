/// Why a picture or a sound could not be compressed, read or written.
public struct MediaError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The part that refused: an encoder, or a file by its path.
    public var place: String
    /// What is wrong, one sentence.
    public var what: String
    /// What to do about it, one sentence.
    public var remedy: String

    public init(_ place: String, _ what: String, remedy: String) {
        self.place = place
        self.what = what
        self.remedy = remedy
    }

    public var description: String { "\(place): \(what) \(remedy)" }
}
