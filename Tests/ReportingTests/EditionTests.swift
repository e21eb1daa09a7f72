import Compliance
import Foundation
import Testing
import XML

@testable import Reporting

/// Formats that there are several editions of.
@Suite("Editions")
struct EditionTests {
    @Test func areRecordedByNameAndFoundAgain() {
        for oscal in OSCALVersion.allCases {
            for ocsf in OCSFVersion.allCases {
                for cycloneDX in CycloneDXVersion.allCases {
                    let editions = Editions(cycloneDX: cycloneDX, ocsf: ocsf, oscal: oscal)
                    #expect(Editions(named: editions.names) == editions)
                }
            }
        }
        #expect(Editions(named: [:]) == Editions())
        #expect(Editions(named: ["ocsf": "1.8"]) == Editions(ocsf: .v1_8))
    }

    @Test(arguments: [["ocsf": "2.0"], ["oscal": ""], ["cyclonedx": "1.7 "], ["oscal": "1.2.3", "ocsf": "1.7.0"]])
    func thatAreNotWrittenHereAreNone(names: [String: String]) { #expect(Editions(named: names) == nil) }

    @Test(arguments: OCSFVersion.allCases) func ofOCSFSayWhichTheyAre(version: OCSFVersion) throws {
        let writer = OCSFWriter(Editions(ocsf: version))
        let events = try JSONTree.lines(writer.bytes(of: Sample().assessment))
        #expect(events.allSatisfy { $0["metadata"]["version"].text == version.rawValue + ".0" } && !events.isEmpty)
        #expect(writer.summary.hasPrefix("OCSF \(version.rawValue) "))
    }

    /// `check.resource` came with 1.8: the file that a check decided by, and nothing for what it could not decide.
    @Test func ofOCSFNameWhatACheckLookedAtWhereTheyCan() throws {
        let sample = Sample().assessment
        let old = try JSONTree.lines(OCSFWriter(Editions(ocsf: .v1_7)).bytes(of: sample))
        #expect(old.flatMap { $0["compliance"]["checks"].list }.allSatisfy { !$0.keys.contains("resource") })
        let new = try JSONTree.lines(OCSFWriter(Editions(ocsf: .v1_8)).bytes(of: sample))
        let checks = new.flatMap { $0["compliance"]["checks"].list }
        for check in checks {
            let isDecided = [1, 3].contains(check["status_id"].number)
            if !isDecided { #expect(!check.keys.contains("resource")) }
        }
        let failed = try #require(checks.first { $0["status"].text == "Fail" })
        #expect(failed["resource"]["name"].text == ".mcp.json")
        #expect(failed["resource"]["data"]["line"].number == 14)
        // Otherwise they say the same, so that the finding of the one is that of the other.
        #expect(old.map { $0["finding_info"]["uid"].text } == new.map { $0["finding_info"]["uid"].text })
        #expect(old.map { $0["message"].text } == new.map { $0["message"].text })
    }

    @Test func aCheckThatDecidedByTwoFilesIsThereForEach() throws {
        let sample = Sample()
        let places = ["a.json", "b.json", "a.json"].map { file in
            Finding(
                verdict: .notSatisfied, message: "m",
                citations: [Citation(artifact: file, sha256: nil, line: 1, column: 1, pointer: "/x")], valueDigest: "")
        }
        let result = CheckResult(
            check: sample.tls, agent: sample.api, verdict: .notSatisfied, reason: nil, findings: places)
        let other = sample.assessment
        let assessment = Assessment(
            at: other.at, toolVersion: "1", catalog: other.catalog, evidence: other.evidence,
            evidenceDigest: Sample.digest, agents: other.agents, checks: [result], controls: other.controls, gaps: [],
            questions: [], statements: [], waivers: [], autonomy: [])
        let found = try JSONTree.lines(OCSFWriter(Editions(ocsf: .v1_8)).bytes(of: assessment))
        let names = try #require(found.map { $0["compliance"]["checks"].list }.first { $0.count > 1 })
        #expect(names.map { $0["resource"]["name"].text } == ["a.json", "b.json"])
        #expect(names.allSatisfy { $0["uid"].text == sample.tls.rawValue })
    }

    @Test(arguments: CycloneDXVersion.allCases) func ofCycloneDXSayWhichTheyAre(version: CycloneDXVersion) throws {
        let editions = Editions(cycloneDX: version)
        let sample = Sample().assessment
        let json = try JSONTree.read(CycloneDXWriter(editions).bytes(of: sample))
        #expect(json["specVersion"].text == version.rawValue)
        #expect(json["$schema"].text == "http://cyclonedx.org/schema/bom-\(version.rawValue).schema.json")
        let bytes = CycloneDXXMLWriter(editions).bytes(of: sample)
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(text.contains("<bom xmlns=\"http://cyclonedx.org/schema/bom/\(version.rawValue)\""))
        #expect(try XMLTree.read(bytes).attributes["serialNumber"] == json["serialNumber"].text)
    }

    @Test func ofOneAssessmentAreDocumentsOfTheirOwn() throws {
        let serials = try CycloneDXVersion.allCases.map { version in
            try JSONTree.read(CycloneDXWriter(Editions(cycloneDX: version)).bytes(of: Sample().assessment))[
                "serialNumber"
            ].text
        }
        #expect(Set(serials).count == CycloneDXVersion.allCases.count)
    }

    /// `SURETY_CYCLONEDX_SCHEMAS` names the folder with `bom-1.7.SNAPSHOT.xsd` and the others; the Python package
    /// `cyclonedx-python-lib` carries it in `cyclonedx/schema/_res`.
    static let schemas = ProcessInfo.processInfo.environment["SURETY_CYCLONEDX_SCHEMAS"] ?? ""

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: schemas)), arguments: OSCALTests.cases.keys.sorted(),
        CycloneDXVersion.allCases)
    func ofCycloneDXAreValid(name: String, version: CycloneDXVersion) throws {
        let assessment = try #require(OSCALTests.cases[name])
        let schema = try XSDSchema(path: Self.schemas + "/bom-\(version.rawValue).SNAPSHOT.xsd")
        let bytes = CycloneDXXMLWriter(Editions(cycloneDX: version)).bytes(of: assessment)
        let problems = schema.problems(in: bytes)
        #expect(problems.isEmpty, "\(problems)")
        let broken = String(decoding: bytes, as: UTF8.self).replacing("<metadata>", with: "<metadata><nothing/>")
        #expect(!schema.accepts(Array(broken.utf8)))
    }
}
