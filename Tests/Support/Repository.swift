public import Foundation

/// Where the tests find what they test.
public enum Repository {
    /// The checkout that the tests were built from.
    public static let root = URL(filePath: #filePath).appending(path: "../../..")
        .standardizedFileURL

    /// The built `bunraku`: beside the test bundle, where the build puts it.
    public static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "bunraku")
}
