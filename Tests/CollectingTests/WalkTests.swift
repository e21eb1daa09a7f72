import Compliance
import Foundation
import Testing

@testable import Collecting

@Suite struct WalkTests {
    private static let server = #"{"mcpServers": {"a": {"command": "npx", "args": ["-y", "pkg@1.2.3"]}}}"#

    @Test func missingPathIsAnError() {
        #expect(throws: CollectionError.self) { try Collection.run(["/no/such/folder"], progress: { _ in }) }
    }

    @Test func linksToFoldersAreNotFollowed() throws {
        let folder = try Workspace([".cursor/mcp.json": Self.server])
        try folder.link("loop", to: folder.path)
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].count == 1)
        #expect(evidence.artifact("loop")?["status"] == "excluded")
    }

    @Test func linkToTheOutsideIsRefused() throws {
        let outside = try Workspace(["mcp.json": Self.server])
        let folder = try Workspace()
        try folder.link(".cursor/mcp.json", to: outside.path + "/mcp.json")
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].isEmpty)
        #expect(evidence.artifact(".cursor/mcp.json")?["status"] == "refused")
    }

    @Test func linkInsideIsRead() throws {
        let folder = try Workspace(["shared/servers.json": Self.server])
        try folder.link(".cursor/mcp.json", to: "../shared/servers.json")
        #expect(try folder.collect()[.mcpServer].count == 1)
    }

    @Test func aProductsLinkedFolderIsRead() throws {
        let folder = try Workspace(["shared/claude/settings.json": #"{"permissions": {"allow": ["Bash(*)"]}}"#])
        try folder.link(".claude", to: "shared/claude")
        try folder.link("shared/claude/again", to: "../../.claude")
        let evidence = try folder.collect()
        #expect(evidence[.permission].contains { $0["artifact"] == ".claude/settings.json" })
        #expect(evidence.artifact(".claude/again")?["status"] == "excluded")
    }

    @Test(arguments: [(".claude", "refused"), (".claude/skills", "refused"), ("docs", "excluded")])
    func aLinkThatLeadsNowhereHidesOnlyAProducts(path: String, status: String) throws {
        let folder = try Workspace()
        try folder.link(path, to: "/no/such/place")
        let artifact = try #require(try folder.collect().artifact(path))
        #expect(artifact["status"].text == status)
    }

    @Test func whatIsNotSupportedBelongsToItsAgent() throws {
        let evidence = try Workspace([
            "a/.mcp.json": Self.server, "a/.continue/config.json": "{}", ".continue/config.json": "{}",
            "a/.vscode/settings.json": #"{"editor.tabSize": 2}"#,
            "b/.vscode/settings.json": #"{"chat.tools.autoApprove": true}"#,
        ]).collect()
        #expect(evidence.artifact("a/.continue/config.json")?["agent"] == "claude-code@a")
        #expect(evidence.artifact(".continue/config.json")?["agent"] == "claude-code@a")
        #expect(evidence.artifact("a/.vscode/settings.json") == nil)
        #expect(evidence.artifact("b/.vscode/settings.json")?["status"] == "read")
    }

    @Test(.timeLimit(.minutes(1))) func pipeIsNeverOpened() throws {
        let folder = try Workspace()
        try FileManager.default.createDirectory(atPath: folder.path + "/.cursor", withIntermediateDirectories: true)
        #expect(mkfifo(folder.path + "/.cursor/mcp.json", 0o600) == 0)
        let evidence = try folder.collect()
        #expect(evidence.artifact(".cursor/mcp.json")?["status"] == "refused")
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["x.tf", "x.py"])
    func pipeIsNotLookedInto(name: String) throws {
        let folder = try Workspace([".cursor/mcp.json": Self.server])
        #expect(mkfifo(folder.path + "/" + name, 0o600) == 0)
        let evidence = try folder.collect()
        #expect(evidence.artifact(".cursor/mcp.json")?["status"] == "read")
        #expect(evidence.artifact(name) == nil)
    }

    @Test func fetchedFoldersAreLeftOutAndNamed() throws {
        let folder = try Workspace(["node_modules/x/.cursor/mcp.json": Self.server])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].isEmpty)
        #expect(evidence.artifact("node_modules")?["status"] == "excluded")
    }

    @Test(.enabled(if: geteuid() != 0)) func unreadableFileIsRefused() throws {
        let folder = try Workspace([".cursor/mcp.json": Self.server])
        #expect(chmod(folder.path + "/.cursor/mcp.json", 0) == 0)
        #expect(try folder.collect().artifact(".cursor/mcp.json")?["status"] == "refused")
    }

    @Test func truncatedFileIsRefusedAndNotCredited() throws {
        let folder = try Workspace([".cursor/mcp.json": String(Self.server.dropLast(4))])
        let evidence = try folder.collect()
        #expect(evidence.artifact(".cursor/mcp.json")?["status"] == "refused")
        let seen = evidence[.coverage].filter { $0["table_name"] == "mcp_server" }.map { $0["completeness"] }
        #expect(!seen.contains("complete"))
    }

    @Test func sameFilesGiveTheSameEvidence() throws {
        let folder = try Workspace([".cursor/mcp.json": Self.server, "b/.cursor/mcp.json": Self.server])
        #expect((try folder.collect()).file == (try folder.collect()).file)
    }

    @Test func fileOfAnUnreadProductIsNamed() throws {
        let evidence = try Workspace([".continue/config.json": "{}"]).collect()
        #expect(evidence.artifact(".continue/config.json")?["status"] == "unsupported")
    }
}
