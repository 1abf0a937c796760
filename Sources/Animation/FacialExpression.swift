import AvatarTypes
public import Documents
public import Foundation

/// A face that can be asked for by name: one file of `expressions/`.
///
/// Targets are channels, not parts of a rig, so one file fits every rig. The format is specified in
/// `expressions/README.md`.
public struct FacialExpression: Equatable, Sendable {
    public let name: String
    /// Other names that it answers to.
    public let aliases: [String]
    /// The feeling that goes with it; breath, sway and blinking follow it as far as the face does.
    let emotion: Emotion
    /// Seconds until 95 % of it is there.
    let attack: Float
    /// Seconds until 95 % of it is gone.
    let release: Float
    /// What it does to the speaking mouth, the blinking and the gaze.
    let mouth: Claim
    let blink: Claim
    let gaze: Claim
    /// In the order of `Control.all`.
    let targets: [Target]

    /// What an expression does to something that lives on its own.
    enum Claim: String, CaseIterable, Sendable {
        /// The living motion stays as it is; targets there hold only while it is still.
        case keep
        /// Both share.
        case blend
        /// The expression takes over.
        case replace
    }

    /// What becomes of one channel or accent.
    struct Target: Equatable, Sendable {
        enum Operation: String, CaseIterable, Sendable {
            case add, multiply, set
        }

        var control: Control
        var operation: Operation
        var amount: Float
    }

    /// Reads an expression.
    ///
    /// - Parameters:
    ///   - name: the file's name without `.json`.
    ///   - file: as the author knows it; it stands in front of complaints.
    /// - Throws: the first complaint.
    public init(contentsOf url: URL, name: String, file: String) throws(Complaint) {
        var complaints: [Complaint] = []
        let document = try Document(contentsOf: url, name: file)
        let expression = FacialExpression(document.root, name: name, &complaints)
        if let first = complaints.first { throw first }
        self = expression
    }

    /// Everything that is wrong with a file.
    public static func complaints(in url: URL, name: String, file: String) -> [Complaint] {
        var complaints: [Complaint] = []
        do {
            let document = try Document(contentsOf: url, name: file)
            _ = FacialExpression(document.root, name: name, &complaints)
        } catch {
            complaints.append(error)
        }
        return complaints
    }
}
