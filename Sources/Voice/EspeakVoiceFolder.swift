import Foundation

/// A data folder for espeak-ng: Debian's by symbolic links, with our own voice variants added.
///
/// Ours have no flutter, because espeak-ng keeps its place in the flutter table from one line to the
/// next, and use its Klatt synthesizer, which starts each line anew: with libc's `rand` seeded, bytes
/// repeat. The wave synthesizer keeps more (the breath's filters, the count of glottal cycles): its
/// female f2 without flutter, roughness and breath still repeats only mostly, and is hard to follow.
struct EspeakVoiceFolder {
    /// What is given to `espeak_Initialize`: the folder that holds `espeak-ng-data`.
    let path: String

    /// A recognizer (pocketsphinx, 20 plain English sentences of 160 words in all) gets 14 % of the
    /// female one's words wrong and 9 % of the male one's; of espeak-ng's own voices, klatt 7, f2 15,
    /// f2 without breath 29, the unchanged one 33. Three points are chance. The female one's pitch is
    /// 198 Hz, the male one's 103.
    ///
    /// - Source: pitch and formants of the female voice are those of espeak-ng's own f2.
    private static let variants: [(name: String, lines: String)] = [
        (
            "bunrakuf",
            """
            language variant
            name bunrakuf
            gender female
            klatt 1
            pitch 142 220
            formant 0 105 80 150
            formant 1 110 80 160
            formant 2 110 70 150
            formant 3 110 70 150
            formant 4 115 80 150
            formant 5 115 80 150
            flutter 0

            """
        ),
        (
            "bunrakum",
            """
            language variant
            name bunrakum
            gender male
            klatt 1
            flutter 0

            """
        ),
    ]

    /// Bytes. espeak-ng keeps 160 for the path of its data and cuts what is longer.
    private static let longestPath = 140

    private static let places = [
        "/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/share",
        "/usr/local/share", "/usr/local/lib", "/opt/homebrew/share",
    ]

    /// Makes the folder, or completes the one an earlier start left.
    ///
    /// - Parameter parent: where; by default the system's folder for temporary files.
    init(in parent: String? = nil) throws(VoiceError) {
        let files = FileManager.default
        guard
            let data = Self.places.map({ $0 + "/espeak-ng-data" })
                .first(where: { files.fileExists(atPath: $0 + "/phontab") })
        else {
            throw VoiceError(
                place: "espeak-ng", what: "its data is not installed",
                remedy: "run: apt-get install espeak-ng-data")
        }
        path = OwnFolder.root(in: parent)
        guard path.utf8.count <= Self.longestPath else {
            throw VoiceError(
                place: path, what: "is too long for espeak-ng",
                remedy: "set TMPDIR to a folder with a shorter path")
        }
        let folder = try OwnFolder(
            named: "espeak-ng-data", linking: data, except: ["voices"], in: parent)
        for variant in Self.variants {
            try folder.write(variant.lines, to: "voices/!v/" + variant.name)
        }
    }
}
