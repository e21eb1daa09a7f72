import Compliance
import Testing

@testable import Collecting

@Suite struct ClaudeDesktopTests {
    @Test func serversAreProgramsOnly() throws {
        let evidence = try Workspace([
            "claude_desktop_config.json": """
            {"mcpServers": {
              "fs": {"command": "npx", "args": ["-y", "server-fs", "/"], "env": {"API_KEY": "\(MadeUp.plain)"}},
              "web": {"url": "https://mcp.shop.test/mcp"}
            }}
            """
        ]).collect()
        #expect(evidence.agents == [AgentID("claude-desktop@.")])
        #expect(evidence[.mcpServer].map { $0["enabled"] } == [true, false])
        #expect(evidence[.mcpServer].map { $0["line"] } == [2, 3])
        #expect(evidence[.mcpServer].first?["filesystem_reach"] == "root")
        #expect(evidence[.setting].last?["status"] == "not-honoured")
        #expect(evidence[.credential].first?["storage"] == "inline")
        #expect(!evidence.texts.contains { $0.contains(MadeUp.plain) })
        #expect(evidence.faults.isEmpty)
    }

    @Test func installedExtensionsAreServersToo() throws {
        let evidence = try Workspace([
            "Claude/Claude Extensions/ant.dir.files/manifest.json": """
            {"manifest_version": "0.3", "name": "files", "version": "1.2.0",
             "server": {"type": "node", "entry_point": "a.js",
               "mcp_config": {"command": "node", "args": ["${__dirname}/a.js", "/"]}},
             "tools": [{"name": "delete_file"}]}
            """,
            "Claude/Claude Extensions Settings/ant.dir.files.json":
                "{\"isEnabled\": false, \"userConfig\": {\"api_key\": \"\(MadeUp.plain)\"}}",
        ]).collect()
        #expect(evidence.agents == [AgentID("claude-desktop@Claude")])
        #expect(evidence[.component].first?["enabled"] == false)
        #expect(evidence[.component].first?["version"] == "1.2.0")
        #expect(evidence[.mcpServer].first?["enabled"] == false)
        #expect(evidence[.mcpServer].first?["line"] == 3)
        #expect(evidence[.tool].first?["effect"] == "destructive")
        #expect(evidence[.credential].first?["holder"] == "ant.dir.files")
        #expect(!evidence.texts.contains { $0.contains(MadeUp.plain) })
    }

    @Test(arguments: ["[]", "{", "// x\n{}"]) func brokenFilesLeaveNothingKnown(text: String) throws {
        let evidence = try Workspace(["claude_desktop_config.json": text]).collect()
        #expect(evidence[.mcpServer].isEmpty)
        #expect(!evidence[.coverage].contains { $0["completeness"] == "complete" })
    }

    @Test func anyOtherManifestIsNobodys() throws {
        #expect(try Workspace(["web/manifest.json": "{}"]).collect()[.artifact].isEmpty)
    }
}
