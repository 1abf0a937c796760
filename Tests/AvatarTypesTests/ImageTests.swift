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

    @Test("has a transparent pixel all around, also after its bytes were given up")
    func margin() {
        for width in [15, 16, 17] {
            var image = Image(width: width, height: 2)
            let other = image
            image.discardSharedBytes()
            image.withUnsafeMutableBytes { bytes in
                for i in bytes.indices { bytes[i] = 255 }
            }
            image.clearMargin()
            let stride = image.stride
            image.withUnsafeBytes { bytes in
                let rows = bytes.baseAddress! - stride
                for y in 0..<4 {
                    for x in -1...width {
                        let pixel = (rows + y * stride + x * 4).load(as: UInt32.self)
                        let isInside = (1...2).contains(y) && (0..<width).contains(x)
                        #expect(pixel == (isInside ? .max : 0), "\(x), \(y - 1) of \(width)")
                    }
                }
            }
            #expect(other[0, 0] == .zero)
        }
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
