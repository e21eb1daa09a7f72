import Foundation
import Testing

/// `--oscal-version`, `--cyclonedx-version`, `--ocsf-version`, alike for the commands that write reports.
@Suite struct EditionCommandTests {
    static let others = ["--oscal-version", "1.1.3", "--cyclonedx-version", "1.7", "--ocsf-version", "1.8"]

    /// What each edition writes of itself, by file.
    private static let marks = [
        "assessment-results.xml": "<oscal-version>1.1.3</oscal-version>",
        "attestations.cdx.json": "\"specVersion\": \"1.7\"",
        "attestations.cdx.xml": "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.7\"",
        "compliance-findings.ocsf.jsonl": "\"version\": \"1.8.0\"",
    ]

    private static func bytes(_ folder: URL) throws -> [String: Data] {
        try FileManager.default.subpathsOfDirectory(atPath: folder.path).reduce(into: [:]) { files, name in
            files[name] = try? Data(contentsOf: folder.appending(path: name))
        }
    }

    private static func expectMarks(_ folder: URL) throws {
        let files = try bytes(folder)
        for (name, mark) in marks {
            #expect(String(decoding: files[name] ?? Data(), as: UTF8.self).contains(mark), "\(name)")
        }
    }

    @Test(arguments: [("--cyclonedx-version", "1.5"), ("--cyclonedx-version", "1.7.0"), ("--ocsf-version", "1.9")])
    func oneThatIsNotWrittenIsRefused(option: String, value: String) throws {
        for command in [["assess", "."], ["attest", ".", "--key", "k.pem"], ["report", "--from", "x.json"]] {
            #expect(try Program.run(command + [option, value]).code == 64)
        }
    }

    /// The manifest records them: a bundle is verified, and more of its formats written, with nothing said again.
    @Test(.enabled(if: OpenSSLTool.exists)) func aBundleKeepsItsOwn() throws {
        let scene = try AttestedScene("p256")
        try scene.bundle(to: nil, Self.others)
        try Self.expectMarks(scene.bundle.appending(path: "reports"))
        let manifest = try String(contentsOf: scene.bundle.appending(path: "manifest.json"), encoding: .utf8)
        #expect(manifest.contains(#""editions":{"cyclonedx":"1.7","ocsf":"1.8","oscal":"1.1.3"}"#))
        let result = try scene.verify(envelope: scene.bundle)
        #expect(result.code == 0 && !result.output.contains("differs"), "\(result.output)")
        #expect(result.output.contains("holds: reports/attestations.cdx.signed.xml was made over"))
        if XMLSecTool.exists {
            let check = [
                "--verify", "--enabled-key-data", "key-name", "--enabled-reference-uris", "empty", "--pubkey-pem",
                scene.publicKey, "attestations.cdx.signed.xml",
            ]
            #expect(try XMLSecTool.run(check, in: scene.bundle.appending(path: "reports")) == 0)
        }
        let again = scene.folder.appending(path: "again")
        let report = ["report", "--from", scene.bundle.path, "--format", "all", "--output", again.path, "--quiet"]
        #expect(try Program.run(report).code == 0)
        try Self.expectMarks(again)
        let attested = try Self.bytes(scene.bundle.appending(path: "reports"))
        for (name, bytes) in try Self.bytes(again) where attested[name] != nil {
            #expect(attested[name] == bytes, "\(name)")
        }
        // What is asked for holds over what was recorded.
        let usual = ["--format", "ocsf", "--ocsf-version", "1.7", "--output", again.path, "--quiet"]
        #expect(try Program.run(["report", "--from", scene.bundle.path] + usual).code == 0)
        let events = try String(contentsOf: again.appending(path: "compliance-findings.ocsf.jsonl"), encoding: .utf8)
        #expect(events.contains("\"version\": \"1.7.0\"") && !events.contains("1.8.0"))
    }

    @Test(.enabled(if: OpenSSLTool.exists)) func anEnvelopeKeepsItsOwn() throws {
        let scene = try AttestedScene("ed25519")
        let attest = ["attest", scene.repository, "--key", scene.privateKey, "--output", scene.output.path]
        #expect(try Program.run(attest + ["--at", "2026-11-24"] + Self.others).code == 0)
        try Self.expectMarks(scene.output)
        let result = try scene.verify(["--evidence", scene.repository])
        #expect(result.code == 0, "\(result.output)")
        for name in Self.marks.keys {
            #expect(result.output.contains("\(name): written again, byte for byte the attested one"), "\(name)")
        }
    }

    /// Schemas of others, where they are at hand: `SURETY_CHECK_JSONSCHEMA` is the command, `SURETY_CYCLONEDX_SCHEMAS`
    /// and `SURETY_OCSF_SCHEMAS` the folders with `bom-1.7.SNAPSHOT.schema.json` (of the Python package
    /// `cyclonedx-python-lib`) and `compliance_finding-1.8.0.schema.json` (made by `ocsf-lib`).
    private static let environment = ProcessInfo.processInfo.environment
    static let validator = environment["SURETY_CHECK_JSONSCHEMA"] ?? ""
    static let cycloneDX = environment["SURETY_CYCLONEDX_SCHEMAS"] ?? ""
    static let ocsf = environment["SURETY_OCSF_SCHEMAS"] ?? ""

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func written(_ options: [String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        let example = Self.root.path + "/evidence/examples/code-assistant"
        let assess = ["assess", example, "--at", "2026-11-25", "--framework", "owasp-asi-2026", "--quiet"]
        #expect(try Program.run(assess + ["--output", folder.path] + options).code == 1)
        return folder
    }

    @Test(.enabled(if: !validator.isEmpty && !cycloneDX.isEmpty), arguments: ["1.6", "1.7"])
    func cycloneDXIsValid(version: String) throws {
        let folder = try written(["--format", "cyclonedx", "--cyclonedx-version", version])
        defer { try? FileManager.default.removeItem(at: folder) }
        let schema = Self.cycloneDX + "/bom-\(version).SNAPSHOT.schema.json"
        let check = ["--schemafile", schema, "attestations.cdx.json"]
        #expect(try OutsideProgram.run(Self.validator, check, in: folder) == 0)
    }

    @Test(.enabled(if: !validator.isEmpty && !ocsf.isEmpty), arguments: ["1.7", "1.8"])
    func ocsfIsValid(version: String) throws {
        let folder = try written(["--format", "ocsf", "--ocsf-version", version])
        defer { try? FileManager.default.removeItem(at: folder) }
        let lines = try String(
            contentsOf: folder.appending(path: "compliance-findings.ocsf.jsonl"), encoding: .utf8)
        // A list of events, so that the schema is read once.
        let events = lines.split(separator: "\n").joined(separator: ",\n")
        try Data("[\(events)]".utf8).write(to: folder.appending(path: "events.json"))
        let path = Self.ocsf + "/compliance_finding-\(version).0.schema.json"
        let schema = try String(contentsOfFile: path, encoding: .utf8)
        let list = "{\"type\": \"array\", \"minItems\": 50, \"items\": \(schema)}"
        try Data(list.utf8).write(to: folder.appending(path: "list.schema.json"))
        let check = ["--schemafile", "list.schema.json", "events.json"]
        #expect(try OutsideProgram.run(Self.validator, check, in: folder) == 0)
    }
}
