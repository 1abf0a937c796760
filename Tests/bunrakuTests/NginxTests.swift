import Foundation
import Testing

@testable import TestSupport

/// `deploy/nginx.conf` in Debian's nginx, before a real server.
@Suite("nginx in front", .serialized) struct NginxTests {
    @Test("two hundred players are one player to the server, and nobody gets an error")
    func manyPlayers() async throws {
        let server = try await ServerProcess()
        let nginx = try await Nginx(before: server)
        let index = try nginx.curl("/hls/main/index.m3u8")
        #expect(index.contains("video.m3u8"))
        for _ in 0..<3 {
            let check = PlaylistCheck(try nginx.curl("/hls/main/video.m3u8"))
            #expect(check.complaints == [])
            let hint = try #require(check.hint)
            let numbers = try #require(hint.firstMatch(of: /-(\d+)\.(\d+)\.m4s$/))
            let playlist =
                "/hls/main/video.m3u8?_HLS_msn=\(numbers.1)&_HLS_part=\(numbers.2)&_HLS_skip=YES"
            let answers =
                try nginx.crowd(of: 200, playlist) + nginx.crowd(of: 200, "/hls/main/\(hint)")
            #expect(answers.count == 400)
            #expect(answers.allSatisfy { $0.hasPrefix("200 ") }, "\(Set(answers))")
            #expect(
                answers.count { $0 == "200 MISS" } <= 4, "\(answers.count { $0 == "200 MISS" })")
        }
        let headers = try nginx.curl("/hls/main/index.m3u8", "-D", "-", "-o", "/dev/null")
        #expect(headers.contains("Access-Control-Allow-Origin: *"))
        // Who directs her is nobody behind it.
        #expect(try nginx.curl("/v1/rooms", "-w", "'%{http_code}'", "-o", "/dev/null") == "404")
        withExtendedLifetime(server) {}
    }
}

/// nginx with the repository's configuration, of which only addresses and the folder are others.
private final class Nginx {
    private let command = try! Command()
    private let process: ChildProcess
    private let port: Int

    init(before server: ServerProcess) async throws {
        let folder = command.folder.path
        port = try freePort()
        let site = try String(
            contentsOf: Repository.root.appending(path: "deploy/nginx.conf"), encoding: .utf8)
        let changed = site.replacing(
            "127.0.0.1:12393", with: server.url.replacing("http://", with: "")
        ).replacing("listen 80;", with: "listen 127.0.0.1:\(port);")
            .replacing("/var/cache/nginx/bunraku", with: "\(folder)/cache")
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map {
            "\($0)_temp_path \(folder)/\($0);"
        }
        let whole = """
            daemon off; error_log \(folder)/error.log; pid \(folder)/pid;
            events { worker_connections 2000; }
            http { access_log off; \(temporary.joined(separator: " ")) \(changed) }
            """
        let path = "\(folder)/nginx.conf"
        try whole.write(toFile: path, atomically: true, encoding: .utf8)
        guard FileManager.default.isExecutableFile(atPath: "/usr/sbin/nginx") else {
            throw SupportFailure("nginx is missing. Run 'scripts/setup --test' to install it.")
        }
        process = try ChildProcess("/usr/sbin/nginx", ["-c", path], descriptors: [:])
        for _ in 0..<200 {
            if try !curl("/hls/main/index.m3u8").isEmpty { return }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw SupportFailure(
            "nginx does not serve: "
                + ((try? String(contentsOfFile: "\(folder)/error.log", encoding: .utf8)) ?? ""))
    }

    /// The body of an answer, compressed or not.
    func curl(_ path: String, _ options: String...) throws -> String {
        try command.shell(
            "curl -s --compressed \(options.joined(separator: " ")) "
                + "'http://127.0.0.1:\(port)\(path)'"
        ).output
    }

    /// What so many who ask at once are answered: status and whether the cache had it.
    func crowd(of count: Int, _ path: String) throws -> [String] {
        try command.shell(
            "for i in $(seq \(count)); do printf 'url = \"http://127.0.0.1:\(port)\(path)\"\\n"
                + "output = /dev/null\\n'; done > crowd; curl -s -Z --parallel-max 200 -K crowd "
                + "-w '%{http_code} %header{x-cache}\\n'"
        ).output.split(separator: "\n").map(String.init)
    }
}
