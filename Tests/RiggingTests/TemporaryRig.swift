import AvatarTypes
import CPNG
import Documents
import Foundation
import Rigging

/// A rig's folder in a temporary place, with real PNG files; removed with its last owner.
final class TemporaryRig {
    let directory: URL

    /// - Parameter pictures: the straight RGBA pixels of each file.
    init(_ json: String, pictures: [String: Pixels] = [:]) throws {
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("rig-\(UUID().uuidString)")
        for (path, pixels) in pictures {
            let url = directory.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(pixels.png()).write(to: url)
        }
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try Data(json.utf8).write(to: directory.appendingPathComponent("rig.json"))
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func rig() throws -> Rig { try Rig(contentsOf: directory, name: "doll") }

    var complaints: [Complaint] { Rig.complaints(in: directory, name: "doll") }
}

/// Straight RGBA pixels, and the PNG of them.
struct Pixels {
    var width: Int
    var height: Int
    var bytes: [UInt8]

    init(width: Int, height: Int, _ colour: (Int, Int) -> SIMD4<UInt8>) {
        self.width = width
        self.height = height
        bytes = (0..<height).flatMap { y in
            (0..<width).flatMap { x in
                let pixel = colour(x, y)
                return [pixel.x, pixel.y, pixel.z, pixel.w]
            }
        }
    }

    /// A red square with nothing transparent.
    static let square = Pixels(width: 40, height: 40) { _, _ in SIMD4(255, 0, 0, 255) }

    func png() -> [UInt8] {
        var png = png_image()
        png.version = png_uint_32(PNG_IMAGE_VERSION)
        png.width = png_uint_32(width)
        png.height = png_uint_32(height)
        png.format = CP_FORMAT_RGBA
        var size = png_alloc_size_t(width * height * 8 + 4096)
        var file = [UInt8](repeating: 0, count: Int(size))
        let isWritten = png_image_write_to_memory(
            &png, &file, &size, 0, bytes, Int32(width * 4), nil)
        precondition(isWritten != 0, "libpng writes what is in memory")
        return Array(file.prefix(Int(size)))
    }
}

/// The folder of the repository.
let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

extension Rig {
    /// A rig of red squares of 40 pixels on a canvas of 200.
    static func squares(
        _ parts: [String], groups: [String] = [], bindings: [String] = [], drivers: String = ""
    ) throws -> Rig {
        let folder = try TemporaryRig(
            """
            { "format": 1, "canvas": [200, 200], "drivers": { \(drivers) },
              "groups": [\(groups.joined(separator: ",\n"))],
              "parts": [\(parts.joined(separator: ",\n"))],
              "bindings": [\(bindings.joined(separator: ",\n"))] }
            """, pictures: ["a.png": .square, "b.png": .square])
        return try folder.rig()
    }
}

extension DrawList {
    var meshes: [Mesh] {
        commands.compactMap { command in
            guard case .mesh(let mesh) = command else { return nil }
            return mesh
        }
    }

    /// The corners of the box around a mesh.
    func bounds(_ mesh: Mesh) -> (low: SIMD2<Float>, high: SIMD2<Float>) {
        let points = positions[mesh.vertices]
        return points.reduce((points.first ?? .zero, points.first ?? .zero)) {
            (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1))
        }
    }
}

extension Pose {
    init(_ values: [Channel: Float]) {
        self = .rest
        for (channel, value) in values { self[channel] = value }
    }
}
