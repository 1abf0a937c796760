import Glibc

/// A port of this machine that is free now for TCP.
func freePort() throws -> Int {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(socket) }
    guard loopback(0, { bind(socket, $0, $1) == 0 }) else {
        throw SupportFailure("No port is free.")
    }
    var bound = sockaddr_in()
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    _ = withUnsafeMutablePointer(to: &bound) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(socket, $0, &length) }
    }
    return Int(in_port_t(bigEndian: bound.sin_port))
}

/// The address of a port of this machine, as the system's functions take it.
func loopback<Result>(
    _ port: Int, _ use: (UnsafePointer<sockaddr>, socklen_t) -> Result
) -> Result {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
            use($0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
    }
}
