import AvatarTypes
import Raster
import Scenery

/// What hangs behind the character where nothing is transparent: the room's own backdrop, or a place of
/// hers in the light of the hour. It is painted anew only while something in it moves.
struct Backcloth {
    private let room: Image
    private let texture: Texture
    private var places: [String: Texture] = [:]
    private var canvas: Image
    private var painted: Scenery.Still?

    /// - Parameter room: of the picture's size.
    init(room: Image) {
        self.room = room
        texture = Texture(levels: [room])
        canvas = Image(width: room.width, height: room.height)
    }

    /// Has a place ready, so that nothing is read while the show goes on.
    mutating func keep(_ picture: Texture, of place: String) {
        places[place] = picture
        painted = nil
    }

    mutating func picture(
        of scenery: Scenery, by rasterizer: Rasterizer, at time: MediaTime
    ) -> Image {
        if scenery.isBare { return room }
        if let still = scenery.still, still == painted { return canvas }
        let places = places
        rasterizer.render(
            scenery.background(texture, picture: { places[$0] }, at: time), at: time,
            into: &canvas)
        painted = scenery.still
        return canvas
    }
}
