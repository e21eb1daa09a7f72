import Compliance
import Testing

@testable import Collecting

/// What the row of a server says, and where it stands.
@Suite struct MCPServerRowTests {
    static func row(_ entry: String, in path: String = ".mcp.json") throws -> Row {
        let folder = try Workspace([path: "{\"mcpServers\": {\"a\": \(entry)}}"])
        return try #require(try folder.collect()[.mcpServer].first)
    }

    @Test(arguments: [
        ("{\"command\": \"uvx\", \"args\": [\"x\"]}", "none"),
        ("{\"command\": \"cd /srv && bun run mcp\", \"args\": []}", "shell-line"),
        ("{\"command\": \"KEY=1 bun run mcp\"}", "shell-line"), ("{\"command\": \"npx -y tool\"}", "none"),
        ("{\"args\": [\"x\"]}", "no-command"),
        ("{\"type\": \"http\", \"url\": \"https://api.github.com/graphql\"}", "no-endpoint"),
        ("{\"type\": \"http\", \"url\": \"https://a.test/graphql?x=1\"}", "no-endpoint"),
        ("{\"type\": \"http\", \"url\": \"https://api.githubcopilot.com/mcp/\"}", "none"),
    ])
    func tellsWhatCannotStart(entry: String, fault: String) throws {
        #expect(try Self.row(entry)["fault"] == .text(fault))
    }

    @Test(arguments: [
        ("https://a.test/mcp?experimental=1", false), ("https://a.test/mcp", false),
        ("https://a.test/mcp?api_key=${KEY}", true), ("https://a.test/mcp?page=2&token=\(MadeUp.plain)", true),
        ("https://app:\(MadeUp.password)@a.test/mcp", true),
    ])
    func tellsSecretsInAddresses(url: String, hasSecret: Bool) throws {
        #expect(try Self.row("{\"type\": \"http\", \"url\": \"\(url)\"}")["url_secret"] == .boolean(hasSecret))
    }

    @Test(arguments: [
        ("{\"command\": \"/Users/a/bin/x\"}", "home"), ("{\"command\": \"/usr/bin/x\"}", "fixed"),
        ("{\"command\": \"node\", \"args\": [\"/home/a/x.js\"]}", "home"),
        ("{\"command\": \"uvx\", \"args\": [\"x\"]}", "found"),
        ("{\"command\": \"C:/Users/a/x.exe\"}", "home"),
    ])
    func tellsWhereTheProgramLies(entry: String, place: String) throws {
        #expect(try Self.row(entry)["program_place"] == .text(place))
    }

    @Test func tellsArchivedPackages() throws {
        #expect(
            try Self.row("{\"command\": \"npx\", \"args\": [\"-y\", \"@modelcontextprotocol/server-github\"]}")[
                "archived"] == true)
        #expect(try Self.row("{\"command\": \"uvx\", \"args\": [\"mcp-server-git\"]}")["archived"] == false)
    }

    @Test(arguments: [
        (".kiro/settings/mcp.json", "none"), (".roo/mcp.json", "none"), (".cursor/mcp.json", nil),
    ])
    func takesWhatIsDocumented(path: String, approved: String?) throws {
        #expect(try Self.row("{\"command\": \"uvx\", \"args\": [\"x\"]}", in: path)["auto_approved"] == Value(approved))
    }

    /// The row stands at the word that names the code, not at the bracket before it.
    @Test func standsAtThePackage() throws {
        let folder = try Workspace([
            ".mcp.json": """
            {"mcpServers": {
              "a": {"command": "npx", "args": [
                "-y",
                "tool@latest"]},
              "b": {"args": ["-lc",
                "cd x && exec ./run.sh"], "command": "bash"},
              "c": {"command": "docker", "args": ["run", "-i",
                "-e", "A=1",
                "img:1.2.3"]},
              "d": {
                "command": "server", "args": []},
              "e": {"command": "npx", "args": ["-y",
                "--package=tool@1.2.3", "run"]}
            }}
            """
        ])
        let lines = try folder.collect()[.mcpServer].map { $0["line"] }
        #expect(lines == [4, 6, 9, 11, 13])
    }

    @Test(arguments: [".mcp.json", ".cursor/mcp.json", ".kiro/settings/mcp.json", ".roo/mcp.json"])
    func aListIsSaidToBeNone(path: String) throws {
        let folder = try Workspace([path: "{\n\"mcpServers\": [{\"name\": \"a\", \"command\": \"uvx\"}]}"])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].isEmpty)
        #expect(evidence.completeness("mcp_server") == ["partial"])
        let section = try #require(evidence[.setting].first { $0["type"] == "section" })
        #expect(section["key"] == "mcpServers")
        #expect(section["reason"].text?.contains("a list") == true)
        #expect(section["line"] == 2)
    }

    @Test func referencesOnCommandLinesAreSaid() throws {
        let folder = try Workspace([
            ".mcp.json": """
            {"mcpServers": {"db": {"command": "npx", "args": ["-y", "db-mcp@1.2.3",
              "--access-token", "${DB_TOKEN}"], "env": {"OTHER_TOKEN": "${OTHER_TOKEN}"}}}}
            """
        ])
        let rows = try folder.collect()[.credential]
        #expect(rows.first { $0["name"] == "--access-token" }?["storage"] == "argument")
        #expect(rows.first { $0["name"] == "--access-token" }?["line"] == 2)
        #expect(rows.first { $0["name"] == "OTHER_TOKEN" }?["storage"] == "environment")
    }

    /// A plug-in may leave the outer key away (anthropics/claude-plugins-official).
    @Test func aPluginsBareMapIsRead() throws {
        let folder = try Workspace([
            "plugins/shop/.mcp.json": "{\"shop\": {\"type\": \"http\", \"url\": \"https://a.test/mcp\"}}"
        ])
        let evidence = try folder.collect()
        #expect(evidence[.mcpServer].first?["name"] == "shop")
        #expect(evidence[.agent].count == 1)
    }

    @Test func ofAServerWrittenTwiceTheLastCounts() throws {
        let evidence = try Workspace([
            ".mcp.json": """
            {"mcpServers": {
              "pdf": {"command": "npx", "args": ["-y", "@shop/pdf"]},
              "time": {"command": "uvx", "args": ["clock==1.0.0"]},
              "pdf": {"command": "npx", "args": ["-y", "@shop/pdf@1.0.0"]}}}
            """
        ]).collect()
        #expect(evidence[.mcpServer].map { $0["name"].text } == ["time", "pdf"])
        #expect(evidence[.mcpServer].map { $0["line"].integer } == [3, 4])
        let seen = evidence[.coverage].first { $0["table_name"] == "mcp_server" }
        #expect(seen?["completeness"] == "partial")
        #expect(seen?["reason"].text?.contains(".mcp.json:2: \"pdf\" is written again below, this") == true)
    }

    /// A tool that runs unasked stands at its own place of the list, so that it can be taken off.
    @Test func toolsHaveTheirOwnPlace() throws {
        let entry = #"{"command": "uvx", "args": ["x==1"], "autoApprove": ["get", "fetch"], "alwaysAllow": ["post"]}"#
        let folder = try Workspace([".kiro/settings/mcp.json": "{\"mcpServers\": {\"a\": \(entry)}}"])
        let rows = try folder.collect()[.tool].filter { $0["origin"] == "mcp" }
        #expect(
            Set(rows.map { $0["pointer"].text }) == [
                "/mcpServers/a/autoApprove/0", "/mcpServers/a/autoApprove/1", "/mcpServers/a/alwaysAllow/0",
            ])
    }
}
