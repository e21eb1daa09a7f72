import Compliance
import Foundation
import Reporting
import Testing

@testable import Cataloging

@Suite("What no OSCAL schema checks")
struct OSCALValidatorTests {
    private func problems(_ text: String) throws -> [String] {
        try OSCALValidator.validate(Array(text.utf8), path: "f").problems.map(\.description)
    }

    @Test func nothingIsFoundWhereNothingIs() throws {
        #expect(try problems(ForeignFiles.xml).isEmpty)
        #expect(try problems(ForeignFiles.json).isEmpty)
    }

    @Test(arguments: OSCALForm.allCases) func ourOwnCatalogsHold(form: OSCALForm) throws {
        for framework in try CatalogLoader.load(folders: []).frameworks {
            #expect(try problems(ForeignFiles.export(framework, form)).isEmpty)
        }
    }

    @Test func theRecordedAssessmentHolds() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let bytes = try Data(contentsOf: root.appending(path: "output/examples/assessment-results.xml"))
        let catalogs = try CatalogLoader.load(folders: []).frameworks.map {
            (path: $0.id.rawValue, bytes: Array(ForeignFiles.export($0, .json).utf8))
        }
        let report = try OSCALValidator.validate(Array(bytes), path: "f", catalogs: catalogs)
        #expect(report.model == "assessment-results" && report.problems.isEmpty)
        // The risks are there and are referred to: without the first, its references dangle.
        let text = String(decoding: bytes, as: UTF8.self)
        let broken = text.replacing("<risk uuid=\"", with: "<risk uuid=\"0", maxReplacements: 1)
        let found = try problems(broken)
        #expect(found.contains { $0.contains("risk-uuid") && $0.contains("points at nothing") })
        #expect(found.contains { $0.contains("uuid is no UUID") })
    }

    /// Where the place of a problem is not the line of its cause: the paragraph, the control, the metadata.
    private static let above = [
        "href=\"https://a.example\"": -1, "value=\"withdrawn\"": -2, "<version>5</version>": -3,
    ]

    @Test(arguments: [
        (
            "Tells <insert type=\"param\" id-ref=\"ac-1_p1\"", "Tells <insert type=\"param\" id-ref=\"ac-9\"",
            "parameter ac-9 is inserted but not defined"
        ),
        (
            "<choice><insert type=\"param\" id-ref=\"ac-1_p3\"", "<choice><insert type=\"param\" id-ref=\"ac-9\"",
            "parameter ac-9 is inserted but not defined"
        ),
        ("<control id=\"ac-2\"", "<control id=\"ac\"", "the id ac is there twice"),
        ("id=\"ac-1_gdn\"", "id=\"ac-1_smt\"", "the id ac-1_smt is there twice"),
        ("<param id=\"ac-1_p3\">", "<param id=\"ac-1_p1\">", "the parameter ac-1_p1 is there twice"),
        ("href=\"#AC-1\"", "href=\"#AC-7\"", "link #AC-7 points at nothing in the document"),
        ("href=\"https://a.example\"", "href=\"#x\"", "link #x points at nothing in the document"),
        (
            "href=\"#22222222", "href=\"#42222222",
            "reference #42222222-2222-4222-8222-222222222222 names no resource of the back matter"
        ),
        (
            "rel=\"reference\"", "rel=\"reference\" media-type=\"a/b\"",
            "a reference to the back matter has no media-type"
        ),
        ("role-id=\"creator\"", "role-id=\"owner\"", "there is no role owner in the metadata"),
        (
            "<party-uuid>3", "<party-uuid>4",
            "party-uuids 43333333-3333-4333-8333-333333333333 points at nothing in the document"
        ),
        ("type=\"organization\"", "type=\"firm\"", "type cannot be firm; it is one of person, organization"),
        ("uuid=\"33333333-3333-4", "uuid=\"33333333-3333-1", "uuid is no UUID of version 4 or 5"),
        (
            "uuid=\"33333333-3333-4333-8333-333333333333\" type", "uuid=\"11111111-1111-4111-8111-111111111111\" type",
            "the uuid 11111111-1111-4111-8111-111111111111 is there twice"
        ),
        ("name=\"status\"", "name=\"state\"", "property state needs a namespace (ns)"),
        ("name=\"guidance\"", "name=\"advice\"", "part advice needs a namespace (ns)"),
        ("value=\"withdrawn\"", "value=\"other\"", "control ac-2 has no part statement"),
        ("how-many=\"one-or-more\"", "how-many=\"all\"", "how-many cannot be all"),
        ("06Z", "06", "last-modified is no date and time with a zone"),
        ("id=\"ac-1.1\"", "id=\"1.1\"", "id is no token: 1.1"),
        ("<title>More</title>", "<title> </title>", "the title is empty"),
        ("<version>5</version>", "", "expected version in the metadata"),
    ])
    func plantedInXML(old: String, new: String, message: String) throws {
        let place = try #require(ForeignFiles.xml.firstRange(of: old))
        let line = ForeignFiles.xml[..<place.lowerBound].count { $0 == "\n" } + 1
        let text = ForeignFiles.xml.replacing(old, with: new, maxReplacements: 1)
        let found = try problems(text)
        #expect(
            found.contains { $0.contains(message) && $0.hasPrefix("f:\(line + (Self.above[old] ?? 0)):") },
            "\(found)")
        #expect(found.count <= 2)
    }

    @Test func aPlaceInJSONHasItsColumn() throws {
        let text = ForeignFiles.json.replacing("Tells {{ insert: param, ac-1_p1", with: "Tells {{ insert: param, ac-9")
        let found = try problems(text)
        #expect(found == ["f:16:16: parameter ac-9 is inserted but not defined"], "\(found)")
        #expect(try problems(ForeignFiles.json.replacing("[\"ten days\"]", with: "[]")).count == 1)
    }

    private let metadata = """
        "uuid": "11111111-1111-4111-8111-111111111111", "metadata": {"title": "T", "version": "1",
        "last-modified": "2026-02-03T04:05:06+01:00", "oscal-version": "1.2.3"}
        """

    @Test(arguments: [
        ("\"relationship\": \"like\"", 1), ("\"relationship\": \"like\", \"ns\": \"https://a.example\"", 0),
        ("\"relationship\": \"subset-of\"", 0),
        ("\"relationship\": \"equal-to\", \"coverage\": {\"target-coverage\": 2}", 1),
        ("\"relationship\": \"equal-to\", \"confidence-score\": {\"percentage\": 0.5}", 0),
        ("\"matching-rationale\": \"guess\"", 1),
    ])
    func mappings(member: String, count: Int) throws {
        let text = """
            {"mapping-collection": {\(metadata), "provenance": {"method": "human", "matching-rationale": "semantic",
            "status": "complete"}, "mappings": [{"uuid": "22222222-2222-4222-8222-222222222222", "maps": [{"uuid":
            "33333333-3333-4333-8333-333333333333", "sources": [{"type": "control", "id-ref": "a"}],
            "targets": [{"type": "statement", "id-ref": "b"}], \(member)}]}]}}
            """
        #expect(try problems(text).count == count)
    }

    @Test(arguments: [
        (
            "\"target\": {\"type\": \"control\", \"target-id\": \"a\", \"status\": {\"state\": \"satisfied\"}}",
            "type cannot be"
        ),
        (
            "\"target\": {\"type\": \"statement-id\", \"target-id\": \"a\", \"status\": {\"state\": \"partial\"}}",
            "state cannot"
        ),
        (
            "\"related-observations\": [{\"observation-uuid\": \"22222222-2222-4222-8222-222222222222\"}]",
            "observation-uuid"
        ),
        ("\"related-risks\": [{\"risk-uuid\": \"33333333-3333-4333-8333-333333333333\"}]", "risk-uuid"),
        (
            "\"origins\": [{\"actors\": [{\"type\": \"robot\", \"actor-uuid\": \"11111111-1111-4111-8111-111111111111\"}]}]",
            "type"
        ),
    ])
    func results(member: String, message: String) throws {
        let text = """
            {"assessment-results": {\(metadata), "import-ap": {"href": "plan.json"}, "results": [{"uuid":
            "33333333-3333-4333-8333-333333333333", "title": "R", "start": "2026-02-03T04:05:06Z", "findings": [{"uuid":
            "44444444-4444-4444-8444-444444444444", "title": "F", \(member)}]}]}}
            """
        let found = try problems(text)
        #expect(found.count == 1 && found[0].contains(message), "\(found)")
    }

    @Test func aProfileIsHeldToItsOwnRules() throws {
        let text = """
            {"profile": {\(metadata), "imports": [{"href": "#99999999-9999-4999-8999-999999999999",
            "include-controls": [{"with-child-controls": "maybe"}]}], "merge": {"combine": {"method": "mix"}}}}
            """
        #expect(try problems(text).count == 3)
    }

    @Test(arguments: [
        ("\"with-ids\": [\"AC-1\", \"ac-1.1\"]", "ac-1_p1", []),
        ("\"with-ids\": [\"ac-9\"]", "ac-1_p1", ["with-ids ac-9"]),
        ("\"with-ids\": [\"AC-1\"]", "ac-9_p", ["parameter ac-9_p"]),
    ])
    func whatAProfileNamesIsInACatalog(ids: String, parameter: String, missing: [String]) throws {
        let text = """
            {"profile": {\(metadata), "imports": [{"href": "c.xml", "include-controls": [{\(ids)}]}],
            "modify": {"set-parameters": [{"param-id": "\(parameter)", "values": ["x"]}]}}}
            """
        let catalogs = [(path: "c.xml", bytes: Array(ForeignFiles.xml.utf8))]
        let report = try OSCALValidator.validate(Array(text.utf8), path: "f", catalogs: catalogs)
        #expect(report.problems.map(\.message) == missing.map { "\($0) is in no catalog" })
        #expect(try problems(text).isEmpty)
    }

    @Test(arguments: [
        ("plan.json", ""), ("pl%61n.json", ""), ("#88888888-8888-4888-8888-888888888888", "points at nothing"),
        ("https://a.example/plan.json", ""), ("other.json", "there is no file other.json"),
        ("catalog.xml", "catalog.xml: expected assessment-plan, found catalog"),
        ("text.json", "text.json: expected assessment-plan, found no OSCAL document"),
        ("../../etc/passwd", "there is no file"),
    ])
    func whatIsImportedIsThere(href: String, message: String) throws {
        let plan = "{\"assessment-plan\": {\(metadata)}}"
        let files = ["plan.json": plan, "catalog.xml": ForeignFiles.xml, "text.json": "hello"]
        let text = "{\"assessment-results\": {\(metadata), \"import-ap\": {\"href\": \"\(href)\"}}}"
        let report = try OSCALValidator.validate(Array(text.utf8), path: "f") { files[$0].map { Array($0.utf8) } }
        let found = report.problems.map(\.message)
        #expect(found.count == (message.isEmpty ? 0 : 1) && found.allSatisfy { $0.contains(message) }, "\(found)")
    }

    @Test(arguments: [
        ("\"activities\": [{\"props\": [{\"name\": \"method\", \"value\": \"LOOK\"}]}]", "an activity's method"),
        ("\"activities\": [{\"props\": [{\"name\": \"method\", \"value\": \"TEST\"}]}]", ""),
        ("\"remediations\": [{\"props\": [{\"name\": \"type\", \"value\": \"ignore\"}]}]", "a response's type"),
        ("\"remediations\": [{\"props\": [{\"name\": \"type\", \"value\": \"accept\"}]}]", ""),
        (
            "\"tasks\": [{\"associated-activities\": [{\"activity-uuid\": \"44444444-4444-4444-8444-444444444444\"}]}]",
            "activity-uuid"
        ),
    ])
    func plansAndTheirActivities(member: String, message: String) throws {
        let found = try problems("{\"assessment-plan\": {\(metadata), \(member)}}")
        #expect(found.count == (message.isEmpty ? 0 : 1) && found.allSatisfy { $0.contains(message) }, "\(found)")
    }

    /// Every document of the package, held to the others.
    @Test(arguments: OSCALVersion.allCases) func ourPackageHolds(version: OSCALVersion) throws {
        let catalog = try CatalogLoader.load(folders: []).selectingDefaults
        let agent = AgentID("a@b")
        let assessment = Assessment(
            at: "2026-11-25T00:00:00Z", toolVersion: "1", catalog: catalog, evidence: Evidence(), evidenceDigest: "",
            agents: [
                AgentSummary(
                    id: agent, product: "P", kind: "k", owner: "O", purpose: nil, subAgents: [], unseen: [:])
            ],
            checks: [],
            controls: catalog.frameworks.flatMap(\.controls).filter { $0.kind != .group }.map {
                ControlResult(
                    control: $0.id, agent: agent, verdict: .satisfied, extent: .full, checks: [], statements: [],
                    missing: [])
            },
            gaps: [
                Gap(
                    id: GapID("G-1"), agent: agent, cause: .unreadEvidence, check: nil, severity: .high, title: "t",
                    detail: [], remediation: "r", controls: catalog.frameworks[0].controls.map(\.id), citations: [],
                    valueDigest: "", waiver: nil, owner: nil)
            ], questions: [], statements: [], waivers: [], autonomy: [])
        let files = OSCALPackageWriter(Editions(oscal: version)).files(of: assessment).reduce(into: [String: [UInt8]]())
        { all, file in
            all[String(file.path.dropFirst("oscal/".count))] = file.write.map { ByteSink.bytes($0) }
        }
        let catalogs = files.filter { $0.key.hasPrefix("catalog-") }.map { (path: $0.key, bytes: $0.value) }
        #expect(files.count == (version == .v1_2_1 || version == .v1_2_3 ? 2 * (8 + catalog.mappings.count) : 16))
        for (file, bytes) in files {
            let report = try OSCALValidator.validate(
                bytes, path: file, catalogs: file.hasPrefix("catalog-") ? [] : catalogs, fetch: { files[$0] })
            #expect(report.problems.isEmpty, "\(file): \(report.problems.prefix(3))")
        }
        let results = try #require(files["assessment-results.json"])
        let alone = try OSCALValidator.validate(results, path: "f", fetch: { _ in nil })
        #expect(alone.problems.map(\.message) == ["there is no file assessment-plan.json"])
    }

    @Test func whatIsNoOSCALIsRefused() {
        for text in ["{}", "<a/>", "", "{\"catalog\": []}", "a: 1"] {
            #expect(throws: CatalogProblem.self) { try problems(text) }
        }
    }
}
