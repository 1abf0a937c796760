import AvatarTypes
import Foundation
import Media
import Testing

@testable import TestSupport
@testable import Voice

/// Every kind of engine against a local server that speaks its protocol.
@Suite(.serialized) struct EngineKindTests {
    private static let english = Utterance(text: "Hello there, my friend.", language: .english)
    private static let wave = EngineSound.wave()
    private static var samples: [UInt8] { Array(wave.dropFirst(44)) }

    private static func engine(
        _ kind: String, _ server: ChatServer, _ change: (inout EngineSettings) -> Void = { _ in }
    ) throws -> SpeechEngine {
        var settings = EngineSettings(kind: kind)
        settings.baseURL = server.root
        settings.key = "secret"
        change(&settings)
        return try SpeechEngine(settings)
    }

    @Test func `ElevenLabs is asked for times, and its words are where it says`() async throws {
        let text = english.text
        let starts = text.indices.enumerated().map { "\(0.5 + 0.04 * Double($0.offset))" }
        let ends = text.indices.enumerated().map { "\(0.54 + 0.04 * Double($0.offset))" }
        let letters = text.map { "\"\($0)\"" }.joined(separator: ",")
        let server = ChatServer(
            EngineSound.json(
                """
                {"audio_base64":"\(Data(Self.samples).base64EncodedString())","alignment":{
                "characters":[\(letters)],
                "character_start_times_seconds":[\(starts.joined(separator: ","))],
                "character_end_times_seconds":[\(ends.joined(separator: ","))]}}
                """))
        let line = try await Self.engine("elevenlabs", server).speak(Self.english)
        let there = try #require(line.words.spans.first { $0.value.text == "there" })
        // Within 80 ms the sound itself is believed.
        #expect(abs(there.start.seconds - (0.5 + 0.04 * 6)) < 0.09)
        let request = try #require(server.requests.first)
        #expect(request.contains("/v1/text-to-speech/21m00Tcm4TlvDq8ikWAM/with-timestamps"))
        #expect(request.lowercased().contains("xi-api-key: secret"))
        #expect(request.contains("eleven_multilingual_v2"))
    }

    private var english: Utterance { Self.english }

    @Test func `Azure is given SSML in which the text is text`() async throws {
        let server = ChatServer(EngineSound.answer(Self.wave))
        let line = try await Self.engine("azure", server).speak(
            Utterance(text: "Fish & <chips>", language: .english, emotion: .neutral))
        #expect(abs(line.audio.duration.seconds - 2) < 0.001)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /cognitiveservices/v1 "))
        #expect(request.contains("Fish &amp; &lt;chips&gt;</prosody>"))
        #expect(request.contains("en-US-AvaMultilingualNeural"))
        #expect(request.lowercased().contains("ocp-apim-subscription-key: secret"))
    }

    @Test(arguments: ["[{\"word\":\"Hello\",\"start_time\":0.5,\"end_time\":0.9}]", "null"])
    func `Kokoro's captions are used where there are any`(captions: String) async throws {
        let server = ChatServer(
            EngineSound.json(
                "{\"audio\":\"\(Data(Self.wave).base64EncodedString())\",\"timestamps\":\(captions)}"
            ))
        let line = try await Self.engine("kokoro", server).speak(Self.english)
        let hello = try #require(line.words.spans.first)
        #expect(hello.value.text == "Hello" && abs(hello.start.seconds - 0.5) < 0.06)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /dev/captioned_speech "))
        #expect(request.contains("\"return_timestamps\":true"))
    }

    @Test func `VOICEVOX's own moras are the mouth, and its query goes back as it came`()
        async throws
    {
        let query = """
            {"accent_phrases":[{"moras":[
            {"text":"マ","consonant":"m","consonant_length":0.1,"vowel":"a","vowel_length":0.2,"pitch":5.5},
            {"text":"ミ","consonant":"m","consonant_length":0.1,"vowel":"i","vowel_length":0.2,"pitch":5.4}],
            "accent":1,"pause_mora":null,"is_interrogative":false}],
            "speedScale":1.0,"pitchScale":0.0,"intonationScale":1.0,"volumeScale":1.0,
            "prePhonemeLength":0.7,"postPhonemeLength":0.7,"outputSamplingRate":24000,
            "outputStereo":false,"kana":"マ'ミ"}
            """
        let server = ChatServer(inTurn: [
            EngineSound.json(query), EngineSound.answer(Self.wave),
        ])
        let engine = try Self.engine("voicevox", server) { $0.voice = "8" }
        let line = try await engine.speak(Utterance(text: "まみ", language: .japanese))
        #expect(line.visemes.spans.map(\.value) == [.PP, .aa, .PP, .ih])
        #expect(abs(line.visemes.spans[0].start.seconds - 0.7) < 0.001)
        #expect(server.requests[0].contains("/audio_query?text=%E3%81%BE%E3%81%BF&speaker=8"))
        #expect(server.requests[1].hasPrefix("POST /synthesis?speaker=8 "))
        #expect(server.requests[1].contains("\"kana\":\"マ'ミ\""))
        #expect(server.requests[1].contains("\"outputSamplingRate\":24000"))
    }

