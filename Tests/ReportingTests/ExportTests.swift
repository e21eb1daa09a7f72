import Compliance
import Testing

@testable import Reporting

/// What each verdict becomes in the formats of other tools, on one item at a time.
@Suite("Formats of other tools")
struct ExportTests {
    /// The verdicts of one item, with what is to stand in OCSF, HDF, JUnit and DefectDojo.
    struct Case: CustomTestStringConvertible {
        let name: String
        let verdict: Verdict
        var extent: ControlResult.Extent = .none
        var missing: [Missing] = []
        var isWaived = false
        let ocsf: [Double]
        let hdf: String
        let impact: Double
        let junit: String
        let dojo: String
        var testDescription: String { name }

        /// XCCDF's word for the status in HDF.
        var xccdf: String {
            switch hdf {
            case "passed": "pass"
            case "failed": "fail"
            default: impact == 0 ? "notapplicable" : "notchecked"
            }
        }

        /// An assessment of one agent and one item.
        var assessment: Assessment {
            let sample = Sample()
            let fails = verdict == .notSatisfied
            let result = ControlResult(
                control: sample.control(sample.asi, "asi07"), agent: sample.api, verdict: verdict, extent: extent,
                checks: fails ? [CheckVerdict(sample.tls, .notSatisfied)] : [], statements: [], missing: missing)
            let gaps = sample.gaps.filter { fails && $0.check == sample.tls }
            let asi = sample.catalog.frameworks.first { $0.id == sample.asi }
            let framework = Framework(
                id: sample.asi, title: "ASI", shortName: "ASI", publisher: "OWASP", edition: "2026",
                published: "2025-12-09", source: "https://example.com/", licence: "l", attribution: "a",
                controls: (asi?.controls ?? []).filter { $0.id.item == "asi07" })
            return Assessment(
                at: sample.assessment.at, toolVersion: "0.1.0",
                catalog: Catalog(frameworks: [framework], checks: sample.catalog.checks, digest: Sample.digest),
                evidence: sample.evidence, evidenceDigest: Sample.digest, agents: [sample.agents[0]],
                checks: fails ? [sample.checks[0]] : [], controls: [result], gaps: gaps, questions: [],
                statements: [], waivers: isWaived ? sample.waivers : [], autonomy: [])
        }
    }

    static let cases = [
        Case(
            name: "satisfied", verdict: .satisfied, extent: .full, ocsf: [1, 1], hdf: "passed", impact: 0.5,
            junit: "testcase", dojo: ""),
        Case(
            name: "not satisfied", verdict: .notSatisfied, missing: [.check(Sample().tls, .notSatisfied)],
            ocsf: [3, 1],
            hdf: "failed", impact: 0.7, junit: "failure", dojo: "active"),
        Case(
            name: "waived", verdict: .notSatisfied, isWaived: true, ocsf: [3, 3], hdf: "failed", impact: 0.7,
            junit: "skipped waived", dojo: "risk_accepted"),
        Case(
            name: "partly", verdict: .undetermined, extent: .partial, missing: [.statement("who?")], ocsf: [3, 1],
            hdf: "failed", impact: 0.5, junit: "failure", dojo: ""),
        Case(
            name: "not assessed", verdict: .undetermined, missing: [.evidence], ocsf: [2, 1], hdf: "skipped",
            impact: 0.5, junit: "skipped not assessed", dojo: ""),
        Case(
            name: "missing statement", verdict: .undetermined, missing: [.statement("who?")], ocsf: [2, 1],
            hdf: "skipped", impact: 0.5, junit: "skipped not assessed, needs a person", dojo: ""),
        Case(
            name: "not applicable", verdict: .notApplicable, ocsf: [99, 1], hdf: "skipped", impact: 0,
            junit: "skipped not applicable", dojo: ""),
    ]

