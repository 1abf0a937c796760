import AvatarTypes
import Documents
import Foundation
import Testing

@testable import Rigging

@Suite struct MiraiTests {
    private static let directory = repository.appendingPathComponent("rigs/mirai")
    private static let loaded = Result { try Rig(contentsOf: directory, name: "mirai") }

    private func list(_ values: [Channel: Float]) throws -> DrawList {
        var puppet = Puppet(rig: try Self.loaded.get())
        return puppet.draw(Pose(values), at: .zero)
    }

    private func part(_ id: String) throws -> Part {
        let rig = try Self.loaded.get()
        return try #require(rig.parts.first { rig.nodes[$0.node].id == id })
    }

    @Test func sheLoadsWithoutAComplaint() throws {
        #expect(Rig.complaints(in: Self.directory, name: "mirai") == [])
        #expect(try Self.loaded.get().title == "Mirai")
    }

    @Test func herPartsLieWhereTheDrawingHasThem() throws {
        let rig = try Self.loaded.get()
        let cut = try Document(
            contentsOf: Self.directory.appendingPathComponent("art/parts.json"), name: "parts.json")
        var complaints: [Complaint] = []
        for field in Members(of: cut.root, &complaints)["parts"]?.elements ?? [] {
            let box = Members(of: field, &complaints)
            let id = box.string("id", &complaints) ?? ""
            guard let part = rig.parts.first(where: { rig.nodes[$0.node].id == id }) else {
                continue
            }
            let first = part.vertices.lowerBound
            let size = SIMD2(Float(part.textures[0].width), Float(part.textures[0].height))
            let corner = rig.positions[first] - rig.uvs[first] * size
            #expect(abs(Double(corner.x) - (box["x"]?.number ?? -1)) < 0.01, "\(id)")
            #expect(abs(Double(corner.y) - (box["y"]?.number ?? -1)) < 0.01, "\(id)")
        }
        #expect(complaints == [])
    }

    @Test(arguments: Channel.allCases)
    func everyChannelMovesSomething(_ channel: Channel) throws {
        // What the lips do with the jaw shows only while it is open.
        let needsOpenMouth: Set<Channel> = [
            .mouthClose, .mouthUpperUpLeft, .mouthUpperUpRight, .mouthLowerDownLeft,
            .mouthLowerDownRight, .tongueOut,
        ]
        let still: [Channel: Float] = needsOpenMouth.contains(channel) ? [.jawOpen: 0.4] : [:]
        var moved = still
        moved[channel] = channel.range.upperBound
        let (before, after) = (try list(still), try list(moved))
        #expect(
            before.positions != after.positions
                || before.meshes.map(\.vertices) != after.meshes.map(\.vertices)
                || before.meshes.map(\.layer.opacity) != after.meshes.map(\.layer.opacity))
    }

    @Test func theMouthOpensFurtherWithTheJaw() throws {
        let inside = try part("mouth-interior")
        var last: Float = -1
        for step in 0...20 {
            let list = try list([.jawOpen: Float(step) / 20])
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

    @Test func aBlinkEndsInTheClosedEyeAlone() throws {
        let open = try part("lash-upper-l")
        let closed = try part("eye-closed-l")
        func shows(_ part: Part, _ blink: Float) throws -> Bool {
            try list([.eyeBlinkLeft: blink]).meshes.contains { $0.vertices == part.vertices }
        }
        #expect(try shows(open, 0) && !shows(closed, 0))
        #expect(try !shows(open, 1) && shows(closed, 1))
        for step in 0...50 {
            let blink = Float(step) / 50
            #expect(try shows(open, blink) || shows(closed, blink), "an eye always has its lash")
        }
    }

    @Test func theIrisStaysInsideTheWhite() throws {
        let iris = try part("iris-l")
        let mesh = try #require(try list([:]).meshes.first { $0.vertices == iris.vertices })
        let sources = try #require(mesh.layer.mask?.sources)
        let white = try part("eye-white-l")
        #expect(try list([:]).maskMeshes[sources.lowerBound].vertices == white.vertices)
    }

    @Test func noPoseLeavesTheNumbers() throws {
        var generator = SeededGenerator(seed: 7)
        var puppet = Puppet(rig: try Self.loaded.get())
        for frame in 0..<200 {
            var pose = Pose.rest
            for channel in Channel.allCases {
                let range = channel.range
                pose[channel] =
                    range.lowerBound
                    + (range.upperBound - range.lowerBound) * generator.nextUnit()
            }
            let list = puppet.draw(pose, at: .frames(frame, perSecond: 30))
            #expect(list.positions.allSatisfy { abs($0.x) < 8000 && abs($0.y) < 8000 })
        }
    }
}
