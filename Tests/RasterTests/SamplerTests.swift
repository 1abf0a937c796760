import AvatarTypes
import Testing

@testable import Raster

@Suite struct SamplerTests {
    #if arch(x86_64)
        @Test func vectorInstructionsGiveTheSameBytes() {
            var random = SeededGenerator(seed: 1)
            for _ in 0..<20_000 {
                let (upper, lower) = (random.next(), random.next())
                let (x, y) = (
                    Int.random(in: 0...255, using: &random), Int.random(in: 0...255, using: &random)
                )
                let both = (x * y + 128) >> 8
                let left = UInt32(256 - x - y + both | (y - both) << 16)
                let right = UInt32(x - both | both << 16)
                #expect(
                    Sampler.weightedBySSE2(upper, lower, left: left, right: right)
                        == Sampler.weighted(upper, lower, left: left, right: right))
            }
        }
    #endif
}
