import Testing

@testable import Assessing

@Suite("Remedies")
struct RemedyTests {
    static let text = """
        Either ask again, or isolate.
        Claude Code (settings.json): close the sandbox,
          "sandbox": { "enabled": true }
        Codex CLI: approval_policy = "never" only with
        [sandbox_workspace_write] network_access = false
        Then try it.
        """

    @Test(arguments: [
        (
            "Codex CLI",
            """
            Either ask again, or isolate.
            Codex CLI: approval_policy = "never" only with
            [sandbox_workspace_write] network_access = false
            Then try it.
            """
        ),
        (
            "Claude Code",
            """
            Either ask again, or isolate.
            Claude Code (settings.json): close the sandbox,
              "sandbox": { "enabled": true }
            Then try it.
            """
        ),
        (
            "Claude Code on GitHub Actions",
            """
            Either ask again, or isolate.
            Claude Code (settings.json): close the sandbox,
              "sandbox": { "enabled": true }
            Then try it.
            """
        ),
        ("Zed", "Either ask again, or isolate.\nThen try it."), ("", text),
    ])
    func speakOfTheAgentsProduct(product: String, expected: String) {
        #expect(Remedy.text(Self.text, for: product) == expected)
    }

    @Test func anotherProductsSettingIsNeverShown() {
        let text = "Claude Code: \"a\": 1\nCursor CLI (cli.json): \"b\": 2\nAmazon Bedrock Agents: c"
        #expect(Remedy.text(text, for: "Goose").hasPrefix("No setting of Goose is known for this."))
        #expect(Remedy.text(text, for: "Cursor") == "Cursor CLI (cli.json): \"b\": 2")
        #expect(Remedy.text(text, for: "Amazon Bedrock") == "Amazon Bedrock Agents: c")
    }

    @Test func aNameInASentenceIsNoHeading() {
        let text = "Claude Code reads it first.\nCursor: no"
        #expect(Remedy.text(text, for: "Claude Code") == "Claude Code reads it first.")
        #expect(Remedy.text(text, for: "Cursor") == text)
        #expect(Remedy.text(text, for: "Goose") == "Claude Code reads it first.")
    }
}
