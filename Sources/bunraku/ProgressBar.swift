import Foundation

/// A bar on standard error, drawn only on a terminal and at most thirty times a second.
struct ProgressBar {
    private let title: String
    private let isVisible = isatty(STDERR_FILENO) == 1
    private var drawn = -1

    private static let width = 32

    init(_ title: String) {
        self.title = title
    }

    /// - Parameter share: of the work that is done, 0…1.
    mutating func update(_ share: Double) {
        let percent = Int(share * 100)
        guard isVisible, percent != drawn else { return }
        drawn = percent
        let full = Int(share * Double(Self.width))
        let bar =
            String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
        FileHandle.standardError.write(Data("\r\(title) \(bar) \(percent) %".utf8))
        if share >= 1 { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
    }
}
