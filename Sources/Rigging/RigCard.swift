public import Foundation
import Documents

/// What can be chosen of a rig, read from `rig.json` alone: its pictures stay where they are.
public struct RigCard: Sendable {
    public let title: String
    public let outfits: [Rig.Choice]
    public let appearances: [Rig.Choice]
    public let backgrounds: [Rig.Choice]
    /// Places that can be touched, each once.
    public let hitAreas: [Rig.Choice]

    /// - Returns: nil when the file cannot be read at all; ``Rig/complaints(in:name:)`` tells why.
    public init?(contentsOf directory: URL, name: String) {
        let url = directory.appendingPathComponent("rig.json")
        var complaints: [Complaint] = []
        guard let document = try? Document(contentsOf: url, name: "rigs/\(name)/rig.json"),
            let file = RigFile(document, &complaints)
        else { return nil }
        title = file.title.isEmpty ? name : file.title
        outfits = file.outfits.map { Rig.Choice(name: $0.name, title: $0.title) }
        appearances = file.appearances.map { Rig.Choice(name: $0.name, title: $0.title) }
        backgrounds = file.backgrounds.map { Rig.Choice(name: $0.name, title: $0.title) }
        var seen: Set<String> = []
        hitAreas = file.hitAreas.filter { seen.insert($0.id).inserted }
            .map { Rig.Choice(name: $0.id, title: $0.title) }
    }
}
