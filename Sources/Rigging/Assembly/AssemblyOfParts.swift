import AvatarTypes
import Documents
import Foundation

// Pictures become parts on meshes.
extension Assembly {
    /// Smaller cells of a mesh show no better curve, and cost.
    private static let finestCell: Float = 12

    /// Second: loads the pictures and lays meshes over them.
    mutating func joinParts(_ complaints: inout [Complaint]) {
        let loaded = loadedSheets()
        for node in partNodes {
            guard let picture = entries[node].picture else { continue }
            let sheets = sheets(of: picture, among: loaded, &complaints)
            guard let first = sheets.first else { continue }
            let chain = chain(from: node)
            let shape = forms.shape(of: entries[node].id)
            let mesh =
                shape.map { GridMesh($0, at: picture.at, size: first.size, reach: first.reach) }
                ?? GridMesh(
                    covering: sheets.map { $0.texture.levels[0] }, at: picture.at, size: first.size,
                    reach: first.reach,
                    cell: (picture.cell ?? cell(along: chain, under: first.size))
                        * detail.coarseness)
            let (vertices, triangles) = (positions.count, indices.count)
            indices += mesh.triangles.map { $0 + UInt32(vertices) }
            positions += mesh.positions
            uvs += mesh.uvs
            parts.append(
                Part(
                    node: node, chain: chain, depths: depths(along: chain),
                    vertices: vertices..<positions.count, triangles: triangles..<indices.count,
                    textures: sheets.map(\.texture), blend: picture.layering.blend,
                    tint: picture.tint, screen: picture.screen, mask: [],
                    isMaskInverted: picture.layering.isMaskInverted,
                    firstForm: shape == nil ? nil : formedVertexCount))
            if shape != nil { formedVertexCount += mesh.positions.count }
        }
        for (part, _) in forms.parts
        where places[part.id].map({ entries[$0].picture == nil }) ?? true {
            complaints.append(
                part.field.unknown("part", part.id, among: partNodes.map { nodes[$0].id }))
        }
        for index in parts.indices {
            guard let layering = entries[parts[index].node].picture?.layering else { continue }
            parts[index].mask = masks(layering, &complaints)
        }
        for node in nodes.indices {
            guard let layering = entries[node].isolation else { continue }
            nodes[node].isolation = Node.Isolation(
                blend: layering.blend, mask: masks(layering, &complaints),
                isMaskInverted: layering.isMaskInverted)
        }
    }

    private func masks(_ layering: LayeringEntry, _ complaints: inout [Complaint]) -> [Int] {
        layering.mask.compactMap { source in
            if let part = parts.firstIndex(where: { nodes[$0.node].id == source.id }) {
                return part
            }
            if places[source.id].map({ entries[$0].picture == nil }) ?? true {
                complaints.append(
                    source.field.complaint(
                        "There is no part '\(source.id)' to be a mask.",
                        remedy: partNodes.map { nodes[$0].id }.nearest(to: source.id)
                            .map { "Did you mean '\($0)'?" } ?? "Name parts, not groups."))
            }
            return nil
        }
    }

    /// Parts in the order of the file, which is back to front.
    private var partNodes: [Int] {
        file.nodes.filter { $0.picture != nil }.compactMap { places[$0.id] }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Every picture that a part shows, by its path.
    private func loadedSheets() -> [String: Result<PictureSheet, PNGError>] {
        let paths = Set(entries.flatMap { $0.picture?.paths ?? [] }.map(\.id)).sorted()
        let urls = paths.map { directory.appendingPathComponent($0) }
        return Dictionary(
            zip(paths, shelf.sheets(at: urls, detail)), uniquingKeysWith: { first, _ in first })
    }

    private func sheets(
        of picture: PictureEntry, among loaded: [String: Result<PictureSheet, PNGError>],
        _ complaints: inout [Complaint]
    ) -> [PictureSheet] {
        var sheets: [PictureSheet] = []
        for path in picture.paths {
            do {
                guard let sheet = try loaded[path.id]?.get() else { continue }
                let size = sheet.size
                if let first = sheets.first, first.size != size {
                    complaints.append(
                        path.field.complaint(
                            "'\(path.id)' is \(Int(size.x)) × \(Int(size.y)) pixels, and the part's "
                                + "own picture \(Int(first.size.x)) × \(Int(first.size.y)).",
                            remedy: "Pictures that are swapped must have one size."))
                } else if any(picture.at .< 0) || any(picture.at + size .> file.canvas) {
                    complaints.append(
                        path.field.complaint(
                            "'\(path.id)' reaches out of the canvas: it is \(Int(size.x)) × "
                                + "\(Int(size.y)) pixels at \(Int(picture.at.x)), "
                                + "\(Int(picture.at.y)).",
                            remedy: "Mend \"at\", or enlarge \"canvas\"."))
                }
                sheets.append(sheet)
            } catch {
                complaints.append(
                    path.field.complaint(
                        "The picture '\(path.id)' cannot be used. \(error.what)",
                        remedy: "Check its name, and that it is a PNG."))
                if sheets.isEmpty { return [] }
            }
        }
        return sheets
    }

    /// Coarse where nothing bends, finer in a turning group, and four cells to one of a lattice.
    private func cell(along chain: [Int], under size: SIMD2<Float>) -> Float {
        var cell: Float = chain.contains { nodes[$0].turn != nil } ? 64 : 256
        for warp in chain.compactMap({ entries[$0].warp }) {
            let width = (warp.box?.width ?? size.x) / Float(warp.columns - 1)
            let height = (warp.box?.height ?? size.y) / Float(warp.rows - 1)
            cell = min(cell, max(min(width, height) / 4, Self.finestCell))
        }
        for chain in chain.compactMap({ entries[$0].chain }) {
            // Three cells to a joint, if the chain is as long as the picture.
            let length = size.max()
            cell = min(cell, max(length / Float(3 * chain.joints), Self.finestCell))
        }
        return cell
    }

    func depths(along chain: [Int]) -> [Turn.Depth] {
        var depth: Turn.Depth?
        return chain.map { node in
            if nodes[node].turn != nil {
                defer { depth = entries[node].depth }
                return depth ?? Turn.Depth()
            }
            depth = depth ?? entries[node].depth
            return depth ?? Turn.Depth()
        }
    }
}
