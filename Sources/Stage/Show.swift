import Animation
import AvatarTypes
import Raster
import Rigging
import Scenery
import Shading

/// One character performing a script: the frame function, and what it carries from frame to frame.
struct Show {
    var script = Script()
    /// Controls that are held at a value whatever the script says: for looking at a rig.
    var held: [Control: Float] = [:]
    private var animator: Animator
    private var puppet: Puppet
    private var scenery: Scenery
    private var backcloth: Backcloth
    private let rasterizer: Rasterizer
    private var canvas: Image
    /// Whether pictures are drawn at half the width and height and scaled up: a fourth of the work.
    var isCoarse = false
    private var coarse: Image
    private let seed: UInt64
    /// The pose of the last moment.
    private(set) var pose = Pose.rest
    /// A shader over the picture or behind it; nil costs nothing.
    private var filter: Filter?
    /// Shaders on single layers of the rig.
    private var layers: LayerShading
    /// What the shader was told of the last frame.
    private var moment = ShaderInputs()

    /// - Parameters:
    ///   - backdrop: what is behind her at no place, as large as the pictures.
    ///   - threads: how many cores may draw; nil takes all.
    init(
        rig: Rig, expressions: [FacialExpression], backdrop: Image, seed: UInt64,
        threads: Int? = nil
    ) {
        animator = Animator(
            expressions: expressions, temperament: rig.temperament, seed: seed)
        puppet = Puppet(rig: rig)
        rasterizer = Rasterizer(threads: threads)
        layers = LayerShading(threads: threads)
        self.seed = seed
        canvas = Image(width: backdrop.width, height: backdrop.height)
        coarse = Image(width: (backdrop.width + 1) / 2, height: (backdrop.height + 1) / 2)
        scenery = Scenery(seed: seed, aspect: Float(backdrop.width) / Float(backdrop.height))
        backcloth = Backcloth(room: backdrop)
    }

    /// The picture of a moment, transparent around the character. Times only rise.
    mutating func frame(at time: MediaTime) -> Frame {
        let cues = script.cues(at: time)  // visemes, emotion, gesture, gaze
        pose = animator.pose(at: time, following: cues).holding(held)  // Animation
        let list = puppet.draw(pose, wearing: cues.attire, at: time)  // Rigging, physics inside
        let sound = script.sound(around: time)
        let scene = scenery.surround(  // Scenery: light, weather, bars
            list, in: cues.setting, hearing: sound, at: time)
        let seed = seed
        func present() -> ShaderInputs {
            ShaderInputs(at: time, feeling: cues.emotion, hearing: sound, seed: seed)
        }
        let shaded = layers.shade(  // Shading, where a layer has a shader
            scene, by: rasterizer, size: drawnSize, at: time, moment: present)
        if isCoarse {
            rasterizer.render(shaded, at: time, into: &coarse)
            rasterizer.render(.showing(Texture(once: coarse)), at: time, into: &canvas)
        } else {
            rasterizer.render(shaded, at: time, into: &canvas)  // Raster
        }
        if filter != nil {
            moment = present()
            if let picture = filter?.over(canvas, moment) {
                return Frame(image: picture, time: time)
            }
        }
        return Frame(image: canvas, time: time)
    }

    private var drawnSize: PixelSize {
        let drawn = isCoarse ? coarse : canvas
        return PixelSize(width: drawn.width, height: drawn.height)
    }

    /// What is behind the character in the last frame, opaque.
    mutating func background(at time: MediaTime) -> Image {
        filter?.behind(moment) ?? backcloth.picture(of: scenery, by: rasterizer, at: time)
    }

    /// Has the picture of a place ready before the script moves there.
    mutating func keep(_ picture: Texture, of place: String) { backcloth.keep(picture, of: place) }

    /// Performs a moment without drawing it: springs need their past.
    @discardableResult
    mutating func rehearse(at time: MediaTime) -> Pose {
        let cues = script.cues(at: time)
        pose = animator.pose(at: time, following: cues).holding(held)
        _ = puppet.draw(pose, wearing: cues.attire, at: time)
        return pose
    }

    /// The hit area at a place of the last picture, 0…1 from the left and top.
    func hitArea(at place: SIMD2<Float>) -> String? {
        puppet.hitArea(at: place, aspect: Float(canvas.width) / Float(canvas.height))
    }

    /// Draws with another shader, or with none.
    mutating func change(shader: ShaderInUse?) {
        filter = shader.map { shader in
            Filter(
                shader.shader, uniforms: shader.values,
                size: PixelSize(width: canvas.width, height: canvas.height))
        }
    }

    /// Draws layers of the rig with these shaders, by name.
    mutating func change(layerShaders: [String: Shader]) { layers.change(layerShaders) }

    /// Puts another version of the rig on stage; hair swings anew.
    mutating func change(rig: Rig) {
        puppet = Puppet(rig: rig)
        animator.temperament = rig.temperament
    }

    mutating func change(expressions: [FacialExpression]) {
        animator.replaceExpressions(expressions)
    }
}

/// Width and height of a picture in pixels.
public struct PixelSize: Hashable, Sendable, Codable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// Reads `800x960`.
    ///
    /// - Returns: nil unless both sides are even and 16 to 4096: what a video encoder takes.
    public init?(_ text: String) {
        let sides = text.split(separator: "x").compactMap { Int($0) }
        guard sides.count == 2, sides.allSatisfy({ (16...4096).contains($0) && $0 % 2 == 0 }) else {
            return nil
        }
        self.init(width: sides[0], height: sides[1])
    }
}
