/// A layout as the threads that draw its tiles read it: plain pointers, valid while it is drawn, to
/// what nobody writes meanwhile.
public struct Sheet: @unchecked Sendable {
    public let steps: UnsafeBufferPointer<Layout.Step>
    public let shapes: UnsafeBufferPointer<Shape>
    public let maskShapes: UnsafeBufferPointer<Int>
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
                            steps: steps, shapes: shapes, maskShapes: maskShapes,
                            triangles: UnsafePointer(triangles.base),
                            binStarts: UnsafePointer(binStarts.base),
                            bins: UnsafePointer(bins.base)))
                }
            }
        }
    }
}
