import Compliance
import Testing

@testable import Reporting

@Suite("poam.xml of the OSCAL package")
struct OSCALActionPlanTests {
    private func read(_ assessment: Assessment) throws -> XMLTree {
        try XMLTree.read(#require(OSCALPackageTests.package(assessment)["poam.xml"]))
    }

    /// The sample with other gaps.
    private static func assessment(of gaps: [Gap]) -> Assessment {
        let sample = Sample().assessment
        return Assessment(
            at: sample.at, toolVersion: "1", catalog: sample.catalog, evidence: sample.evidence,
            evidenceDigest: Sample.digest, agents: sample.agents, checks: sample.checks, controls: sample.controls,
            gaps: gaps, questions: [], statements: sample.statements, waivers: sample.waivers, autonomy: [])
    }

    @Test func anItemForEachGapAndNeverSeveralFindings() throws {
        for assessment in [Sample().assessment, OSCALTests.hostile.assessment, Sample.fleet(agents: 3)] {
            let items = try read(assessment).all("poam-item")
            #expect(items.count == assessment.gaps.count)
            for item in items {
                #expect(item.all("related-observation").count == 1)
                #expect(item.all("related-finding").count <= 1)
                #expect(item.all("associated-risk").count <= 1)
            }
        }
    }

    @Test func itemsCarryTheGapsAndKeepTheirIdentifiers() throws {
        let first = try read(Sample().assessment)
        let items = first.all("poam-item")
        #expect(
            items.map { $0.prop("gap-id") } == ["G-0000000001", "G-0000000002", "G-0000000003", "G-0000000004"])
        #expect(items.map { $0.prop("POAM-ID") } == items.map { $0.prop("gap-id") })
        // Another run, with other evidence and on another day.
        let sample = Sample().assessment
        let later = Assessment(
            at: "2027-02-01T00:00:00Z", toolVersion: "9", catalog: sample.catalog, evidence: sample.evidence,
            evidenceDigest: Sample.digest, agents: sample.agents, checks: sample.checks, controls: sample.controls,
            gaps: [sample.gaps[1]], questions: [], statements: [], waivers: [], autonomy: [])
        let second = try read(later)
        #expect(second.all("poam-item").map { $0.attributes["uuid"] } == [items[1].attributes["uuid"]])
        #expect(second.attributes["uuid"] != first.attributes["uuid"])
    }

    @Test func aFindingHasTheItemThatItIsReportedOn() throws {
        let tree = try read(Sample().assessment)
        let targets = tree.all("finding").flatMap { $0.all("target") }
        #expect(
            targets.compactMap { $0.attributes["target-id"] } == [
                "owasp-asi-2026_asi01_smt", "owasp-asi-2026_asi07_smt", "nist-ai-rmf-1.0_govern-1.1_smt",
                "owasp-asi-2026_asi01_smt",
            ])
        let reasons = targets.flatMap { $0.all("status") }.compactMap { $0.attributes["reason"] }
        #expect(reasons == ["fail", "fail", "fail", "other"])
    }

    @Test func aWaiverIsAnApprovedDeviationWithItsEnd() throws {
        let risks = try read(Sample().assessment).all("risk")
        let states = risks.map { risk in risk.children.first { $0.name == "status" }?.text }
        #expect(states == ["open", "deviation-approved", "open"])
        #expect(risks.map { $0.all("deadline").map(\.text) } == [[], ["2026-12-31T23:59:59Z"], []])
        let accepted = try #require(risks[1].all("response").first)
        #expect(accepted.attributes["lifecycle"] == "completed")
        #expect(accepted.prop("type") == "accept")
        #expect(accepted.all("p").first?.text.contains("accepted by Grace Hopper: internal network only") == true)
    }

    @Test func aWaiverThatLapsedAcceptsNothing() throws {
        let gap = Sample().gaps[1]
        let lapsed = Gap(
            id: gap.id, agent: gap.agent, cause: gap.cause, check: gap.check, severity: gap.severity, title: gap.title,
            detail: gap.detail, remediation: gap.remediation, controls: gap.controls, citations: gap.citations,
            valueDigest: gap.valueDigest, waiver: 1, owner: nil)
        let tree = try read(Self.assessment(of: [lapsed]))
        let risk = try #require(tree.all("risk").first)
        #expect(risk.children.first { $0.name == "status" }?.text == "open")
        #expect(risk.all("deadline").isEmpty)
        #expect(risk.all("response").map { $0.prop("type") } == ["none", nil])
        #expect(tree.all("poam-item").map { $0.prop("disposition") } == ["open"])
    }

    @Test func aStatementThatIsContradictedIsItsObservation() throws {
        let sample = Sample().assessment
        let statement = sample.statements[2]
        let gap = Gap(
            id: GapID("G-1"), agent: statement.agent, cause: .contradictedStatement, check: statement.check,
            severity: .high, title: "t", detail: ["d"], remediation: "r", controls: [], citations: [statement.citation],
            valueDigest: "", waiver: nil, owner: nil)
        let tree = try read(Self.assessment(of: [gap]))
        let item = try #require(tree.all("poam-item").first)
        let uuid = item.all("related-observation").first?.attributes["observation-uuid"]
        let observation = try #require(tree.all("observation").first { $0.attributes["uuid"] == uuid })
        #expect(observation.all("method").map(\.text) == ["INTERVIEW"])
        #expect(observation.all("actor").map { $0.attributes["type"] } == ["party"])
        #expect(observation.prop("role") == "Head of AI")
        #expect(tree.all("party").contains { $0.attributes["type"] == "person" })
        #expect(tree.all("role").contains { $0.attributes["id"] == "statement-maker" })
        // Its check was judged too; the risk still points at the statement, the one observation there is.
        #expect(
            tree.all("risk").flatMap { $0.all("related-observation") }.first?.attributes["observation-uuid"] == uuid)
        // No item of a framework is named: there is nothing that a finding could be about.
        #expect(tree.all("finding").isEmpty && item.all("related-finding").isEmpty)
    }

    @Test func whatCouldNotBeReadIsNoRisk() throws {
        let tree = try read(Sample().assessment)
        let item = tree.all("poam-item")[3]
        #expect(item.all("associated-risk").isEmpty)
        let uuid = item.all("related-observation").first?.attributes["observation-uuid"]
        let observation = try #require(tree.all("observation").first { $0.attributes["uuid"] == uuid })
        #expect(observation.all("method").map(\.text) == ["EXAMINE"])
        #expect(observation.prop("cause") == "unread-evidence")
    }
}
