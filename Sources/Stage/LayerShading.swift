import AvatarTypes
import Raster
import Rigging
import Shading

/// The shaders on single layers of a rig.
///
/// A shader reads its neighbours, so such a layer cannot be painted tile by tile with the others: it is
/// drawn alone first, onto a canvas of its own, and shaded; in the list stands then that picture,
/// laid over with the layer's blend mode, opacity, tint and mask. A list without shaders is left as it is.
struct LayerShading {
    private var runners: [String: ShaderRunner] = [:]
    private let threads: Int?

    /// - Parameter threads: how many cores may draw; nil takes all.
    init(threads: Int? = nil) {
        self.threads = threads
    }

    /// Draws with these from now on; a layer with another is shown as it is.
    mutating func change(_ shaders: [String: Shader]) {
        runners = shaders.mapValues { ShaderRunner($0, threads: threads) }
    }

    /// - Parameters:
    ///   - moment: what the shaders may ask; asked for only when there is one.
    ///   - size: of the canvas that the list will be drawn onto.
    func shade(
        _ list: DrawList, by rasterizer: Rasterizer, size: PixelSize, at time: MediaTime,
        moment: () -> ShaderInputs
    ) -> DrawList {
        guard !runners.isEmpty, list.commands.contains(where: { $0.shader != nil }) else {
            return list
        }
        var pass = Pass(
            list: list, runners: runners, rasterizer: rasterizer, size: size, time: time,
            moment: moment())
        pass.addSheet()
        pass.list.commands = pass.shaded(list.commands[...])
        return pass.list
    }

    /// One list that is gone through.
    private struct Pass {
        var list: DrawList
        let runners: [String: ShaderRunner]
        let rasterizer: Rasterizer
        let size: PixelSize
        let time: MediaTime
        let moment: ShaderInputs
        private var vertices = 0..<0
        private var triangles = 0..<0

        init(
            list: DrawList, runners: [String: ShaderRunner], rasterizer: Rasterizer,
            size: PixelSize, time: MediaTime, moment: ShaderInputs
        ) {
            self.list = list
            self.runners = runners
            self.rasterizer = rasterizer
            self.size = size
            self.time = time
            self.moment = moment
        }

        /// Two triangles that cover the canvas, a texel on every pixel.
        mutating func addSheet() {
            let (width, height) = (Float(size.width), Float(size.height))
            let view = list.view
            let scale = min(width / view.width, height / view.height)
            let middle = SIMD2(view.x + view.width / 2, view.y + view.height / 2)
            let half = SIMD2(width, height) / (2 * scale)
            let first = list.positions.count
            list.positions += [
                middle - half, middle + SIMD2(half.x, -half.y), middle + half,
                middle + SIMD2(-half.x, half.y),
            ]
            list.uvs += [[0, 0], [1, 0], [1, 1], [0, 1]]
            vertices = first..<first + 4
            let start = list.indices.count
            list.indices += [0, 1, 2, 0, 2, 3].map { UInt32(first) + $0 }
            triangles = start..<start + 6
        }

        func shaded(_ commands: ArraySlice<DrawList.Command>) -> [DrawList.Command] {
            var result: [DrawList.Command] = []
            var rest = commands
            while let command = rest.popFirst() {
                switch command {
                case .mesh(var mesh):
                    let layer = mesh.layer
                    mesh.layer = DrawList.Layer()
                    result.append(picture(of: [.mesh(mesh)], layer) ?? command)
                case .beginGroup(let layer):
                    let inner = shaded(Self.takeGroup(from: &rest))
                    let group = [.beginGroup(layer)] + inner + [.endGroup]
                    result += picture(of: inner, layer).map { [$0] } ?? group
                case .endGroup: result.append(command)
                }
            }
            return result
        }

        /// What is in a group whose beginning has been taken; its end is taken, too.
        private static func takeGroup(
            from rest: inout ArraySlice<DrawList.Command>
        ) -> ArraySlice<DrawList.Command> {
            let whole = rest
            var depth = 1
            while depth > 0, let command = rest.popFirst() {
                switch command {
                case .beginGroup: depth += 1
                case .endGroup: depth -= 1
                case .mesh: break
                }
            }
            return whole[..<(rest.startIndex - 1)]
        }

        /// The shaded picture of some commands, laid over as their layer is; nil without a shader.
        private func picture(
            of commands: [DrawList.Command], _ layer: DrawList.Layer
        ) -> DrawList.Command? {
            guard let use = layer.shader, let runner = runners[use.name] else { return nil }
            var alone = list
            alone.commands = commands
            var drawn = Image(width: size.width, height: size.height)
            rasterizer.render(alone, at: time, into: &drawn)
            var inputs = moment
            inputs.uniforms = use.uniforms
            var shaded = Image(width: size.width, height: size.height)
            shaded.draw(runner, over: drawn, inputs)
            var over = layer
            over.shader = nil
            return .mesh(
                DrawList.Mesh(
                    vertices: vertices, triangles: triangles, texture: Texture(levels: [shaded]),
                    layer: over))
        }
    }
}

extension DrawList.Command {
    fileprivate var shader: DrawList.ShaderUse? {
        switch self {
        case .mesh(let mesh): mesh.layer.shader
        case .beginGroup(let layer): layer.shader
        case .endGroup: nil
        }
    }
}
