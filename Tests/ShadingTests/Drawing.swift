import Foundation
@testable import Shading

/// Small pictures to draw on and to read from.
enum Drawing {
    static let size = 64

    /// A picture in which every pixel differs from its neighbours.
    static func source(_ x: Int, _ y: Int) -> [UInt8] {
        [UInt8(x * 4), UInt8(y * 4), UInt8((x * y) & 255), UInt8(255 - ((x ^ y) & 63))]
    }

    static func store(_ width: Int = size, _ height: Int = size) -> PixelStore {
        let store = PixelStore(width: width, height: height)
        for y in 0..<height {
            for x in 0..<width {
                for (channel, byte) in source(x & 63, y & 63).enumerated() {
                    store.pixels.base.storeBytes(
                        of: byte, toByteOffset: y * store.pixels.bytesPerRow + x * 4 + channel,
                        as: UInt8.self)
                }
            }
        }
        return store
    }

    static var inputs: ShaderInputs {
        var inputs = ShaderInputs()
        inputs.time = 1.25
        inputs.mood = [0.5, 0.25, 0.75]
        inputs.speech = 0.5
        inputs.seed = 0.3
        return inputs
    }

    /// The bytes of a picture, row by row, without what lies between rows.
    static func bytes(_ store: PixelStore) -> [UInt8] {
        let pixels = store.pixels
        return (0..<pixels.height).flatMap { row in
            Array(
                UnsafeRawBufferPointer(
                    start: pixels.base + row * pixels.bytesPerRow, count: pixels.width * 4))
        }
    }

    /// What the shader makes of the source picture.
    static func draw(
        _ shader: Shader, _ inputs: ShaderInputs = inputs, width: Int = size, height: Int = size,
        threads: Int = 1, columns: Range<Int>? = nil, rows: Range<Int>? = nil
    ) -> [UInt8] {
        let source = store(width, height)
        let target = PixelStore(width: width, height: height)
        ShaderRunner(shader, threads: threads).draw(
            source.pixels, inputs, into: target.pixels, columns: columns, rows: rows)
        return withExtendedLifetime((source, target)) { bytes(target) }
    }

    /// The first pixel of a program whose `main` is this.
    static func pixel(_ body: String, before: String = "") throws -> [UInt8] {
        let shader = try Shader(
            """
            precision highp float;
            varying vec2 v_uv;
            \(before)
            void main() {
                // Zero, though no compiler knows.
                float z = v_uv.x - v_uv.x;
                \(body)
            }
            """)
        return Array(draw(shader).prefix(4))
    }

    /// Whether an expression comes near a number, when it is folded and when it is computed.
    static func isNear(_ expression: String, _ expected: Double, within: Double) throws -> Bool {
        try ["0.0", "z"].allSatisfy { zero in
            let value = expression.replacingOccurrences(of: "Z", with: zero)
            let pixel = try pixel(
                "gl_FragColor = vec4(abs((\(value)) - (\(expected) + 0.0)) <= \(within) ? 1.0 : 0.0);"
            )
            return pixel == [255, 255, 255, 255]
        }
    }
}

/// The programs beside the tests.
enum Programs {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    static func names(in name: String) -> [String] {
        let files = try? FileManager.default.contentsOfDirectory(
            atPath: folder.appending(path: name).path())
        return (files ?? []).filter { $0.hasSuffix(".frag") }.sorted()
    }

    static func text(_ name: String, in place: String) throws -> String {
        try String(contentsOf: folder.appending(path: place).appending(path: name), encoding: .utf8)
    }

    /// The shaders that come with the program, seen from the tests.
    static let shipped = "../../shaders"
}
