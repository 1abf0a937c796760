import AvatarTypes
import Documents

// How an expression is read: every mistake becomes a complaint, and reading goes on.

extension FacialExpression {
    init(_ root: Field, name: String, _ complaints: inout [Complaint]) {
        if !Self.isName(name) {
            complaints.append(
                Complaint(
                    file: root.file, what: "'\(name)' is no name for an expression.",
                    remedy: "Call the file by small letters, digits and hyphens only."))
        }
        let keys = [
            "aliases", "emotion", "attack", "release", "mouth", "blink", "gaze", "channels",
        ]
        let members = Members(of: root, allowing: keys, &complaints)
        self.name = name
        aliases = Self.aliases(members, &complaints)
        emotion = Self.emotion(members, &complaints)
        // Faster than 0.15 s a face snaps.
        attack = Float(members.number("attack", in: 0.15...10, default: 0.35, &complaints))
        release = Float(members.number("release", in: 0.15...10, default: 0.6, &complaints))
        mouth = Self.claim("mouth", members, &complaints)
        blink = Self.claim("blink", members, &complaints)
        gaze = Self.claim("gaze", members, &complaints)
        targets = Self.targets(members, &complaints)
    }

    private static func aliases(_ members: Members, _ complaints: inout [Complaint]) -> [String] {
        guard let field = members["aliases"] else { return [] }
        let names = (field.elements ?? []).compactMap(\.string)
        if names.isEmpty || names.count != field.elements?.count || !names.allSatisfy(isName) {
            complaints.append(
                field.complaint(
                    "'aliases' must be a list of names.",
                    remedy: "Write [\"grin\"], in small letters, digits and hyphens."))
        }
        return names.filter(isName)
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".contains($0) }
    }

    private static func emotion(_ members: Members, _ complaints: inout [Complaint]) -> Emotion {
        guard let field = members.required("emotion", &complaints) else { return .neutral }
        let keys = ["valence", "arousal", "energy"]
        let point = Members(of: field, allowing: keys, &complaints)
        let values = keys.map { key -> Float in
            guard let value = point.required(key, &complaints) else { return 0.5 }
            return Float(value.number(in: 0...1, &complaints) ?? 0.5)
        }
        return Emotion(valence: values[0], arousal: values[1], energy: values[2])
    }

    private static func claim(
        _ key: String, _ members: Members, _ complaints: inout [Complaint]
    ) -> Claim {
        let fallback: Claim = key == "mouth" ? .blend : .keep
        let words = Claim.allCases.map(\.rawValue)
        let word = members.choice(key, of: words, default: fallback.rawValue, &complaints)
        return Claim(rawValue: word) ?? fallback
    }

    private static func targets(_ members: Members, _ complaints: inout [Complaint]) -> [Target] {
        guard let field = members.required("channels", &complaints) else { return [] }
        _ = Members(of: field, &complaints)
        var targets: [Control: Target] = [:]
        for member in field.members ?? [] {
            let controls = Control(name: member.key).map { [$0] } ?? Control.pair(named: member.key)
            guard let controls else {
                complaints.append(unknown(member.key, line: member.keyLine, in: field))
                continue
            }
            guard let (operation, amount) = target(member.value, of: controls[0], &complaints)
            else { continue }
            for control in controls {
                let target = Target(control: control, operation: operation, amount: amount)
                if targets.updateValue(target, forKey: control) != nil {
                    complaints.append(
                        Complaint(
                            file: field.file, line: member.keyLine,
                            what: "'\(control.name)' has a target already.",
                            remedy: "Write both sides together, or each side once."))
                }
            }
        }
        return Control.all.compactMap { targets[$0] }
    }

    private static func unknown(_ name: String, line: Int, in field: Field) -> Complaint {
        let names = Control.all.map(\.name)
        let pairs = names.filter { $0.hasSuffix("Left") }.map { String($0.dropLast(4)) }
            .filter { Control.pair(named: $0) != nil }
        let near = (pairs + names).nearest(to: name).map { "Did you mean '\($0)'?" }
        return Complaint(
            file: field.file, line: line, what: "There is no channel or accent '\(name)'.",
            remedy: near ?? "They are listed in expressions/README.md.")
    }

    private static func target(
        _ field: Field, of control: Control, _ complaints: inout [Complaint]
    ) -> (Target.Operation, Float)? {
        let words = Target.Operation.allCases.map(\.rawValue)
        let before = complaints.count
        let members = Members(of: field, allowing: words, &complaints)
        guard complaints.count == before else { return nil }
        let chosen = Target.Operation.allCases.filter { members[$0.rawValue] != nil }
        guard chosen.count == 1, let value = members[chosen[0].rawValue] else {
            complaints.append(
                field.complaint(
                    "'\(field.path)' must say exactly one of add, multiply and set.",
                    remedy: "Write { \"set\": 0.5 }, for example."))
            return nil
        }
        let range = Double(control.range.lowerBound)...Double(control.range.upperBound)
        let allowed: ClosedRange<Double> =
            switch chosen[0] {
            case .set: range
            case .add: (-range.upperBound)...range.upperBound
            case .multiply: 0...4
            }
        return value.number(in: allowed, &complaints).map { (chosen[0], Float($0)) }
    }
}
