import Compliance
import Foundation
import Testing

@testable import Collecting

/// The plain register: what its cells say, and what becomes of cells that say nothing that is known.
@Suite struct IdentityRegisterTests {
    static let agent = ["repo.txt": "", ".codex/config.toml": "model = \"gpt-5\"\n"]

    private func collect(_ csv: String) throws -> Evidence {
        let evidence = try Workspace(Self.agent.merging(["identities.csv": csv]) { $1 }).collect()
        #expect(evidence.faults == [])
        return evidence
    }

    private func reasons(_ evidence: Evidence) -> String {
        evidence[.coverage].filter { $0["table_name"] == "identity" }.compactMap { $0["reason"].text }.joined(
            separator: "; ")
    }

    @Test func aRowIsAnIdentity() throws {
        let evidence = try collect(
            """
            name,kind,provider,owner,owner_kind,created_at,last_used_at,rotated_at,expires_at,reviewed_at,standing,breadth,\
            privileged,authentication,keys,enabled,users,used_by,interactive,human_use,third_party,environment,notes
            deploy@shop,service-account,GCP,"Holm, Karin",person,2024-01-31,2026-11-01T10:00:00+02:00,2025-02-01,2027-01-01,\
            2026-06-01,just-in-time,broad,yes,key,2,no,,a; b ;c,no,TRUE,n,prod;Staging,x

            """)
        let row = try #require(evidence[.identity].first)
        #expect(evidence[.identity].count == 1 && row.artifact == "identities.csv" && row.line == 2)
        let expected: [String: Value] = [
            "name": "deploy@shop", "kind": "service-account", "provider": "google-cloud", "owner": "Holm, Karin",
            "owner_kind": "person", "created_at": "2024-01-31", "used": true, "last_used_at": "2026-11-01T08:00:00Z",
            "rotated_at": "2025-02-01", "expires": true, "expires_at": "2027-01-01", "reviewed_at": "2026-06-01",
            "standing": "just-in-time", "breadth": "broad", "privileged": true, "authentication": "key", "keys": 2,
            "enabled": false, "users": 3, "used_by": "a, b, c", "interactive": false, "human_use": true,
            "third_party": false, "environment": "mixed", "age_days": .null,
        ]
        for (column, value) in expected { #expect(row[column] == value, "\(column)") }
        #expect(reasons(evidence) == "")
    }

    @Test func neverIsAnAnswerAndSilenceIsNone() throws {
        let evidence = try collect(
            """
            name,owner,created_at,last_used_at,rotated_at,expires_at,keys,environment
            a,nobody,2020-01-01,never,never,never,1,test
            b,?,,,,,,unknown

            """)
        let rows = evidence[.identity]
        #expect(rows[0]["owner_kind"] == "nobody" && rows[0]["owner"] == .null)
        #expect(rows[0]["used"] == false && rows[0]["expires"] == false && rows[0]["rotated_at"] == "2020-01-01")
        #expect(rows[0]["standing"] == "standing" && rows[0]["environment"] == "other")
        // What is listed is there, and nothing else is known of it.
        let own = EvidenceSchema.schema(of: .identity).ownColumns.map(\.name).filter { rows[1][$0] != .null }
        #expect(own == ["name", "enabled"] && rows[1]["enabled"] == true)
    }

    @Test func whatIsNotKnownIsNamedAndNotGuessed() throws {
        let evidence = try collect(
            """
            name,colour,kind,created_at,expires_at,keys,privileged,environment
            a,red,robot,01/02/2020,=TODAY(),many,maybe,moon
            ,red,,,,,,

            """)
        let row = try #require(evidence[.identity].first)
        #expect(evidence[.identity].count == 1)
        for column in ["kind", "created_at", "expires_at", "expires", "keys", "privileged", "environment"] {
            #expect(row[column] == .null, "\(column)")
        }
        let said = reasons(evidence)
        #expect(said.contains("identities.csv:1: there is no column colour"))
        #expect(said.contains("identities.csv:2: kind is one of"))
        #expect(!said.contains("TODAY") && !said.contains("01/02"))
        #expect(evidence.completeness("identity") == ["partial"])
    }

    @Test func ofManyProblemsTheFirstAreNamed() throws {
        let rows = (0..<100).map { "n\($0),x" }.joined(separator: "\n")
        let said = reasons(try collect("name,created_at\n\(rows)\n"))
        #expect(said.contains("identities.csv:2: ") && said.contains("identities.csv: 95 more"))
        #expect(said.components(separatedBy: "; ").count == 6)
    }

    @Test func formulasAndControlCharactersAreText() throws {
        let evidence = try collect(
            "name,owner\n\"=HYPERLINK(\"\"http://a.example\"\")\",@SUM(1+1)\nb\u{1B}[31m,c\u{202E}d\n")
        let rows = evidence[.identity]
        #expect(rows.map { $0["name"].text } == ["=HYPERLINK(\"http://a.example\")", "b [31m"])
        #expect(rows.map { $0["owner"].text } == ["@SUM(1+1)", "c d"])
    }

    @Test func aMarkOfByteOrderAndOtherLineEndsAreNoPartOfIt() throws {
        let rows = try collect("\u{FEFF}name,owner\r\na,\"ben\r\nkim\"\r\nb,kim\r\n")[.identity]
        #expect(rows.map { $0["name"].text } == ["a", "b"])
        #expect(rows.map(\.line) == [2, 4])
        #expect(rows.map { $0["owner"].text } == ["ben kim", "kim"])
    }

    @Test func twoRowsOfOneNameAreNamedAndTheWorseCounts() throws {
        let evidence = try collect(
            """
            name,provider,owner,privileged,rotated_at,last_used_at,environment
            bot,aws,ben,no,2026-01-01,2026-01-01,prod
            bot,aws,nobody,yes,2024-01-01,2026-05-01,test
            bot,github,kim,no,,,

            """)
        let rows = evidence[.identity]
        #expect(rows.count == 2)
        #expect(rows[0]["owner_kind"] == "nobody" && rows[0]["owner"] == .null && rows[0]["privileged"] == true)
        #expect(rows[0]["rotated_at"] == "2024-01-01" && rows[0]["last_used_at"] == "2026-05-01")
        #expect(rows[0]["environment"] == "mixed")
        #expect(reasons(evidence).contains("identities.csv:3: the identity of line 2 again"))
    }

    @Test(arguments: [
        ("name,owner\na,\"ben\n", "is not closed"), ("name,owner\na,b\"c\n", "quote inside a field"),
        ("name,owner\na\n", "has 1 fields"), ("name;owner\na;ben\n", "semicolons"), ("owner\nben\n", "no column name"),
        ("name,Name\na,b\n", "two columns of one name"), ("name,owner\n", "holds no identity"), ("", "is empty"),
    ])
    func aBrokenRegisterIsNone(csv: String, why: String) throws {
        let evidence = try collect(csv)
        #expect(evidence[.identity].isEmpty)
        let artifact = try #require(evidence.artifact("identities.csv"))
        #expect(artifact["status"] == "refused")
        #expect(artifact["reason"].text?.contains(why) == true, "\(artifact["reason"])")
        #expect(evidence.completeness("identity") == ["partial"])
    }

    @Test func bytesThatAreNoTextAreRefused() throws {
        let folder = try Workspace(Self.agent)
        try Data([0x6E, 0x61, 0x6D, 0x65, 0x0A, 0xFF, 0xFE, 0x0A]).write(
            to: folder.root.appending(path: "identities.csv"))
        let evidence = try folder.collect()
        #expect(evidence[.identity].isEmpty && evidence.artifact("identities.csv")?["status"] == "refused")
    }

    @Test func noSecretOfARegisterIsKept() throws {
        let evidence = try collect(
            "name,owner,used_by,notes,colour\n\(MadeUp.openAI),\(MadeUp.openAI),\(MadeUp.openAI),\(MadeUp.openAI),\(MadeUp.openAI)\n"
        )
        #expect(evidence[.identity].count == 1)
        #expect(!evidence.texts.contains { $0.contains(MadeUp.openAI) })
        #expect(evidence.excerpts["identities.csv"] == nil)
    }

    @Test func aRegisterWithoutEndIsBoundedAndSaysSo() throws {
        let rows = (0..<IdentityRows.most + 10).map { "account-\($0),team-\($0 % 7),2024-01-01" }
        let evidence = try collect("name,owner,created_at\n" + rows.joined(separator: "\n") + "\n")
        #expect(evidence[.identity].count == IdentityRows.most)
        #expect(reasons(evidence).contains("identities beyond the first \(IdentityRows.most): 10"))
        #expect(evidence.completeness("identity") == ["partial"])
    }

    @Test(arguments: [
        ("2026-02-28", "2026-02-28"), ("2026-02-28T23:30:00-01:00", "2026-03-01T00:30:00Z"),
        ("2015-06-17T19:11:50+00:00", "2015-06-17T19:11:50Z"), ("2026-02-30", nil), ("28.02.2026", nil),
        ("2026-2-8", nil), ("2026-02-28 nonsense", nil), ("20260228", nil),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ])
    func datesHaveOneForm(written: String, read: String?) {
        #expect(IdentityDate.text(written) == read)
    }
}
