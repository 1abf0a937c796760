/// Draws tiles of a sheet, one after the other; each thread has its own.
///
/// There is one for each vector level, compiled from the same sources: all give the same bytes.
public protocol TilePainting: AnyObject, Sendable {
    /// Makes room for groups within groups, and steps. Not part of the loop over tiles.
    func prepare(depth: Int, steps: Int)

    /// Clears a tile of the canvas and walks through all steps that touch it.
    func paint(_ tile: Tile, of sheet: Sheet, onto canvas: Surface)
}
