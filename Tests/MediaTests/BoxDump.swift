/// An MP4 file as indented text: each box's type and length, and the fields that say when and where.
func boxDump(_ bytes: [UInt8]) -> String {
    var text = ""
    dump(bytes[...], depth: 0, into: &text)
    return text
}

private let containers: Set<String> = [
    "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "mvex", "moof", "traf",
]

private func dump(_ bytes: ArraySlice<UInt8>, depth: Int, into text: inout String) {
    var rest = bytes
    while rest.count >= 8 {
        var header = 8
        var length = number(rest, 0, 4)
        let type = String(decoding: rest[rest.startIndex + 4..<rest.startIndex + 8], as: UTF8.self)
        if length == 1 {
            header = 16
            length = number(rest, 8, 8)
        }
        guard length >= header, length <= rest.count else {
            text += "broken box \(type) of \(length) bytes\n"
            return
        }
        let body = rest.dropFirst(header).prefix(length - header)
        text +=
            String(repeating: "  ", count: depth) + "\(type) \(length)" + fields(type, body) + "\n"
        switch type {
        case _ where containers.contains(type): dump(body, depth: depth + 1, into: &text)
        case "stsd": dump(body.dropFirst(8), depth: depth + 1, into: &text)
        case "dref": dump(body.dropFirst(8), depth: depth + 1, into: &text)
        case "avc1": dump(body.dropFirst(78), depth: depth + 1, into: &text)
        case "Opus": dump(body.dropFirst(28), depth: depth + 1, into: &text)
        default: break
        }
        rest = rest.dropFirst(length)
    }
    if !rest.isEmpty { text += "\(rest.count) bytes that are no box\n" }
}

private func number(_ bytes: ArraySlice<UInt8>, _ offset: Int, _ count: Int) -> Int {
    bytes[bytes.startIndex + offset..<bytes.startIndex + offset + count]
        .reduce(0) { $0 &<< 8 | Int($1) }
}

private func fields(_ type: String, _ body: ArraySlice<UInt8>) -> String {
    func n(_ offset: Int, _ count: Int = 4) -> Int { number(body, offset, count) }
    switch type {
    case "mvhd", "mdhd": return " timescale \(n(20)) duration \(n(24, 8))"
    case "tkhd": return " track \(n(20)) duration \(n(28, 8)) \(n(88) >> 16)x\(n(92) >> 16)"
    case "elst":
        return (0..<n(4)).map { " [\(n(8 + $0 * 20, 8)) from \(n(16 + $0 * 20, 8))]" }.joined()
    case "hdlr": return " " + String(decoding: body.dropFirst(8).prefix(4), as: UTF8.self)
    case "stts": return (0..<n(4)).map { " \(n(8 + $0 * 8))×\(n(12 + $0 * 8))" }.joined()
    case "stss": return (0..<n(4)).map { " \(n(8 + $0 * 4))" }.joined()
    case "stsz": return " samples \(n(8))"
    case "dOps": return " preskip \(n(2, 2)) rate \(n(4))"
    case "mfhd": return " number \(n(4))"
    case "tfhd": return " track \(n(4))"
    case "tfdt": return " time \(n(4, 8))"
    case "trun":
        let samples = (0..<n(4)).map {
            "\(n(12 + $0 * 12))" + (n(20 + $0 * 12) >> 24 == 2 ? "k" : "")
        }
        return " offset \(n(8)) lengths " + samples.joined(separator: " ")
    default: return ""
    }
}
