import Compliance
import Documents
import Testing

@testable import Reporting

/// Documents of the OpenSSF's Gemara, held to the rules of its schema that matter here.
@Suite("Gemara")
struct GemaraTests {
    static let folder = ReportFolderReading(GemaraWriter(), Sample().assessment)

    static func log(_ assessment: Assessment) throws -> Node {
        let folder = ReportFolderReading(GemaraWriter(), assessment)
        let path = try #require(folder.paths.first { $0.hasPrefix("gemara/evaluation-log-") })
        return try folder.yaml(path)
    }

    @Test func hasALogForEachAgentAndADocumentForEachMapping() {
        let names = Self.folder.paths.map { path in
            path.dropFirst("gemara/".count).prefix { $0 != "." }.split(separator: "-").prefix(4).joined(separator: "-")
        }
        #expect(
            names == [
                "enforcement-log-claude-code", "evaluation-log-claude-code", "evaluation-log-cursor-shop",
                "mapping-owasp-asi-2026",
            ])
    }

    @Test(arguments: ExportTests.cases) func verdicts(expected: ExportTests.Case) throws {
        let words = [
            "satisfied": "Passed", "not satisfied": "Failed", "waived": "Failed", "partly": "Failed",
            "not assessed": "Not Run", "missing statement": "Needs Review", "not applicable": "Not Applicable",
        ]
        let log = try Self.log(expected.assessment)
        #expect(log["evaluations"]?.elements.count == 1)
        #expect(log.text("evaluations", "0", "result") == words[expected.name])
        #expect(log.text("result") == words[expected.name])
        let folder = ReportFolderReading(GemaraWriter(), expected.assessment)
        let tolerated = folder.paths.filter { $0.hasPrefix("gemara/enforcement-log-") }
        #expect(tolerated.count == (expected.isWaived ? 1 : 0))
    }

    @Test func everyItemIsInTheLogAndNothingSilentPasses() throws {
        let sample = Sample().assessment
        let log = try Self.log(sample)
        let evaluations = log["evaluations"]?.elements ?? []
        #expect(evaluations.count == sample.catalog.frameworks.flatMap(\.controls).count { $0.kind != .group })
        for evaluation in evaluations {
            let logs = evaluation["assessment-logs"]?.elements ?? []
            #expect(!logs.isEmpty)
            for entry in logs {
                let result = try #require(entry.text("result").flatMap(GemaraResult.init))
                #expect((entry.text("start") != nil) == result.wasExecuted)
                #expect(entry.text("requirement", "reference-id") == evaluation.text("control", "reference-id"))
                #expect(entry["steps"]?.elements.isEmpty == false && entry["applicability"]?.elements.isEmpty == false)
            }
            if evaluation.text("result") == "Passed" {
                #expect(logs.contains { $0.text("result") == "Passed" })
            }
        }
    }

    @Test func evidenceHasOneIdentifierForOnePlace() throws {
        let log = try Self.log(Sample().assessment)
        let declared = Set((log["metadata"]?["mapping-references"]?.elements ?? []).compactMap { $0.text("id") })
        var items: [String: String] = [:]
        for evaluation in log["evaluations"]?.elements ?? [] {
            for entry in evaluation["assessment-logs"]?.elements ?? [] {
                for item in entry["evidence"]?.elements ?? [] {
                    let id = try #require(item.text("id"))
                    let place = try #require(item.text("source", "coordinate"))
                    #expect(items[id] == nil || items[id] == place)
                    items[id] = place
                    #expect(declared.contains(item.text("source", "reference-id") ?? ""))
                    #expect(item.text("source", "digest") == "sha256:\(Sample.digest)")
                }
            }
        }
        #expect(items.values.sorted() == [".mcp.json:14:14"])
    }

    @Test func anAcceptedRiskIsToleratedAndStaysFailed() throws {
        let path = try #require(Self.folder.paths.first { $0.hasPrefix("gemara/enforcement-log-") })
        let log = try Self.folder.yaml(path)
        #expect(log.text("disposition") == "Tolerated")
        #expect(log["actions"]?.elements.count == 1)
        #expect(log.text("actions", "0", "justification", "assessments", "0", "result") == "Failed")
        #expect(log.text("actions", "0", "justification", "assessments", "0", "requirement", "entry-id") == "asi07")
        #expect(log.text("actions", "0", "message")?.contains("until 2026-12-31") == true)
    }

    @Test func aMappingHasTypesAndTargets() throws {
        let path = try #require(Self.folder.paths.first { $0.hasPrefix("gemara/mapping-") })
        let mapping = try Self.folder.yaml(path)
        #expect(mapping.text("source-reference", "entry-type") == "Threat")
        #expect(mapping.text("target-reference", "entry-type") == "Guideline")
        #expect(mapping.text("mappings", "0", "relationship") == "supports")
        #expect(mapping.text("mappings", "0", "targets", "0", "entry-id") == "govern-1.1")
    }

    @Test(arguments: [
        (Relationship?.none, "relates-to", "intersect"), (.equalTo, "equivalent", "equal"),
        (.equivalentTo, "equivalent", "equal"), (.subsetOf, "supports", "subset"),
        (.supersetOf, "subsumes", "superset"),
        (.intersectsWith, "relates-to", "intersect"), (.noRelationship, "no-match", "not_related"),
    ]) func relationshipsHaveWords(relationship: Relationship?, gemara: String, ciso: String) {
        #expect(GemaraMapping.word(relationship) == gemara)
        #expect(CISOMapping.word(relationship) == ciso)
    }

    @Test(arguments: [
        ([GemaraResult.passed, .notRun], "Not Run"), ([.passed, .notApplicable], "Passed"),
        ([.failed, .passed], "Failed"),
        ([], "Not Run"), ([.passed, .needsReview], "Needs Review"), ([.passed, .unknown], "Unknown"),
    ]) func aWholePassesOnlyWhenNothingIsOpen(parts: [GemaraResult], whole: String) {
        #expect(GemaraResult(whole: parts).rawValue == whole)
    }

    @Test func hostileTextsStayTexts() throws {
        let hostile = ReportFolderReading(
            GemaraWriter(), Sample(dress: { "../../" + $0 + Hostile.everything }).assessment)
        #expect(hostile.paths.count == 4)
        for path in hostile.paths {
            #expect(!path.contains("..") && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(path)")
            #expect(try hostile.yaml(path)["metadata"]?.text("author", "id") == "surety")
        }
    }
}
