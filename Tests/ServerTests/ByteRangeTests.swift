import Testing

@testable import Server

struct ByteRangeTests {
    @Test func aRangeCountsBothItsEnds() {
        #expect(ByteRange("bytes=0-9", of: 100) == .part(0..<10))
        #expect(ByteRange("bytes=90-", of: 100) == .part(90..<100))
        #expect(ByteRange("bytes=-5", of: 100) == .part(95..<100))
    }

    @Test func aRangeIsCutAtTheEnd() {
        #expect(ByteRange("bytes=90-500", of: 100) == .part(90..<100))
        #expect(ByteRange("bytes=-500", of: 100) == .part(0..<100))
    }

    @Test func whatBeginsAfterTheEndCannotBeGiven() {
        #expect(ByteRange("bytes=100-", of: 100) == .unsatisfiable)
        #expect(ByteRange("bytes=100-200", of: 100) == .unsatisfiable)
        #expect(ByteRange("bytes=-0", of: 100) == .unsatisfiable)
        #expect(ByteRange("bytes=0-0", of: 0) == .unsatisfiable)
    }

    @Test(arguments: [
        nil, "", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-4", "lines=0-1",
        "bytes=0-1,3-4",
        "bytes=0-9223372036854775808", "bytes=1--2",
    ])
    func whatIsNotUnderstoodGivesTheWhole(_ field: String?) {
        #expect(ByteRange(field, of: 100) == .whole)
    }

    @Test func theLargestNumberIsNoTrap() {
        #expect(ByteRange("bytes=0-9223372036854775807", of: 100) == .part(0..<100))
    }
}
