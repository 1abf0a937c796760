import AvatarTypes
import Documents
import Foundation

/// A rig while it is being built from its file: names become places in arrays, pictures become meshes.
struct Assembly {
    let file: RigFile
    let directory: URL

    /// Smaller cells of a mesh show no better curve, and cost.
    private static let finestCell: Float = 12

    private(set) var nodes: [Node] = []
    private(set) var parts: [Part] = []
    private(set) var controlPointCount = 0
    private(set) var positions: [SIMD2<Float>] = []
    private(set) var uvs: [SIMD2<Float>] = []
    private(set) var indices: [UInt32] = []
    /// The entries of `nodes`, in their order.
    private var entries: [NodeEntry] = []
    private var places: [String: Int] = [:]

    init(_ file: RigFile, _ directory: URL) {
        self.file = file
        self.directory = directory
    }

    // MARK: Nodes

    /// Brings groups before what they carry, and complains of ids and groups that do not fit.
    mutating func joinNodes(_ inputs: Inputs, _ complaints: inout [Complaint]) {
        var known: [String: NodeEntry] = [:]
        for entry in file.nodes {
            if let first = known.updateValue(entry, forKey: entry.id) {
                known[entry.id] = first
                complaints.append(
                    entry.field.complaint(
                        "The id '\(entry.id)' is already that of line \(first.field.line).",
                        remedy: "Give every group and part an id of its own."))
            } else {
                append(entry, known: &known, inputs, &complaints)
            }
        }
    }

    private mutating func append(
        _ entry: NodeEntry, known: inout [String: NodeEntry], _ inputs: Inputs,
        _ complaints: inout [Complaint]
    ) {
        guard places[entry.id] == nil else { return }
        let parent = carrier(of: entry, &complaints)
        if let parent, places[parent.id] == nil {
            known[parent.id] = parent
            append(parent, known: &known, inputs, &complaints)
        }
        let pivot = entry.pivot ?? parent?.pivot ?? file.canvas / 2
        places[entry.id] = nodes.count
        entries.append(entry)
        nodes.append(
            Node(
                id: entry.id, parent: parent.flatMap { places[$0.id] }, pivot: pivot,
                opacity: entry.opacity, order: entry.order,
                turn: entry.turn.flatMap { turn in
                    guard let yaw = inputs.index(of: turn.by[0].id, turn.by[0].field, &complaints),
                        let pitch = inputs.index(of: turn.by[1].id, turn.by[1].field, &complaints)
                    else { return nil }
                    return Turn(yaw: yaw, pitch: pitch, center: turn.center, radius: turn.radius)
                }))
    }

    /// The group that an entry names; nil, after a complaint, when there is none or it carries itself.
    private func carrier(of entry: NodeEntry, _ complaints: inout [Complaint]) -> NodeEntry? {
        guard let reference = entry.parent else { return nil }
        let groups = file.nodes.filter { $0.picture == nil }
        guard let parent = groups.first(where: { $0.id == reference.id }) else {
            complaints.append(
                reference.field.complaint(
                    "There is no group '\(reference.id)'.",
                    remedy: groups.map(\.id).nearest(to: reference.id)
                        .map { "Did you mean '\($0)'?" } ?? "Add it to \"groups\"."))
            return nil
        }
        var above: NodeEntry? = parent
        for _ in groups {
            guard let step = above else { return parent }
            if step.id == entry.id {
                complaints.append(
                    reference.field.complaint(
                        "The group '\(entry.id)' carries itself.",
                        remedy: "Put '\(entry.id)' or '\(parent.id)' into another group."))
                return nil
            }
            above = step.parent.flatMap { next in groups.first { $0.id == next.id } }
        }
        return above == nil ? parent : nil
    }

    private func chain(from node: Int) -> [Int] {
        Array(sequence(first: node) { nodes[$0].parent })
    }

    // MARK: Parts

    /// Loads the pictures and lays meshes over them.
    mutating func joinParts(_ complaints: inout [Complaint]) {
        for node in partNodes {
            guard let picture = entries[node].picture else { continue }
            let images = images(of: picture, &complaints)
            guard !images.isEmpty else { continue }
            let chain = chain(from: node)
            let mesh = GridMesh(
                covering: images, at: picture.at,
                cell: picture.cell ?? cell(along: chain, under: images[0]))
            let (vertices, triangles) = (positions.count, indices.count)
            indices += mesh.triangles.map { $0 + UInt32(vertices) }
            positions += mesh.positions
            uvs += mesh.uvs
            parts.append(
                Part(
                    node: node, chain: chain, depths: depths(along: chain),
                    vertices: vertices..<positions.count, triangles: triangles..<indices.count,
                    textures: images.map { Texture(image: $0) }, blend: picture.blend,
                    tint: picture.tint, screen: picture.screen, mask: [],
                    isMaskInverted: picture.isMaskInverted))
        }
        for index in parts.indices {
            for source in entries[parts[index].node].picture?.mask ?? [] {
                if let part = parts.firstIndex(where: { nodes[$0.node].id == source.id }) {
                    parts[index].mask.append(part)
                } else if places[source.id].map({ entries[$0].picture == nil }) ?? true {
                    let ids = partNodes.map { nodes[$0].id }
                    complaints.append(
                        source.field.complaint(
                            "There is no part '\(source.id)' to be a mask.",
                            remedy: ids.nearest(to: source.id).map { "Did you mean '\($0)'?" }
                                ?? "Name parts, not groups."))
                }
            }
        }
    }

