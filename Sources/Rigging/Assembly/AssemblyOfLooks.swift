import AvatarTypes
import Documents
import Foundation

// Clothes, looks and places to touch, once nodes and parts are known.
extension Assembly {
    func joinedWardrobe(_ complaints: inout [Complaint]) -> Wardrobe {
        var wardrobe = Wardrobe()
        for entry in file.outfits {
            wardrobe.outfits.append(joined(entry, &complaints))
        }
        for entry in file.appearances {
            var variant = joined(entry, &complaints)
            if let outfit = entry.outfit {
                variant.outfit = file.outfits.firstIndex { $0.name == outfit.id }
                if variant.outfit == nil {
                    complaints.append(
                        outfit.field.unknown("outfit", outfit.id, among: file.outfits.map(\.name)))
                }
            }
            wardrobe.appearances.append(variant)
        }
        return wardrobe
    }

    private func joined(_ entry: LookEntry, _ complaints: inout [Complaint]) -> Wardrobe.Variant {
        Wardrobe.Variant(
            name: entry.name, title: entry.title,
            shown: entry.shown.compactMap { place(of: $0, &complaints) },
            hidden: entry.hidden.compactMap { place(of: $0, &complaints) },
            dyes: entry.dyes.compactMap { dye in
                let dyed = entries.indices.filter { entries[$0].dye == dye.name.id }
                if dyed.isEmpty {
                    let known = Set(entries.compactMap(\.dye)).sorted()
                    complaints.append(dye.name.field.unknown("dye", dye.name.id, among: known))
                    return nil
                }
                return Wardrobe.Dye(nodes: dyed, tint: dye.tint, screen: dye.screen)
            },
            controls: entry.controls)
    }

    func joinedHitAreas(_ complaints: inout [Complaint]) -> [HitArea] {
        file.hitAreas.map { entry in
            var area = HitArea(name: entry.id, title: entry.title, parts: [])
            for reference in entry.parts {
                guard let node = place(of: reference, &complaints) else { continue }
                area.parts += parts.indices.filter { parts[$0].chain.contains(node) }
            }
            if let box = entry.box {
                let chain =
                    entry.carrier.flatMap { place(of: $0, &complaints) }.map(chain(from:)) ?? []
                area.box = HitArea.Box(
                    corners: [
                        SIMD2(box.x, box.y), SIMD2(box.x + box.width, box.y),
                        SIMD2(box.x + box.width, box.y + box.height),
                        SIMD2(box.x, box.y + box.height),
                    ], chain: chain, depths: depths(along: chain))
            }
            return area
        }
    }

    func joinedBackgrounds(_ complaints: inout [Complaint]) -> [Rig.Background] {
        file.backgrounds.map { entry in
            let url = directory.appendingPathComponent(entry.picture.id)
            if !FileManager.default.isReadableFile(atPath: url.path) {
                complaints.append(
                    entry.picture.field.complaint(
                        "There is no picture '\(entry.picture.id)'.", remedy: "Check its name."))
            }
            return Rig.Background(name: entry.name, title: entry.title, picture: url)
        }
    }

    private func place(
        of reference: NodeEntry.Reference, _ complaints: inout [Complaint]
    ) -> Int? {
        if let place = places[reference.id] { return place }
        complaints.append(
            reference.field.unknown("group or part", reference.id, among: nodes.map(\.id)))
        return nil
    }
}

extension Field {
    /// That something of a kind is not there, and what was perhaps meant.
    func unknown(_ kind: String, _ name: String, among known: [String]) -> Complaint {
        complaint(
            "There is no \(kind) '\(name)'.",
            remedy: known.nearest(to: name).map { "Did you mean '\($0)'?" } ?? "Check the spelling."
        )
    }
}
