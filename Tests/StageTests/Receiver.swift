import Foundation
import Glibc

@testable import TestSupport

/// A real receiver of a push on this machine, which writes what it gets into a folder.
final class Receiver {
    enum Kind {
        /// nginx with its RTMP module.
        case rtmp
        case srt, rtsp, rtp
    }

    let kind: Kind
    let port: Int
    let folder: URL
    private var process: ChildProcess?

    init(_ kind: Kind) throws {
        self.kind = kind
        port = try Self.freePair()
        folder = FileManager.default.temporaryDirectory.appending(
            path: "bunraku-receiver-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        process?.kill()
        try? FileManager.default.removeItem(at: folder)
    }

    /// What is pushed to, with `key` in it.
    func address(key: String) -> String {
        switch kind {
        case .rtmp: "rtmp://127.0.0.1:\(port)/live/\(key)"
        case .srt: "srt://127.0.0.1:\(port)?streamid=\(key)"
        case .rtsp: "rtsp://127.0.0.1:\(port)/\(key)"
        case .rtp: "rtp://127.0.0.1:\(port)"
        }
    }

    /// Starts it; it may need a moment before it listens.
    func start() throws {
        switch kind {
        case .rtmp:
            let configuration = """
                load_module /usr/lib/nginx/modules/ngx_rtmp_module.so;
                daemon off; master_process off; pid \(folder.path)/pid; error_log /dev/null;
                events {}
                rtmp { server { listen 127.0.0.1:\(port); application live {
                    live on; record all; record_path \(folder.path); record_unique on; } } }

                """
            let file = folder.appending(path: "nginx.conf")
            try configuration.write(to: file, atomically: true, encoding: .utf8)
            process = try ChildProcess(
                "/usr/sbin/nginx", ["-p", folder.path, "-c", file.path, "-e", "/dev/null"],
                descriptors: [:])
        case .srt:
            try record(["-i", "srt://127.0.0.1:\(port)?mode=listener"], "mkv")
        case .rtsp:
            try record(["-rtsp_flags", "listen", "-i", "rtsp://127.0.0.1:\(port)/k"], "mkv")
        case .rtp:
            let description = """
                v=0
                o=- 0 0 IN IP4 127.0.0.1
                s=test
                c=IN IP4 127.0.0.1
                t=0 0
                m=video \(port) RTP/AVP 96
                a=rtpmap:96 H264/90000
                m=audio \(port + 2) RTP/AVP 97
                a=rtpmap:97 opus/48000/2

                """
            let file = folder.appending(path: "session.sdp")
            try description.write(to: file, atomically: true, encoding: .utf8)
            try record(["-protocol_whitelist", "file,udp,rtp", "-i", file.path], "ts")
        }
    }

    /// Ends it at once, as a cut does.
    func kill() {
        process?.kill()
        process = nil
    }

    /// Lets it finish its file.
    func stop() async throws {
        guard let process else { return }
        _ = Glibc.kill(process.id, SIGINT)
        for _ in 0..<500 where !process.hasEnded { try await Task.sleep(for: .milliseconds(10)) }
        kill()
    }

    /// What was recorded, oldest first.
    var recordings: [URL] {
        let files =
            (try? FileManager.default.contentsOfDirectory(
                at: folder, includingPropertiesForKeys: [.contentModificationDateKey])) ?? []
        return files.filter { ["flv", "mkv", "ts"].contains($0.pathExtension) }.sorted {
            Self.date($0) < Self.date($1)
        }
    }

    /// What the newest of them has so far.
    var bytesReceived: Int {
        recordings.last.flatMap {
            try? $0.resourceValues(forKeys: [.fileSizeKey]).fileSize
        } ?? 0
    }

    private static func date(_ file: URL) -> Date {
        (try? file.resourceValues(forKeys: [.contentModificationDateKey]))?
            .contentModificationDate ?? .distantPast
    }

    private func record(_ input: [String], _ suffix: String) throws {
        process = try ChildProcess(
            "/usr/bin/ffmpeg",
            ["-nostdin", "-loglevel", "error", "-analyzeduration", "1000000"] + input + [
                "-c", "copy", "-flush_packets", "1", "-y",
                folder.appending(path: "received.\(suffix)").path,
            ], descriptors: [:])
    }

    /// An even port that is free now for TCP, as is the one two above.
    private static func freePair() throws -> Int {
        for _ in 0..<100 {
            let candidate = Int.random(in: 10_000...30_000) * 2
            if isFree(candidate), isFree(candidate + 2) { return candidate }
        }
        throw SupportFailure("No port is free.")
    }

    private static func isFree(_ port: Int) -> Bool {
        [SOCK_STREAM, SOCK_DGRAM].allSatisfy { kind in
            let socket = socket(AF_INET, Int32(kind.rawValue), 0)
            defer { close(socket) }
            return loopback(port) { bind(socket, $0, $1) == 0 }
        }
    }
}
