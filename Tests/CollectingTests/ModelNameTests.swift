import Compliance
import Testing

@testable import Collecting

@Suite("Names of models")
struct ModelNameTests {
    @Test(
        arguments: [
            ("claude-opus-4-6", true), ("claude-opus-4-6[1m]", true), ("claude-sonnet-5", true),
            ("anthropic/claude-sonnet-4.6", true), ("claude-sonnet-4-5-20250929", true),
            ("us.anthropic.claude-opus-4-6-v1", true), ("claude-sonnet-4-5", false), ("claude-opus-4-1", false),
            ("claude-3-5-sonnet-latest", false), ("claude-3-5-sonnet", false), ("claude-sonnet-4", false),
            ("gemini-2.5-pro-preview-03-25", true), ("gemini-2.0-pro-exp-02-05", true), ("gemini-2.0-flash-001", true),
            ("gemini-2.5-pro", false), ("gpt-4o-2024-08-06", true), ("gpt-4-0613", true), ("gpt-5.2-codex", false),
            ("ai/qwen3:14B-Q6_K", true), ("ai/qwen3:14B", false), ("llama3:8b-instruct-fp16", true),
            ("amazon.nova-lite-v1:0", true), ("auto", false), ("sonnet", false), ("model-12-34", false),
        ])
    func sayWhetherTheyAreOneVersion(name: String, isPinned: Bool) {
        #expect(ModelName.pinned(name) == .boolean(isPinned))
    }

    @Test(arguments: [nil, "", "${MODEL}", "{env:MODEL}"])
    func nothingWrittenIsNotKnown(name: String?) {
        #expect(ModelName.pinned(name) == .null)
    }

    @Test(
        arguments: [
            ("gemma-4-31b-it", 31), ("qwen3:14B-Q6_K", 14), ("qwen3-30b-a3b", 30), ("phi-3.5b", 3.5), ("gpt-5", nil),
            ("b", nil), ("web", nil), ("llama-4b2", nil), ("", nil),
        ] as [(String, Double?)])
    func saySize(name: String, size: Double?) {
        #expect(ModelName.size(name) == (size.map(Value.real) ?? .null))
    }

    /// One question has one answer, whoever reads the file.
    @Test(
        arguments: [
            (
                ".zed/settings.json", #"{"agent": {"default_model": {"provider": "a", "model": "claude-opus-4-6"}}}"#,
                true
            ),
            (".claude/settings.json", #"{"model": "claude-opus-4-6"}"#, true), (".claude/settings.json", "{}", nil),
            (".codex/config.toml", "model = \"claude-opus-4-6\"", true), (".codex/config.toml", "", nil),
            (".gemini/settings.json", #"{"model": {"name": "gemini-2.5-pro-preview-03-25"}}"#, true),
            (".gemini/settings.json", "{}", nil), ("opencode.json", #"{"model": "anthropic/claude-opus-4-6"}"#, true),
            ("opencode.json", "{}", nil), (".aider.conf.yml", "model: claude-opus-4-6\n", true),
        ] as [(String, String, Bool?)])
    func everyProductAnswersAlike(path: String, text: String, isPinned: Bool?) throws {
        let row = try #require(try Workspace([path: text]).collect()[.model].first)
        #expect(row["pinned"].boolean == isPinned)
    }
}
