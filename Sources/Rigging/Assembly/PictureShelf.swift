import AvatarTypes
import Dispatch
import Foundation
import Synchronization

/// The pictures of the rigs that are in use: a rig that is read again decodes only what was changed, and
/// rooms with the same character share its memory.
///
/// A picture is known by its file's number, size and time of modification, by whatever path, and kept for
/// as long as a rig uses it.
public final class PictureShelf: Sendable {
    private let places = Mutex<[Key: Place]>([:])

    private struct Key: Hashable {
        var stamp: Stamp
        var detail: Rig.Detail
    }

    private struct Place {
        var size: SIMD2<Float>
        weak var texture: Texture?
    }

    /// What changes when a file does.
    private struct Stamp: Hashable {
        var device: UInt64
        var number: UInt64
        var length: Int
        var seconds: Int
        var nanoseconds: Int

        /// Nil when there is no such file.
        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            device = UInt64(status.st_dev)
            length = Int(status.st_size)
            number = UInt64(status.st_ino)
            seconds = status.st_mtim.tv_sec
            nanoseconds = status.st_mtim.tv_nsec
        }
    }

    public init() {}

    /// The pictures of some files, decoded on all cores.
    func sheets(
        at urls: [URL], _ detail: Rig.Detail
    ) -> [Result<PictureSheet, PNGError>] {
        places.withLock { $0 = $0.filter { $0.value.texture != nil } }
        let found = Mutex([Result<PictureSheet, PNGError>?](repeating: nil, count: urls.count))
        DispatchQueue.concurrentPerform(iterations: urls.count) { index in
            let sheet = Result { () throws(PNGError) in try self.sheet(at: urls[index], detail) }
            found.withLock { $0[index] = sheet }
        }
        return found.withLock { $0.compactMap(\.self) }
    }

    private func sheet(at url: URL, _ detail: Rig.Detail) throws(PNGError) -> PictureSheet {
        let key = Stamp(url.path).map { Key(stamp: $0, detail: detail) }
        let known = places.withLock { places -> PictureSheet? in
            guard let key, let place = places[key], let texture = place.texture else { return nil }
            return PictureSheet(texture: texture, size: place.size, detail)
        }
        if let known { return known }
        let image = try PNGPicture.decode(contentsOf: url)
        let whole = Texture(image: image)
        let sheet = PictureSheet(
            texture: detail.halvings == 0
                ? whole
                : Texture(levels: Array(whole.levels.dropFirst(detail.skippedLevels(of: whole)))),
            size: SIMD2(Float(image.width), Float(image.height)), detail)
        if let key {
            places.withLock { $0[key] = Place(size: sheet.size, texture: sheet.texture) }
        }
        return sheet
    }
}

/// A decoded picture, in full or less detail.
struct PictureSheet: Sendable {
    var texture: Texture
    /// Of the whole picture, in rig units.
    var size: SIMD2<Float>
    /// How much of the texture's sides the picture takes: a smaller copy may reach beyond it.
    var reach: SIMD2<Float>

    fileprivate init(texture: Texture, size: SIMD2<Float>, _ detail: Rig.Detail) {
        self.texture = texture
        self.size = size
        // Halved as often as there were sides to halve.
        var (width, halvings) = (Int(size.x), 0)
        var height = Int(size.y)
        while width != texture.width || height != texture.height, halvings < detail.halvings {
            (width, height) = ((width + 1) / 2, (height + 1) / 2)
            halvings += 1
        }
        reach =
            size / (SIMD2(Float(texture.width), Float(texture.height)) * Float(1 << halvings))
    }
}

extension Rig.Detail {
    /// Two levels of a texture are one halving; the last one stays.
    fileprivate func skippedLevels(of texture: Texture) -> Int {
        min(2 * halvings, (texture.levels.count - 1) / 2 * 2)
    }
}
