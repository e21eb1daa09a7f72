import Compliance
import Testing

@testable import Reporting

@Suite("CycloneDX attestations")
struct CycloneDXTests {
    /// Claims, counter claims and score of an item; nothing for what has no entry.
    static let expected: [String: (claims: Int, counter: Int, score: Double)] = [
        "satisfied": (1, 0, 1), "not satisfied": (0, 1, 0), "waived": (0, 1, 0), "partly": (1, 1, 0.5),
    ]

    @Test(arguments: ExportTests.cases) func verdicts(_ verdict: ExportTests.Case) throws {
        let json = try JSONTree.read(CycloneDXWriter().bytes(of: verdict.assessment))
        let map = json["declarations"]["attestations"][0]["map"].list
        guard let expected = Self.expected[verdict.name] else { return #expect(map.isEmpty) }
        #expect(map.count == 1)
        #expect(map[0]["claims"].list.count == expected.claims)
        #expect(map[0]["counterClaims"].list.count == expected.counter)
        #expect(map[0]["conformance"]["score"].number == expected.score)
        #expect((map[0]["conformance"]["mitigationStrategies"].list.count == 1) == verdict.isWaived)
    }

    @Test func theSummaryCountsWhatHasNoEntry() throws {
        let open = try #require(ExportTests.cases.first { $0.name == "not assessed" })
        let json = try JSONTree.read(CycloneDXWriter().bytes(of: open.assessment))
        #expect(json["declarations"]["attestations"][0]["summary"].text?.contains("1 not assessed") == true)
    }

    @Test(arguments: ["plain", "hostile", "empty"]) func everyReferenceResolves(name: String) throws {
        let assessment = try #require(OSCALTests.cases[name])
        let tree = try XMLTree.read(CycloneDXXMLWriter().bytes(of: assessment))
        let refs = tree.all.compactMap { $0.attributes["bom-ref"] }
        #expect(Set(refs).count == refs.count)
        let names: Set = [
            "requirement", "target", "assessor", "claim", "counterClaim", "mitigationStrategy", "parent", "evidence",
        ]
        for element in tree.all where names.contains(element.name) && element.children.isEmpty {
            #expect(refs.contains(element.text), "\(element.name) \(element.text)")
        }
    }

    @Test func bothFormsSayTheSame() throws {
        let assessment = Sample().assessment
        let json = try JSONTree.read(CycloneDXWriter().bytes(of: assessment))
        let tree = try XMLTree.read(CycloneDXXMLWriter().bytes(of: assessment))
        let predicates = json["declarations"]["claims"].list.compactMap { $0["predicate"].text }
        #expect(!predicates.isEmpty)
        #expect(predicates == tree.all("predicate").map(\.text))
        #expect(json["serialNumber"].text == tree.attributes["serialNumber"])
        #expect(
            json["declarations"]["evidence"].list.compactMap { $0["expires"].text } == tree.all("expires").map(\.text))
    }
}
