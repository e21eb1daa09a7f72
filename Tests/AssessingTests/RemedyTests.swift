import Cataloging
import Compliance
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
        Roo, Cline, Kiro: name the tools
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
        ("Cline", "Either ask again, or isolate.\nRoo, Cline, Kiro: name the tools\nThen try it."),
        ("Zed", "Either ask again, or isolate.\nThen try it."),
        ("", text),
    ])
    func speakOfTheAgentsProduct(product: String, expected: String) {
        #expect(Remedy.text(Self.text, for: product) == expected)
    }

    @Test func aNameInASentenceIsNoHeading() {
        let text = "Claude Code reads it first.\nClaude Code action runs it."
        #expect(Remedy.text(text, for: "Claude Code") == text)
        #expect(Remedy.text(text, for: "Cursor") == text)
    }

    @Test(arguments: [
        ("Cursor", "Replace it first: it is known.\nThen wait."), ("Claude Code", nil),
    ])
    func whatAnnouncesNothingIsLeftOut(product: String, expected: String?) {
        let text = "Replace it first: it is known. Then refer to it:\n  Claude Code: \"a\"\nThen wait."
        #expect(Remedy.text(text, for: product) == expected ?? text)
        #expect(Remedy.text("Refer to it:\nClaude Code: x\nDone.", for: "Cursor") == "Done.")
        #expect(Remedy.text("Do this:\nand that.", for: "Cursor") == "Do this:\nand that.")
    }

    @Test func whereNothingIsGeneralItSaysSo() {
        #expect(Remedy.text("Claude Code: \"a\": 1", for: "Goose").hasPrefix("No setting of Goose is known for this."))
    }

    @Test func indentedHeadingsAreHeadingsToo() {
        let text = """
            Refer to it:
              Claude Code (.mcp.json): "a",
                "b"
              Cursor (.cursor/mcp.json): "c"
            and state it.
            """
        #expect(Remedy.text(text, for: "Cursor") == "Refer to it:\n  Cursor (.cursor/mcp.json): \"c\"\nand state it.")
        #expect(Remedy.text(text, for: "Claude Code").contains("    \"b\""))
    }

    @Test func whatIsForOtherProductsIsForThoseWithoutTheirOwn() {
        let text = "Isolate.\nClaude Code: x\nOther products: a container"
        #expect(Remedy.text(text, for: "Goose") == "Isolate.\nOther products: a container")
        #expect(Remedy.text(text, for: "Claude Code") == "Isolate.\nClaude Code: x")
    }

    @Test func theNameOfAProductIsItsWholeName() {
        let text = "Amazon Bedrock Agents: a\nAgentCore: b\nClaude Code action (workflow): c"
        #expect(Remedy.text(text, for: "Amazon Bedrock") == "Amazon Bedrock Agents: a")
        #expect(Remedy.text(text, for: "Amazon Bedrock AgentCore") == "AgentCore: b")
        #expect(Remedy.text(text, for: "Claude Code on GitHub Actions") == "Claude Code action (workflow): c")
        #expect(
            Remedy.text(text, for: "Claude Code")
                == "No setting of Claude Code is known for this. Bound it from outside, or have a person state how it is met."
        )
    }

    static let products = Set(Remedy.heads.values.joined()).sorted() + ["A2A", "Docker MCP gateway", "Dify", "n8n"]

    @Test("No remedy of a built-in check speaks of another product's settings", arguments: products)
    func ofBuiltInChecks(product: String) throws {
        let foreign = Remedy.heads.filter { !$0.value.contains(product) }.keys
        for check in try CatalogLoader.load(folders: []).checks {
            let remedy = Remedy.text(check.remediation, for: product)
            #expect(!remedy.isEmpty)
            for line in remedy.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
                let head = foreign.first { line.hasPrefix("\($0):") || line.hasPrefix("\($0) (") }
                #expect(head == nil, "\(check.id) for \(product): \(line)")
            }
        }
    }
}