    @Test func `AivisSpeech, whose moras have no lengths, gets a mouth all the same`() async throws
    {
        let query = """
            {"accent_phrases":[{"moras":[{"text":"マ","consonant":"m","consonant_length":0,
            "vowel":"a","vowel_length":0,"pitch":0}],"accent":1}],"speedScale":1.0}
            """
        let server = ChatServer(inTurn: [EngineSound.json(query), EngineSound.answer(Self.wave)])
        let line = try await Self.engine("aivisspeech", server).speak(
            Utterance(text: "まま", language: .japanese))
        #expect(line.visemes.spans.contains { $0.value == .PP })
    }

    @Test func `GPT-SoVITS is told what to speak like`() async throws {
        let server = ChatServer(EngineSound.answer(Self.wave))
        let engine = try Self.engine("gpt-sovits", server) {
            $0.reference = "/voices/her.wav"
            $0.referenceText = "こんにちは"
        }
        _ = try await engine.speak(Self.english)
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /tts "))
        for field in ["\"text_lang\":\"en\"", "\"prompt_lang\":\"ja\"", "her.wav"] {
            #expect(request.contains(field), "\(field)")
        }
        #expect(EngineSettings(kind: "gpt-sovits").lack?.contains("reference") == true)
    }

    @Test func `Style-Bert-VITS2 takes a model and a speaker`() async throws {
        let server = ChatServer(EngineSound.answer(Self.wave))
        let engine = try Self.engine("style-bert-vits2", server) {
            $0.model = "jvnv"
            $0.voice = "F1"
        }
        _ = try await engine.speak(Utterance(text: "こんにちは", language: .japanese))
        let request = try #require(server.requests.first)
        #expect(request.hasPrefix("POST /voice?text="))
        for item in ["language=JP", "model_name=jvnv", "speaker_name=F1", "length=1.0"] {
            #expect(request.contains(item), "\(item)")
        }
    }

    @Test func `CosyVoice's samples have no head`() async throws {
        let server = ChatServer(
            EngineSound.answer(Self.samples, type: "application/octet-stream"))
        let engine = try Self.engine("cosyvoice", server) { $0.sampleRate = 24_000 }
        let line = try await engine.speak(Utterance(text: "One + one.", language: .english))
        #expect(abs(line.audio.duration.seconds - 2) < 0.001)
        #expect(server.requests[0].contains("tts_text=One%20%2B%20one."))
    }

    @Test(arguments: [("mp3", "libmp3lame"), ("ogg", "libopus"), ("flac", "flac")])
    func `Fish may answer with compressed sound`(format: String, codec: String) async throws {
        let rate = codec == "libopus" ? 48_000 : 44_100
        let sound = try EncodedSound.encode(
            EngineSound.clip(rate: rate), format: format, codec: codec)
        let server = ChatServer(EngineSound.answer(sound, type: "audio/\(format)"))
        let engine = try Self.engine("fish", server) { $0.voice = "abc" }
        let line = try await engine.speak(Self.english)
        #expect(abs(line.audio.duration.seconds - 2) < 0.06)
        #expect(server.requests[0].contains("\"reference_id\":\"abc\""))
        #expect(server.requests[0].lowercased().contains("model: s1"))
    }

    private static let lists: [(kind: String, answer: String, names: [String])] = [
        (
            "openai", "{\"voices\":[\"af_heart\",\"am_adam\"]}",
            ["server-af-heart", "server-am-adam"]
        ),
        (
            "kokoro", "{\"voices\":[{\"id\":\"af_sky\",\"name\":\"Sky\"}]}",
            ["kokoro-af-heart", "kokoro-sky"]
        ),
        (
            "elevenlabs",
            "{\"voices\":[{\"voice_id\":\"x1\",\"name\":\"Rachel\",\"labels\":{\"gender\":\"female\"}}]}",
            ["elevenlabs-21m00tcm4tlvdq8ikwam", "elevenlabs-rachel"]
        ),
        (
            "azure", "[{\"ShortName\":\"ru-RU-SvetlanaNeural\",\"Gender\":\"Female\"}]",
            ["azure-en-us-avamultilingualneural", "azure-ru-ru-svetlananeural"]
        ),
        (
            "voicevox", "[{\"name\":\"ずんだもん\",\"styles\":[{\"id\":1,\"name\":\"あまあま\"}]}]",
            ["voicevox-3", "voicevox-1"]
        ),
        (
            "style-bert-vits2",
            "{\"0\":{\"model_path\":\"model_assets/jvnv/a.safetensors\",\"spk2id\":{\"F1\":0}}}",
            ["style-bert-vits2-voice", "style-bert-vits2-jvnv-f1"]
        ),
        ("fish", "{\"reference_ids\":[\"hana\"]}", ["fish-voice", "fish-hana"]),
    ]

