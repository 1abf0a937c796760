import AvatarTypes
import Rigging

/// Names that people choose by are checked where they come in.
extension Rig {
    /// - Throws: when the rig knows no such clothes or no such look.
    func check(_ attire: Attire) throws(StageError) {
        if let outfit = attire.outfit, !outfits.contains(where: { $0.name == outfit }) {
            throw .unknown("outfit", outfit, known: outfits.map(\.name))
        }
        if let look = attire.appearance, !appearances.contains(where: { $0.name == look }) {
            throw .unknown("appearance", look, known: appearances.map(\.name))
        }
    }

    /// - Throws: when the rig has no such background.
    func check(place: String?) throws(StageError) {
        if let place, !backgrounds.contains(where: { $0.name == place }) {
            throw .unknown("place", place, known: backgrounds.map(\.name))
        }
    }
}
