import Documents
import Foundation
import Mind
import Rigging
import Store

/// Who there is: files, what was made by request, and rigs that nobody has a file for.
extension AssetLibrary {
    var characterNames: [String] {
        names(in: "characters") { url in
            url.pathExtension == "yaml" ? url.deletingPathExtension().lastPathComponent : nil
        }
    }

    /// The text of a character's file.
    func characterText(named name: String) throws(Complaint) -> String {
        let file = "characters/\(name).yaml"
        guard
            let text = try? String(
                contentsOf: root.appending(path: file), encoding: .utf8)
        else {
            throw Complaint(
                file: file, what: "This is no text in UTF-8.", remedy: "Save it as such.")
        }
        return text
    }

    /// Every character that can be read, by name, and what is wrong with the others.
    ///
    /// - Parameter made: last versions of those that were made or changed; they count more than files.
    func sheets(with made: [String: CharacterVersion]) -> (
        sheets: [String: CharacterSheet], complaints: [Complaint]
    ) {
        var sheets: [String: CharacterSheet] = [:]
        var complaints: [Complaint] = []
        for name in rigNames {
            let title = card(ofRig: name)?.title ?? name
            var persona = Persona.mirai
            if name != "mirai" { (persona.name, persona.names) = (title, [:]) }
            sheets[name] = CharacterSheet(name: name, persona: persona, rig: name)
        }
        for name in characterNames {
            do throws(Complaint) {
                let read = CharacterSheet.read(
                    try characterText(named: name), name: name, file: "characters/\(name).yaml")
                if let sheet = read.sheet { sheets[name] = sheet }
                complaints += read.complaints
            } catch { complaints.append(error) }
        }
        for (name, version) in made {
            let read = CharacterSheet.read(version.text, name: name, file: "\(name).yaml")
            if let sheet = read.sheet { sheets[name] = sheet }
            complaints += read.complaints
        }
        return (sheets, complaints)
    }

    /// What is wrong with the characters' files, or with what they ask of their rigs.
    func characterComplaints() -> [Complaint] {
        let (sheets, complaints) = sheets(with: [:])
        return complaints
            + characterNames.compactMap { sheets[$0] }.flatMap(wishes(of:))
    }

    /// What it asks of its rig in vain.
    private func wishes(of sheet: CharacterSheet) -> [Complaint] {
        let file = "characters/\(sheet.name).yaml"
        guard rigNames.contains(sheet.rig), let card = card(ofRig: sheet.rig) else {
            return [
                Complaint(
                    file: file, what: "There is no rig '\(sheet.rig)'.",
                    remedy: "Known are \(rigNames.joined(separator: ", ")).")
            ]
        }
        let known = card.appearances.map(\.name)
        let wanted =
            sheet.looks.values.sorted() + sheet.persona.modes.values.compactMap(\.appearance)
        return wanted.filter { !known.contains($0) }.map {
            Complaint(
                file: file, what: "The rig '\(sheet.rig)' has no look '\($0)'.",
                remedy: "Known are \(known.joined(separator: ", ")).")
        }
    }

    /// What is wrong with one file, which need not lie in a library.
    static func characterComplaints(about url: URL) -> [Complaint] {
        guard let text = try? String(contentsOf: url, encoding: .utf8) else {
            return [
                Complaint(
                    file: url.path, what: "This is no text in UTF-8.", remedy: "Save it as such.")
            ]
        }
        return CharacterSheet.read(
            text, name: url.deletingPathExtension().lastPathComponent, file: url.path
        ).complaints
    }
}
