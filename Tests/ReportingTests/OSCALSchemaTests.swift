import Foundation
import Testing

@testable import Reporting

/// Holds the document to NIST's schema with xmllint, where both are at hand: set `SURETY_OSCAL_XSD` to
/// `oscal_assessment-results_schema.xsd` of OSCAL 1.2.3.
@Suite("The official schema")
struct OSCALSchemaTests {
    static let schema = ProcessInfo.processInfo.environment["SURETY_OSCAL_XSD"]
    static let xmllint = "/usr/bin/xmllint"
    static let isReady = schema != nil && FileManager.default.isExecutableFile(atPath: xmllint)

    @Test(.enabled(if: isReady), arguments: OSCALTests.cases.keys.sorted()) func accepts(name: String) throws {
        let assessment = try #require(OSCALTests.cases[name])
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("surety-\(UUID()).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(OSCALAssessmentResultsWriter().bytes(of: assessment)).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Self.xmllint)
        process.arguments = ["--nonet", "--noout", "--schema", try #require(Self.schema), file.path]
        process.standardError = Pipe()
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
