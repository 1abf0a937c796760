import Foundation

/// A media playlist checked against the rules of draft-pantos-hls-rfc8216bis by somebody who knows nothing of
/// how it was made. The section of each rule stands beside it.
public struct PlaylistCheck {
    public struct Part: Equatable, Sendable {
        public var uri: String
        public var duration: Double
        public var isIndependent: Bool
        public var isGap: Bool
    }

    public struct Segment: Equatable, Sendable {
        public var number: Int
        public var uri: String?
        public var duration: Double?
        public var date: String?
        public var isGap = false
        public var parts: [Part] = []
    }

    public private(set) var complaints: [String] = []
    /// The last one may still grow: it has parts and no name.
    public private(set) var segments: [Segment] = []
    public private(set) var targetDuration = 0
    public private(set) var partTarget = 0.0
    public private(set) var map: String?
    public private(set) var hint: String?
    public private(set) var skipped = 0
    public private(set) var reports: [String: (segment: Int, part: Int)] = [:]
    public private(set) var isOver = false
    /// Tags that must stay what they are while the stream lives.
    public private(set) var constants: [String] = []

    public init(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        require(lines.first == "#EXTM3U", "4.4.1.1: the first line is EXTM3U")
        require(text.hasSuffix("\n") && !text.contains("\r\n\n"), "4.1: lines end")
        var control: [String: String] = [:]
        var current = Segment(number: 0)
        var seen: Set<String> = []
        for line in lines.dropFirst() where !line.isEmpty {
            guard line.hasPrefix("#EXT") else {
                require(!line.hasPrefix("#"), "comments are not ours")
                require(current.duration != nil, "4.4.4.1: EXTINF stands before \(line)")
                current.uri = line
                segments.append(current)
                current = Segment(number: current.number + 1)
                continue
            }
            let tag = String(line.prefix { $0 != ":" })
            let value = String(line.dropFirst(tag.count + 1))
            let attributes = Self.attributes(value)
            let once = [
                "#EXT-X-VERSION", "#EXT-X-TARGETDURATION", "#EXT-X-SERVER-CONTROL",
                "#EXT-X-PART-INF", "#EXT-X-MEDIA-SEQUENCE", "#EXT-X-MAP", "#EXT-X-SKIP",
            ]
            if once.contains(tag) {
                require(seen.insert(tag).inserted, "4.4.3: \(tag) stands once")
            }
            switch tag {
            case "#EXT-X-VERSION":
                require((Int(value) ?? 0) >= 9, "8: skipping needs version 9")
                constants.append(line)
            case "#EXT-X-TARGETDURATION":
                targetDuration = Int(value) ?? 0
                constants.append(line)
            case "#EXT-X-SERVER-CONTROL":
                control = attributes
                constants.append(line)
            case "#EXT-X-PART-INF":
                partTarget = Double(attributes["PART-TARGET"] ?? "") ?? 0
                constants.append(line)
            case "#EXT-X-MEDIA-SEQUENCE":
                require(segments.isEmpty, "4.4.3.2: before the first segment")
                current.number = Int(value) ?? -1
            case "#EXT-X-INDEPENDENT-SEGMENTS": break
            case "#EXT-X-MAP": map = attributes["URI"]
            case "#EXT-X-SKIP":
                skipped = Int(attributes["SKIPPED-SEGMENTS"] ?? "") ?? 0
                require(skipped > 0 && segments.isEmpty, "4.4.5.2: some are skipped, first")
                current.number += skipped
            case "#EXT-X-PROGRAM-DATE-TIME":
                require(
                    value.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil,
                    "4.4.4.6: \(value) is a date")
                current.date = value
            case "#EXT-X-GAP": current.isGap = true
            case "#EXTINF":
                current.duration = Double(value.prefix { $0 != "," })
                require(value.contains(","), "4.4.4.1: a comma ends a duration")
            case "#EXT-X-PART":
                current.parts.append(
                    Part(
                        uri: attributes["URI"] ?? "",
                        duration: Double(attributes["DURATION"] ?? "") ?? 0,
                        isIndependent: attributes["INDEPENDENT"] == "YES",
                        isGap: attributes["GAP"] == "YES"))
            case "#EXT-X-PRELOAD-HINT":
                require(attributes["TYPE"] == "PART", "4.4.5.3: what is hinted at is a part")
                hint = attributes["URI"]
            case "#EXT-X-RENDITION-REPORT":
                if let uri = attributes["URI"], let segment = Int(attributes["LAST-MSN"] ?? ""),
                    let part = Int(attributes["LAST-PART"] ?? "")
                {
                    reports[uri] = (segment, part)
                } else {
                    complaints.append("4.4.5.4: a report names a place: \(line)")
                }
            case "#EXT-X-ENDLIST": isOver = true
            default: complaints.append("unknown: \(line)")
            }
        }
        if !current.parts.isEmpty { segments.append(current) }
        check(control)
    }

