/// A layout as the threads that draw its tiles read it: plain pointers, valid while it is drawn, to
/// what nobody writes meanwhile.
public struct Sheet: @unchecked Sendable {
    public let steps: UnsafePointer<Layout.Step>
    public let stepCount: Int
    public let shapes: UnsafePointer<Shape>
    public let maskShapes: UnsafePointer<Int>
    public let triangles: UnsafePointer<Triangle>
    public let binStarts: UnsafePointer<Int32>
    public let bins: UnsafePointer<Int32>
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
