import Documents
import Testing

@testable import Collecting

/// How products' files name a variable in the place of a secret.
@Suite struct SecretReferenceTests {
    private static let token = MadeUp.plain

    private static func edited(_ text: String, _ pointer: String, _ path: String, _ product: String) -> String? {
        let bytes = Array(text.utf8)
        guard let (root, _) = DocumentPatch.read(bytes, path: path),
            let reference = SecretReference(at: pointer, in: root, path: path, product: product),
            let after = DocumentPatch.apply(reference.operations, to: bytes, path: path)
        else { return nil }
        #expect(!reference.task.contains(token) && reference.task.contains(reference.name))
        return String(decoding: after, as: UTF8.self)
    }

    @Test(arguments: [
        ("Claude Code", ".mcp.json", "${API_TOKEN}"), ("Cursor", "a/.cursor/mcp.json", "${env:API_TOKEN}"),
        ("Roo", ".roo/mcp.json", "${env:API_TOKEN}"), ("Gemini CLI", ".gemini/settings.json", "${API_TOKEN}"),
        ("Kiro", ".kiro/settings/mcp.json", "${API_TOKEN}"),
    ])
    func ofVariables(product: String, path: String, form: String) {
        let text = #"{"mcpServers": {"a/b": {"command": "x", "env": {"API_TOKEN": "VALUE"}}}}"#
        let edited = Self.edited(
            text.replacing("VALUE", with: Self.token), "/mcpServers/a~1b/env/API_TOKEN", path, product)
        #expect(edited == text.replacing("VALUE", with: form))
    }

    /// The scheme of a header stays, and its variable bears the name of the server.
    @Test func ofHeaders() {
        let text =
            #"{"mcpServers": {"my-search": {"url": "https://a.test", "headers": {"Authorization": "Bearer VALUE"}}}}"#
        let edited = Self.edited(
            text.replacing("VALUE", with: Self.token), "/mcpServers/my-search/headers/Authorization", ".mcp.json",
            "Claude Code")
        #expect(edited == text.replacing("VALUE", with: "${MY_SEARCH_TOKEN}"))
    }

    /// Some products name variables in a list, or ask.
    @Test func elsewhereThanInTheValue() {
        let codex = "[mcp_servers.a]\ncommand = \"x\"\n\n[mcp_servers.a.env]\nAPI_TOKEN = \"\(Self.token)\"\n"
        let toml = Self.edited(codex, "/mcp_servers/a/env/API_TOKEN", ".codex/config.toml", "Codex CLI")
        #expect(toml == "[mcp_servers.a]\ncommand = \"x\"\nenv_vars = [\"API_TOKEN\"]\n\n[mcp_servers.a.env]\n")
        let code = #"{"servers": {"a": {"command": "x", "env": {"API_TOKEN": "VALUE"}}}}"#
        let json = Self.edited(
            code.replacing("VALUE", with: Self.token), "/servers/a/env/API_TOKEN", ".vscode/mcp.json", "VS Code")
        #expect(json?.contains(#""API_TOKEN": "${input:API_TOKEN}""#) == true)
        #expect(json?.contains(#""type": "promptString""#) == true && json?.contains(Self.token) == false)
    }

    /// Where a product fills nothing, or what stands there is none, nothing is offered.
    @Test func onlyWhereItIsFilled() {
        let text = #"{"mcpServers": {"a": {"command": "x", "env": {"API_TOKEN": "VALUE", "MODE": "fast"}}}}"#
            .replacing("VALUE", with: Self.token)
        let place = "/mcpServers/a/env/API_TOKEN"
        #expect(Self.edited(text, place, "claude_desktop_config.json", "Claude Desktop") == nil)
        #expect(Self.edited(text, place, ".claude/settings.json", "Claude Code") == nil)
        #expect(Self.edited(text, "/mcpServers/a/env/MODE", ".mcp.json", "Claude Code") == nil)
        #expect(Self.edited(text, "/mcpServers/a/command", ".mcp.json", "Claude Code") == nil)
    }
}
