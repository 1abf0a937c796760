import Foundation
import TestSupport
import Testing

/// The scripts in a checkout of their own, with a compiler and a package manager that only play their
/// parts: what is tested is what the scripts do with their answers.
@Suite("The scripts")
struct ScriptTests {
    private let shell: Command

    init() throws {
        shell = try Command()
        let copied = try shell.shell("cp -R '\(Repository.root.path)/scripts' . && mkdir bin")
        try #require(copied.status == 0, "\(copied)")
        try actor(
            "swift",
            """
            case "$*" in
                --version) echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)' ;;
                *--show-bin-path) echo "$PWD/bin" ;;
                *) echo '[1/2] Compiling'; exit ${BUILD_STATUS:-0} ;;
            esac
            """)
        try actor("dpkg-query", "echo ii")
        try actor("apt-get", #"echo "apt-get $*" >> apt-get.log"#)
        try actor("sudo", #"exec "$@""#)
        try actor("python3", #"echo "python3 $*" >> python3.log; exit ${CLIENT_STATUS:-0}"#)
        try actor("bunraku", #"printf '%s\n' "$@""#)
    }

    /// A program that is found before the real one.
    ///
    /// A shell writes it: were the file open for writing in this process, whatever another test starts at
    /// that moment would inherit it, and no system runs a file that is being written.
    private func actor(_ name: String, _ part: String) throws {
        let written = try shell.shell(
            "cat > bin/\(name) <<'END'\n#!/bin/sh\n\(part)\nEND\nchmod +x bin/\(name)")
        try #require(written.status == 0, "\(written)")
    }

    private func play(_ line: String) throws -> Command.Result {
        try shell.shell("CI= PATH=\"$PWD/bin:$PATH\" \(line)")
    }

    @Test("set up in silence when nothing is missing, and ask nobody for anything")
    func nothingMissing() throws {
        for line in ["scripts/setup", "scripts/setup --test", "scripts/setup --test --yes"] {
            let result = try play(line)
            #expect(result.status == 0)
            #expect(result.output.isEmpty && result.errors.isEmpty, "\(result)")
        }
        #expect(throws: (any Error).self) { try shell.bytes("apt-get.log") }
    }

    @Test("name what is missing, and install just that")
    func missing() throws {
        try actor("dpkg-query", #"case "$*" in *libopus-dev|*curl) exit 1 ;; *) echo ii ;; esac"#)
        let result = try play("scripts/setup --test --yes")
        #expect(result.status == 0, "\(result)")
        #expect(result.output.hasPrefix("Missing Debian packages: libopus-dev curl\n"))
        #expect(result.errors.isEmpty, "\(result)")
        let log = String(decoding: try shell.bytes("apt-get.log"), as: UTF8.self)
        let last = try #require(log.split(separator: "\n").last)
        #expect(last.contains(" install ") && last.hasSuffix(" libopus-dev curl"))
    }

    @Test("fetch OpenAI's client for the tests when it is not there, and only then")
    func client() throws {
        func asked(_ line: String) throws -> [Substring] {
            _ = try shell.shell("rm -f python3.log")
            _ = try play(line)
            _ = try shell.shell("touch python3.log")
            return String(decoding: try shell.bytes("python3.log"), as: UTF8.self)
                .split(separator: "\n")
        }
        #expect(try asked("scripts/setup").isEmpty)
        #expect(try asked("scripts/setup --test").count == 1)
        let fetched = try asked("CLIENT_STATUS=1 scripts/setup --test")
        #expect(fetched.last?.contains("pip install") == true)
        #expect(fetched.last?.contains(" openai==") == true)
    }

    @Test("show what the package manager said only when it failed")
    func failingInstallation() throws {
        try actor("dpkg-query", "exit 1")
        try actor("apt-get", "echo 'Setting up libopus0'; exit ${APT_STATUS:-0}")
        let working = try play("scripts/setup --yes")
        #expect(working.status == 0, "\(working)")
        #expect(!(working.output + working.errors).contains("Setting up"))
        let failing = try play("APT_STATUS=100 scripts/setup --yes")
        #expect(failing.status == 1)
        #expect(failing.errors.contains("Setting up libopus0"))
        #expect(failing.errors.contains("could not be installed"))
    }

    @Test("show why a Swift does not start that lacks its own libraries")
    func brokenSwift() throws {
        try actor("swift", "echo 'libncurses.so.6: cannot open shared object file' >&2; exit 127")
        let result = try play("scripts/setup")
        #expect(result.status == 1)
        #expect(result.errors.contains("libncurses.so.6"))
        #expect(result.errors.contains("Swift does not start"))
    }

    @Test("name the Swift that is needed when another is there")
    func oldSwift() throws {
        try actor("swift", "echo 'Swift version 5.10.1 (swift-5.10.1-RELEASE)'")
        let result = try play("scripts/setup")
        #expect(result.status == 1)
        #expect(result.errors.contains("Swift 6.3 or newer is needed, and this is 5.10"))
    }

    @Test("answer options that they do not have with 2")
    func unknownOption() throws {
        let result = try play("scripts/setup --fast")
        #expect(result.status == 2)
        #expect(result.errors.contains("'--fast'") && result.errors.contains("--yes"))
    }

    @Test("run the program with the arguments they are given, as they are")
    func run() throws {
        let result = try play("scripts/run --port 0 --data 'my folder'")
        #expect(result.status == 0, "\(result)")
        #expect(result.output.hasSuffix("\nserve\n--port\n0\n--data\nmy folder\n"), "\(result)")
        #expect(result.errors.isEmpty)
    }

    @Test(
        "end with the compiler's error when the build fails, on a terminal too",
        arguments: ["scripts/run", "script -qec scripts/run /dev/null"])
    func failingBuild(line: String) throws {
        try actor(
            "swift",
            """
            case "$*" in
                --version) echo 'Swift version 6.3.1' ;;
                *) echo '[1/9] Compiling A'; echo 'A.swift:1:2: error: no such thing'; exit 1 ;;
            esac
            """)
        let result = try play(line)
        #expect(result.status != 0)
        let said = result.output + result.errors
        #expect(said.contains("A.swift:1:2: error: no such thing"))
        #expect(!said.contains("serve"))
    }

    @Test("test nothing more after the first thing that fails")
    func failingTest() throws {
        let passing = try play("scripts/test")
        #expect(passing.status == 0, "\(passing)")
        let failing = try play("BUILD_STATUS=1 scripts/test")
        #expect(failing.status == 1, "\(failing)")
        #expect(failing.output == "== format\n[1/2] Compiling\n")
    }
}
