import AvatarTypes

extension TextScanner {
    /// Marks of markdown and HTML, code between fences, faces made of punctuation: none is said.
    func markup(at index: Int) -> Found? {
        let first = text[index]
        switch first {
        case "`":
            guard literal("```", at: index) != nil else { return nil }
            return Found(semiotic: .nothing, end: end(of: "```", from: index + 3) ?? text.count)
        case "]":
            // The address of a link whose words were said before it.
            guard self[index + 1] == "(", let end = end(of: ")", from: index + 2) else {
                return nil
            }
            return Found(semiotic: .nothing, end: end)
        case "!" where self[index + 1] == "[":
            return Found(semiotic: .nothing, end: index + 1)
        case "<":
            guard let next = self[index + 1], next.isASCII, next.isLetter || next == "/",
                let end = end(of: ">", from: index + 1), end - index <= 80
            else { break }
            return Found(semiotic: .nothing, end: end)
        case "\n":
            return Found(
                semiotic: endsLine(at: index) ? .phrase(",") : .nothing, end: index + 1)
        default: break
        }
        if isLineStart(index), let end = lineMark(at: index) {
            return Found(semiotic: .nothing, end: end)
        }
        if self[index - 1].map(\.isWhitespace) != false {
            for face in Self.faces {
                if let end = literal(face, at: index), isWordEnd(end) {
                    return Found(semiotic: .nothing, end: end)
                }
            }
        }
        return nil
    }

    /// Longest first.
    private static let faces = [
        "¯\\_(ツ)_/¯", "(^_^)", "(^^)", ":-)", ":-(", ":-D", ";-)", ":'(", "^_^", "T_T", "o_O",
        "(^-^)", ":)", ":(", ":D", ";)", ":P", ":3", "xD", "XD", "<3", "^^", "=)", ":/",
    ].sorted { $0.count > $1.count }

    private func end(of mark: String, from index: Int) -> Int? {
        var place = index
        while place < text.count {
            if let end = literal(mark, at: place) { return end }
            place += 1
        }
        return nil
    }

    private func isLineStart(_ index: Int) -> Bool {
        var place = index - 1
        while let previous = self[place], previous == " " { place -= 1 }
        return self[place] == nil || self[place] == "\n"
    }

    /// The end of a heading's, list's, quotation's or table's mark.
    private func lineMark(at index: Int) -> Int? {
        let line = text[index...].prefix { $0 != "\n" }
        if line.count >= 3, line.allSatisfy({ "|-:=_* ".contains($0) }) { return line.endIndex }
        let mark = line.prefix { "#>*+-•".contains($0) }
        guard !mark.isEmpty, mark.count <= 6, self[mark.endIndex] == " " else { return nil }
        return mark.endIndex
    }

    /// A line that the next one does not go on with: a heading, an item of a list, a paragraph.
    private func endsLine(at index: Int) -> Bool {
        guard let previous = text[..<index].last(where: { !$0.isWhitespace }),
            previous.isLetter || previous.isNumber || ")\"»*_`".contains(previous)
        else { return false }
        let next = index + 1
        guard next < text.count else { return false }
        return text[next] == "\n" || lineMark(at: afterSpaces(next)) != nil
            || text[..<index].lastIndex(of: "\n").map { self[$0 + 1] == "#" } ?? (text[0] == "#")
    }

    // MARK: Addresses

    /// A web address or an e-mail address, punctuation after it not counted.
    func address(at index: Int) -> Found? {
        let scheme = ["https://", "http://", "www."].lazy.compactMap { literal($0, at: index) }
            .first
        if let scheme {
            var end =
                text[index...].firstIndex { $0.isWhitespace || "<>)]\"»、。".contains($0) }
                ?? text.endIndex
            while end > scheme, ".,!?;:".contains(text[end - 1]) { end -= 1 }
            guard end > scheme else { return nil }
            return Found(semiotic: .address(host(text[scheme..<end])), end: end)
        }
        guard let first = self[index], first.isASCII, first.isLetter || first.isNumber,
            isWordStart(index), self[index - 1] != "@"
        else { return nil }
        let isPart = { (character: Character) in
            character.isASCII
                && (character.isLetter || character.isNumber || "._-+".contains(character))
        }
        var name = text[index...].prefix(while: isPart)
        if self[name.endIndex] == "@" {
            var host = text[(name.endIndex + 1)...].prefix(while: isPart)
            while let last = host.last, "._-+".contains(last) { host.removeLast() }
            guard host.contains(".") else { return nil }
            return Found(
                semiotic: .email(String(name) + "@" + String(host)), end: host.endIndex)
        }
        while let last = name.last, "._-+".contains(last) { name.removeLast() }
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count >= 2, parts.allSatisfy({ !$0.isEmpty }),
            let domain = parts.last, Self.domains.contains(String(domain).lowercased())
        else { return nil }
        var end = name.endIndex
        if self[end] == "/" {
            end =
                text[end...].firstIndex { $0.isWhitespace || "<>)]\"»".contains($0) } ?? text.count
            while end > name.endIndex, ".,!?;:".contains(text[end - 1]) { end -= 1 }
        }
        return Found(semiotic: .address(host(name)), end: end)
    }

    private func host(_ address: ArraySlice<Character>) -> String {
        var host = String(address.prefix { !"/?#:".contains($0) })
        if host.hasPrefix("www.") { host.removeFirst(4) }
        return host
    }

    private static let domains: Set<String> = [
        "com", "org", "net", "io", "dev", "app", "ru", "jp", "uk", "de", "info", "ai", "tv", "me",
        "gg", "edu", "gov", "eu", "su", "ua", "kz", "by", "cn", "fr", "xyz",
    ]
}
