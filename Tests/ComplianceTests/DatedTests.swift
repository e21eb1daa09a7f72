import Compliance
import Testing

/// Ages are counted on the date that is given, and on no other.
@Suite struct DatedTests {
    private func dated(_ columns: [String: Value], at: String = "2026-11-24T12:00:00Z") throws -> Row {
        var evidence = Evidence()
        evidence.record(
            .identity, Provenance(agent: AgentID("a"), collector: "t"), columns.merging(["name": "n"]) { $1 })
        #expect(evidence.faults == [])
        return try #require(evidence.dated(at: at)[.identity].first)
    }

    @Test func daysAreWholeAndCountedFromTheDate() throws {
        let row = try dated([
            "created_at": "2026-11-23T23:59:59Z", "rotated_at": "2025-11-24", "expires_at": "2026-11-20",
            "reviewed_at": "2026-11-24", "used": true, "last_used_at": "2024-02-29",
        ])
        #expect(row["age_days"] == 1 && row["rotated_days"] == 365 && row["expires_days"] == -4)
        #expect(row["reviewed_days"] == 0 && row["unused_days"] == 999)
    }

    @Test func theSameEvidenceIsOlderLater() throws {
        #expect(try dated(["created_at": "2026-01-01"], at: "2026-01-31")["age_days"] == 30)
        #expect(try dated(["created_at": "2026-01-01"], at: "2027-01-31")["age_days"] == 395)
    }

    @Test func whatWasNeverUsedIsUnusedSinceItWasMade() throws {
        #expect(try dated(["used": false, "created_at": "2026-11-14"])["unused_days"] == 10)
        #expect(try dated(["used": false])["unused_days"] == .null)
        #expect(try dated(["created_at": "2026-11-14"])["unused_days"] == .null)
    }

    @Test(arguments: ["2027-01-01", "yesterday", "2026-02-30", ""])
    func whatCannotHaveHappenedIsNotKnown(date: String) throws {
        let row = try dated(["created_at": .text(date), "rotated_at": .text(date), "reviewed_at": .text(date)])
        #expect(row["age_days"] == .null && row["rotated_days"] == .null && row["reviewed_days"] == .null)
    }

    @Test func anAgeThatSomebodyWroteDoesNotCount() throws {
        #expect(try dated(["age_days": 1, "rotated_days": 1])["age_days"] == .null)
        #expect(try dated(["age_days": 1, "created_at": "2026-11-04"])["age_days"] == 20)
        #expect(try dated(["age_days": 1, "created_at": "2026-11-04"], at: "soon")["age_days"] == .null)
    }
}
