import AvatarTypes
import Testing

@Suite("A fingerprint")
struct FingerprintTests {
    @Test(
        "is the published number",
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C),
            ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)])
    func published(text: String, number: UInt64) {
        #expect(text.utf8.fingerprint == number)
    }
}
