import Foundation
import Testing

/// Programs of others that read OSCAL, where they are at hand; all are in Python packages.
///
/// - `SURETY_CHECK_JSONSCHEMA`: the command of `check-jsonschema`, with `SURETY_OSCAL_XSD` (`OSCALSchemaTests`), beside
///   whose file the schemas of JSON lie
/// - `SURETY_TRESTLE`: the command of `compliance-trestle`, whose models are stricter than the schemas
/// - `SURETY_REGSCALE`: the command of `regscale-cli`, which reads OSCAL 1.1.3 alone
@Suite("Importers of OSCAL", .serialized) struct OSCALImporterTests {
    private static let environment = ProcessInfo.processInfo.environment
    static let validator = environment["SURETY_CHECK_JSONSCHEMA"] ?? ""
    static let trestle = environment["SURETY_TRESTLE"] ?? ""
    static let regscale = environment["SURETY_REGSCALE"] ?? ""
    static let schema = (environment["SURETY_OSCAL_XSD"] ?? "").replacing(
        "assessment-results_schema.xsd", with: "complete_schema.json")

    private static let examples =
        URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path + "/evidence/examples"

    /// The package of the examples, in a folder of its own.
    private func package(_ version: String) throws -> (folder: URL, documents: [String]) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        let assess = ["assess", Self.examples, "--at", "2026-11-25", "--output", folder.path, "--quiet"]
        _ = try Program.run(assess + ["--format", "oscal-package", "--oscal-version", version])
        let documents = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/oscal").sorted()
        return (folder, documents.filter { $0.hasSuffix(".json") }.map { folder.path + "/oscal/" + $0 })
    }

    @Test(.enabled(if: !validator.isEmpty && FileManager.default.fileExists(atPath: schema)))
    func theJSONSchemaAcceptsThePackage() throws {
        let (folder, documents) = try package("1.2.3")
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(documents.count > 8)
        #expect(try OutsideProgram.run(Self.validator, ["--schemafile", Self.schema] + documents, in: folder) == 0)
    }

    @Test(.enabled(if: !trestle.isEmpty)) func trestleImportsThePackage() throws {
        let (folder, documents) = try package("1.2.1")
        defer { try? FileManager.default.removeItem(at: folder) }
        let workspace = folder.appending(path: "workspace")
        try FileManager.default.createDirectory(at: workspace, withIntermediateDirectories: true)
        #expect(try OutsideProgram.run(Self.trestle, ["init", "--local"], in: workspace) == 0)
        for (position, document) in documents.enumerated() {
            let code = try OutsideProgram.run(
                Self.trestle, ["import", "-f", document, "-o", "document-\(position)"], in: workspace)
            #expect(code == 0, "\(document)")
        }
        #expect(try OutsideProgram.run(Self.trestle, ["validate", "-a"], in: workspace) == 0)
    }

    @Test(.enabled(if: !regscale.isEmpty), arguments: [("1.1.3", Int32(0)), ("1.2.3", 2)])
    func regScaleAcceptsItsVersionAlone(version: String, code: Int32) throws {
        let (folder, documents) = try package(version)
        defer { try? FileManager.default.removeItem(at: folder) }
        let read = documents.filter { $0.hasSuffix("assessment-results.json") || $0.hasSuffix("assessment-plan.json") }
        #expect(read.count == 2)
        #expect(try OutsideProgram.run(Self.regscale, ["devsecops", "sar", "validate"] + read, in: folder) == code)
    }
}
