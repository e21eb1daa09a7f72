import Compliance
import Documents
import Reporting
import Testing

@testable import Cataloging

@Suite("OSCAL mapping collections")
struct OSCALMappingTests {
    static func text(_ mapping: Mapping, _ catalog: Catalog, _ form: OSCALForm) -> String {
        let document = OSCALMappingDocument(mapping, in: catalog)
        return String(decoding: ByteSink.bytes { document.write(as: form, to: $0) }, as: UTF8.self)
    }

    private func root(_ text: String) throws -> OSCALSource { try OSCALSource.read(Array(text.utf8), path: "m") }

    @Test(arguments: OSCALForm.allCases) func ourMappingsHold(form: OSCALForm) throws {
        let catalog = try CatalogLoader.load(folders: [])
        for mapping in catalog.mappings {
            let text = Self.text(mapping, catalog, form)
            let catalogs = [mapping.source, mapping.target].compactMap(catalog.framework).map {
                (path: $0.id.rawValue, bytes: Array(ForeignFiles.export($0, form).utf8))
            }
            #expect(try OSCALValidator.validate(Array(text.utf8), path: "m", catalogs: catalogs).problems.isEmpty)
            #expect(text == Self.text(mapping, catalog, form))
            let maps = try root(text).root.list("mappings").flatMap { $0.list("maps") }
            #expect(maps.count == mapping.rows.count)
        }
    }

    @Test func itsItemsAreThoseOfTheCatalogs() throws {
        let catalog = try CatalogLoader.load(folders: [])
        for mapping in catalog.mappings {
            let document = try root(Self.text(mapping, catalog, .json)).root
            for (key, id) in [("sources", mapping.source), ("targets", mapping.target)] {
                let framework = try #require(catalog.framework(id))
                let exported = try root(ForeignFiles.export(framework, .json))
                let known = Set(OSCALPlace.all(in: exported.root).compactMap { $0.node["id"]?.string })
                let used = document.list("mappings").flatMap { $0.list("maps") }.flatMap { $0.list(key) }
                #expect(used.allSatisfy { known.contains($0["id-ref"]?.string ?? "") })
                let gap = document.list("mappings").compactMap { $0[key.dropLast() + "-gap-summary"] }
                let unmapped = gap.flatMap { $0.list("unmapped-controls") }.flatMap { $0.list("with-ids") }
                let items = framework.controls.filter { $0.kind != .group }.count
                let mapped = Set(used.compactMap { $0["id-ref"]?.string })
                #expect(unmapped.allSatisfy { known.contains($0.string ?? "") && !mapped.contains($0.string ?? "") })
                #expect(unmapped.count <= items && unmapped.count >= items - mapped.count)
            }
        }
    }

    @Test func aCrosswalkClaimsNoMoreThanRelated() throws {
        let catalog = try CatalogLoader.load(folders: [])
        let sample = try #require(catalog.mappings.first)
        let row = try #require(sample.rows.first)
        let crosswalk = Mapping(
            id: sample.id, title: "T", source: sample.source, target: sample.target, style: .conceptCrosswalk,
            version: "1", status: .published, document: "https://a.example", licence: "L", attribution: "A",
            rows: [
                MappingRow(
                    source: row.source, target: row.target, relationship: nil, rationale: nil, because: "Printed.")
            ], digest: "d")
        let text = Self.text(crosswalk, catalog, .json)
        #expect(text.contains("\"relationship\": \"related\"") && text.contains("\"ns\": \"\(OSCALTerms.namespace)\""))
        #expect(text.contains("\"method\": \"human\"") && text.contains("place holder"))
        #expect(try OSCALValidator.validate(Array(text.utf8), path: "m").problems.isEmpty)
    }
}
