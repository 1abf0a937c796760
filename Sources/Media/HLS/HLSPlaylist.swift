import AvatarTypes

// The text of a media playlist.
//
// Source: draft-pantos-hls-rfc8216bis, sections 4.4 and 6.2; "Enabling Low-Latency HTTP Live Streaming"
// (Apple). What a playlist says of itself never changes while the stream lives: players that see another
// part target stop for good.

extension HLSRendition {
    /// Parts are listed for the newest segments; further back, whole segments are enough.
    private static let segmentsWithParts = 3
    /// Target durations from the end behind which a delta update may leave segments out.
    private static let skipBoundary = 6

    /// - Parameters:
    ///   - window: segments that are listed.
    ///   - isDelta: whether old segments may be left out.
    ///   - others: the other renditions, whose newest parts are told.
    func playlist(
        session: String, window: Int, isDelta: Bool, others: [HLSRendition], isFinished: Bool
    ) -> String {
        let listed = segments.suffix(window)
        let target = grid.segment.wholeSeconds
        let behind = Self.skipBoundary * target
        var text = """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:\(target)
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,\
            PART-HOLD-BACK=\((partTarget * 3).decimals(up: true)),HOLD-BACK=\(3 * target),\
            CAN-SKIP-UNTIL=\(behind)
            #EXT-X-PART-INF:PART-TARGET=\(partTarget.decimals(up: true))
            #EXT-X-MEDIA-SEQUENCE:\(listed.first?.number ?? open.number)
            #EXT-X-INDEPENDENT-SEGMENTS

            """
        var skipped = 0
        if isDelta {
            let boundary = open.start + open.duration - .seconds(Double(behind))
            skipped = listed.prefix { $0.start + $0.duration <= boundary }.count
        }
        if skipped > 0 {
            text += "#EXT-X-SKIP:SKIPPED-SEGMENTS=\(skipped)\n"
        } else if fileType == .media {
            text += "#EXT-X-MAP:URI=\"\(name(of: .initialization, session))\"\n"
        }
        for segment in listed.dropFirst(skipped) {
            text += "#EXT-X-PROGRAM-DATE-TIME:\(InternetDate(segment.date))\n"
            if segment.number > open.number - 1 - Self.segmentsWithParts {
                write(segment.parts, of: segment, session, to: &text)
            }
            if segment.isGap { text += "#EXT-X-GAP\n" }
            text += "#EXTINF:\(segment.duration.decimals()),\n"
            text += "\(name(of: .segment(segment.number), session))\n"
        }
        guard !isFinished else { return text + "#EXT-X-ENDLIST\n" }
        if !open.parts.isEmpty {
            text += "#EXT-X-PROGRAM-DATE-TIME:\(InternetDate(open.date))\n"
            write(open.parts, of: open, session, to: &text)
        }
        let next = HLSFile.Piece.part(of: open.number, open.parts.count)
        text += "#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"\(name(of: next, session))\"\n"
        for other in others {
            let newest = other.newest
            text += """
                #EXT-X-RENDITION-REPORT:URI="\(other.name).m3u8",LAST-MSN=\(newest.segment),\
                LAST-PART=\(newest.part ?? 0)

                """
        }
        return text
    }

    private func write(
        _ parts: [Part], of segment: Segment, _ session: String, to text: inout String
    ) {
        for (index, part) in parts.enumerated() {
            let name = name(of: .part(of: segment.number, index), session)
            text += "#EXT-X-PART:DURATION=\(part.duration.decimals()),URI=\"\(name)\""
            if part.isIndependent { text += ",INDEPENDENT=YES" }
            text += part.range.isEmpty ? ",GAP=YES\n" : "\n"
        }
    }

    private func name(of piece: HLSFile.Piece, _ session: String) -> String {
        HLSFile(name, session: session, kind: fileType, piece).name
    }
}

extension MediaTime {
    /// Seconds with five decimals, to the nearest or upwards.
    func decimals(up: Bool = false) -> String {
        let unit = Self.ticksPerSecond / 100_000
        let units = (ticks + (up ? unit - 1 : unit / 2)) / unit
        let fraction = String(units % 100_000)
        return "\(units / 100_000)."
            + String(repeating: "0", count: 5 - fraction.count) + fraction
    }

    /// The next whole number of seconds.
    var wholeSeconds: Int { Int((self + .seconds(1) - MediaTime(ticks: 1)).inUnits(perSecond: 1)) }
}
