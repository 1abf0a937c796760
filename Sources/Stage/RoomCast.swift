import Mind
import Rigging

/// One of those who share a stage.
struct CastMember: Sendable {
    var sheet: CharacterSheet
    var rig: Rig
}

/// Several characters in one room: the stage bears one body, so whoever is spoken to comes on.
extension Room {
    /// Lets whoever a message is meant for come on before it is answered.
    func handOver(to text: String) async {
        guard cast.count > 1 else { return }
        let name = TurnPolicy.answerer(
            to: text,
            among: cast.map { TurnPolicy.Member(name: $0.sheet.name, persona: $0.sheet.persona) },
            onStage: sheet.name)
        guard name != sheet.name, let next = cast.first(where: { $0.sheet.name == name }) else {
            return
        }
        await play(next.sheet, as: next.rig)
    }
}