    @Test(arguments: cases) func verdictsInOCSF(_ expected: Case) throws {
        let events = try JSONTree.lines(OCSFWriter().bytes(of: expected.assessment))
        #expect(events.count == 1)
        #expect([events[0]["compliance"]["status_id"].number, events[0]["status_id"].number] == expected.ocsf)
        #expect(events[0]["unmapped"]["verdict"].text == expected.verdict.rawValue)
        #expect((events[0]["unmapped"]["waiver"].text != nil) == expected.isWaived)
    }

    @Test(arguments: cases) func verdictsInHDF(_ expected: Case) throws {
        let profile = try JSONTree.read(HDFWriter().bytes(of: expected.assessment))["profiles"][0]
        let control = profile["controls"][0]
        #expect(control["results"][0]["status"].text == expected.hdf)
        #expect(control["impact"].number == expected.impact)
        #expect((control["waiver_data"]["justification"].text != nil) == expected.isWaived)
        if expected.isWaived { #expect(control["results"][0]["message"].text?.contains("without TLS") == true) }
    }

    @Test(arguments: cases) func verdictsInJUnit(_ expected: Case) throws {
        let tree = try XMLTree.read(JUnitWriter().bytes(of: expected.assessment))
        let test = try #require(tree.all("testcase").first)
        let inner = test.children.first
        let words = [inner?.name ?? "testcase", inner?.name == "skipped" ? inner?.attributes["message"] ?? "" : ""]
        #expect(words.joined(separator: " ").hasPrefix(expected.junit))
        let suite = try #require(tree.all("testsuite").first).attributes
        #expect(suite["failures"] == (expected.junit == "failure" ? "1" : "0"))
        #expect(suite["skipped"] == (expected.junit.hasPrefix("skipped") ? "1" : "0"))
        #expect(test.attributes["classname"] == "owasp-asi-2026.asi07")
    }

    @Test(arguments: cases) func verdictsInXCCDF(_ expected: Case) throws {
        let tree = try XMLTree.read(XCCDFWriter().bytes(of: expected.assessment))
        #expect(tree.all("rule-result").count == 1)
        #expect(tree.all("result").map(\.text) == [expected.xccdf])
        #expect(tree.all("score").map(\.text) == [expected.xccdf == "pass" ? "1" : "0"])
        #expect(tree.all("score").first?.attributes["maximum"] == (expected.xccdf == "notapplicable" ? "0" : "1"))
        #expect(
            tree.all("override").flatMap { $0.all("new-result") }.map(\.text) == (expected.isWaived ? ["fail"] : []))
        let rules = Set(tree.all("Rule").compactMap { $0.attributes["id"] })
        #expect(tree.all("rule-result").allSatisfy { rules.contains($0.attributes["idref"] ?? "") })
    }

    @Test(arguments: cases) func verdictsInDefectDojo(_ expected: Case) throws {
        let findings = try JSONTree.read(DefectDojoWriter().bytes(of: expected.assessment))["findings"].list
        let states = findings.map { finding in
            ["active", "risk_accepted", "false_p", "verified"].filter { finding[$0].flag == true }.joined()
        }
        #expect(states == (expected.dojo.isEmpty ? [] : [expected.dojo]))
    }

    @Test func everyItemOfEveryFrameworkIsCounted() throws {
        let sample = Sample().assessment
        let items = sample.catalog.frameworks.flatMap(\.controls).count { $0.kind != .group } * sample.agents.count
        #expect(try JSONTree.lines(OCSFWriter().bytes(of: sample)).count == items)
        #expect(try XMLTree.read(JUnitWriter().bytes(of: sample)).all("testcase").count == items)
    }

    @Test func oneAcceptedFailureDoesNotAcceptAnother() {
        let sample = Sample().assessment
        let index = AssessmentIndex(sample)
        let open = OpenItems(of: Sample().api, in: index)
        let waived = sample.controls.filter { !open.waivers($0).isEmpty }.map(\.control.item)
        // The part of the same risk fails by the same check, but no gap of it was accepted.
        #expect(waived == ["asi07"])
    }

