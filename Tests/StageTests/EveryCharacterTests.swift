import AvatarTypes
import Foundation
import Raster
import Rigging
import Testing

/// What must hold of every character that comes with the program, seen in pixels.
@Suite("Every character")
struct EveryCharacterTests {
    static let names = ["mirai", "miyu", "ren"]

    private static func rig(_ name: String) throws -> Rig {
        let folder = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appending(path: "rigs/\(name)")
        return try Rig(contentsOf: folder, name: name)
    }

    /// The whole drawing at rest but for some controls.
    private func picture(
        _ puppet: inout Puppet, _ values: [Control: Float], view: Rect, size: (Int, Int)
    ) -> Image {
        var image = Image(width: size.0, height: size.1)
        var list = puppet.draw(.rest.holding(values), at: .zero)
        list.view = view
        Rasterizer(threads: 1).render(list, at: .zero, into: &image)
        return image
    }

    /// Where a control may change the picture, in the units of the common skeleton: x and y from, x and y to.
    private func region(of control: Control) -> (ClosedRange<Int>, ClosedRange<Int>) {
        let (face, all) = (640...1408, 0...2048)
        switch control {
        case .channel(let channel):
            let name = channel.name
            if name.hasPrefix("eye") || name.hasPrefix("brow") { return (face, 540...1060) }
            if name.hasPrefix("noseSneer") { return (940...1110, 900...1040) }
            if name.hasPrefix("mouth") || name.hasPrefix("jaw") || name.hasPrefix("cheek")
                || name == "tongueOut"
            {
                return (face, 600...1310)
            }
            if name.hasSuffix("Left") { return (1024...2048, 0...3072) }
            if name.hasSuffix("Right") { return (0...1024, 0...3072) }
            return (all, 0...3072)
        case .accent(let accent):
            let name = accent.name
            if name.hasPrefix("eye") { return (face, 640...1000) }
            if name.hasPrefix("sign") { return (420...1640, 40...1300) }
            return name.hasSuffix("Left") ? (1024...2048, 1200...3072) : (0...1024, 1200...3072)
        }
    }

    @Test("moves with each control where that belongs, and nowhere else", arguments: names)
    func locality(name: String) throws {
        // Eight units to a pixel.
        let view = Rect(x: 0, y: 0, width: 2048, height: 3072)
        var puppet = Puppet(rig: try Self.rig(name))
        for control in Control.all {
            // What shows only in an open mouth or on a shaped hand is looked at there.
            var still: [Control: Float] = [.channel(.jawOpen): 0.3]
            if case .accent(.wristLeft) = control { still[.accent(.handOpenLeft)] = 1 }
            if case .accent(.wristRight) = control { still[.accent(.handOpenRight)] = 1 }
            var moved = still
            moved[control] = control.range.upperBound
            let before = picture(&puppet, still, view: view, size: (256, 384))
            let after = picture(&puppet, moved, view: view, size: (256, 384))
            let (columns, rows) = region(of: control)
            var (inside, stray) = (0, 0)
            for y in 0..<384 {
                for x in 0..<256 where before[x, y] != after[x, y] {
                    if columns.contains(8 * x + 4), rows.contains(8 * y + 4) {
                        inside += 1
                    } else {
                        stray += 1
                    }
                }
            }
            #expect(inside > 0, "\(control.name) shows")
            #expect(stray == 0, "\(control.name) also changes \(stray) pixels elsewhere")
        }
    }
}
