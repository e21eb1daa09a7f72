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
        ("Zed", text), ("", text),
    ])
    func speakOfTheAgentsProduct(product: String, expected: String) {
        #expect(Remedy.text(Self.text, for: product) == expected)
    }

    @Test func aNameInASentenceIsNoHeading() {
        let text = "Claude Code reads it first.\nCursor: no"
        #expect(Remedy.text(text, for: "Claude Code") == text)
        #expect(Remedy.text(text, for: "Cursor") == text)
    }
}
