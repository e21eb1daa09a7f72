import Cataloging
import Compliance
import Testing

@Suite("The built-in mappings")
struct MappingTests {
    static let catalog = try? CatalogLoader.load(folders: [])
    static let mappings = catalog?.mappings ?? []
    static let ids = mappings.map(\.id.rawValue)

    private func mapping(_ id: String) throws -> Mapping { try #require(Self.catalog?.mapping(MappingID(id))) }

    @Test(
        "Every row is there",
        arguments: [
            ("csa-maestro-1--nist-ai-rmf-1.0", 49), ("nist-ai-600-1--nist-ai-rmf-1.0", 212),
            ("owasp-asi-2026--csa-maestro-1", 59), ("owasp-asi-2026--nist-ai-600-1", 20),
            ("owasp-asi-2026--nist-ai-rmf-1.0", 77), ("owasp-asi-2026--owasp-agentic-threats-1.1", 27),
            ("owasp-asi-2026--owasp-agentic-threats-1.1--surety", 8), ("owasp-asi-2026--owasp-llm-2025", 23),
            ("owasp-asi-2026--owasp-llm-2026", 31), ("owasp-asi-2026--owasp-nhi-2025", 19),
            ("owasp-llm-2025--owasp-llm-2026", 10), ("owasp-llm-2026--nist-ai-600-1", 39),
            ("owasp-llm-2026--nist-ai-rmf-1.0", 25),
        ])
    func counts(id: String, rows: Int) throws {
        #expect(try mapping(id).rows.count == rows)
    }

    @Test("Every row leads from an item to an item", arguments: ids)
    func rowsResolve(id: String) throws {
        let mapping = try mapping(id)
        let catalog = try #require(Self.catalog)
        for row in mapping.rows {
            #expect(row.source.framework == mapping.source && row.target.framework == mapping.target)
            #expect(catalog.control(row.source) != nil && catalog.control(row.target) != nil)
        }
        #expect(mapping.document.hasPrefix("https://"))
        #expect(mapping.digest.count == 64)
    }

    @Test("Every sentence says something, and of its own pair", arguments: ids)
    func sentences(id: String) throws {
        let mapping = try mapping(id)
        for row in mapping.rows { #expect(row.because.count > 20 && row.because.hasSuffix("."), "\(row.because)") }
        let counts = Dictionary(mapping.rows.map { ($0.because, 1) }, uniquingKeysWith: +)
        for (sentence, count) in counts { #expect(count <= 3, "\(sentence)") }
    }

    @Test("No pair is stored twice by a publisher, in whichever direction")
    func noDuplicates() {
        for mapping in Self.mappings {
            #expect(Set(mapping.rows.map { [$0.source, $0.target] }).count == mapping.rows.count)
            #expect(!Self.mappings.contains { $0.source == mapping.target && $0.target == mapping.source })
        }
    }

    @Test("What is published as plain relation claims no more", arguments: ids)
    func crosswalksInferNothing(id: String) throws {
        let mapping = try mapping(id)
        let isPlain = mapping.rows.allSatisfy { $0.relationship == nil && $0.rationale == nil }
        #expect(isPlain == (mapping.style == .conceptCrosswalk))
        if isPlain { #expect(MappingInference([mapping]).inferred(from: everything).isEmpty) }
    }

    private var everything: [ControlID: Verdict] {
        Dictionary(
            (Self.catalog?.frameworks ?? []).flatMap(\.controls).enumerated().map {
                ($0.element.id, $0.offset % 2 == 0 ? Verdict.satisfied : .notSatisfied)
            }, uniquingKeysWith: { first, _ in first })
    }

    @Test("No row says less or more than the other rows together", arguments: ids)
    func rowsAgree(id: String) throws {
        let mapping = try mapping(id)
        let all = MappingInference(Self.mappings)
        for row in mapping.rows {
            guard let relationship = row.relationship else { continue }
            let shown = all.inferred(from: [row.source: .satisfied])[row.target] != nil
            let failed = all.inferred(from: [row.source: .notSatisfied])[row.target] != nil
            #expect(shown == relationship.showsTheWhole, "\(row.source) \(relationship) \(row.target)")
            #expect(failed == relationship.failsTheWhole, "\(row.source) \(relationship) \(row.target)")
        }
    }

    @Test("The other direction is derived")
    func bothDirections() throws {
        let catalog = try #require(Self.catalog)
        let threat = ControlID("csa-maestro-1/l7-t04")
        let entry = ControlID("owasp-asi-2026/asi02")
        #expect(catalog.relations(of: entry).contains { $0.row.target == threat && $0.row.relationship == .supersetOf })
        #expect(catalog.relations(of: threat).contains { $0.row.target == entry && $0.row.relationship == .subsetOf })
        let mapping = try mapping("owasp-asi-2026--csa-maestro-1")
        #expect(mapping.rows(reversed: true).map(\.reversed).count == mapping.rows.count)
        #expect(Set(mapping.rows(reversed: true).map(\.reversed)) == Set(mapping.rows))
    }

    @Test("A selection of frameworks keeps the mappings between them")
    func selection() throws {
        let catalog = try #require(Self.catalog)
        #expect(catalog.selecting([FrameworkID("csa-maestro-1")]).mappings.isEmpty)
        let two = catalog.selecting([FrameworkID("csa-maestro-1"), FrameworkID("owasp-asi-2026")])
        #expect(two.mappings.map(\.id) == [MappingID("owasp-asi-2026--csa-maestro-1")])
    }
}
