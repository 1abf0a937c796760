/// A layout as the threads that draw its tiles read it: plain pointers, valid while it is drawn, to
/// what nobody writes meanwhile.
public struct Sheet: @unchecked Sendable {
    public let steps: UnsafePointer<Layout.Step>
    public let stepCount: Int
    public let shapes: UnsafePointer<Shape>
    public let maskShapes: UnsafePointer<Int>
    @usableFromInline let triangles: UnsafePointer<Triangle>
    public let binStarts: UnsafePointer<Int32>
    @usableFromInline let bins: UnsafePointer<Int32>

    /// A triangle as a tile's bin holds it: whether it is solid is known without looking it up.
    static func bin(_ triangle: Int, isSolid: Bool) -> Int32 {
        Int32(truncatingIfNeeded: triangle << 1 | (isSolid ? 1 : 0))
    }

    /// The triangle that a bin holds at a place.
    @inlinable
    @inline(__always)
    public func triangle(_ place: Int) -> UnsafePointer<Triangle> {
        triangles + Int(bins[place] &>> 1)
    }

    /// Whether all pixels of a bin's triangle are opaque for sure.
    @inlinable
    @inline(__always)
    public func isSolid(_ place: Int) -> Bool { bins[place] & 1 != 0 }
}

extension Layout {
    public func withSheet(_ body: (Sheet) -> Void) {
        steps.withUnsafeBufferPointer { steps in
            shapes.withUnsafeBufferPointer { shapes in
                maskShapes.withUnsafeBufferPointer { maskShapes in
                    body(
                        Sheet(
                            steps: Layout.start(of: steps), stepCount: steps.count,
                            shapes: Layout.start(of: shapes),
                            maskShapes: Layout.start(of: maskShapes),
                            triangles: UnsafePointer(triangles.base),
                            binStarts: UnsafePointer(binStarts.base),
                            bins: UnsafePointer(bins.base)))
                }
            }
        }
    }

    /// Of what is empty, a place that nobody reads.
    private static func start<T>(of elements: UnsafeBufferPointer<T>) -> UnsafePointer<T> {
        elements.baseAddress ?? UnsafePointer(bitPattern: MemoryLayout<T>.alignment)!
    }
}
