/// A layout as the threads that draw its tiles read it: plain pointers, valid while it is drawn, to
/// what nobody writes meanwhile.
struct Sheet: @unchecked Sendable {
    var steps: UnsafeBufferPointer<Layout.Step>
    var shapes: UnsafeBufferPointer<Shape>
    var maskShapes: UnsafeBufferPointer<Int>
    var triangles: UnsafePointer<Triangle>
    var binStarts: UnsafePointer<Int32>
    var bins: UnsafePointer<Int32>
}

extension Layout {
    func withSheet(_ body: (Sheet) -> Void) {
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
