import Assessing
import Compliance
import Testing

@Suite struct WaiverTests {
    private func assess(_ waivers: [Waiver], names: [Bool?] = [false]) throws -> Assessment {
        let catalog = Sample.catalog([Sample.control("a")], [Sample.check("mcp/tls", maps: [("a", .subsetOf)])])
        return try Assessor(catalog: catalog).assess(
            Sample.evidence(tls: names), waivers: waivers, at: "2026-11-24T00:00:00Z", toolVersion: "t")
    }

    private func waiver(accepts: String, expires: String = "2027-01-01") -> Waiver {
        Waiver(
            gap: nil, check: CheckID("mcp/tls"), agent: Sample.agent, accepts: accepts, approver: "CISO",
            reason: "lab only", expiresOn: expires,
            citation: Citation(artifact: "waivers.yaml", sha256: nil, line: 1, column: 1, pointer: nil),
            standing: .holds([]))
    }

    @Test func aWaiverStandsBesideTheGapAndChangesNoVerdict() throws {
        let gap = try #require(try assess([]).gaps.first)
        let assessment = try assess([waiver(accepts: "sha256:\(gap.valueDigest)")])
        #expect(assessment.waivers.map(\.standing) == [.holds([gap.id])])
        #expect(assessment.gaps.first?.waiver == 0)
        #expect(assessment.controls.first?.verdict == .notSatisfied)
    }

    @Test func whenTheValueChangesItLapses() throws {
        let gap = try #require(try assess([]).gaps.first)
        let wider = try assess([waiver(accepts: "sha256:\(gap.valueDigest)")], names: [false, false])
        #expect(wider.gaps.first?.waiver == nil)
        guard case .lapsed(let why) = wider.waivers[0].standing else {
            Issue.record("the waiver still holds")
            return
        }
        #expect(why.contains("has changed"))
    }

    @Test(arguments: ["2026-11-23", "soon"])
    func whenItsDatePassedItLapses(expires: String) throws {
        let gap = try #require(try assess([]).gaps.first)
        let assessment = try assess([waiver(accepts: gap.valueDigest, expires: expires)])
        #expect(assessment.gaps.first?.waiver == nil)
    }

    @Test func anEmptyDigestAcceptsNothing() throws {
        #expect(try assess([waiver(accepts: "")]).gaps.first?.waiver == nil)
    }

    @Test func gapsKeepTheirIdentifiers() throws {
        #expect(try assess([]).gaps.map(\.id) == (try assess([], names: [false, true])).gaps.map(\.id))
    }
}
