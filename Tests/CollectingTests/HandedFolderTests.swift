import Compliance
import Testing

@testable import Collecting

/// Folders that servers are handed by their arguments.
@Suite struct HandedFolderTests {
    @Test(arguments: [
        ("/", "root"), ("C:\\", "root"), ("~", "home"), ("$HOME", "home"), ("/home/a", "home"), ("/Users/a/", "home"),
        ("C:/Users/a", "home"), ("/mnt/c/Users/a", "home"), ("/root", "home"), ("~/Documents", "personal"),
        ("/Users/a/OneDrive - Shop", "personal"), ("/home/a/.claude", "personal"), ("$HOME/.config/x", "personal"),
        ("/Users/a/Library/Mail", "personal"), ("C:\\Users\\a\\Desktop", "personal"), ("/Users/a/git", "other"),
        ("~/projects/shop", "other"), (".", "workspace"), ("${workspaceFolder}", "workspace"),
    ])
    func reaches(path: String, reach: String) { #expect(HandedFolder.reach(of: path) == reach) }

    @Test(arguments: ["./docs", "docs", "--root", "https://a.test/Users/x", "@scope/pkg", "", "~user", "/srv/data"])
    func saysNothing(of path: String) { #expect(HandedFolder.reach(of: path) == nil) }

    @Test func mountsAreFolders() {
        let arguments = [
            "run", "-v", "/Users/a/Documents:/docs:ro", "--mount", "type=bind,src=/home/a,dst=/x", "img:1.0.0",
        ]
        let found = HandedFolder.all(in: arguments, code: 5)
        #expect(found.map(\.path) == ["/Users/a/Documents", "/home/a"])
        #expect(found.map(\.reach) == ["personal", "home"])
    }

    @Test func programsAreNone() {
        let arguments = ["--directory", "/Users/a/server", "run", "/Users/a/server/main.py", "/Users/a/.env"]
        #expect(HandedFolder.all(in: arguments, code: nil).isEmpty)
    }

    @Test func eachFolderStandsAtItsLine() throws {
        let folder = try Workspace([
            ".codex/config.toml": """
            [mcp_servers.files]
            command = "npx"
            args = [
                "-y",
                "@modelcontextprotocol/server-filesystem",
                "/Users/a/Documents",
                "/Users/a/git",
                "/Users/a/.claude",
            ]
            """
        ])
        let evidence = try folder.collect()
        let server = try #require(evidence[.mcpServer].first)
        #expect(server["filesystem_reach"] == "personal")
        #expect(server["line"] == 5)
        let folders = evidence[.dataSource].filter { $0["kind"] == "folder" }
        #expect(folders.compactMap { $0["name"].text } == ["/Users/a/Documents", "/Users/a/git", "/Users/a/.claude"])
        #expect(folders.map { $0["line"] } == [6, 7, 8])
        #expect(folders.map { $0["reach"] } == ["personal", "other", "personal"])
        #expect(folders.allSatisfy { $0["server"] == "files" && $0["write_access"] == true })
        #expect(server["folders"] == "`/Users/a/Documents`, `/Users/a/.claude`")
    }
}
