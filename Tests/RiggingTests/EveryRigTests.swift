import AvatarTypes
import Foundation
import Raster
import Testing

@testable import Rigging

/// The characters that come with the program.
@Suite struct EveryRigTests {
    private static let names = ["mirai", "miyu", "ren"]
    /// Pixels of 20 units that two locks of hair may leave open between them; a seam that tears opens more.
    private static let lightBetweenLocks = 2
    private static let loaded = Dictionary(
        uniqueKeysWithValues: names.map { name in
            (name, Result { try Rig(contentsOf: directory(name), name: name) })
        })

    private static func directory(_ name: String) -> URL {
        repository.appendingPathComponent("rigs/\(name)")
    }

    private func rig(_ name: String) throws -> Rig { try #require(Self.loaded[name]).get() }

    private func list(_ name: String, _ values: [Control: Float]) throws -> DrawList {
        var puppet = Puppet(rig: try rig(name))
        return puppet.draw(.rest.holding(values), at: .zero)
    }

    private func part(_ name: String, _ id: String) throws -> Part {
        let rig = try rig(name)
        return try #require(rig.parts.first { rig.nodes[$0.node].id == id })
    }

    @Test(arguments: names)
    func itLoadsWithoutAComplaint(_ name: String) throws {
        #expect(Rig.complaints(in: Self.directory(name), name: name) == [])
    }

    @Test(arguments: names)
    func itHasClothesForEveryLookThatProgramsExpect(_ name: String) throws {
        let rig = try rig(name)
        #expect(rig.outfits.count >= 4 && !rig.backgrounds.isEmpty)
        #expect(
            Set(rig.appearances.map(\.name)).isSuperset(of: [
                "default", "casual", "formal", "sleepy", "excited", "winter", "summer",
            ]))
        let areas = Set(rig.hitAreas.map(\.name))
        #expect(
            areas.isSuperset(of: ["head", "hair", "face", "cheek", "nose", "mouth", "hand", "body"])
        )
    }

    @Test(arguments: names)
    func everyControlMovesSomething(_ name: String) throws {
        // What the lips do with the jaw shows only while it is open, and a wrist only moves a hand.
        let needsOpenMouth: Set<Channel> = [
            .mouthClose, .mouthUpperUpLeft, .mouthUpperUpRight, .mouthLowerDownLeft,
            .mouthLowerDownRight, .tongueOut,
        ]
        for control in Control.all {
            var still: [Control: Float] = [:]
            if case .channel(let channel) = control, needsOpenMouth.contains(channel) {
                still[.channel(.jawOpen)] = 0.4
            }
            var moved = still
            moved[control] = control.range.upperBound
            let (before, after) = (try list(name, still), try list(name, moved))
            #expect(
                before.positions != after.positions
                    || before.meshes.map(\.vertices) != after.meshes.map(\.vertices)
                    || before.meshes.map(\.layer.opacity) != after.meshes.map(\.layer.opacity)
                    || before.meshes.map(\.layer.tint) != after.meshes.map(\.layer.tint),
                "\(control.name)")
        }
    }

    @Test(arguments: names)
    func theMouthOpensFurtherWithTheJaw(_ name: String) throws {
        let inside = try part(name, "mouth-interior")
        var last: Float = -1
        for step in 0...20 {
            let list = try list(name, [.channel(.jawOpen): Float(step) / 20])
            let shown = list.meshes.contains { $0.vertices == inside.vertices }
            #expect(shown == (step > 0), "closed is a line")
            guard shown else { continue }
            let points = list.positions[inside.vertices]
            let height =
                points.map(\.y).reduce(-.infinity, max) - points.map(\.y).reduce(.infinity, min)
            #expect(height > last)
            last = height
        }
    }

    @Test(arguments: names)
    func aBlinkEndsInTheClosedEyeAlone(_ name: String) throws {
        let open = try part(name, "lash-upper-l")
        let closed = try part(name, "eye-closed-l")
        func shows(_ part: Part, _ blink: Float) throws -> Bool {
            try list(name, [.channel(.eyeBlinkLeft): blink]).meshes.contains {
                $0.vertices == part.vertices
            }
        }
        #expect(try shows(open, 0) && !shows(closed, 0))
        #expect(try !shows(open, 1) && shows(closed, 1))
        for step in 0...50 {
            let blink = Float(step) / 50
            #expect(try shows(open, blink) || shows(closed, blink), "an eye always has its lash")
        }
    }

    @Test(arguments: names)
    func theIrisStaysInsideTheWhite(_ name: String) throws {
        let iris = try part(name, "iris-l")
        let list = try list(name, [:])
        let mesh = try #require(list.meshes.first { $0.vertices == iris.vertices })
        let sources = try #require(mesh.layer.mask?.sources)
        let white = try part(name, "eye-white-l")
        #expect(list.maskMeshes[sources.lowerBound].vertices == white.vertices)
    }

    @Test(arguments: names)
    func noPoseLeavesTheNumbers(_ name: String) async throws {
        var generator = SeededGenerator(seed: 7)
        var puppet = Puppet(rig: try rig(name))
        for frame in 0..<200 {
            await Task.yield()
            var pose = Pose.rest
            for control in Control.all {
                let range = control.range
                pose[control] =
                    range.lowerBound
                    + (range.upperBound - range.lowerBound) * generator.nextUnit()
            }
            let list = puppet.draw(pose, at: .frames(frame, perSecond: 30))
            #expect(list.positions.allSatisfy { abs($0.x) < 8000 && abs($0.y) < 8000 })
        }
    }

    @Test(arguments: names)
    func faceAndHairNeverFoldOver(_ name: String) async throws {
        let rig = try rig(name)
        let solid = rig.parts.filter { part in
            let id = rig.nodes[part.node].id
            return id == "face" || id == "hair-cap" || id == "nose" || id.hasPrefix("fringe-")
                || id.hasPrefix("side-hair") || id.hasPrefix("back-hair")
                || id.hasPrefix("long-hair")
        }
        func area(_ points: [SIMD2<Float>], _ first: Int) -> Float {
            let (a, b, c) = (
                points[Int(rig.indices[first])], points[Int(rig.indices[first + 1])],
                points[Int(rig.indices[first + 2])]
            )
            return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
        }
        var generator = SeededGenerator(seed: 9)
        var puppet = Puppet(rig: rig)
        for frame in 0..<600 {
            await Task.yield()
            var pose = Pose.rest
            for channel in Channel.allCases {
                let range = channel.range
                pose[channel] =
                    range.lowerBound
                    + (range.upperBound - range.lowerBound) * generator.nextUnit()
            }
            // Five new poses a second: hair is flung about.
            let list = puppet.draw(pose, at: .frames(frame, perSecond: 5))
            for part in solid {
                for first in stride(
                    from: part.triangles.lowerBound, to: part.triangles.upperBound, by: 3)
                {
                    let (rest, now) = (area(rig.positions, first), area(list.positions, first))
                    #expect(rest * now > 0, "\(rig.nodes[part.node].id)")
                }
            }
        }
    }

    @Test(arguments: names)
    func theHeadHasNoHoleInFourThousandPoses(_ name: String) async throws {
        let rig = try rig(name)
        let head = try #require(rig.nodes.firstIndex { $0.id == "head" })
        let inside = Set(rig.parts.filter { $0.chain.contains(head) }.map(\.vertices))
        var puppet = Puppet(rig: rig)
        var image = Image(width: 40, height: 52)
        let rasterizer = Rasterizer(threads: 1)
        var chance = SeededGenerator(seed: 21)
        let moving: [Channel] = [
            .headYaw, .headPitch, .headRoll, .jawOpen, .mouthPucker, .mouthSmileLeft,
            .mouthSmileRight, .eyeBlinkLeft, .eyeBlinkRight, .cheekPuff, .jawLeft,
        ]
        for _ in 0..<4_000 {
            await Task.yield()
            var pose = Pose.rest
            for channel in moving {
                let range = channel.range
                // Corners are where it tears: each value is an end as often as it is between.
                let way = chance.nextUnit() < 0.5 ? chance.nextUnit().rounded() : chance.nextUnit()
                pose[channel] = range.lowerBound + (range.upperBound - range.lowerBound) * way
            }
            var list = puppet.draw(pose, at: .zero)
            list.view = Rect(x: 624, y: 320, width: 800, height: 1040)
            list.commands = list.commands.filter {
                guard case .mesh(let mesh) = $0 else { return true }
                return inside.contains(mesh.vertices)
            }
            rasterizer.render(list, at: .zero, into: &image)
            let holes = holes(in: image)
            #expect(holes <= Self.lightBetweenLocks, "\(moving.map { "\($0)=\(pose[$0])" })")
        }
    }

    /// Transparent pixels that no way leads to from the picture's border.
    private func holes(in image: Image) -> Int {
        let (width, height) = (image.width, image.height)
        var isOutside = [Bool](repeating: false, count: width * height)
        var open: [(Int, Int)] = []
        func visit(_ x: Int, _ y: Int) {
            guard (0..<width).contains(x), (0..<height).contains(y), !isOutside[y * width + x],
                image[x, y].w < 96
            else { return }
            isOutside[y * width + x] = true
            open.append((x, y))
        }
        for x in 0..<width {
            visit(x, 0)
            visit(x, height - 1)
        }
        for y in 0..<height {
            visit(0, y)
            visit(width - 1, y)
        }
        while let (x, y) = open.popLast() {
            visit(x + 1, y)
            visit(x - 1, y)
            visit(x, y + 1)
            visit(x, y - 1)
        }
        var count = 0
        for y in 0..<height {
            for x in 0..<width where image[x, y].w < 96 && !isOutside[y * width + x] { count += 1 }
        }
        return count
    }
}
