import Compliance
import Foundation
import Testing

@testable import Collecting

/// Which agents act by an identity, and what stands for itself.
@Suite struct IdentityJoinTests {
    private static func server(_ name: String, account: String) -> String {
        """
        {"mcpServers": {"\(name)": {"command": "npx", "args": ["\(name)@1.0.0"],
          "env": {"CLOUDSDK_CORE_ACCOUNT": "\(account)"}}}}
        """
    }
    private static let account = "a@shop.iam.gserviceaccount.com"
    private static let keys = """
        [{"keyType": "USER_MANAGED", "name": "projects/shop/serviceAccounts/\(account)/keys/k1",
          "validAfterTime": "2023-01-01T00:00:00Z", "validBeforeTime": "2027-01-01T00:00:00Z"},
         {"keyType": "USER_MANAGED", "name": "projects/shop/serviceAccounts/z@shop.iam.gserviceaccount.com/keys/k1",
          "validAfterTime": "2023-01-01T00:00:00Z", "validBeforeTime": "2027-01-01T00:00:00Z"}]
        """

    @Test func anIdentityIsARowOfEachAgentThatNamesIt() throws {
        let evidence = try Workspace([
            "one/.mcp.json": Self.server("g", account: Self.account),
            "two/.mcp.json": Self.server("g", account: Self.account.uppercased()),
            "three/.mcp.json": Self.server("g", account: "other@shop.iam.gserviceaccount.com"),
            "exports/keys.json": Self.keys,
        ]).collect()
        #expect(evidence.faults == [])
        let rows = evidence[.identity]
        #expect(rows.map(\.agent.rawValue) == ["claude-code@one", "claude-code@two"])
        #expect(rows.allSatisfy { $0["users"] == 2 && $0["name"] == .text(Self.account) })
        #expect(rows[0]["used_by"] == "claude-code@one, claude-code@two")
        // Nobody acts by the other account, and the export lies anywhere in the repository.
        #expect(!evidence.agents.contains { $0.rawValue.hasPrefix("identities@") })
        #expect(evidence.artifact("exports/keys.json")?["status"] == "read")
    }

    @Test func whatNoAgentNamesStandsWhereTheRegisterIsMeant() throws {
        let evidence = try Workspace([
            ".mcp.json": Self.server("g", account: Self.account), "identities/keys.json": Self.keys,
        ]).collect()
        #expect(evidence[.identity].map(\.agent.rawValue) == ["claude-code@.", "identities@identities"])
        let own = try #require(evidence[.agent].first { $0["kind"] == "identity-register" })
        #expect(own["product"] == "identity register" && own["plans"] == .null)
    }

    @Test func exportsOfOthersInARepositoryAreLeftAlone() throws {
        let evidence = try Workspace([
            ".codex/config.toml": "model = \"gpt-5\"\n", "tests/fixtures/keys.json": Self.keys,
            "tests/fixtures/report.csv": IdentityExportTests.report,
        ]).collect()
        #expect(evidence[.identity].isEmpty && evidence.agents.map(\.rawValue) == ["codex@."])
        #expect(evidence.artifact("tests/fixtures/keys.json") == nil)
        #expect(evidence.completeness("identity") == [])
    }

    @Test func aRegisterNamesTheAgentAndAddsToAnExport() throws {
        let evidence = try Workspace([
            ".codex/config.toml": "model = \"gpt-5\"\n", "identities/keys.json": Self.keys,
            "identities.csv": "name,owner,owner_kind,used_by,keys\n\(Self.account),ben,person,codex@.;batch,5\n",
        ]).collect()
        let row = try #require(evidence[.identity].first { $0.agent == AgentID("codex@.") })
        #expect(row["owner"] == "ben" && row["rotated_at"] == "2023-01-01T00:00:00Z" && row["keys"] == 5)
        #expect(row["users"] == 2 && row["used_by"] == "codex@., batch")
        #expect(row.artifact == "identities.csv" && row["also_in"] == "identities/keys.json")
    }