    @Test(arguments: lists.indices) func `voices that an engine lists can be asked for`(index: Int)
        async throws
    {
        let (kind, answer, names) = Self.lists[index]
        let server = ChatServer(EngineSound.json(answer))
        let engine = try Self.engine(kind, server) {
            if kind == "openai" { $0.voice = "af_heart" }
        }
        #expect(engine.voices.count == 1)
        await engine.lookUpVoices()
        #expect(engine.voices.map(\.name) == names)
        #expect(server.requests[0].hasPrefix("GET /"))
    }

    @Test func `an engine that does not list its voices keeps the one of the settings`()
        async throws
    {
        let server = ChatServer([EngineSound.head(0, status: "404 Not Found")])
        let engine = try Self.engine("openai", server)
        await engine.lookUpVoices()
        #expect(engine.voices.map(\.name) == ["server-alloy"])
    }

    @Test(arguments: ["{}", "[]", "{\"audio\":7}", "{\"audio\":\"!!\"}", "null", "\u{0}"])
    func `an answer that is none is a sentence`(answer: String) async throws {
        for kind in ["elevenlabs", "kokoro", "voicevox"] {
            let server = ChatServer(EngineSound.json(answer))
            let utterance =
                kind == "voicevox" ? Utterance(text: "まみ", language: .japanese) : Self.english
            let error = await #expect(throws: VoiceError.self) {
                try await Self.engine(kind, server).speak(utterance)
            }
            #expect(error?.description.contains("secret") == false)
        }
    }
}

/// Piper is a program, so a program that behaves like it is run.
@Suite struct PiperTests {
    /// A script in a folder of its own, and a voice file beside it.
    private static func engine(
        _ script: String, patience: Double = 10
    ) throws -> (SpeechEngine, URL) {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "piper-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let program = folder.appending(path: "piper")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: program.path)
        let voice = folder.appending(path: "voice.onnx")
        try Data().write(to: voice)
        try Data("{\"audio\":{\"sample_rate\":16000}}".utf8)
            .write(to: folder.appending(path: "voice.onnx.json"))
        var settings = EngineSettings(kind: "piper")
        settings.program = program.path
        settings.voice = voice.path
        settings.patience = patience
        return (try SpeechEngine(settings), folder)
    }

    private static let utterance = Utterance(text: "Hello there.", language: .english)

    @Test func `its samples are heard at the rate of its voice file`() async throws {
        // A square wave of 1 kHz, a second long; the text and the arguments are kept to be looked at.
        let (engine, folder) = try Self.engine(
            """
            cat > "$(dirname "$0")/text"; echo "$@" > "$(dirname "$0")/arguments"
            yes '\\0\\40\\0\\40\\0\\40\\0\\40\\0\\40\\0\\40\\0\\40\\0\\40\\0\\340\\0\\340\\0\\340\\0\\340\\0\\340\\0\\340\\0\\340\\0\\340' | head -1000 | tr -d '\\n' | xargs -0 printf
            """)
        defer { try? FileManager.default.removeItem(at: folder) }
        let line = try await engine.speak(Self.utterance)
        #expect(abs(line.audio.duration.seconds - 1) < 0.01)
        #expect(!line.visemes.isEmpty)
        let text = try String(contentsOf: folder.appending(path: "text"), encoding: .utf8)
        #expect(text == "Hello there.\n")
        let arguments = try String(contentsOf: folder.appending(path: "arguments"), encoding: .utf8)
        #expect(arguments.contains("--output-raw") && arguments.contains("voice.onnx"))
        #expect(engine.voices[0].name == "piper-voice-onnx")
    }

    @Test(arguments: [
        ("exit 3", "status 3"), ("cat > /dev/null", "said nothing"),
        ("exec <&-; exit 1", "status 1"),
        ("sleep 60", "longer than"), ("exec >&-; sleep 60", "longer than"),
        ("trap '' TERM; while :; do sleep 1; done", "longer than"),
    ])
    func `whatever it does wrong is a sentence`(script: String, says: String) async throws {
        let (engine, folder) = try Self.engine(script, patience: 0.3)
        defer { try? FileManager.default.removeItem(at: folder) }
        let error = await #expect(throws: VoiceError.self) {
            try await engine.speak(Self.utterance)
        }
        #expect(error?.what.contains(says) == true, "\(error?.what ?? "")")
    }

    @Test func `without a voice file it is not tried`() {
        var settings = EngineSettings(kind: "piper")
        #expect(settings.lack?.contains("voice") == true)
        settings.voice = "/nowhere.onnx"
        #expect(settings.lack == "there is no voice at /nowhere.onnx")
    }
}
