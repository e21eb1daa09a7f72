import Cataloging
import Compliance
import Documents
import Foundation
import Reporting
import Testing

@Suite("JSON Schemas for editors")
struct CheckSchemaTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private static let files: [(path: String, bytes: [UInt8])] = {
        let folder = root.appending(path: "catalogs/checks")
        let paths = (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String]) ?? []
        return paths.filter { $0.hasSuffix(".yaml") }.sorted().map { path in
            (path, [UInt8]((try? Data(contentsOf: folder.appending(path: path))) ?? Data()))
        }
    }()

    private func schema(_ kind: FileSchema) throws -> Node {
        try Document(ByteSink.bytes { kind.write(to: $0) }, as: .json).root
    }

    private func problems(_ text: String, _ kind: FileSchema) throws -> [String] {
        try SchemaReading.problems(of: Document(Array(text.utf8), as: .yaml).root, by: schema(kind))
    }

    @Test("Every built-in check is what the schema describes")
    func checksAreValid() throws {
        let schema = try schema(.check)
        #expect(Self.files.count >= 160)
        for file in Self.files {
            let root = try Document(file.bytes, as: .yaml).root
            #expect(SchemaReading.problems(of: root, by: schema) == [], "\(file.path)")
        }
    }

    @Test("The schema and the reader know the same keys")
    func keysAgree() throws {
        let error = try #require(throws: CatalogProblems.self) {
            try CatalogFolder.load(["checks/own/a.yaml": CatalogFolder.check + "\nqqqqqqqqqq: 1"])
        }
        let known = try #require(error.problems.map(\.message).first { $0.contains("; known are ") })
        let keys = known.split(separator: "; known are ").last.map {
            $0.replacing(", ", with: ",").split(separator: ",")
        }
        #expect(try Set(schema(.check)["properties"]?.members.map(\.key) ?? []) == Set(keys?.map(String.init) ?? []))
    }

    @Test(
        arguments: [
            ("severity: high", "severity: grave"), ("subject: mcp_server", "subject: servers"),
            ("assert: tls", "asserts: tls"), ("{tls: true}", "{tls: soon}"), ("{tls: true}", "{tsl: true}"),
            ("expect: satisfied", "expect: fine"), ("control: owasp-asi-2026/asi07", "control: asi07"),
        ])
    func mistakesAreMarked(right: String, wrong: String) throws {
        #expect(try problems(CatalogFolder.check, .check) == [])
        #expect(try !problems(CatalogFolder.check.replacing(right, with: wrong), .check).isEmpty)
    }

    private static let waiver = """
        waivers:
          - check: mcp/transport-encrypted
            agent: claude-code@.
            accepts: sha256:\(String(repeating: "0a", count: 32))
            approver: Ada
            reason: behind a tunnel
            expires_on: 2027-01-01
        """

    @Test("What the reader takes for a waiver the schema takes, and refuses what it refuses")
    func waivers() throws {
        for (text, isGood) in [
            (Self.waiver, true), (Self.waiver.replacing("    agent: claude-code@.\n", with: ""), false),
            (Self.waiver.replacing("sha256:", with: "sha1:"), false),
            (Self.waiver.replacing("2027-01-01", with: "soon"), false),
            (Self.waiver.replacing("reason:", with: "because:"), false),
        ] {
            #expect(try problems(text, .waivers).isEmpty == isGood, "\(text)")
            let read = try? WaiverFile.read(Array(text.utf8), path: "waivers.yaml")
            #expect((read != nil) == isGood, "\(text)")
        }
    }

    @Test("A questionnaire is a file of statements, open questions and all")
    func statements() throws {
        let open = Questionnaire(Self.assessment).yaml
        #expect(open.contains("control:"))
        #expect(try problems(open, .statements) == [])
        #expect(try !problems("statements: [{method: guess}]", .statements).isEmpty)
        #expect(try !problems("statements: [{clain: a}]", .statements).isEmpty)
    }

    private static let assessment = Assessment(
        at: "2026-11-24T00:00:00Z", toolVersion: "t",
        catalog: (try? CatalogLoader.load(folders: [])) ?? Catalog(frameworks: [], checks: [], digest: ""),
        evidence: Evidence(), evidenceDigest: "", agents: [], checks: [], controls: [], gaps: [], questions: [],
        statements: [],
        waivers: [], autonomy: [])

    @Test("A skeleton on any table loads, and says what is missing", arguments: Table.allCases)
    func skeletons(table: Table) throws {
        let yaml = CheckSkeleton(CheckID("own/new"), subject: table).yaml
        let catalog = try CatalogFolder.load(["checks/own/new.yaml": yaml])
        let check = try #require(catalog.check(CheckID("own/new")))
        #expect(check.subject == table)
        #expect(check.examples.map(\.expect) == [.satisfied, .notSatisfied, .undetermined])
        #expect(try problems(yaml, .check) == [])
        for column in EvidenceSchema.schema(of: table).ownColumns { #expect(yaml.contains("#   \(column.name): ")) }
    }
}