    /// Formats with verdicts of items tell what a file shows from what somebody says, word for word.
    @Test(arguments: [
        "cyclonedx", "cyclonedx-xml", "hdf", "html", "junit", "markdown", "ocsf", "oscal-ar", "oscal-json", "xccdf",
    ]) func whatRestsOnAStatementIsCalledSelfReported(format: String) throws {
        let writer = try #require(Writers.writer(for: format))
        let text = String(decoding: writer.bytes(of: Sample().assessment), as: UTF8.self).lowercased()
        #expect(text.contains("self-reported"))
    }

    @Test func aPassThatRestsOnAStatementSaysSo() throws {
        let events = try JSONTree.lines(OCSFWriter().bytes(of: Sample().assessment))
        let governed = try #require(
            events.first {
                $0["compliance"]["control"].text == "govern-1.1" && $0["compliance"]["status_id"].number == 1
            })
        #expect(governed["message"].text?.contains("shown, self-reported") == true)
        let tests = try XMLTree.read(JUnitWriter().bytes(of: Sample().assessment)).all("testcase")
        let names = tests.compactMap { $0.attributes["name"] }.filter { $0.hasSuffix(" (self-reported)") }
        #expect(names.allSatisfy { $0.hasPrefix("GOVERN 1.1") || $0.hasPrefix("govern-1.1") } && !names.isEmpty)
    }

    /// Places and questions end without a stop; put one after the other, they would run together.
    @Test func reasonsAreSentencesAndNoneIsSaidTwice() throws {
        for name in ["not satisfied", "partly", "not assessed"] {
            let assessment = try #require(Self.cases.first { $0.name == name }).assessment
            let event = try JSONTree.lines(OCSFWriter().bytes(of: assessment))[0]
            let reasons = event["compliance"]["status_details"].texts.dropFirst()
            #expect(!reasons.isEmpty && reasons.allSatisfy { ".?!".contains($0.last ?? " ") }, "\(reasons)")
            #expect(!reasons.contains { $0.hasSuffix("fails.") }, "\(reasons)")
        }
    }

    @Test func aFindingOfDefectDojoDoesNotSayItsTitleTwice() throws {
        let findings = try JSONTree.read(DefectDojoWriter().bytes(of: Sample().assessment))["findings"].list
        for finding in findings {
            let (title, text) = (finding["title"].text ?? "", finding["description"].text ?? "")
            #expect(!text.isEmpty && !text.hasPrefix(title))
        }
        #expect(!findings.isEmpty)
    }

    /// What OpenSCAP's Schematron asks for beside the schema.
    @Test func everyResultOfXCCDFSaysWhatCheckedIt() throws {
        let tree = try XMLTree.read(XCCDFWriter().bytes(of: Sample().assessment))
        let results = tree.all("rule-result")
        #expect(!results.isEmpty && results.allSatisfy { $0.children.last?.name == "check" })
        #expect(tree.all("metadata").flatMap(\.children).map(\.text) == ["Surety"])
    }

    @Test func hostileTextsStayTexts() throws {
        let hostile = OSCALTests.hostile.assessment
        let dojo = try JSONTree.read(DefectDojoWriter().bytes(of: hostile))["findings"].list
        #expect(dojo.allSatisfy { $0["description"].text?.contains("<script>") == false })
        let hdf = try JSONTree.read(HDFWriter().bytes(of: hostile))
        #expect(hdf["profiles"][0]["controls"][0]["title"].text?.contains("\u{1B}") == false)
        #expect(try !XMLTree.read(JUnitWriter().bytes(of: hostile)).all("failure").isEmpty)
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2026-11-25T00:00:00Z", 1_795_564_800_000),
        ("2000-03-01T01:02:03Z", 951_872_523_000), ("2024-02-29T23:59:59Z", 1_709_251_199_000),
    ]) func momentsAreNumbers(text: String, milliseconds: Int) {
        #expect(EpochTime.milliseconds(text) == milliseconds)
    }
}
