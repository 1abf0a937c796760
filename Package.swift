// swift-tools-version: 6.2
// The module diagram of Bunraku. Foundations know nothing of ours, stages know foundations and never
// each other, assembly knows stages. `scripts/test` builds with
// `--explicit-target-dependency-import-check error`, so an arrow that is not here does not compile.

import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// Modules with per-pixel or per-frame loops are optimized in debug builds too: without it the tests
/// would draw a thousand times slower.
let hot: [SwiftSetting] = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

#if arch(x86_64)
    let vectorPainters: [Target.Dependency] = ["TilePainterAVX2", "TilePainterAVX512"]
#else
    let vectorPainters: [Target.Dependency] = []
#endif

let package = Package(
    name: "bunraku",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "bunraku", targets: ["bunraku"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras.git", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(
            url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1",
            traits: []),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // Foundations
        .target(name: "AvatarTypes", swiftSettings: hot),
        .target(
            name: "Documents", dependencies: [.product(name: "Yams", package: "Yams")],
            swiftSettings: strict),
        .target(name: "Shading", dependencies: ["CLanes"], swiftSettings: hot),
        .target(name: "Yardstick", dependencies: ["AvatarTypes", "CLanes"], swiftSettings: hot),
        .target(
            name: "Store",
            dependencies: ["CMeanings", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),

        // Stages
        .target(
            name: "Mind", dependencies: ["AvatarTypes", "Documents", "Store"],
            swiftSettings: strict),
        .target(
            name: "Voice",
            dependencies: [
                "AvatarTypes", "CEspeak", "CFFmpeg", "CFlite", "CHTSEngine", "CLoudness", "CMecab",
                "CPocketsphinx",
            ],
            swiftSettings: hot),
        .target(name: "Animation", dependencies: ["AvatarTypes", "Documents"], swiftSettings: hot),
        .target(
            name: "Rigging", dependencies: ["AvatarTypes", "Documents", "CPNG"],
            swiftSettings: hot),
        .target(name: "Scenery", dependencies: ["AvatarTypes"], swiftSettings: hot),
        .target(
            name: "Raster",
            dependencies: ["AvatarTypes", "Tiling", "TilePainter", "CProcessor"] + vectorPainters,
            swiftSettings: hot),
        .target(name: "Tiling", dependencies: ["AvatarTypes"], swiftSettings: hot),
        .target(
            name: "TilePainter", dependencies: ["AvatarTypes", "Tiling", "CProcessor"],
            swiftSettings: hot),
        .target(
            name: "Media", dependencies: ["AvatarTypes", "CFFmpeg", "COpus", "CPNG"],
            swiftSettings: hot),

        .target(
            name: "OBS",
            dependencies: [
                "CFFmpeg",
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
            ],
            swiftSettings: strict),

        // Assembly
        .target(
            name: "Stage",
            dependencies: [
                "AvatarTypes", "Documents", "Shading", "Store", "Mind", "Voice", "Animation",
                "Rigging",
                "Scenery", "Raster", "Media", "Yardstick",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .target(
            name: "Server",
            dependencies: [
                "AvatarTypes", "Stage", "Voice",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOWebSocket", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Pages")],
            swiftSettings: strict),
        .executableTarget(
            name: "bunraku",
            dependencies: [
                "AvatarTypes", "Documents", "OBS", "Server", "Stage", "Store", "Voice",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),

        // The kernels of the lane machine and of the yardstick, for several instruction sets: see
        // `lanes.h` and `source_over.h`
        .target(
            name: "CLanes",
            cSettings: [.unsafeFlags(["-O3"], .when(configuration: .debug))]),

        // What words mean: see its README
        .target(
            name: "CMeanings", exclude: ["README.md", "meanings.bin"],
            cSettings: [.unsafeFlags(["-O3"], .when(configuration: .debug))]),

        // What the processor can do
        .target(name: "CProcessor"),

        // C libraries, each with the Debian package that brings it
        .systemLibrary(
            name: "CFFmpeg", pkgConfig: "libavformat",
            providers: [.apt(["libavformat-dev", "libavcodec-dev", "libswscale-dev"])]),
        .systemLibrary(name: "COpus", pkgConfig: "opus", providers: [.apt(["libopus-dev"])]),
        .systemLibrary(name: "CPNG", pkgConfig: "libpng", providers: [.apt(["libpng-dev"])]),
        .systemLibrary(
            name: "CEspeak", pkgConfig: "espeak-ng",
            providers: [.apt(["libespeak-ng-dev", "espeak-ng-data"])]),
        .systemLibrary(name: "CFlite", providers: [.apt(["flite1-dev"])]),
        .systemLibrary(name: "CHTSEngine", providers: [.apt(["libhtsengine-dev"])]),
        .systemLibrary(name: "CMecab", providers: [.apt(["libmecab-dev"])]),
        .systemLibrary(
            name: "CLoudness", pkgConfig: "libebur128",
            providers: [.apt(["libebur128-dev"])]),
        .systemLibrary(
            name: "CPocketsphinx", pkgConfig: "pocketsphinx",
            providers: [.apt(["libpocketsphinx-dev", "pocketsphinx-en-us"])]),

        // Tests mirror Sources; Support holds what more than one of them uses
        .target(
            name: "TestSupport", dependencies: ["AvatarTypes", "CFFmpeg", "Media"],
            path: "Tests/Support", swiftSettings: hot),
        .testTarget(
            name: "AvatarTypesTests", dependencies: ["AvatarTypes"], swiftSettings: strict),
        .testTarget(name: "DocumentsTests", dependencies: ["Documents"], swiftSettings: strict),
        .testTarget(
            name: "StoreTests",
            dependencies: ["Store", "AvatarTypes", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: strict),
        .testTarget(
            name: "ShadingTests", dependencies: ["Shading", "CLanes"],
            exclude: ["programs", "refused"], swiftSettings: hot),
        .testTarget(
            name: "MindTests",
            dependencies: ["Mind", "AvatarTypes", "Documents", "Store", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "VoiceTests", dependencies: ["Voice", "AvatarTypes", "Media", "TestSupport"],
            swiftSettings: hot),
        .testTarget(
            name: "AnimationTests", dependencies: ["Animation", "AvatarTypes", "Documents"],
            swiftSettings: hot),
        .testTarget(
            name: "RiggingTests",
            dependencies: ["Rigging", "AvatarTypes", "Documents", "Raster", "CPNG"],
            swiftSettings: hot),
        .testTarget(
            name: "SceneryTests", dependencies: ["Scenery", "AvatarTypes"], swiftSettings: hot),
        .testTarget(
            name: "RasterTests", dependencies: ["Raster", "AvatarTypes", "Yardstick"],
            swiftSettings: hot),
        .testTarget(
            name: "YardstickTests", dependencies: ["Yardstick", "AvatarTypes", "Raster"],
            swiftSettings: hot),
        .testTarget(
            name: "MediaTests", dependencies: ["Media", "AvatarTypes", "CFFmpeg", "TestSupport"],
            swiftSettings: hot),
        .testTarget(
            name: "OBSTests",
            dependencies: ["OBS", "AvatarTypes", "Media", "Rigging", "TestSupport"],
            swiftSettings: strict),
        .testTarget(
            name: "StageTests",
            dependencies: [
                "Stage", "AvatarTypes", "CFFmpeg", "Documents", "Media", "Mind", "Raster",
                "Rigging",
                "Shading", "Store", "Voice",
                "TestSupport", .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Server", "Stage", "Store", "TestSupport",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "PageTests", dependencies: ["Shading", "TestSupport", "bunraku"],
            swiftSettings: strict),
        .testTarget(
            name: "bunrakuTests", dependencies: ["TestSupport", "AvatarTypes", "Media", "bunraku"],
            exclude: ["clients"], swiftSettings: hot),
    ],
    swiftLanguageModes: [.v6]
)

#if arch(x86_64)
    // The painter twice more, for processors with AVX2 and with AVX-512: the same sources, linked, but for
    // its lanes and, with AVX-512, for how it reads.
    for (level, features) in [
        ("AVX2", ["avx2"]), ("AVX512", ["avx512f", "avx512bw", "avx512dq", "avx512vl"]),
    ] {
        package.targets.append(
            .target(
                name: "TilePainter\(level)", dependencies: ["AvatarTypes", "Tiling", "CProcessor"],
                swiftSettings: hot + [
                    .unsafeFlags(features.flatMap { ["-Xcc", "-m\($0)"] })
                ]))
    }
#endif
