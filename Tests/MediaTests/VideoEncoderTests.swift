import AvatarTypes
import Glibc
import Media
import Testing

@testable import TestSupport

/// Of 255: what x264 at quality 23 does to flat colour away from edges.
private let colourTolerance = 5.0
/// Of 255, away from edges.
private let alphaTolerance = 3.0

@Suite struct VideoEncoderTests {
    let show = TestShow()
    var backdrop: Image {
        .filled(width: show.width, height: show.height, red: 30, green: 120, blue: 200)
    }

    private func encoded(
        _ alpha: AlphaLayout, keyframesAt keys: Set<Int> = []
    ) throws -> (TrackDescription, [MediaPacket]) {
        let encoder = try VideoEncoder(
            width: show.width, height: show.height, framesPerSecond: 30, alpha: alpha)
        var packets: [MediaPacket] = []
        for index in 0..<show.frameCount {
            let new = try encoder.encode(show.frame(index), forceKeyframe: keys.contains(index))
            #expect(new.count == 1)
            packets += new
        }
        return (encoder.description, packets + (try encoder.finish()))
    }

    @Test func everyFrameBecomesOnePacketWithItsTime() throws {
        let (_, packets) = try encoded(.packed)
        #expect(packets.map(\.pts) == (0..<60).map { .frames($0, perSecond: 30) })
        #expect(packets.map(\.dts) == packets.map(\.pts))
        #expect(packets.allSatisfy { $0.duration == .frames(1, perSecond: 30) })
        #expect(packets.allSatisfy { $0.track == .video && !$0.isDiscontinuity })
    }

    @Test func keyframesAreFirstWhereForcedAndTwoSecondsAfterThat() throws {
        let (description, packets) = try encoded(.packed, keyframesAt: [13, 40])
        #expect(packets.indices.filter { packets[$0].isKeyframe } == [0, 13, 40])
        let decoder = StreamDecoder(description)
        decoder.decode(Array(packets[40...]))
        #expect(decoder.pictures.count == 20)
        #expect(decoder.pictures.first?.isKeyframe == true)

        let short = try VideoEncoder(
            width: 64, height: 64, framesPerSecond: 10, alpha: .packed,
            keyframeInterval: .seconds(0.5))
        let image = Image(width: 64, height: 64)
        let keys = try (0..<12).filter { index in
            try short.encode(Frame(image: image, time: .frames(index, perSecond: 10)))[0].isKeyframe
        }
        #expect(keys == [0, 5, 10])
    }

    @Test func aPictureIsComposedOverItsBackdrop() throws {
        let (description, packets) = try encoded(.opaque(backdrop: backdrop))
        #expect(description.alpha == .none)
        let decoder = StreamDecoder(description)
        decoder.decode(packets)
        #expect(decoder.pictures.count == 60)
        #expect(decoder.pictures.allSatisfy { $0.isLimitedBT709 })
        for index in stride(from: 0, to: 60, by: 7) {
            let picture = decoder.pictures[index]
            #expect(picture.time == show.time(index))
            let (x, y) = show.centre(index)
            let disc = picture.colour(x - 10, y) - TestShow.colour
            #expect(max(abs(disc.x), abs(disc.y), abs(disc.z)) <= colourTolerance)
            let corner = picture.colour(3, 3) - SIMD3(30, 120, 200)
            #expect(max(abs(corner.x), abs(corner.y), abs(corner.z)) <= colourTolerance)
            let share = (255 - 12.0 * 127 / Double(TestShow.radius)).rounded(.down) / 255
            let mixed =
                picture.colour(x + 12, y)
                - (TestShow.colour * share + SIMD3(30, 120, 200) * (1 - share))
            #expect(max(abs(mixed.x), abs(mixed.y), abs(mixed.z)) <= colourTolerance)
        }
    }

    @Test func packedAlphaComesBack() throws {
        let (description, packets) = try encoded(.packed)
        #expect(description.alpha == .packed)
        #expect((description.width, description.height) == (128, 192))
        let decoder = StreamDecoder(description)
        decoder.decode(packets)
        for index in stride(from: 0, to: 60, by: 7) {
            let picture = decoder.pictures[index]
            let image = show.frame(index).image
            let (cx, cy) = show.centre(index)
            for (dx, dy) in [(-14, 0), (-5, 6), (0, 0), (8, -3), (16, 0), (40, 0), (-40, 0)] {
                let (x, y) = (min(max(cx + dx, 0), 127), cy + dy)
                let alpha = Double(picture.luma(x, y + 96) - 16) * 255 / 219
                #expect(
                    abs(alpha - Double(image[x, y].w)) <= alphaTolerance, "frame \(index) \(dx)")
            }
        }
    }

    @Test func theSameFramesGiveTheSameBytes() throws {
        #expect(try encoded(.packed).1 == encoded(.packed).1)
    }

    @Test func theDescriptionSaysWhatTheParameterSetsSay() throws {
        let (description, packets) = try encoded(.packed)
        let avcC = description.description
        #expect(avcC[0] == 1 && avcC[4] == 0xFF && avcC[5] == 0xE1)
        let profile = avcC[1...3].map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        #expect(description.codecString == "avc1." + profile)
        // Length-prefixed units that fill the packet exactly, and no start codes.
        for packet in packets {
            var offset = 0
            while offset < packet.bytes.count {
                offset += 4 + packet.bytes[offset..<offset + 4].reduce(0) { $0 << 8 | Int($1) }
            }
            #expect(offset == packet.bytes.count)
        }
    }

    @Test func sizesThatCannotBeEncodedAreRefusedWithASentence() {
        let error = #expect(throws: MediaError.self) {
            try VideoEncoder(width: 641, height: 480, framesPerSecond: 30, alpha: .packed)
        }
        #expect(
            error?.description
                == "video encoder: A video of 641x480 pixels cannot be encoded."
                + " Choose an even width and height of 2 to 8192.")
        let backdrop = #expect(throws: MediaError.self) {
            try VideoEncoder(
                width: 64, height: 64, framesPerSecond: 30,
                alpha: .opaque(backdrop: Image(width: 32, height: 64)))
        }
        #expect(backdrop?.what == "The backdrop has 32x64 pixels, the picture 64x64.")
        #expect(throws: MediaError.self) {
            try VideoEncoder(width: 64, height: 64, framesPerSecond: 0, alpha: .packed)
        }
        let huge = #expect(throws: MediaError.self) {
            try VideoEncoder(width: 8_194, height: 64, framesPerSecond: 30, alpha: .packed)
        }
        #expect(huge?.what == "A video of 8194x64 pixels cannot be encoded.")
    }
}
