import AvatarTypes
import Raster
import Rigging
import Shading

/// The shaders on single layers of a rig.
///
/// A shader reads its neighbours, so such a layer cannot be painted tile by tile with the others: it is
/// drawn alone first, as far as it reaches, and shaded; in the list stands then that picture, laid over
/// with the layer's blend mode, opacity, tint and mask. A list without shaders is left as it is.
struct LayerShading {
    private var runners: [String: ShaderRunner] = [:]
    private let threads: Int?
    /// The pictures of the layers, in the order in which they are drawn: kept from frame to frame.
    private var sheets: [Sheet] = []
    /// Pixels that shaders have drawn, in all frames.
    private(set) var pixels = 0

    /// A layer as it is, and what its shader makes of it.
    private struct Sheet {
        var drawn: Image
        var shaded: Image
    }

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
    mutating func shade(
        _ list: DrawList, by rasterizer: Rasterizer, size: PixelSize, at time: MediaTime,
        moment: () -> ShaderInputs
    ) -> DrawList {
        guard !runners.isEmpty, list.commands.contains(where: { $0.shader != nil }) else {
            return list
        }
        var pass = Pass(
            canvas: LayerCanvas(list: list, size: size), runners: runners, rasterizer: rasterizer,
            time: time, moment: moment(), sheets: sheets)
        // They are changed in place: nobody else may hold them meanwhile.
        sheets = []
        let commands = pass.shaded(list.commands[...])
        sheets = pass.sheets
        pixels += pass.pixels
        var result = pass.canvas.list
        result.commands = commands
        return result
    }

    /// One list that is gone through.
    private struct Pass {
        var canvas: LayerCanvas
        let runners: [String: ShaderRunner]
        let rasterizer: Rasterizer
        let time: MediaTime
        let moment: ShaderInputs
        var sheets: [Sheet]
        var pixels = 0
        private var next = 0

        init(
            canvas: LayerCanvas, runners: [String: ShaderRunner], rasterizer: Rasterizer,
            time: MediaTime, moment: ShaderInputs, sheets: [Sheet]
        ) {
            self.canvas = canvas
            self.runners = runners
            self.rasterizer = rasterizer
            self.time = time
            self.moment = moment
            self.sheets = sheets
        }

        mutating func shaded(_ commands: ArraySlice<DrawList.Command>) -> [DrawList.Command] {
            var result: [DrawList.Command] = []
            var rest = commands
            while let command = rest.popFirst() {
                switch command {
                case .mesh(var mesh):
                    let layer = mesh.layer
                    mesh.layer = DrawList.Layer()
                    result += pictures(of: [.mesh(mesh)], layer) ?? [command]
                case .beginGroup(let layer):
                    let inner = shaded(Self.takeGroup(from: &rest))
                    let group = [.beginGroup(layer)] + inner + [.endGroup]
                    result += pictures(of: inner, layer) ?? group
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

        /// The shaded picture of some commands, laid over as their layer is: one mesh, or none where
        /// nothing is seen; nil without a shader.
        private mutating func pictures(
            of commands: [DrawList.Command], _ layer: DrawList.Layer
        ) -> [DrawList.Command]? {
            guard let use = layer.shader, let runner = runners[use.name] else { return nil }
            var inputs = moment
            inputs.uniforms = use.uniforms
            let size = canvas.size
            let drawn = canvas.area(of: commands)
            let shaded =
                runner.shader.leavesBlank
                ? runner.reach(inputs, width: size.width, height: size.height).map {
                    canvas.widened(drawn, by: $0)
                } ?? Area(of: size) : Area(of: size)
            guard !shaded.isEmpty else { return [] }
            // Its edge is transparent, or the canvas': it may be repeated.
            let window = canvas.rounded(canvas.widened(drawn, by: Reach.neighbour))
            let target = canvas.rounded(shaded)
            pixels += target.columns.count * target.rows.count
            let index = take(window, target)
            rasterizer.render(
                canvas.list(of: commands, in: window), at: time, into: &sheets[index].drawn)
            sheets[index].shaded.discardSharedBytes()
            sheets[index].shaded.draw(
                runner, over: sheets[index].drawn, at: window, inputs, as: target, of: size)
            var over = layer
            over.shader = nil
            return [canvas.mesh(of: sheets[index].shaded, at: target, over)]
        }

        /// The next sheet, of these sizes: that of the frame before, as a rule.
        private mutating func take(_ window: Area, _ target: Area) -> Int {
            defer { next += 1 }
            if next == sheets.count {
                sheets.append(Sheet(drawn: Image(window), shaded: Image(target)))
            }
            if !sheets[next].drawn.isOf(window) { sheets[next].drawn = Image(window) }
            if !sheets[next].shaded.isOf(target) { sheets[next].shaded = Image(target) }
            return next
        }
    }
}

extension Reach {
    fileprivate static let neighbour = Reach(across: 1, down: 1)
}

extension Image {
    fileprivate init(_ area: Area) {
        self.init(width: area.columns.count, height: area.rows.count)
    }

    fileprivate func isOf(_ area: Area) -> Bool {
        width == area.columns.count && height == area.rows.count
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
