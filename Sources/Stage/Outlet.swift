import AvatarTypes
import Media

/// Takes what goes on air, beside the viewers: a push, a recording. Nothing here waits: an outlet that
/// writes to a network or a disk has a thread of its own.
protocol Outlet: AnyObject, Sendable {
    /// Which picture it takes now; nil while it takes nothing, so that nothing is encoded for it.
    var picture: ViewerProfile? { get }
    /// How its sound is compressed.
    var sound: Codec { get }
    /// Whether it waits for a key frame; asking answers the wish.
    func takeKeyframeWish() -> Bool
    /// The next packet of its picture or its sound.
    func offer(_ packet: MediaPacket)
    /// Ends it. What it holds still goes where it belongs.
    func close()
}
