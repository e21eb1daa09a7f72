import Compliance
import Testing

@testable import Reporting

@Suite("SARIF")
struct SARIFTests {
    private func run(_ assessment: Assessment, github: Bool = false) throws -> JSONTree {
        let writer: any Writer = github ? GitHubSARIFWriter() : SARIFWriter()
        return try JSONTree.read(writer.bytes(of: assessment))["runs"][0]
    }

    private func results(_ rule: String, _ run: JSONTree) -> [JSONTree] {
        run["results"].list.filter { $0["ruleId"].text == rule }
    }

    @Test(arguments: [
        ("mcp/transport-encrypted", ["fail error", "pass none"]),
        ("permissions/no-unbounded-shell", ["fail error", "notApplicable none"]),
        ("telemetry/actions-logged", ["open none"]), ("surety/missing-statement", ["review none"]),
        ("surety/unread-evidence", ["open none"]), ("surety/contradicted-statement", ["fail error"]),
    ]) func everyVerdictHasItsKind(rule: String, expected: [String]) throws {
        let found = results(rule, try run(Sample().assessment))
        #expect(found.map { "\($0["kind"].text ?? "") \($0["level"].text ?? "")" } == expected)
    }

    @Test func aWaiverSuppressesAndStaysAFailure() throws {
        let results = try run(Sample().assessment)["results"].list
        let suppressed = results.filter { !$0["suppressions"].list.isEmpty }
        #expect(suppressed.map { $0["ruleId"].text } == ["mcp/transport-encrypted"])
        let waiver = try #require(suppressed.first)["suppressions"][0]
        #expect(suppressed.first?["kind"].text == "fail")
        #expect(waiver["kind"].text == "external")
        #expect(waiver["status"].text == "accepted")
        #expect(waiver["justification"].text?.contains("Grace Hopper") == true)
        #expect(waiver["justification"].text?.contains("2026-12-31") == true)
        #expect(results.allSatisfy { $0.keys.contains("suppressions") })
    }

    @Test func frameworksAreTaxonomiesAndEveryReferenceResolves() throws {
        for sample in [Sample(), OSCALTests.hostile] {
            let run = try run(sample.assessment)
            let taxonomies = run["taxonomies"].list
            #expect(taxonomies.count == 2)
            let rules = run["tool"]["driver"]["rules"].list
            func check(_ reference: JSONTree) throws {
                let position = Int(try #require(reference["toolComponent"]["index"].number))
                let taxa = taxonomies[position]["taxa"].list.compactMap { $0["id"].text }
                #expect(taxa.contains(try #require(reference["id"].text)))
            }
            for rule in rules { for relation in rule["relationships"].list { try check(relation["target"]) } }
            for result in run["results"].list {
                for taxon in result["taxa"].list { try check(taxon) }
                let position = Int(try #require(result["ruleIndex"].number))
                #expect(rules[position]["id"].text == result["ruleId"].text)
            }
            #expect(rules[0]["relationships"][0]["kinds"].texts == ["superset"])
        }
    }

    @Test func placesAreRelativeAndEncoded() throws {
        let hostile = try run(OSCALTests.hostile.assessment, github: true)["results"].list
        #expect(!hostile.isEmpty)
        for result in hostile {
            let uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].text ?? "/"
            #expect(!uri.hasPrefix("/") && !uri.contains(":") && uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
        }
        let plain = try results("mcp/transport-encrypted", run(Sample().assessment))
        let region = plain[0]["locations"][0]["physicalLocation"]["region"]
        #expect(region["startLine"].number == 14 && region["startColumn"].number == 14)
    }

    @Test func gitHubGetsOnlyWhatIsOpenAndHasAPlace() throws {
        let run = try run(Sample().assessment, github: true)
        let results = run["results"].list
        #expect(
            results.map { "\($0["ruleId"].text ?? "") \($0["level"].text ?? "")" } == [
                "permissions/no-unbounded-shell error", "mcp/transport-encrypted error",
                "surety/contradicted-statement error", "surety/unread-evidence note",
            ])
        #expect(results[1]["message"]["text"].text?.contains("waived until 2026-12-31") == true)
        #expect(results.allSatisfy { $0["suppressions"].value == nil && !$0["locations"].list.isEmpty })
        let prints = results.compactMap { $0["partialFingerprints"]["primaryLocationLineHash"].text }
        #expect(Set(prints).count == results.count)
        for rule in run["tool"]["driver"]["rules"].list {
            #expect(rule["properties"]["tags"].list.count <= 10)
            #expect(rule["shortDescription"]["text"].text?.isEmpty == false)
            #expect(rule["properties"]["security-severity"].text?.wholeMatch(of: /[0-9]\.[0-9]/) != nil)
        }
        #expect(run["tool"]["driver"]["rules"][0]["properties"]["tags"].texts == ["security", "owasp-asi-2026/asi07"])
        let rules = run["tool"]["driver"]["rules"].list
        for result in run["results"].list {
            let position = try #require(result["ruleIndex"].number.map { Int($0) })
            #expect(rules[position]["id"].text == result["ruleId"].text)
        }
        // A rule by which nothing is open is not sent.
        let all = try self.run(Sample().assessment)["tool"]["driver"]["rules"].list
        #expect(rules.count < all.count && !rules.isEmpty)
    }

    @Test func gitHubsLimitIsKept() throws {
        let sample = Sample().assessment
        let first = sample.checks[0]
        let many = CheckResult(
            check: first.check, agent: first.agent, verdict: .notSatisfied, reason: nil,
            findings: Array(repeating: first.findings[0], count: SARIFDocument.Limit.results + 1))
        let large = Assessment(
            at: sample.at, toolVersion: sample.toolVersion, catalog: sample.catalog, evidence: sample.evidence,
            evidenceDigest: sample.evidenceDigest, agents: sample.agents, checks: [many], controls: [],
            gaps: sample.gaps, questions: [], statements: [], waivers: [], autonomy: [])
        #expect(try run(large, github: true)["results"].list.count == SARIFDocument.Limit.results)
    }

    @Test func bracketsMakeNoLink() {
        #expect(SARIFDocument.message("[a](javascript:x)") == "\\[a\\](javascript:x)")
        #expect(SARIFDocument.message("allow[0]") == "allow[0]")
    }

    @Test func nothingWasFound() throws {
        let run = try run(Sample.empty)
        #expect(run["results"].value is [Any])
        #expect(run["results"].list.isEmpty)
    }
}
