import Compliance
import Testing

@testable import Reporting

@Suite("assessment-results.xml")
struct OSCALTests {
    static let hostile = Sample(dress: { $0 + Hostile.everything })
    static let cases: [String: Assessment] = [
        "plain": Sample().assessment, "hostile": hostile.assessment, "empty": Sample.empty,
        "fleet": Sample.fleet(agents: 3), "tracked": Sample().tracked, "tracked-hostile": hostile.tracked,
    ]

    private func read(_ name: String) throws -> XMLTree {
        try XMLTree.read(OSCALAssessmentResultsWriter().bytes(of: #require(Self.cases[name])))
    }

    @Test(arguments: cases.keys.sorted()) func everyReferenceResolves(name: String) throws {
        let tree = try read(name)
        let uuids = tree.all.compactMap { $0.attributes["uuid"] }
        let known = Set(uuids)
        #expect(known.count == uuids.count)
        #expect(
            uuids.allSatisfy {
                $0.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil
            })
        let keys = ["observation-uuid", "risk-uuid", "subject-uuid", "actor-uuid", "component-uuid"]
        for element in tree.all {
            for key in keys { if let uuid = element.attributes[key] { #expect(known.contains(uuid)) } }
            if let href = element.attributes["href"], href.hasPrefix("#") {
                #expect(known.contains(String(href.dropFirst())))
            }
        }
        let parties = Set(tree.all("party").compactMap { $0.attributes["uuid"] })
        #expect(tree.all("party-uuid").allSatisfy { parties.contains($0.text) })
        let roles = Set(tree.all("role").compactMap { $0.attributes["id"] })
        #expect(tree.all.compactMap { $0.attributes["role-id"] }.allSatisfy(roles.contains))
        #expect(tree.all("import-ap").count == 1)
        #expect(!tree.all("result").isEmpty)
    }

    @Test(arguments: cases.keys.sorted()) func everyValueHasItsLexicalForm(name: String) throws {
        let tree = try read(name)
        let token = /[A-Za-z_][A-Za-z0-9._\-]*/
        for element in tree.all {
            for key in ["control-id", "target-id", "role-id", "id", "name", "state", "reason", "rel", "type"] {
                guard let value = element.attributes[key] else { continue }
                #expect(value.wholeMatch(of: token) != nil, "\(element.name) \(key)=\(value)")
            }
            for value in element.attributes.values {
                #expect(!value.isEmpty && value.first != " " && value.last != " " && !value.contains("\n"))
            }
            if ["title", "method", "name", "p"].contains(element.name) { #expect(!element.text.isEmpty) }
        }
        #expect(tree.all("hash").allSatisfy { $0.text.count == 64 && $0.attributes["algorithm"] == "SHA-256" })
        for href in tree.all("rlink").compactMap({ $0.attributes["href"] }) {
            #expect(href.hasPrefix("https://") || !href.contains(":") && !href.hasPrefix("/"))
        }
    }

    @Test(arguments: cases.keys.sorted()) func ownNamesAreInOurNamespace(name: String) throws {
        let tree = try read(name)
        let standard: Set = ["type"]
        for element in tree.all("prop") + tree.all("part") where !standard.contains(element.attributes["name"] ?? "") {
            #expect(element.attributes["ns"] == OSCALNames.namespace)
        }
    }

    @Test func aFindingForEachItemThatApplies() throws {
        let tree = try read("plain")
        let findings = tree.all("finding")
        #expect(findings.count == Sample().controls.count { $0.verdict != .notApplicable })
        for finding in findings {
            let target = try #require(finding.all("target").first)
            let status = try #require(target.all("status").first?.attributes)
            let expected: [String: [String]] = [
                "satisfied": ["satisfied", "pass"], "not-satisfied": ["not-satisfied", "fail"],
                "undetermined": ["not-satisfied", "other"],
            ]
            #expect(
                [status["state"], status["reason"]].compactMap(\.self) == expected[try #require(target.prop("verdict"))]
            )
        }
        #expect(tree.all("exclude-control").compactMap { $0.attributes["control-id"] } == ["owasp-asi-2026_asi01"])
    }

    @Test func observationsCiteLineColumnAndDigest() throws {
        let tree = try read("plain")
        let observation = try #require(tree.all("observation").first)
        let evidence = try #require(observation.all("relevant-evidence").first)
        #expect(evidence.prop("line") == "14")
        #expect(evidence.prop("column") == "14")
        #expect(evidence.prop("sha256") == Sample.digest)
        let href = try #require(evidence.attributes["href"])
        let resource = try #require(tree.all("resource").first { "#" + ($0.attributes["uuid"] ?? "") == href })
        #expect(resource.all("rlink").first?.attributes["href"] == ".mcp.json")
        #expect(Set(tree.all("method").map(\.text)) == ["TEST", "EXAMINE", "INTERVIEW"])
    }

    @Test func aWaivedRiskIsAnApprovedDeviation() throws {
        let risks = try read("plain").all("risk")
        #expect(risks.map { $0.prop("gap-id") } == ["G-0000000001", "G-0000000002", "G-0000000003"])
        let states = risks.map { risk in risk.children.first { $0.name == "status" }?.text }
        #expect(states == ["open", "deviation-approved", "open"])
    }

    @Test func theAttestationSaysWhatItIsNot() throws {
        let tree = try read("plain")
        let attestation = try #require(tree.all("attestation").first)
        #expect(
            attestation.all("part").compactMap { $0.attributes["name"] } == [
                "scope", "method", "coverage", "result", "limits",
            ])
        let text = attestation.all("p").map(\.text).joined(separator: " ")
        #expect(text.contains("self-reported"))
        #expect(!text.lowercased().contains("certif"))
        #expect(text.contains("Not seen in full: telemetry"))
        #expect(text.contains("3 outcomes — 1 shown, 1 partly shown, 1 not assessed"))
    }

    @Test func withoutAgentsNothingIsShown() throws {
        let tree = try read("empty")
        #expect(tree.all("finding").isEmpty)
        #expect(tree.all("result").first?.all("title").first?.text == "Nothing was assessed")
    }
}
