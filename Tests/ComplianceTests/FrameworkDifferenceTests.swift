import Compliance
import Testing

@Suite("What became of a framework")
struct FrameworkDifferenceTests {
    private func framework(_ id: String, _ items: [(String, String)]) -> Framework {
        Framework(
            id: FrameworkID(id), title: id, shortName: id, publisher: "p", edition: "1", published: "2026-01-01",
            source: "https://example.com/", licence: "l", attribution: "a",
            controls: items.map {
                Control(
                    id: ControlID(FrameworkID(id), $0.0), parent: nil, kind: .risk, title: $0.1, statement: "s",
                    observability: .none, question: "q?")
            })
    }

    @Test func isSaidByTitlesNotByNumbers() {
        let old = framework("f-1", [("l1", "Prompt Injection"), ("l2", "Leaks"), ("l3", "Old Thing"), ("l4", "Gone")])
        let new = framework("f-2", [("l1", "prompt injection"), ("l2", "New Thing"), ("l3", "Leaks"), ("l5", "Fresh")])
        let mapping = Mapping(
            id: MappingID("f-2--f-1"), title: "t", source: new.id, target: old.id, style: .setTheory, version: "1",
            status: .ours, document: "d", licence: "l", attribution: "a",
            rows: [
                MappingRow(
                    source: ControlID(new.id, "l2"), target: ControlID(old.id, "l3"), relationship: .subsetOf,
                    rationale: .semantic, because: "b")
            ], digest: "d")
        let difference = FrameworkDifference(from: old, to: new, mappings: [mapping])
        let item = { (framework: Framework, id: String) in ControlID(framework.id, id) }
        #expect(
            difference.changes == [
                .kept(item(new, "l1")), .renumbered(from: item(old, "l2"), to: item(new, "l3")),
                .related(from: item(old, "l3"), to: item(new, "l2"), .supersetOf), .removed(item(old, "l4")),
                .added(item(new, "l5")),
            ])
        #expect(difference.reused.map(\.item) == ["l2", "l3"])
    }
}