    private mutating func check(_ control: [String: String]) {
        require(targetDuration > 0, "4.4.3.1: a target duration")
        require(partTarget > 0, "4.4.3.7: a part target")
        require(control["CAN-BLOCK-RELOAD"] == "YES", "4.4.3.8: blocking reload")
        let number = { Double(control[$0] ?? "") ?? 0 }
        // Written to five places, three times a rounded part target may be a hair under.
        require(number("PART-HOLD-BACK") >= 2 * partTarget, "4.4.3.8: twice the part target")
        require(number("PART-HOLD-BACK") > 3 * partTarget - 1e-4, "B.1: three times is better")
        require(number("HOLD-BACK") >= Double(3 * targetDuration), "4.4.3.8: hold back")
        require(number("CAN-SKIP-UNTIL") >= Double(6 * targetDuration), "4.4.3.8: skip")
        for segment in segments {
            if let duration = segment.duration {
                require(
                    Int(duration.rounded()) <= targetDuration,
                    "4.4.3.1: segment \(segment.number) lasts \(duration) s")
                let sum = segment.parts.reduce(0) { $0 + $1.duration }
                require(
                    segment.parts.isEmpty || abs(sum - duration) < 1e-3,
                    "4.4.4.9: parts of \(segment.number) last \(sum) of \(duration) s")
            }
            require(segment.date != nil, "B.1: segment \(segment.number) has a date")
            for (index, part) in segment.parts.enumerated() {
                require(
                    part.duration <= partTarget + 1e-9,
                    "4.4.4.9: part \(segment.number).\(index) lasts \(part.duration) s")
                let isLast = index == segment.parts.count - 1 && segment.uri != nil
                require(
                    isLast || part.isGap || part.duration >= 0.85 * partTarget,
                    "4.4.4.9: part \(segment.number).\(index) lasts only \(part.duration) s")
            }
            if let first = segment.parts.first, !first.isGap {
                require(first.isIndependent, "4.4.2.1: segment \(segment.number) is independent")
            }
        }
        let end = segments.reduce(0.0) { $0 + $1.parts.reduce(0) { $0 + $1.duration } }
        require(end <= Double(4 * targetDuration) + 0.1, "6.2.2: old parts have left the list")
        require(isOver || hint != nil, "6.2.2: a hint at what comes next")
        require(
            map != nil || skipped > 0 || segments.allSatisfy { $0.uri?.hasSuffix(".vtt") ?? true },
            "4.4.4.5: a map")
    }

    private mutating func require(_ isSo: Bool, _ rule: String) {
        if !isSo { complaints.append(rule) }
    }

    /// `NAME=VALUE,…`; values in quotes lose them.
    private static func attributes(_ text: String) -> [String: String] {
        var result: [String: String] = [:]
        for match in text.matches(of: /([A-Z0-9-]+)=("[^"]*"|[^,]*)/) {
            result[String(match.1)] = match.2.trimmingCharacters(in: ["\""])
        }
        return result
    }
}
