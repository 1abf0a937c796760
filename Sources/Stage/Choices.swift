import AvatarTypes
import Foundation
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

    /// The picture of a place, ready to be drawn.
    ///
    /// - Throws: when there is no such place, or its file cannot be read.
    func picture(of place: String?) throws(StageError) -> (name: String, texture: Texture)? {
        guard let place else { return nil }
        try check(place: place)
        guard let found = backgrounds.first(where: { $0.name == place }) else { return nil }
        do {
            return (place, Texture(image: try PNGPicture.decode(contentsOf: found.picture)))
        } catch {
            throw StageError(
                .unavailable, code: "broken-place",
                message: "The picture of '\(place)' cannot be read: \(error)",
                hint: "Run 'bunraku check' for everything that is wrong.")
        }
    }

    /// - Throws: when the rig has no such background.
    func check(place: String?) throws(StageError) {
        if let place, !backgrounds.contains(where: { $0.name == place }) {
            throw .unknown("place", place, known: backgrounds.map(\.name))
        }
    }
}
