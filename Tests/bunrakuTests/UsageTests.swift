import Foundation
import TestSupport
import Testing

@Suite("The command line")
struct UsageTests {
    private let command: Command

    init() throws { command = try Command() }

    @Test(
        "explains itself and every command",
        arguments: ["", "serve", "render", "speak", "check", "bench", "doctor", "obs", "obs setup"])
    func help(name: String) throws {
        let result = try command.shell("bunraku \(name) --help")
        #expect(result.status == 0)
        #expect(result.output.contains("USAGE: bunraku"))
        #expect(result.errors.isEmpty)
    }

    @Test(
        "answers wrong usage with 2, a sentence, and nothing on standard output",
        arguments: [
            "fly", "render", "render --fps 0 -o x.png", "render --channel headYaw=90 -o x.png",
            "render --channel nose=1 -o x.png", "render --size 801x960 -o x.png",
            "speak Hello -o x.mp3", "speak Hello --emotion hangry -o x.wav", "bench nothing",
            "bench raster nothing", "bench raster --level nothing",
            "bench raster mirai-idle-720 --export x",
            "bench shaders --level nothing", "bench live --preset nothing",
            "serve --port 70000", "serve --push http://a.example.com/x", "obs setup --port 0",
            "obs setup --server nowhere", "render --uniform u_curve=1 -o x.png",
            "render --shader crt --uniform u_curve -o x.png",
        ])
    func usage(line: String) throws {
        let result = try command.shell("bunraku \(line)")
        #expect(result.status == 2)
        #expect(result.output.isEmpty)
        #expect(result.errors.hasPrefix("Error: "))
    }

    @Test(
        "answers failed work with 1 and one line that says what to do",
        arguments: [
            ("render --rig nobody -o x.png", "Known are mirai, miyu, ren."),
            ("render --expression nothing -o x.png", "Known are admiration,"),
            ("render --shader nothing -o x.png", "Known are bloom,"),
            ("render --shader crt --uniform u_curv=1 -o x.png", "It has u_curve,"),
            ("render --shader crt --uniform u_curve=1,2 -o x.png", "Give one number."),
            ("render --voice nobody --say Hello -o x.wav", "Known are"),
            ("render -o x.tiff", "Name it .png"),
            ("render -o missing/x.png", "missing/x.png: "),
            ("render --background missing.png -o x.png", "missing.png"),
            ("check missing.json", "missing.json"),
            ("render -o x.mp4 --captions x.txt", "Name it .vtt or .srt."),
            ("obs setup --server http://127.0.0.1:1", "bunraku serve"),
            ("render --assets /nowhere -o x.png", "--assets DIR"),
        ])
    func failure(line: String, hint: String) throws {
        let result = try command.shell("bunraku \(line)")
        #expect(result.status == 1)
        #expect((result.errors + result.output).contains(hint))
        #expect(result.errors.split(separator: "\n").count == 1)
    }

    @Test(
        "says of a wrong value what would be right",
        arguments: [
            ("fly", "Known are serve, render,"),
            ("render --channel headYaw=90 -o x.png", "-30 to 30"),
            ("render --channel headYo=1 -o x.png", "'headYaw'"),
            ("render --expression joy=2 -o x.png", "from 0 to 1"),
            ("speak ' ' -o x.wav", "nothing to say"),
        ])
    func remedy(line: String, hint: String) throws {
        let result = try command.shell("bunraku \(line)")
        #expect(result.status == 2)
        #expect(result.errors.contains(hint), "\(result.errors)")
    }

    @Test("says that its port is taken, and what to do")
    func portInUse() async throws {
        let server = try await ServerProcess()
        let port = try #require(URL(string: server.url)?.port)
        let result = try command.bunraku("serve", "--port", "\(port)")
        #expect(result.status == 1)
        #expect(result.errors.contains("bunraku: Port \(port) is in use."))
        #expect(result.errors.contains("--port 0"))
    }

    @Test("knows that this machine has all it needs")
    func doctor() throws {
        let result = try command.bunraku("doctor")
        #expect(result.status == 0)
        for part in ["content", "voice", "video", "sound", "memory"] {
            #expect(result.output.contains("✓ \(part): "))
        }
    }

    @Test("measures every stage, as a table and as JSON")
    func bench() throws {
        let result = try command.bunraku("bench", "idle-720", "voice", "--json", "--seconds", "0.1")
        #expect(result.status == 0)
        let report = try JSONDecoder().decode(JSON.self, from: Data(result.output.utf8))
        #expect(report["scenes"][0]["name"].text == "idle-720")
        #expect((report["scenes"][0]["ms_median"].double ?? 0) > 0)
        #expect(
            (0..<5).compactMap { report["scenes"][0]["stages"][$0]["name"].text }
                == ["pose", "rig", "raster", "encode", "encode-alpha"])
        #expect(report["scenes"][1]["name"].text == "voice")
    }

    @Test("measures how soon each voice is heard in each language, and what it costs")
    func benchVoices() throws {
        let result = try command.bunraku("bench", "voices", "--json", "--seconds", "0.1")
        #expect(result.status == 0)
        let report = try JSONDecoder().decode(JSON.self, from: Data(result.output.utf8))
        let rows = (0..<11).map { report["rows"][$0] }
        let spoken = Set(
            rows.compactMap { row in
                row["voice"].text.flatMap { voice in row["language"].text.map { "\(voice) \($0)" } }
            })
        #expect(spoken.count == 11 && spoken.contains("mirai ru"))
        for row in rows {
            let (median, p95) = (
                row["first_packet_ms_median"].double ?? 0, row["first_packet_ms_p95"].double ?? 0
            )
            #expect(median > 0 && p95 >= median)
            #expect((0.001..<0.5).contains(row["core_share"].double ?? 0))
        }
    }

    @Test("measures drawing as JSON, and writes the worst case for others")
    func benchRaster() throws {
        let result = try command.bunraku(
            "bench", "raster", "ren-dancing-720", "--json", "--seconds", "0.1", "--threads", "1",
            "--accuracy-frames", "1")
        #expect(result.status == 0)
        let report = try JSONDecoder().decode(JSON.self, from: Data(result.output.utf8))
        let scene = report["scenes"][0]
        #expect(scene["name"].text == "ren-dancing-720")
        #expect(scene["level"].text != nil)
        for number in [
            "width", "height", "threads", "ms_median", "mpix_per_s", "floor_ratio", "psnr",
        ] {
            #expect((scene[number].double ?? 0) > 0, "\(number)")
        }
        let export = try command.bunraku("bench", "raster", "--export", "scene", "--frames", "2")
        #expect(export.status == 0)
        let bytes = try command.bytes("scene/scene.json")
        let written = try JSONDecoder().decode(JSON.self, from: bytes)
        #expect(written["name"].text == "worst-720")
        #expect(
            try command.bytes("scene/positions.f32").count == Int(written["vertices"].double ?? 0)
                * 16)
    }

    @Test("counts live rooms in one line of JSON for each preset")
    func benchLive() throws {
        let result = try command.bunraku(
            "bench", "live", "--json", "--seconds", "0.2", "--limit", "1", "--preset", "superfast")
        #expect(result.status == 0)
        #expect(result.output.split(separator: "\n").count == 1)
        let report = try JSONDecoder().decode(JSON.self, from: Data(result.output.utf8))
        #expect(report["preset"].text == "superfast")
        #expect(report["rooms"].double != nil && report["late_frames"].double != nil)
        #expect((report["cpu_ms_per_frame"].double ?? 0) > 0)
        #expect((report["stages"]["draw"].double ?? 0) > 0)
    }
}
