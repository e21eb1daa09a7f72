import Compliance
import Testing

@testable import Reporting

/// The inventory: one identity once, and what is not known said.
@Suite struct IdentityInventoryTests {
    private static let at = "2026-11-24T00:00:00Z"

    private func evidence(_ rows: [(Table, String, [String: Value])]) -> Evidence {
        var evidence = Evidence()
        for (line, (table, agent, columns)) in rows.enumerated() {
            evidence.record(
                table,
                Provenance(
                    agent: AgentID(agent), artifact: "f", line: columns["line"]?.integer ?? line, collector: "t"),
                columns.filter { $0.key != "line" })
        }
        #expect(evidence.faults == [])
        return evidence
    }

    private static func main(_ kind: String = "application", owner: String? = nil) -> [String: Value] {
        ["name": "main", "product": "p", "kind": .text(kind), "owner": Value(owner)]
    }

    private static func credential(_ columns: [String: Value]) -> [String: Value] {
        ["holder": "agent", "name": "K", "storage": "environment", "detector": "reference"].merging(columns) { $1 }
    }

    @Test func theRowsOfTwoAgentsAreOneIdentity() {
        let account: [String: Value] = [
            "name": "arn:aws:iam::1:role/deploy", "owner": "ben", "owner_kind": "person", "created_at": "2026-11-14",
            "keys": 2, "rotated_at": "2026-11-20", "used": true, "last_used_at": "2026-11-23", "users": 2,
            "standing": "standing", "line": 7,
        ]
        let inventory = IdentityInventory(
            evidence([
                (.agent, "a@1", Self.main()), (.agent, "a@2", Self.main(owner: "Ops")), (.identity, "a@1", account),
                (.identity, "a@2", account),
                (
                    .credential, "a@1",
                    Self.credential(["principal": "arn:aws:iam::1:role/deploy", "scope_breadth": "broad"])
                ),
                (.credential, "a@2", Self.credential(["principal": "other"])),
            ]), at: Self.at)
        #expect(inventory.identities.map(\.name) == ["arn:aws:iam::1:role/deploy", "other"])
        let first = inventory.identities[0]
        #expect(
            first.agents.count == 2 && first.isShared == true && first.breadth == "broad"
                && first.credentials.count == 1)
        #expect(first.cells[4] == "10 days" && first.cells[5] == "1 day" && first.cells[6] == "2, 4 days old")
        #expect(inventory.identities[1].owners.map(\.name) == ["Ops"] && inventory.identities[1].isShared == nil)
        #expect(IdentityInventory.columns.count == inventory.rows[0].count)
        #expect(IdentityInventory.header.count == inventory.cells[0].count)
        #expect(inventory.summary[0] == "2 identities behind 2 agents.")
        #expect(
            inventory.summary[1].hasPrefix("People to identities: 2 to 2 (1.0 identities for each); of 1 of them is"))
    }

    @Test func peopleAreNoTeamsAndNobodyIsNobody() {
        let inventory = IdentityInventory(
            evidence([
                (.agent, "identities@.", Self.main("identity-register")),
                (.identity, "identities@.", ["name": "a", "owner": "ben", "owner_kind": "person"]),
                (.identity, "identities@.", ["name": "b", "owner": "ben", "owner_kind": "named"]),
                (.identity, "identities@.", ["name": "c", "owner": "Platform", "owner_kind": "team"]),
                (.identity, "identities@.", ["name": "d", "owner": "kim", "owner_kind": "gone"]),
                (.identity, "identities@.", ["name": "e"]),
                (.identity, "identities@.", ["name": "f", "used": false, "created_at": "2026-01-01"]),
            ]), at: Self.at)
        #expect(inventory.agents == 0 && !inventory.isEmpty)
        #expect(inventory.summary[0] == "6 identities behind 0 agents; 6 of them no agent names.")
        // That of one identity is not said that its owner is a person makes no second one.
        #expect(
            inventory.summary[1]
                == "People to identities: 1 to 6 (6.0 identities for each); teams: 1; nobody answers for 1, not known for 2."
        )
        #expect(inventory.summary.contains { $0 == "Unused: never used: 1." })
    }

    @Test func withoutOwnersThereIsNoRatio() {
        let inventory = IdentityInventory(
            evidence([(.agent, "a@1", Self.main()), (.credential, "a@1", Self.credential(["reference": "K"]))]),
            at: Self.at)
        #expect(inventory.summary[1].hasPrefix("People to identities: not known, no person is named as owner"))
        #expect(inventory.summary.contains("Shared: 0, not shared: 0, not known: 1."))
        #expect(inventory.identities[0].cells.count { $0 == "not known" } >= 6)
    }

    @Test func markdownStaysText() {
        let inventory = IdentityInventory(
            evidence([
                (.agent, "identities@.", Self.main("identity-register")),
                (
                    .identity, "identities@.",
                    ["name": "a|b<script>", "owner": "[x](http://y)\n# z", "owner_kind": "person"]
                ),
            ]), at: Self.at)
        let text = inventory.markdown
        #expect(!text.contains("<script>") && !text.contains("\n# z") && text.contains("a\\|b"))
        #expect(text.hasPrefix("# Non-human identities\n"))
    }
}
