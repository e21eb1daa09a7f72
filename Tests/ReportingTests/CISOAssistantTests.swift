import Compliance
import Documents
import Testing

@testable import Reporting

@Suite("CISO Assistant pack")
struct CISOAssistantTests {
    static let pack = ReportFolderReading(CISOAssistantWriter(), Sample().assessment)

    @Test func hasWhatTheDataWizardLoads() {
        #expect(
            Self.pack.paths.map { $0.dropFirst("ciso-assistant/".count) } == [
                "README.md", "applied-controls.csv", "audits/nist-ai-rmf-1.0.csv", "audits/nist-ai-rmf-1.0.xlsx",
                "audits/owasp-asi-2026.csv", "audits/owasp-asi-2026.xlsx", "evidences.csv", "findings.csv",
                "findings.xlsx", "libraries/owasp-asi-2026--nist-ai-rmf-1.0.yaml", "libraries/owasp-asi-2026.yaml",
                "security-exceptions.csv",
            ])
    }

    @Test func aFrameworkIsALibrary() throws {
        let library = try Self.pack.yaml("ciso-assistant/libraries/owasp-asi-2026.yaml")
        #expect(library.text("urn") == "urn:surety:risk:library:owasp-asi-2026")
        #expect(library["version"]?.integer == CISOLibrary.version)
        #expect(library.text("packager") == "surety")
        let framework = try #require(library["objects"]?["framework"])
        #expect(framework.text("urn") == "urn:surety:risk:framework:owasp-asi-2026")
        let nodes = framework["requirement_nodes"]?.elements ?? []
        #expect(nodes.map { $0.text("ref_id") ?? "" } == ["ASI01", "ASI01.M1", "ASI07", "ASI07.M1"])
        #expect(nodes.map { $0["depth"]?.integer ?? 0 } == [1, 2, 1, 2])
        #expect(nodes.map { $0["assessable"]?.boolean ?? false } == [true, true, true, true])
        #expect(nodes[1].text("parent_urn") == "urn:surety:risk:req_node:owasp-asi-2026:asi01")
    }

    @Test func aMappingGoesBothWaysToCISOAssistantsOwnFramework() throws {
        let library = try Self.pack.yaml("ciso-assistant/libraries/owasp-asi-2026--nist-ai-rmf-1.0.yaml")
        #expect(library.text("dependencies", "1") == "urn:intuitem:risk:library:nist-ai-rmf-1.0")
        let sets = library["objects"]?["requirement_mapping_sets"]?.elements ?? []
        #expect(sets.count == 2)
        let said = sets.map { set in
            [
                set.text("source_framework_urn"), set.text("requirement_mappings", "0", "source_requirement_urn"),
                set.text("requirement_mappings", "0", "relationship"),
                set.text("requirement_mappings", "0", "rationale"),
            ].compactMap(\.self)
        }
        #expect(
            said == [
                [
                    "urn:surety:risk:framework:owasp-asi-2026", "urn:surety:risk:req_node:owasp-asi-2026:asi07",
                    "subset",
                    "semantic",
                ],
                [
                    "urn:intuitem:risk:framework:nist-ai-rmf-1.0",
                    "urn:intuitem:risk:req_node:nist-ai-rmf-1.0:govern-1.1", "superset", "semantic",
                ],
            ])
    }

    @Test func anItemIsWhatItIsForEveryAgent() throws {
        let rows = try Self.pack.csv("ciso-assistant/audits/owasp-asi-2026.csv")
        #expect(rows[0] == CISOAudit.columns)
        #expect(
            rows.dropFirst().map { Array($0[1...4]) } == [
                ["ASI01", "true", "non_compliant", "in_progress"], ["ASI01.M1", "true", "not_assessed", "in_review"],
                ["ASI07", "true", "non_compliant", "in_progress"],
                ["ASI07.M1", "true", "non_compliant", "in_progress"],
            ])
        // The waiver stands beside the result and changes nothing.
        #expect(rows[3][5].contains("It is not hidden by its waiver: accepted by Grace Hopper"))
        let native = try Self.pack.csv("ciso-assistant/audits/nist-ai-rmf-1.0.csv")
        #expect(native[1][0] == "urn:intuitem:risk:req_node:nist-ai-rmf-1.0:govern-1.1")
        // One agent states it, nobody looked at the other.
        #expect(Array(native[1][1...3]) == ["GOVERN 1.1", "true", "not_assessed"])
    }

    @Test(arguments: ["audits/owasp-asi-2026", "findings"]) func theWorkbookIsTheTable(name: String) throws {
        // The data wizard reads one sheet, so there is no second.
        let book = try WorkbookReading(Self.pack.files["ciso-assistant/\(name).xlsx"] ?? [])
        #expect(try book.sheets == [Self.pack.csv("ciso-assistant/\(name).csv")])
    }

    @Test(arguments: [
        ([Disposition.satisfied, .satisfied], "compliant", "done"),
        ([.satisfied, .notApplicable], "compliant", "done"),
        ([.notApplicable], "not_applicable", "done"), ([], "not_assessed", "to_do"),
        ([.satisfied, .notAssessed], "not_assessed", "to_do"),
        ([.satisfied, .needsPerson], "not_assessed", "in_review"),
        ([.satisfied, .partly], "partially_compliant", "in_progress"),
        ([.notAssessed, .failed], "non_compliant", "in_progress"), ([.partly, .notAssessed], "not_assessed", "to_do"),
    ]) func silenceIsNoPass(parts: [Disposition], result: String, progress: String) {
        let whole = CISOAudit.whole(parts)
        #expect([CISOAudit.result(whole), CISOAudit.progress(whole)] == [result, progress])
    }

    @Test(arguments: ExportTests.cases) func verdicts(expected: ExportTests.Case) throws {
        let rows = try ReportFolderReading(CISOAssistantWriter(), expected.assessment)
            .csv("ciso-assistant/audits/owasp-asi-2026.csv")
        let words = [
            "satisfied": "compliant", "not satisfied": "non_compliant", "waived": "non_compliant",
            "partly": "partially_compliant", "not assessed": "not_assessed", "missing statement": "not_assessed",
            "not applicable": "not_applicable",
        ]
        #expect(rows.count == 2)
        #expect(rows[1][3] == words[expected.name])
    }

    @Test func acceptedRisksAreExceptionsAndStayFindings() throws {
        let rows = try Self.pack.csv("ciso-assistant/security-exceptions.csv")
        #expect(
            rows.dropFirst().map { Array($0[3...5]) } == [
                ["high", "approved", "2026-12-31"], ["high", "deprecated", "2026-12-31"],
            ])
        let findings = try Self.pack.csv("ciso-assistant/findings.csv")
        #expect(findings.dropFirst().map { $0[0] } == ["G-0000000001", "G-0000000002", "G-0000000003", "G-0000000004"])
        #expect(findings[2][6].contains("The finding stands."))
    }

    @Test func controlsAreActiveOnlyWhereNoAgentFailsThem() throws {
        let rows = try Self.pack.csv("ciso-assistant/applied-controls.csv").dropFirst()
        // Whether actions are logged nobody could decide: nothing is claimed.
        #expect(
            rows.map { [$0[0], $0[4]] } == [
                ["mcp/transport-encrypted", "to_do"], ["permissions/no-unbounded-shell", "to_do"],
            ])
    }

    @Test func keysStayTheSame() throws {
        let later = ReportFolderReading(CISOAssistantWriter(), Sample().assessment(at: "2026-12-01T00:00:00Z"))
        for name in ["evidences", "applied-controls", "security-exceptions", "findings"] {
            let path = "ciso-assistant/\(name).csv"
            let keys = try Self.pack.csv(path).map { $0[0] }
            #expect(try later.csv(path).map { $0[0] } == keys)
            #expect(Set(keys).count == keys.count || name == "security-exceptions")
        }
    }

    @Test func hostileNamesMakeNoPathsAndNoURNs() throws {
        let hostile = ReportFolderReading(
            CISOAssistantWriter(), Sample(dress: { "../../" + $0 + Hostile.everything }).assessment)
        for path in hostile.paths {
            #expect(!path.contains("..") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(path)")
        }
        for path in hostile.paths where path.hasSuffix(".yaml") {
            let library = try hostile.yaml(path)
            let nodes = library["objects"]?["framework"]?["requirement_nodes"]?.elements ?? []
            let urns = [library.text("urn")] + nodes.map { $0.text("urn") }
            for urn in urns.compactMap(\.self) {
                #expect(
                    urn.utf8.allSatisfy { (97...122).contains($0) || (48...58).contains($0) || "._-".utf8.contains($0) }
                )
            }
        }
    }

    @Test func anEmptyFolderIsNoCleanAudit() throws {
        let empty = ReportFolderReading(CISOAssistantWriter(), Sample.empty)
        #expect(try empty.csv("ciso-assistant/audits/owasp-asi-2026.csv").count == 1)
        let text = String(decoding: empty.files["ciso-assistant/README.md"] ?? [], as: UTF8.self)
        #expect(text.contains("no agent was found, nothing was assessed"))
    }
}
