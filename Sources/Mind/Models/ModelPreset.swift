public import Foundation

/// Where well-known servers listen, and which environment variable usually holds their key.
///
/// - Source: each vendor's documentation of its OpenAI-compatible address; Anthropic's own format.
public struct ModelPreset: Sendable, Equatable {
    public var name: String
    /// Up to and with the version.
    public var baseURL: URL
    /// Nil for servers of one's own, which ask for none.
    public var keyVariable: String?
    /// Whether it speaks Anthropic's format instead of OpenAI's.
    public var isAnthropic = false

    /// In the order in which they are listed to users.
    public static let all: [ModelPreset] = [
        preset("ollama", "http://localhost:11434/v1"),
        preset("lm-studio", "http://localhost:1234/v1"),
        preset("vllm", "http://localhost:8000/v1"),
        preset("llama.cpp", "http://localhost:8080/v1"),
        preset("openai", "https://api.openai.com/v1", "OPENAI_API_KEY"),
        preset("deepseek", "https://api.deepseek.com/v1", "DEEPSEEK_API_KEY"),
        preset("groq", "https://api.groq.com/openai/v1", "GROQ_API_KEY"),
        preset(
            "gemini", "https://generativelanguage.googleapis.com/v1beta/openai", "GEMINI_API_KEY"),
        preset(
            "anthropic", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", isAnthropic: true),
    ]

    /// The preset of a name.
    public static func named(_ name: String) -> ModelPreset? { all.first { $0.name == name } }

    private static func preset(
        _ name: String, _ address: String, _ keyVariable: String? = nil, isAnthropic: Bool = false
    ) -> ModelPreset {
        guard let url = URL(string: address) else {
            preconditionFailure("the address of a preset is an address: \(address)")
        }
        return ModelPreset(
            name: name, baseURL: url, keyVariable: keyVariable, isAnthropic: isAnthropic)
    }
}
