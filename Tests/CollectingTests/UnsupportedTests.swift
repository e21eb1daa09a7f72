import Compliance
import Testing

@testable import Collecting

/// Files of agents that nobody reads are named, with the reason.
@Suite struct UnsupportedTests {
    @Test(
        arguments: [
            (".qwen/settings.json", "{}", "Qwen Code"), (".iflow/agents/a.md", "x", "iFlow CLI"),
            ("sub/.tabnine/agent.json", "{}", "Tabnine"), (".claude/.credentials.json", "{}", "login"),
            ("x/creds.json", #"{"data": "x", "nodesAccess": []}"#, "n8n"),
            ("other/client.json", #"{"mcpServers": {"a": {"command": "b"}}}"#, "MCP client"),
        ])
    func areNamed(path: String, text: String, words: String) throws {
        let row = try #require(try Workspace([path: text]).collect().artifact(path))
        #expect(row["status"] == "unsupported")
        #expect(row["reason"].text?.contains(words) == true)
    }

    @Test(
        arguments: [
            (".devcontainer/devcontainer.json", "{\"name\": \"go\"}"), ("package.json", "{\"name\": \"x\"}"),
            ("values.yaml", "kind: Prompt\n"), (".qwen/logo.png", "x"), ("ci.yml", "jobs:\n  a: {}\n"),
            ("pyproject.toml", "[tool.x]\n"),
        ])
    func othersAreNotAgents(path: String, text: String) throws {
        #expect(try Workspace([path: text]).collect().artifact(path) == nil)
    }

    @Test func whatACollectorReadsIsNotForeign() throws {
        let found = try Workspace([
            ".mcp.json": #"{"mcpServers": {}}"#, ".cursor/mcp.json": #"{"mcpServers": {}}"#,
            ".github/workflows/c.yml":
                "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: anthropics/claude-code-action@v1\n",
        ]).collect()
        #expect(!found[.artifact].contains { $0["status"] == "unsupported" })
    }
}
