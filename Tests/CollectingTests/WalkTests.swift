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

    @Test(.timeLimit(.minutes(1))) func pipeIsNeverOpened() throws {
        let folder = try Workspace()
        try FileManager.default.createDirectory(atPath: folder.path + "/.cursor", withIntermediateDirectories: true)
        #expect(mkfifo(folder.path + "/.cursor/mcp.json", 0o600) == 0)
        let evidence = try folder.collect()
        #expect(evidence.artifact(".cursor/mcp.json")?["status"] == "refused")
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
        let folder = try Workspace(["opencode.json": "{}", "langgraph.json": "{}"])
        let evidence = try folder.collect()
        #expect(evidence.artifact("opencode.json")?["status"] == "unsupported")
        #expect(evidence.artifact("langgraph.json")?["status"] == "unsupported")
    }
}
