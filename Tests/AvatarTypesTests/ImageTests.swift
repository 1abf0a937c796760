import AvatarTypes
import Testing

@Suite("An image")
struct ImageTests {
    @Test("begins transparent, with rows on 64-byte boundaries")
    func blank() {
        let image = Image(width: 17, height: 3)
        #expect(image.stride == 128)
        #expect(image[16, 2] == .zero)
        image.withUnsafeBytes { #expect(Int(bitPattern: $0.baseAddress) % 64 == 0) }
    }

    @Test("is copied when it is written to while another holds it")
    func copyOnWrite() {
        var image = Image(width: 2, height: 2)
        let before = image
        image[0, 0] = [1, 2, 3, 4]
        #expect(before[0, 0] == .zero)
        #expect(image[0, 0] == [1, 2, 3, 4])
        #expect(image != before)
    }

    @Test("is equal by its pixels, not by what lies between rows")
    func equality() {
        let image = Image(width: 1, height: 2)
        var padded = Image(width: 1, height: 2)
        padded.withUnsafeMutableBytes { $0[40] = 7 }
        #expect(image == padded)
    }

    @Test("is laid over another by its alpha")
    func over() {
        var top = Image(width: 1, height: 1)
        top[0, 0] = [100, 0, 0, 128]
        var bottom = Image(width: 1, height: 1)
        bottom[0, 0] = [0, 200, 0, 255]
        #expect(top.composited(over: bottom)[0, 0] == [100, 100, 0, 255])
    }
}
