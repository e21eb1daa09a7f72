import Cataloging
import Compliance
import Testing

@Suite("A user's mapping")
struct MappingFileTests {
    private static let id = "owasp-asi-2026--csa-maestro-1--own"
    private static let text = """
        id: owasp-asi-2026--csa-maestro-1--own
        title: Ours
        source: owasp-asi-2026
        target: csa-maestro-1
        style: set-theory
        version: 1
        status: ours
        document: https://a.example
        licence: l
        attribution: a
        rows:
          - source: asi01
            target: l7-t05
            relationship: superset-of
            rationale: semantic
            because: A hijack changes the goal.
          - {source: asi02, target: l7-t04, relationship: equal-to, rationale: functional, because: The same.}
        """

    private func problems(_ text: String, named id: String = id) throws -> [String] {
        let error = try #require(throws: CatalogProblems.self) {
            _ = try CatalogFolder.load(["mappings/\(id).yaml": text])
        }
        return error.problems.map(\.description)
    }

    @Test("A sound file stands beside the built-in ones and changes the digest")
    func additive() throws {
        let catalog = try CatalogFolder.load(["mappings/\(Self.id).yaml": Self.text])
        let mapping = try #require(catalog.mapping(MappingID(Self.id)))
        #expect(mapping.rows.count == 2 && mapping.version == "1" && mapping.digest.count == 64)
        #expect(mapping.rows.map(\.relationship) == [.supersetOf, .equalTo])
        #expect(try CatalogLoader.load(folders: []).digest != catalog.digest)
    }

    @Test(
        "A malformed one names place and expectation",
        arguments: [
            ("title: Ours", "titel: Ours", ":2:1:", "did you mean title"),
            ("style: set-theory", "style: set-theroy", ":5:", "concept-crosswalk"),
            ("status: ours", "status: mine", ":7:", "published, ours"),
            ("document: https://a.example", "document: ''", ":8:", "document"),
            ("superset-of", "contains", ":14:", "superset-of"),
            ("rationale: semantic", "rationale: obvious", ":15:", "syntactic"),
            ("because: A hijack changes the goal.", "because: ''", ":16:", "because"),
            ("source: asi01", "source: asi11", ":12:", "there is no item owasp-asi-2026/asi11"),
            ("target: l7-t05", "target: govern-1.1", ":13:", "there is no item csa-maestro-1/govern-1.1"),
            ("source: asi02, target: l7-t04", "source: asi01, target: l7-t05", ":17:", "already, in line 12"),
            ("source: owasp-asi-2026", "source: owasp-asi-2027", ":1:1:", "expected the file's name"),
            ("id: owasp-asi-2026--csa-maestro-1--own", "id: mine", ":1:", "the id must be the file's name"),
            ("style: set-theory", "style: concept-crosswalk", ":14:", "no key relationship"),
            ("because: The same.", "because: The same., weight: 3", ":17:", "no key weight"),
        ])
    func malformed(part: String, replacement: String, place: String, expected: String) throws {
        let found = try problems(Self.text.replacing(part, with: replacement))
        #expect(found.contains { $0.contains(place) && $0.contains(expected) }, "\(found)")
    }

    @Test("Missing rows, a row that is no mapping, a framework that does not exist")
    func shapes() throws {
        let head = Self.text.prefix { $0 != "\n" } + Self.text.drop { $0 != "\n" }.split(separator: "rows:")[0]
        #expect(try problems(head + "rows: []").contains { $0.contains("a list that is not empty") })
        #expect(
            try problems(head + "rows: [7]").contains { $0.contains(":11:8:") && $0.contains("expected a mapping") })
        let other = Self.text.replacing("csa-maestro-1", with: "csa-maestro-9")
        #expect(
            try problems(other, named: "owasp-asi-2026--csa-maestro-9--own").contains {
                $0.contains(":4:") && $0.contains("there is no framework csa-maestro-9")
            })
        #expect(try problems("[", named: Self.id).contains { $0.contains(".yaml:") })
        #expect(try problems("rows: []\nrows: []\n").contains { $0.contains(":2:1:") && $0.contains("twice") })
    }

    @Test("Both directions of a publisher's mapping are refused, another publisher's are not")
    func bothDirections() throws {
        let turned = Self.text.replacing("owasp-asi-2026--csa-maestro-1", with: "csa-maestro-1--owasp-asi-2026")
            .replacing("source: owasp-asi-2026", with: "source: csa-maestro-1").replacing(
                "target: csa-maestro-1", with: "target: owasp-asi-2026"
            ).replacing("source: asi01", with: "source: l7-t05").replacing("target: l7-t05", with: "target: asi01")
            .replacing("source: asi02, target: l7-t04", with: "source: l7-t04, target: asi02")
        let found = try problems(
            turned.replacing("--own", with: ""), named: "csa-maestro-1--owasp-asi-2026")
        #expect(
            found.contains { $0.contains(":3:") && $0.contains("other direction of owasp-asi-2026--csa-maestro-1") })
        #expect(
            try CatalogFolder.load(["mappings/csa-maestro-1--owasp-asi-2026--own.yaml": turned]).mappings.count
                == CatalogLoader.load(folders: []).mappings.count + 1)
    }

    @Test("The name of the file says what it maps")
    func names() throws {
        for id in ["asi-maestro", Self.id + "--more", "owasp-asi-2026--csa-maestro-1--"] {
            let found = try problems(Self.text.replacing("id: \(Self.id)", with: "id: \(id)"), named: id)
            #expect(found.contains { $0.contains("expected the file's name to be") }, "\(found)")
        }
        let same = Self.text.replacing("csa-maestro-1", with: "owasp-asi-2026")
        #expect(
            try problems(same, named: "owasp-asi-2026--owasp-asi-2026--own").contains {
                $0.contains(":4:") && $0.contains("another framework than source")
            })
    }
}
