public import AvatarTypes
import Glibc

/// A scene harder than any character: a hundred parts of 9,192 triangles that cover a canvas four times,
/// all of them moving in every frame. The same seed gives the same scene.
///
/// Nine parts lie over one another where the figure stands, which is 44 % of the canvas. Eighty blend
/// normally, eight multiply, seven screen and five add light; twelve are tinted, thirteen clipped by a part
/// below. Of the texels 65.5 % are opaque, 11.9 % soft and 22.6 % transparent, and a pixel sees 0.885 of
/// them a side; the hundred pictures together take 69 % of 2048×2048.
///
/// - Source: Ours, after counting what large Live2D models have.
public struct WorstCase: Sendable {
    /// Frames until it repeats: ten seconds at 30 a second.
    public static let frameCount = 300
    /// Of the view; one unit is one pixel of the smaller canvas.
    public static let width = 1280
    public static let height = 720
    /// How far a corner moves from one frame to the next, in pixels: a lively dance.
    public static let speed: Float = 0.84

    /// The pictures, one for each part.
    public let textures: [Texture]
    /// All but the positions, which is the same in every frame.
    private let still: DrawList
    private let parts: [Part]
    /// Brings the mean speed to ``speed``.
    private let gain: Float

    /// - Complexity: Paints three million texels: 0.2 s.
    public init(seed: UInt64 = 1) {
        var random = SeededGenerator(seed: seed)
        let parts = Part.all(&random)
        var list = DrawList(
            view: Rect(x: 0, y: 0, width: Float(Self.width), height: Float(Self.height)))
        var meshes: [DrawList.Mesh] = []
        for part in parts {
            let (vertex, index) = (list.positions.count, list.indices.count)
            list.positions += part.corners
            list.uvs += part.places
            list.indices += part.indices.map { UInt32(vertex) + $0 }
            meshes.append(
                DrawList.Mesh(
                    vertices: vertex..<list.positions.count, triangles: index..<list.indices.count,
                    texture: part.texture(&random), layer: part.layer))
        }
        for (number, part) in parts.enumerated() {
            if let base = part.clippedBy {
                let source = list.maskMeshes.count
                list.maskMeshes.append(meshes[base])
                list.maskMeshes[source].layer = DrawList.Layer()
                meshes[number].layer.mask = DrawList.Mask(sources: source..<source + 1)
            }
            list.commands.append(.mesh(meshes[number]))
        }
        textures = meshes.map(\.texture)
        still = list
        self.parts = parts
        gain = Self.speed / Self.meanSpeed(of: parts)
    }

    /// What a frame looks like; frame `frameCount` is frame 0 again.
    public func frame(_ index: Int) -> DrawList {
        var list = still
        var vertex = 0
        for part in parts {
            for corner in part.corners.indices {
                list.positions[vertex] += gain * part.shift(ofCorner: corner, inFrame: index)
                vertex += 1
            }
        }
        return list
    }

    private static func meanSpeed(of parts: [Part]) -> Float {
        var (sum, count) = (0.0, 0)
        for part in parts {
            for corner in part.corners.indices {
                var last = part.shift(ofCorner: corner, inFrame: 0)
                for index in 1...frameCount {
                    let next = part.shift(ofCorner: corner, inFrame: index)
                    let step = next - last
                    sum += Double((step.x * step.x + step.y * step.y).squareRoot())
                    last = next
                }
                count += frameCount
            }
        }
        return Float(sum / Double(count))
    }
}
