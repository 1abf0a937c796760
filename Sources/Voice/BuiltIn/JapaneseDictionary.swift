import CMecab
import Foundation

/// Cuts Japanese text into words and knows how each is read, where its pitch falls, and how words join.
///
/// The dictionary is that of Open JTalk, looked up by MeCab. It is optional: without it kanji are not said.
/// Not safe for two callers at once.
final class JapaneseDictionary {
    /// One word as it stands in a text.
    struct Word: Equatable {
        /// Scalars of the text.
        var range: Range<Int>
        /// Part of speech, and two finer classes of it.
        var classes: [String]
        /// How an inflected word goes on, as in "連用形".
        var form: String
        /// Katakana as it is pronounced, "’" after what is whispered; nil when it is not in the dictionary.
        var reading: String?
        /// The mora after which the pitch falls; 0 is nowhere.
        var accent: Int
        /// How the accent changes where this word follows another, as in "名詞%F1/動詞%F2@0".
        var chain: String
    }

    private let tagger: OpaquePointer

    static let package = "open-jtalk-mecab-naist-jdic"
    private static let places = ["/var/lib/mecab/dic/open-jtalk/naist-jdic"]

    /// - Throws: when the dictionary is not installed.
    init() throws(VoiceError) {
        let files = FileManager.default
        guard
            let data = Self.places.first(where: { files.isReadableFile(atPath: $0 + "/sys.dic") })
        else {
            throw VoiceError(
                place: "Japanese dictionary", what: "is not installed",
                remedy: "run: apt-get install --no-install-recommends \(Self.package)")
        }
        // The package lacks the file with the settings that MeCab asks for.
        let folder = try OwnFolder(named: "naist-jdic", linking: data)
        try folder.write(Self.settings, to: "dicrc")
        guard let tagger = mecab_new2("-r /dev/null -d \(folder.path)") else {
            throw VoiceError(
                place: folder.path, what: "is no dictionary for MeCab",
                remedy: "run: apt-get install --reinstall \(Self.package)")
        }
        self.tagger = tagger
    }

    deinit { mecab_destroy(tagger) }

    private static let settings = """
        cost-factor = 800
        bos-feature = BOS/EOS,*,*,*,*,*,*,*,*
        eval-size = 8
        unk-eval-size = 4
        config-charset = UTF-8

        """

    /// The words of a text, spaces left out.
    func words(of scalars: [Unicode.Scalar]) -> [Word] {
        let text = String(String.UnicodeScalarView(scalars))
        // A byte's place among the scalars.
        var places: [Int] = []
        for (index, scalar) in scalars.enumerated() {
            places += [Int](repeating: index, count: UTF8.width(scalar))
        }
        places.append(scalars.count)
        var words: [Word] = []
        text.withCString { start in
            var node = mecab_sparse_tonode(tagger, start)
            while let present = node?.pointee {
                node = UnsafePointer(present.next)
                guard present.length > 0, let surface = present.surface,
                    let feature = present.feature
                else { continue }
                let offset = surface - start
                let range = places[offset]..<places[offset + Int(present.length)]
                words.append(
                    Self.word(
                        String(cString: feature).split(
                            separator: ",", omittingEmptySubsequences: false
                        ).map(String.init), range))
            }
        }
        return words
    }

    private static func word(_ fields: [String], _ range: Range<Int>) -> Word {
        let reading = fields.count > 8 && fields[8] != "*" ? fields[8] : nil
        let accent = fields.count > 9 ? Int(fields[9].prefix { $0 != "/" }) : nil
        return Word(
            range: range, classes: Array(fields.prefix(3)),
            form: fields.count > 5 ? fields[5] : "*",
            reading: reading, accent: accent ?? 0, chain: fields.count > 10 ? fields[10] : "*")
    }
}

extension UTF8 {
    fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case ..<0x80: 1
        case ..<0x800: 2
        case ..<0x10000: 3
        default: 4
        }
    }
}
