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