    /// Parts in the order of the file, which is back to front.
    private var partNodes: [Int] {
        file.nodes.filter { $0.picture != nil }.compactMap { places[$0.id] }
            .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    private func images(
        of picture: PictureEntry, _ complaints: inout [Complaint]
    ) -> [Image] {
        var images: [Image] = []
        for path in picture.paths {
            do {
                let image = try PNGPicture.decode(
                    contentsOf: directory.appendingPathComponent(path.id))
                let size = SIMD2(Float(image.width), Float(image.height))
                if let first = images.first,
                    (first.width, first.height) != (image.width, image.height)
                {
                    complaints.append(
                        path.field.complaint(
                            "'\(path.id)' is \(image.width) × \(image.height) pixels, and the part's "
                                + "own picture \(first.width) × \(first.height).",
                            remedy: "Pictures that are swapped must have one size."))
                } else if any(picture.at .< 0) || any(picture.at + size .> file.canvas) {
                    complaints.append(
                        path.field.complaint(
                            "'\(path.id)' reaches out of the canvas: it is \(image.width) × "
                                + "\(image.height) pixels at \(Int(picture.at.x)), "
                                + "\(Int(picture.at.y)).",
                            remedy: "Mend \"at\", or enlarge \"canvas\"."))
                }
                images.append(image)
            } catch {
                complaints.append(
                    path.field.complaint(
                        "The picture '\(path.id)' cannot be used. \(error.what)",
                        remedy: "Check its name, and that it is a PNG."))
                if images.isEmpty { return [] }
            }
        }
        return images
    }

    /// Coarse where nothing bends, finer in a turning group, and four cells to one of a lattice.
    private func cell(along chain: [Int], under image: Image) -> Float {
        var cell: Float = chain.contains { nodes[$0].turn != nil } ? 64 : 256
        for warp in chain.compactMap({ entries[$0].warp }) {
            let width = (warp.box?.width ?? Float(image.width)) / Float(warp.columns - 1)
            let height = (warp.box?.height ?? Float(image.height)) / Float(warp.rows - 1)
            cell = min(cell, max(min(width, height) / 4, Self.finestCell))
        }
        return cell
    }

    private func depths(along chain: [Int]) -> [Turn.Depth] {
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

    // MARK: Warps and bindings

    /// Spreads lattices over what they bend.
    mutating func joinWarps() {
        for node in nodes.indices {
            guard let warp = entries[node].warp else { continue }
            let bent = parts.filter { $0.chain.contains(node) }.flatMap { positions[$0.vertices] }
            let box = warp.box ?? bent.bounds
            nodes[node].warp = Node.Warp(
                lattice: Lattice(columns: warp.columns, rows: warp.rows, box: box),
                first: controlPointCount)
            controlPointCount += warp.columns * warp.rows
        }
    }

    func joinedBindings(_ inputs: Inputs, _ complaints: inout [Complaint]) -> [Binding] {
        file.bindings.flatMap { entry -> [Binding] in
            let axes = entry.axes.compactMap { axis in
                inputs.index(of: axis.input, axis.field, &complaints)
                    .map { Binding.Axis(input: $0, keys: axis.keys) }
            }
            guard let node = places[entry.node.id] else {
                complaints.append(
                    entry.node.field.complaint(
                        "There is no group or part '\(entry.node.id)'.",
                        remedy: nodes.map(\.id).nearest(to: entry.node.id)
                            .map { "Did you mean '\($0)'?" } ?? "Check the spelling."))
                return []
            }
            let targets = entry.targets.compactMap { key, values in
                entry.leaves(values, &complaints).flatMap {
                    Binding.Target(
                        key, $0, line: entry.field, warp: entries[node].warp,
                        pictures: entries[node].picture?.paths.count, &complaints)
                }
            }
            guard axes.count == entry.axes.count else { return [] }
            return targets.map { Binding(node: node, axes: axes, target: $0) }
        }
    }
}

extension [SIMD2<Float>] {
    /// The smallest rectangle around all points.
    fileprivate var bounds: Rect {
        guard let first else { return Rect(x: 0, y: 0, width: 1, height: 1) }
        let low = reduce(first) { pointwiseMin($0, $1) }
        let high = reduce(first) { pointwiseMax($0, $1) }
        return Rect(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
    }
}