    @Test func shortNamesJoinOneIdentityOnly() throws {
        let agent = [".mcp.json": Self.server("g", account: "deploy")]
        let csv = "name,provider\narn:aws:iam::1:user/x,aws\ndeploy,aws\n"
        let one = try Workspace(agent.merging(["identities.csv": csv]) { $1 }).collect()
        #expect(one[.identity].filter { $0.agent == AgentID("claude-code@.") }.map { $0["name"].text } == ["deploy"])
        let two = try Workspace(agent.merging(["identities.csv": csv + "deploy,github\n"]) { $1 }).collect()
        #expect(two[.identity].allSatisfy { $0.agent == AgentID("identities@.") })
        let generic = [".mcp.json": Self.server("g", account: "default"), "identities.csv": "name\ndefault\n"]
        #expect(try Workspace(generic).collect()[.identity].map(\.agent.rawValue) == ["identities@."])
    }

    @Test func whatNoRegisterDescribesIsSaid() throws {
        let files = [
            ".mcp.json": """
            {"mcpServers": {"g": {"command": "npx", "args": ["g@1.0.0"],
              "env": {"CLOUDSDK_CORE_ACCOUNT": "\(Self.account)", "GITHUB_TOKEN": "${GITHUB_TOKEN}"}}}}
            """, "identities/keys.json": Self.keys,
        ]
        let evidence = try Workspace(files).collect()
        let coverage = try #require(
            evidence[.coverage].first { $0["table_name"] == "identity" && $0.agent == AgentID("claude-code@.") })
        #expect(coverage["completeness"] == "partial")
        #expect(coverage["reason"].text?.contains("the identity behind GITHUB_TOKEN") == true)
    }

    @Test func aBrokenExportLeavesWhatItWouldSayOpen() throws {
        let evidence = try Workspace([
            ".mcp.json": Self.server("g", account: Self.account),
            "identities.csv": "name\n\(Self.account)\n",
            "broken.json": String(Self.keys.dropLast(8)),
        ]).collect()
        #expect(evidence.artifact("broken.json")?["status"] == "refused")
        let reasons = evidence[.coverage].filter { $0["table_name"] == "identity" }
        #expect(reasons.allSatisfy { $0["completeness"] == "partial" })
        #expect(reasons.contains { $0["reason"].text?.contains("broken.json") == true })
    }

    @Test func handedFilesAreReadWhereverTheyLie() throws {
        let folder = try Workspace([
            "repo/.mcp.json": Self.server("g", account: Self.account), "out/keys.json": Self.keys,
            "out/accounts.csv": "name,owner\nbot,ben\n", "out/note.txt": "x", "none/a.txt": "x",
        ])
        let repo = folder.root.appending(path: "repo").path
        let evidence = try Collection.run([repo]) { _ in }
        let out = folder.root.appending(path: "out").path
        let whole = try Collection.identifying([out], beside: evidence, in: [repo])
        #expect(whole.faults == [])
        #expect(whole[.identity].map(\.agent.rawValue) == ["claude-code@.", "identities@out"])
        #expect(whole.artifact("out/keys.json")?["status"] == "read" && whole.artifact("out/note.txt") == nil)
        let table = try Collection.identifying([out + "/accounts.csv"], beside: evidence, in: [repo])
        #expect(table[.identity].map { $0["name"].text } == ["bot"])
        let none = try Collection.identifying([out + "/note.txt"], beside: evidence, in: [repo])
        #expect(none.artifact("note.txt")?["status"] == "refused" && none.completeness("identity") == ["partial"])
        #expect(throws: CollectionError.self) {
            try Collection.identifying([folder.root.path + "/none"], beside: evidence, in: [repo])
        }
        #expect(throws: CollectionError.self) {
            try Collection.identifying([folder.root.path + "/absent"], beside: evidence, in: [repo])
        }
    }

    @Test func whatLiesInTheFolderIsReadOnce() throws {
        let folder = try Workspace([".codex/config.toml": "model = \"gpt-5\"\n", "identities.csv": "name\nbot\n"])
        let evidence = try folder.collect()
        let again = try Collection.identifying(
            [folder.root.path + "/identities.csv"], beside: evidence, in: [folder.root.path])
        #expect(again[.identity].count == 1 && again[.artifact].count == evidence[.artifact].count)
    }
}
