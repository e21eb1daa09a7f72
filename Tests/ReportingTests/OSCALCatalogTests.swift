import Compliance
import Testing

@testable import Reporting

@Suite("OSCAL catalogs of frameworks")
struct OSCALCatalogTests {
    static let plain = framework { $0 }
    static let hostile = framework { $0 + Hostile.everything }
    static let cases = ["plain": plain, "hostile": hostile]

    /// A framework of every shape: groups beside controls, a group in a control, an empty group, identifiers that
    /// differ only in what a token cannot hold.
    static func framework(_ dress: (String) -> String) -> Framework {
        let id = FrameworkID("f-1")
        let items: [(id: String, parent: String?, kind: Control.Kind)] = [
            ("g", nil, .group), ("g.1", "g", .control), ("g.1.a", "g.1", .risk), ("g.2", "g", .group),
            ("g.2.1", "g.2", .outcome), ("g.3", "g", .control), ("c d", nil, .control), ("c_d", nil, .control),
            ("c.h", "c_d", .group), ("c.h.1", "c.h", .control), ("e", nil, .group),
        ]
        return Framework(
            id: id, title: dress("A framework"), shortName: dress("F"), publisher: dress("P"), edition: dress("1"),
            published: "2026-01-02", source: "https://a.example/f?x=1", licence: dress("L"),
            attribution: dress("Credit"),
            controls: items.map { item in
                Control(
                    id: ControlID(id, item.id), parent: item.parent.map { ControlID(id, $0) }, kind: item.kind,
                    title: dress("Title of \(item.id)"), statement: dress("First line.\nSecond of \(item.id)."),
                    observability: item.kind == .risk ? .direct : .none,
                    question: item.kind == .outcome ? dress("Who says so?") : nil)
            })
    }

    static func bytes(_ framework: Framework, _ form: OSCALForm = .xml, at: String? = nil) -> [UInt8] {
        ByteSink.bytes { OSCALCatalogDocument(framework, at: at).write(as: form, to: $0) }
    }

    private func read(_ name: String) throws -> XMLTree {
        try XMLTree.read(Self.bytes(#require(Self.cases[name])))
    }

    @Test func aControlHasItsPartsAndProperties() throws {
        let expected = """
                  <control id="f-1_g.2.1" class="outcome">
                    <title>Title of g.2.1</title>
                    <prop name="label" value="g.2.1"/>
                    <prop name="observability" ns="https://surety-tool.org/ns/oscal/1.0" value="none"/>
                    <part id="f-1_g.2.1_smt" name="statement">
                      <p>First line.</p>
                      <p>Second of g.2.1.</p>
                    </part>
                    <part id="f-1_g.2.1_qst" name="question" ns="https://surety-tool.org/ns/oscal/1.0">
                      <p>Who says so?</p>
                    </part>
                  </control>
            """
        #expect(String(decoding: Self.bytes(Self.plain), as: UTF8.self).contains("\n" + expected + "\n"))
    }

    @Test func proseIsMarkdownInJSON() {
        var control = Self.plain.controls[0]
        control = Control(
            id: control.id, parent: nil, kind: .control, title: "Use *all* <b>", statement: "a_b\n[x](y)",
            observability: .none, question: nil)
        let framework = Framework(
            id: Self.plain.id, title: "T", shortName: "S", publisher: "P", edition: "1", published: "2026-01-02",
            source: "s", licence: "L", attribution: "A", controls: [control])
        let text = String(decoding: Self.bytes(framework, .json), as: UTF8.self)
        #expect(text.contains(#""title": "Use \\*all\\* \\<b\\>""#))
        #expect(text.contains(#""prose": "a\\_b\n\n\\[x\\](y)""#))
        #expect(text.contains(#"{"name": "label", "value": "g"}"#))
    }

    @Test(arguments: cases.keys.sorted()) func identifiersAreUniqueTokens(name: String) throws {
        let ids = try read(name).all.filter { $0.name != "role" }.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        #expect(ids.allSatisfy { $0.wholeMatch(of: /[A-Za-z_][A-Za-z0-9._\-]*/) != nil })
        #expect(ids.contains("f-1_c_d") && ids.contains("f-1_c_d_"))
    }

    @Test(arguments: cases.keys.sorted()) func aGroupHoldsGroupsOrControls(name: String) throws {
        for group in try read(name).all("group") {
            let kinds = Set(group.children.map(\.name)).intersection(["group", "control"])
            #expect(kinds.count == 1)
        }
    }

    @Test(arguments: cases.keys.sorted()) func noItemIsLost(name: String) throws {
        let items = try read(name).all.filter { ["group", "control"].contains($0.name) }
        let classes = items.compactMap { $0.attributes["class"] }.filter { $0 != "ungrouped" }
        #expect(classes.count == Self.plain.controls.count)
        #expect(classes.count { $0 == "group" } == 4)
    }

    @Test(arguments: cases.keys.sorted()) func ownNamesHaveOurNamespace(name: String) throws {
        let known: Set = ["label", "type", "statement", "overview"]
        for element in try read(name).all where ["prop", "part"].contains(element.name) {
            let isOurs = element.attributes["ns"] == OSCALNames.namespace
            #expect(isOurs != known.contains(element.attributes["name"] ?? ""))
        }
    }

    @Test func theMomentIsTheFrameworksOrTheCallers() throws {
        let day = try XMLTree.read(Self.bytes(Self.plain)).all("last-modified").map(\.text)
        #expect(day == ["2026-01-02T00:00:00Z"])
        let at = "2026-11-24T12:00:00Z"
        #expect(try XMLTree.read(Self.bytes(Self.plain, at: at)).all("last-modified").map(\.text) == [at])
    }

    @Test(arguments: OSCALForm.allCases) func sameFrameworkSameBytes(form: OSCALForm) {
        #expect(Self.bytes(Self.hostile, form) == Self.bytes(Self.hostile, form))
        #expect(Self.bytes(Self.plain, form) != Self.bytes(Self.hostile, form))
    }

    @Test(arguments: OSCALForm.allCases) func aCatalogWithoutItemsIsOne(form: OSCALForm) {
        let empty = Framework(
            id: FrameworkID("e"), title: "", shortName: "", publisher: "", edition: "", published: "", source: "",
            licence: "", attribution: "", controls: [])
        let text = String(decoding: Self.bytes(empty, form), as: UTF8.self)
        #expect(text.contains("1970-01-01T00:00:00Z") && text.contains("untitled") && text.contains("not stated"))
    }
}
