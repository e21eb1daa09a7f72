import Compliance
import Testing

@testable import Collecting

/// As whom credentials act, and which agents hold the same one.
@Suite struct SharingTests {
    private static func servers(_ variable: String) -> String {
        #"{"mcpServers": {"github": {"type": "http", "url": "https://g.example/mcp", "headers": {"X-Api-Key": "${\#(variable)}"}}}}"#
    }

    private func shared(_ files: [String: String], _ table: Table = .credential) throws -> [String: String] {
        let rows = try Workspace(files).collect()[table]
        return Dictionary(
            rows.map { row in
                (
                    row.agent.rawValue,
                    "\(row["agents"].integer.map(String.init) ?? "NULL") \(row["shared_with"].text ?? "NULL")"
                )
            },
            uniquingKeysWith: { first, _ in first })
    }

    @Test func agentsOfOneProjectWithTheSameVariableAreNamed() throws {
        let files = [".mcp.json": Self.servers("TOKEN"), ".cursor/mcp.json": Self.servers("TOKEN")]
        #expect(try shared(files) == ["claude-code@.": "2 cursor@.", "cursor@.": "2 claude-code@."])
        #expect(try shared(files, .mcpServer) == ["claude-code@.": "2 cursor@.", "cursor@.": "2 claude-code@."])
    }

    @Test func otherVariablesAreNot() throws {
        let files = [".mcp.json": Self.servers("A"), ".cursor/mcp.json": Self.servers("B")]
        #expect(try shared(files) == ["claude-code@.": "1 NULL", "cursor@.": "1 NULL"])
    }

    @Test func oneAgentAloneIsNotCompared() throws {
        #expect(try shared([".mcp.json": Self.servers("A")]) == ["claude-code@.": "NULL NULL"])
    }

    @Test func foldersOfAFleetAreNotOneProject() throws {
        let fleet = ["a/.mcp.json": Self.servers("A"), "b/.mcp.json": Self.servers("A")]
        #expect(try shared(fleet) == ["claude-code@a": "NULL NULL", "claude-code@b": "NULL NULL"])
        let nested = ["x/a/.mcp.json": Self.servers("A"), "x/b/.mcp.json": Self.servers("A")]
        #expect(try shared(nested)["claude-code@x/a"] == "2 claude-code@x/b")
        let repository = fleet.merging([".git/HEAD": "ref"]) { $1 }
        #expect(try shared(repository)["claude-code@a"] == "2 claude-code@b")
    }

    @Test(
        arguments: [
            ("${TOKEN}", "TOKEN"), ("$TOKEN", "TOKEN"), ("Bearer ${env:TOKEN}", "TOKEN"), ("{env:TOKEN}", "TOKEN"),
            ("${{ secrets.TOKEN }}", "TOKEN"), ("${TOKEN:-x}", "TOKEN"), ("%TOKEN%", "TOKEN"),
            ("{file:~/.token}", "~/.token"), ("op://vault/item", "op://vault/item"), ("$(cat x)", nil),
            ("${input:key}", nil), ("${{ secrets.GITHUB_TOKEN }}", nil), ("", nil), ("$", nil), ("${", nil),
            ("%%", nil),
        ] as [(String, String?)])
    func referencesNameTheirVariable(value: String, name: String?) {
        #expect(CredentialReference.name(in: value) == name)
    }

    @Test(
        arguments: [
            (#""DB_USER": "reporter", "DB_PASSWORD": "${P}""#, "DB_PASSWORD", "reporter"),
            (#""GITHUB_APP_ID": "4711", "GITHUB_APP_PRIVATE_KEY": "${K}""#, "GITHUB_APP_PRIVATE_KEY", "app 4711"),
            (#""JIRA_EMAIL": "bot@x.example", "JIRA_API_TOKEN": "${T}""#, "JIRA_API_TOKEN", "bot@x.example"),
            (#""AWS_PROFILE": "agent-reader""#, "AWS_PROFILE", "agent-reader"),
            (#""AWS_ROLE_ARN": "arn:aws:iam::1:role/agent""#, "AWS_ROLE_ARN", "arn:aws:iam::1:role/agent"),
            (#""GOOGLE_APPLICATION_CREDENTIALS": "/keys/a.json""#, "GOOGLE_APPLICATION_CREDENTIALS", nil),
            (#""DB_USER": "${U}", "DB_PASSWORD": "${P}""#, "DB_PASSWORD", nil),
            (#""API_KEY": "${K}""#, "API_KEY", nil),
        ] as [(String, String, String?)])
    func principalsStandBesideTheirSecret(variables: String, name: String, principal: String?) throws {
        let found = try Workspace([
            ".mcp.json": "{\"mcpServers\": {\"s\": {\"command\": \"x\", \"env\": {\(variables)}}}}"
        ])
        .collect()[.credential].first { $0["name"].text == name }
        #expect(try #require(found)["principal"].text == principal)
    }

    @Test func theUserOfAnAddressIsItsPrincipal() throws {
        let address = "postgres://reporter:" + MadeUp.password + "zz9@db.example/x"
        let found = try Workspace([
            ".mcp.json": "{\"mcpServers\": {\"s\": {\"command\": \"x\", \"args\": [\"\(address)\"]}}}"
        ]).collect()
        #expect(found[.credential].map { $0["principal"] } == ["reporter"])
        #expect(!found.texts.contains { $0.contains(MadeUp.password) })
    }
}
