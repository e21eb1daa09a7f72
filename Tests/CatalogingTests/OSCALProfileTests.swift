import Compliance
import Testing

@testable import Cataloging

@Suite("Frameworks out of OSCAL profiles")
struct OSCALProfileTests {
    private func profile(_ imports: String, modify: String = "") -> String {
        """
        {"profile": {"uuid": "44444444-4444-4444-8444-444444444444", "metadata": {"title": "Baseline",
          "last-modified": "2026-03-01T00:00:00Z", "version": "1", "oscal-version": "1.2.3"},
          "imports": [\(imports)]\(modify)}}
        """
    }

    private func items(_ text: String) throws -> [String] {
        try ForeignFiles.read(text, catalogs: ["example.xml": ForeignFiles.xml]).framework.controls.map(\.id.item)
    }

    @Test(arguments: [
        ("{\"href\": \"example.xml\", \"include-all\": {}}", ["ac", "ac-1", "ac-1.1", "ac-2"]),
        ("{\"href\": \"example.xml\"}", ["ac", "ac-1", "ac-1.1", "ac-2"]),
        ("{\"href\": \"x\", \"include-controls\": [{\"with-ids\": [\"AC-1\"]}]}", ["ac", "ac-1"]),
        (
            "{\"href\": \"x\", \"include-controls\": [{\"with-ids\": [\"AC-1\"], \"with-child-controls\": \"yes\"}]}",
            ["ac", "ac-1", "ac-1.1"]
        ),
        ("{\"href\": \"x\", \"include-controls\": [{\"with-ids\": [\"ac-1.1\"]}]}", ["ac", "ac-1.1"]),
        (
            "{\"href\": \"x\", \"include-controls\": [{\"matching\": [{\"pattern\": \"*-?\"}]}]}",
            ["ac", "ac-1", "ac-2"]
        ),
        (
            "{\"href\": \"x\", \"include-all\": {}, \"exclude-controls\": [{\"with-ids\": [\"AC-1\"]}]}",
            ["ac", "ac-1.1", "ac-2"]
        ),
    ])
    func selects(imports: String, expected: [String]) throws { #expect(try items(profile(imports)) == expected) }

    @Test func setsParameters() throws {
        let modify = """
            , "modify": {"set-parameters": [{"param-id": "ac-1_p1", "values": ["all staff", "guests"]},
              {"param-id": "ac-1_p3", "values": ["two hours"]}], "alters": [{"control-id": "AC-1"}]}
            """
        let read = try ForeignFiles.read(
            profile("{\"href\": \"x\"}", modify: modify), catalogs: ["example.xml": ForeignFiles.xml])
        let statement = read.framework.controls[1].statement
        #expect(
            statement.contains("Tells all staff, guests what") && statement.contains("two hours all staff, guests]."))
        #expect(read.framework.title == "Baseline" && read.framework.publisher == "Institute")
        #expect(read.notes.contains("1 alterations of controls (alter) are not applied"))
    }

    @Test func severalCatalogsAreToldApartByName() throws {
        let other = ForeignFiles.json.replacing("\"ac\"", with: "\"au\"").replacing("AC-1", with: "AU-1")
            .replacing("ac-1.1\"", with: "au-1.1\"").replacing("\"ac-2\"", with: "\"au-2\"")
        let text = profile("{\"href\": \"dir/one.xml\"}, {\"href\": \"two.xml\"}")
        let read = try ForeignFiles.read(text, catalogs: ["a/one.xml": ForeignFiles.xml, "b/two.json": other])
        #expect(
            read.framework.controls.map(\.id.item) == [
                "ac", "ac-1", "ac-1.1", "ac-2", "au", "au-1", "au-1.1", "au-2",
            ])
    }

    @Test func whatCannotBeResolvedIsRefused() throws {
        let unknown = profile("{\"href\": \"x\", \"include-controls\": [{\"with-ids\": [\"zz-9\"]}]}")
        #expect(throws: CatalogProblems.self) { try items(unknown) }
        #expect(throws: CatalogProblems.self) { try ForeignFiles.read(profile("{\"href\": \"x\"}")) }
        #expect(throws: CatalogProblems.self) { try items(profile("")) }
    }

    @Test(arguments: [
        ("ac-1", "ac-?", true), ("ac-12", "ac-?", false), ("ac-12", "ac-*", true), ("abcbd", "a*b?", true),
        ("", "*", true), ("a", "", false), ("ac-1", "*c*1*", true), ("ab", "*a", false),
    ])
    func patterns(text: String, pattern: String, matches: Bool) {
        #expect(OSCALSelection.matches(text[...], pattern[...]) == matches)
    }
}
