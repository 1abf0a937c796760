import AvatarTypes
import Testing

@testable import Rigging

@Suite struct WardrobeTests {
    /// A body, a jacket, a coat, and a scarf that only winter shows.
    private static let file = """
        { "format": 1, "canvas": [200, 200],
          "outfits": {
            "uniform": { "title": "School uniform", "parts": ["jacket"] },
            "coat": { "title": "Coat", "parts": ["coat"], "dyes": { "cloth": { "tint": [1, 0.5, 0.5] } } }
          },
          "appearances": {
            "default": { "outfit": "uniform" },
            "winter": { "title": "Winter", "outfit": "coat", "show": ["scarf"], "controls": { "headPitch": -4 } }
          },
          "backgrounds": { "room": { "title": "Her room", "picture": "a.png" } },
          "temperament": { "extraversion": 0.9 },
          "groups": [{ "id": "head", "pivot": [100, 100] }],
          "parts": [
            { "id": "body", "picture": "a.png", "at": [80, 80], "group": "head" },
            { "id": "jacket", "picture": "a.png", "at": [80, 80], "dye": "cloth" },
            { "id": "coat", "picture": "a.png", "at": [80, 80], "dye": "cloth", "tint": [0.5, 1, 1] },
            { "id": "scarf", "picture": "a.png", "at": [80, 40] }
          ],
          "bindings": [{ "on": "head", "by": "headPitch -20 20", "translate": [[0, 20], [0, -20]] }] }
        """

    private func rig() throws -> Rig {
        try TemporaryRig(Self.file, pictures: ["a.png": .square]).rig()
    }

    /// The opacity of each visible mesh at a moment.
    private func opacities(_ list: DrawList) -> [Float] { list.meshes.map(\.layer.opacity) }

    @Test func theFirstOutfitIsWornWhenNoneIsAskedFor() throws {
        var puppet = Puppet(rig: try rig())
        #expect(puppet.draw(.rest, at: .zero).meshes.count == 2)
    }

    @Test func anAppearanceBringsItsClothesItsThingsAndItsBearing() throws {
        var puppet = Puppet(rig: try rig())
        let plain = puppet.draw(.rest, at: .zero)
        puppet = Puppet(rig: try rig())
        let winter = puppet.draw(.rest, wearing: Attire(appearance: "winter"), at: .zero)
        #expect(winter.meshes.count == 3)
        // The chin sinks by 4 of 20 degrees, which is 4 of 20 units.
        let sunk = winter.bounds(winter.meshes[0]).low.y - plain.bounds(plain.meshes[0]).low.y
        #expect(abs(sunk - 4) < 1e-3)
    }

    @Test func anOutfitThatIsAskedForGoesBeforeTheAppearances() throws {
        var puppet = Puppet(rig: try rig())
        let attire = Attire(outfit: "uniform", appearance: "winter")
        let list = puppet.draw(.rest, wearing: attire, at: .zero)
        #expect(list.meshes.count == 3)
        #expect(list.meshes[1].layer.tint == SIMD3(1, 1, 1))
    }

    @Test func aDyeMultipliesTheColourOfWhatBearsItsName() throws {
        var puppet = Puppet(rig: try rig())
        let list = puppet.draw(.rest, wearing: Attire(outfit: "coat"), at: .zero)
        #expect(list.meshes[1].layer.tint == SIMD3(0.5, 0.5, 0.5))
    }

    @Test func whatIsPutOnCoversWhatWasWornBeforeThatGoes() throws {
        var puppet = Puppet(rig: try rig())
        _ = puppet.draw(.rest, at: .zero)
        _ = puppet.draw(.rest, wearing: Attire(outfit: "coat"), at: .milliseconds(10))
        var least: Float = 1
        for step in 2...60 {
            let list = puppet.draw(
                .rest, wearing: Attire(outfit: "coat"), at: .milliseconds(10 * step))
            let cover = opacities(list).dropFirst().max() ?? 0
            least = min(least, cover)
        }
        #expect(least > 0.99)
        let end = puppet.draw(.rest, wearing: Attire(outfit: "coat"), at: .milliseconds(610))
        #expect(opacities(end) == [1, 1])
    }

    @Test func afterAJumpTheNewClothesAreWornAtOnce() throws {
        var puppet = Puppet(rig: try rig())
        _ = puppet.draw(.rest, at: .zero)
        let list = puppet.draw(.rest, wearing: Attire(outfit: "coat"), at: .seconds(5))
        #expect(opacities(list) == [1, 1])
    }

    @Test func namesThatTheRigDoesNotKnowChangeNothing() throws {
        var puppet = Puppet(rig: try rig())
        let list = puppet.draw(
            .rest, wearing: Attire(outfit: "armour", appearance: "ghost"), at: .zero)
        #expect(list.meshes.count == 2)
    }

    @Test func aRigTellsWhatCanBeChosen() throws {
        let rig = try rig()
        #expect(rig.outfits.map(\.title) == ["School uniform", "Coat"])
        #expect(rig.appearances.map(\.name) == ["default", "winter"])
        #expect(rig.backgrounds.map(\.title) == ["Her room"])
        #expect(rig.temperament.extraversion == 0.9 && rig.temperament.openness == 0.5)
    }
}
