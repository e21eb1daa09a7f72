import Compliance
import Reporting
import Testing

@testable import Cataloging

@Suite("Frameworks out of other files")
struct ForeignFileTests {
    private func problems(_ text: String, name: String = "a.xml") -> String {
        do {
            _ = try ForeignFiles.read(text, name: name)
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func aTable() throws {
        let text = """
            \u{FEFF}id;title;statement;parent;kind
            A 1.1;"Say ""it""; aloud";"First.
            Second.";A;
            A;All;;;group

            B;;Only a statement.;;risk
            """
        let framework = try ForeignFiles.read(text, name: "own.csv", id: nil).framework
        #expect(framework.id == FrameworkID("own"))
        #expect(framework.controls.map(\.id.item) == ["a", "a-1.1", "b"])
        #expect(framework.controls.map(\.kind) == [.group, .control, .risk])
        #expect(framework.controls[1].title == "Say \"it\"; aloud")
        #expect(framework.controls[1].statement == "First.\nSecond.")
        #expect(framework.controls[2].title == "Only a statement.")
        #expect(try CatalogLoader.framework(ForeignFiles.yaml(framework), id: framework.id) == framework)
    }

    @Test(arguments: [
        ("", "a.csv:1:1: the table is empty"), ("id,titel\n", "a.csv:1:1: there is no column titel"),
        ("id,title\nx\n", "a.csv:2:1: the row has 1 cells, the header 2"),
        ("id,title\nx,a\nx,b\n", "a.csv:3:1: x is there twice, first on line 2"),
        ("id,title,parent\nx,a,y\n", "a.csv:2:1: there is no item y"),
        ("id,title,parent\nx,a,y\ny,b,x\n", "a.csv:2:1: x belongs to itself, by way of y"),
        ("id,title\n\"x,a\n", "a.csv:2:1: a quote does not end"), ("id,title\n,a\n", "a.csv:2:1: expected an id"),
        ("id,title,kind\nx,a,thing\n", "a.csv:2:1: kind cannot be thing"), ("id,title\n", "there is no control in it"),
    ])
    func aTableThatIsNone(text: String, message: String) {
        #expect(problems(text, name: "a.csv").contains(message))
    }

    @Test func aLibrary() throws {
        let text = """
            urn: urn:acme:risk:library:x
            ref_id: x
            name: X library
            copyright: (c) Acme
            version: 3
            publication_date: 2026-01-02
            provider: Acme
            objects:
              framework:
                urn: urn:acme:risk:framework:x
                ref_id: X
                name: X framework
                requirement_nodes:
                  - {urn: 'urn:acme:risk:req_node:x:1', assessable: false, depth: 1, ref_id: '1', name: One}
                  - urn: urn:acme:risk:req_node:x:1.1
                    parent_urn: urn:acme:risk:req_node:x:1
                    assessable: true
                    depth: 2
                    ref_id: '1.1'
                    description: |
                      Do it.
                        - all of it
                  - urn: urn:acme:risk:req_node:x:node7
                    parent_urn: urn:acme:risk:req_node:x:1
                    assessable: true
                    depth: 2
                    name: Named
                    questions: {'urn:acme:risk:req_node:x:node7:question:1': {type: unique_choice, text: Is it so?}}
            """
        let framework = try ForeignFiles.read(text, name: "lib.yaml", id: nil).framework
        #expect(framework.id.rawValue == "x" && framework.title == "X framework")
        #expect(framework.publisher == "Acme" && framework.licence == "(c) Acme")
        #expect(framework.edition == "library version 3" && framework.published == "2026-01-02")
        #expect(framework.controls.map(\.id.item) == ["1", "1.1", "node7"])
        #expect(framework.controls.map(\.kind) == [.group, .control, .control])
        #expect(framework.controls[1].statement == "Do it.\n- all of it")
        #expect(framework.controls[2].question == "Is it so?")
    }

    private static let awkward = [
        "\u{0}", "\u{E}b", "a\u{A0}\u{2003} b", "\u{FEFF}a\u{FEFF}", "\u{202E}a", "a\tb", "a\u{2028}b", "\u{FFFE}",
        "*a* **b**",
        " [b](#c) ![i](j)", "{{ insert: param, x }}", "}} {{", "\\", "\\*", "`x`", "<b>&lt;</b>", "a | b",
        "_a_ ~b~ ^c^", "é\u{301}",
    ]

    @Test(arguments: awkward + ["- a", "* a", "+ a", "1. a", "10) a", "# a", "> a", "| a |", "---"])
    func whatIsImportedCanBeExported(text: String) throws {
        let table = "id,title,statement\n\"x\(text)\",\"\(text) T\",\"\(text)\nS\(text)\"\n"
        let first = try ForeignFiles.read(table, name: "t.csv", id: "t").framework
        #expect(try CatalogLoader.framework(ForeignFiles.yaml(first), id: first.id) == first)
        // What would reorder a reader's text is shown in its place.
        let seen = try ForeignFiles.read(table.replacing("\u{202E}", with: "\u{FFFD}"), name: "t.csv", id: "t")
            .framework
        for form in OSCALForm.allCases {
            let exported = ForeignFiles.export(first, form)
            #expect(try ForeignFiles.read(exported, id: nil).framework == seen)
            #expect(try OSCALValidator.validate(Array(exported.utf8), path: "f").problems.isEmpty)
        }
    }

    @Test func hostileFilesAreRefused() {
        let deep = String(repeating: "{\"groups\":[", count: 10_000)
        let nested = String(repeating: "<group>", count: 10_000)
        let entity = "<!DOCTYPE c [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><catalog>&x;</catalog>"
        #expect(problems(entity) == "a.xml:1:1: a DOCTYPE is refused")
        #expect(problems("{\"catalog\":\(deep)").contains("256"))
        #expect(problems("<catalog>\(nested)").hasPrefix("a.xml:1:"))
        #expect(problems("").hasPrefix("a.xml:1:1:"))
        #expect(problems("{}").contains("expected an OSCAL catalog"))
        #expect(problems("<other/>").contains("expected an OSCAL catalog"))
        #expect(problems("{\"assessment-results\": {}}").contains("has no controls of its own"))
        #expect(problems("{\"catalog\": {}}").contains("expected metadata"))
        #expect(problems("{\"catalog\": {\"metadata\": {}}}").contains("there is no control in it"))
        #expect(problems("{\"catalog\": 1}").contains("expected an OSCAL catalog"))
        let twice = ForeignFiles.xml.replacing("id=\"ac-2\"", with: "id=\"ac-1\"")
        #expect(problems(twice) == "a.xml:44:5: ac-1 is there twice, first on line 17")
    }

    @Test func truncatedFilesAreRefused() {
        for text in [ForeignFiles.xml, ForeignFiles.json] {
            for length in stride(from: 1, to: text.utf8.count - 1, by: 97) {
                #expect(problems(String(decoding: text.utf8.prefix(length), as: UTF8.self)) != "none")
            }
        }
    }

    @Test(arguments: ["a b", "", "../x", ".x", "x/y"]) func anIdentifierIsAFileName(id: String) {
        #expect(throws: CatalogProblems.self) { try ForeignFiles.read(ForeignFiles.xml, id: id) }
    }
}
