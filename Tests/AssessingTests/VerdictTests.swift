import Assessing
import Compliance
import Testing

@Suite struct VerdictTests {
    private func verdict(_ evidence: Evidence, assert: String = "tls", when: String? = nil) throws -> Verdict? {
        let catalog = Sample.catalog([], [Sample.check("mcp/tls", when: when, assert: assert)])
        let assessment = try Assessor(catalog: catalog).assess(
            evidence, waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        return assessment.checks.first?.verdict
    }

    @Test(
        arguments: [
            ([true, true], Verdict.satisfied), ([true, false], .notSatisfied), ([true, nil], .undetermined),
            ([false, nil], .notSatisfied), ([], .notApplicable),
        ] as [([Bool?], Verdict)])
    func rowsRollUp(tls: [Bool?], expected: Verdict) throws {
        #expect(try verdict(Sample.evidence(tls: tls)) == expected)
    }

    @Test func whatWasNotSeenIsNeitherPassedNorFailed() throws {
        #expect(try verdict(Sample.evidence(tls: [], seen: .none)) == .undetermined)
        #expect(try verdict(Sample.evidence(tls: [true], seen: .partial)) == .undetermined)
    }

    @Test func aRowThatWasSeenToFailStillFails() throws {
        #expect(try verdict(Sample.evidence(tls: [true, false], seen: .partial)) == .notSatisfied)
    }

    @Test func aTableOnlyReadInASubqueryMustBeSeenToo() throws {
        let assert = "tls OR EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled)"
        var evidence = Sample.evidence(tls: [true])
        let coverage = evidence[.coverage].filter { $0["table_name"].text != "sandbox" }
        evidence.replace(.coverage, with: coverage)
        #expect(try verdict(evidence, assert: assert) == .undetermined)
    }

    @Test(
        "What fails whatever else a table holds fails although the table was seen in part",
        arguments: [
            // More rows of a table cannot take a row away that was seen.
            ("NOT EXISTS (SELECT 1 FROM hook WHERE hook.agent = mcp_server.agent AND effective)", Verdict.notSatisfied),
            (
                "CASE WHEN EXISTS (SELECT 1 FROM hook WHERE hook.agent = mcp_server.agent) THEN FALSE ELSE TRUE END",
                .notSatisfied
            ),
            // But they can bring what a pass needs.
            ("EXISTS (SELECT 1 FROM hook WHERE hook.agent = mcp_server.agent AND event = 'other')", .undetermined),
            ("tls IS NULL", .notSatisfied),
            (
                "tls IS NULL OR EXISTS (SELECT 1 FROM hook WHERE hook.agent = mcp_server.agent AND event = 'other')",
                .undetermined
            ),
        ])
    func failuresThatNothingMendsStand(assert: String, expected: Verdict) throws {
        var evidence = Sample.evidence(tls: [true])
        evidence.record(
            .hook, Provenance(agent: Sample.agent, artifact: "a", line: 1, column: 1, pointer: "/a", collector: "t"),
            ["event": "e", "kind": "command", "command": "c", "level": "project", "effective": true])
        let coverage = evidence[.coverage].map { row in
            row["table_name"].text == "hook" ? row.setting("completeness", to: "partial") : row
        }
        evidence.replace(.coverage, with: coverage)
        try #require(evidence.faults.isEmpty, "\(evidence.faults)")
        #expect(try verdict(evidence, assert: assert) == expected)
        // Not looked at at all is never a failure.
        let unseen = coverage.filter { $0["table_name"].text != "hook" }
        evidence.replace(.coverage, with: unseen)
        let isRead = assert.contains("hook")
        #expect(try verdict(evidence, assert: assert) == (isRead ? .undetermined : expected))
    }

    @Test(
        "A subquery stays with the agent of the row",
        arguments: [
            ("EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled)", true),
            ("EXISTS (SELECT 1 FROM sandbox AS box WHERE mcp_server.agent = box.agent)", true),
            ("EXISTS (SELECT 1 FROM mcp_server AS other WHERE other.agent = mcp_server.agent AND NOT other.tls)", true),
            ("EXISTS (SELECT 1 FROM sandbox WHERE enabled)", false),
            ("EXISTS (SELECT 1 FROM sandbox)", false),
            ("EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent OR enabled)", false),
            ("EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent = mcp_server.agent AND enabled OR TRUE)", false),
            ("EXISTS (SELECT 1 FROM mcp_server WHERE mcp_server.agent = mcp_server.agent AND tls)", false),
            ("EXISTS (SELECT 1 FROM sandbox WHERE sandbox.agent <> mcp_server.agent)", false),
        ])
    func subqueriesStayWithTheAgent(assert: String, isAdmitted: Bool) {
        let catalog = Sample.catalog([], [Sample.check("mcp/tls", assert: assert)])
        #expect(((try? Assessor(catalog: catalog)) != nil) == isAdmitted)
    }

    @Test func anUnknownConditionLeavesTheRowOpen() throws {
        #expect(try verdict(Sample.evidence(tls: [true]), when: "host_kind = 'public'") == .undetermined)
    }

    @Test func noEvidenceNoVerdict() throws {
        let catalog = Sample.catalog([Sample.control("a")], [Sample.check("mcp/tls")])
        let assessment = try Assessor(catalog: catalog).assess(
            Evidence(), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        #expect(assessment.checks.isEmpty && assessment.controls.isEmpty && assessment.gaps.isEmpty)
    }

    @Test func findingsCiteTheRow() throws {
        let catalog = Sample.catalog([], [Sample.check("mcp/tls")])
        let assessment = try Assessor(catalog: catalog).assess(
            Sample.evidence(tls: [false]), waivers: [], at: "2026-11-24T00:00:00Z", toolVersion: "t")
        let finding = try #require(assessment.checks.first?.findings.first)
        #expect(finding.message == "\"s0\" without TLS")
        #expect(finding.citations.first?.place == ".mcp.json:7:5")
        #expect(finding.citations.first?.sha256 == "ab")
    }
}
