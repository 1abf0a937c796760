public import AvatarTypes
public import Foundation

/// A picture that says when it was drawn, for measuring what happens to it on its way: a shader in place
/// of the character. Its upper half is the show's time as black and white stripes, its lower half sixteen
/// steps of alpha.
public enum TimeCode {
    /// The stripes are the lower sixteen bits of milliseconds, the lowest at the left.
    private static let stripes = 16
    /// Milliseconds after which the code is the same again.
    public static let period = 65_536.0

    private static let shader = """
        // The time in stripes, and steps of alpha.
        precision highp float;
        varying vec2 v_uv;
        uniform sampler2D u_layer;  // who reads it is in front
        uniform float u_time;

        void main() {
            float column = floor(v_uv.x * 16.0);
            if (v_uv.y < 0.5) {
                float rest = floor(mod(u_time * 1000.0, 65536.0));
                for (int i = 0; i < 16; i++) {
                    if (float(i) < column) rest = floor(rest / 2.0);
                }
                gl_FragColor = vec4(vec3(rest - 2.0 * floor(rest / 2.0)), 1.0);
            } else {
                float alpha = column / 15.0;
                gl_FragColor = vec4(vec3(0.8, 0.4, 0.2) * alpha, alpha);
            }
            gl_FragColor += min(texture2D(u_layer, v_uv), vec4(0.0));
        }
        """

    /// Settings of a server whose pictures are small.
    public static let settings = "size: 160x192\n"

    /// The repository's content with the shader `time-code` beside the others.
    ///
    /// - Returns: a folder that the caller removes.
    public static func assets() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "assets-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["rigs", "expressions", "characters", "shaders"] {
            try FileManager.default.copyItem(
                at: Repository.root.appending(path: name), to: folder.appending(path: name))
        }
        try shader.write(
            to: folder.appending(path: "shaders/time-code.frag"), atomically: true, encoding: .utf8)
        return folder
    }

    /// Milliseconds, less than ``period``, as a picture says; nil where a stripe is grey.
    public static func milliseconds(in image: Image) -> Double? {
        var time = 0
        for bit in 0..<stripes {
            let pixel = image[image.width * (2 * bit + 1) / (2 * stripes), image.height / 4]
            guard pixel.w > 250, pixel.y < 64 || pixel.y > 192 else { return nil }
            if pixel.y > 128 { time |= 1 << bit }
        }
        return Double(time)
    }

    /// How far alpha is from what was drawn, of 255, in the worst of the steps.
    public static func alphaError(in image: Image) -> Int {
        (0..<stripes).map { step in
            let x = image.width * (2 * step + 1) / (2 * stripes)
            return abs(Int(image[x, image.height * 3 / 4].w) - step * 17)
        }.max() ?? 255
    }
}
