import Compliance
import Reporting
import Testing

@testable import Cataloging

@Suite("Frameworks out of OSCAL catalogs")
struct OSCALImportTests {
    @Test(arguments: [("a.xml", ForeignFiles.xml), ("a.json", ForeignFiles.json)])
    func everyItemIsRead(name: String, text: String) throws {
        let framework = try ForeignFiles.read(text, name: name).framework
        #expect(framework.title == "Example & Controls" && framework.publisher == "Institute")
        #expect(framework.edition == "5" && framework.published == "2026-02-03")
        #expect(framework.source == "https://a.example/text.pdf" && framework.licence == FrameworkDraft.unstated)
        #expect(framework.controls.map(\.id.item) == ["ac", "ac-1", "ac-1.1", "ac-2"])
        #expect(framework.controls.map { $0.parent?.item } == [nil, "ac", "ac-1", "ac"])
        #expect(framework.controls.map(\.kind) == [.group, .control, .control, .group])
        #expect(framework.controls[0].title == "Access Control")
        #expect(
            framework.controls[1].statement == """
                The organization:
                a. Tells [Assignment: people] what is to do by rule, 2 * 3 < [7];
                1. again [Selection (one or more): daily; ten days [Assignment: people]].
                """)
        #expect(framework.controls[3].title == "Gone (withdrawn)")
        #expect(framework.controls[3].statement == "Withdrawn by the publisher: incorporated into AC-1.")
    }

    @Test func bothFormsAreOne() throws {
        let xml = try ForeignFiles.read(ForeignFiles.xml, name: "a").framework
        #expect(try ForeignFiles.read(ForeignFiles.json, name: "a").framework == xml)
    }

    @Test func whatNobodyCanObserveAsksAPerson() throws {
        let read = try ForeignFiles.read(ForeignFiles.xml)
        #expect(read.framework.controls.allSatisfy { $0.observability == .none })
        #expect(
            read.framework.controls[2].question
                == "Who can state for this agent, and show by what, that the following holds: Do more?")
        #expect(read.framework.controls[0].question == nil && read.framework.controls[3].question == nil)
        #expect(read.notes.contains("2 questions were generated from statements"))
        #expect(read.notes.contains("parts beside the statements are left out: 1 × guidance"))
        #expect(read.notes.contains { $0.hasPrefix("1 withdrawn controls") })
    }

    @Test func theResultLoadsAsACatalog() throws {
        let framework = try ForeignFiles.read(ForeignFiles.xml).framework
        let catalog = try CatalogFolder.load(["frameworks/example.yaml": ForeignFiles.yaml(framework)])
        #expect(catalog.framework(FrameworkID("example")) == framework)
    }

    @Test(arguments: OSCALForm.allCases) func thereAndBackAndThere(form: OSCALForm) throws {
        let first = try ForeignFiles.read(ForeignFiles.xml).framework
        let text = ForeignFiles.export(first, form)
        let second = try ForeignFiles.read(text, name: "b", id: nil).framework
        #expect(second == first)
        #expect(ForeignFiles.export(second, form) == text)
    }

    @Test(arguments: OSCALForm.allCases) func ourFrameworksComeBackWhole(form: OSCALForm) throws {
        for framework in try CatalogLoader.load(folders: []).frameworks {
            let read = try ForeignFiles.read(ForeignFiles.export(framework, form), name: "c", id: nil)
            #expect(read.framework == ForeignFiles.bare(framework))
            #expect(read.notes.isEmpty)
            let file = ForeignFiles.yaml(framework)
            #expect(try CatalogLoader.framework(file, id: framework.id) == read.framework)
        }
    }

    @Test(arguments: [
        ("a\nb", "a b"), ("a\n\nb", "a\nb"), ("a\n- b\n  c\n1. d\n10) e", "a\n- b c\n1. d\n10) e"), ("a\r\nb", "a b"),
        ("\\*a\\* *b* `c`", "*a* b c"), ("[a *b*](http://x) [c]", "a b [c]"), ("\\[a\\](b)", "[a](b)"),
        ("{{ insert: param, p }} {{ other }}", "<p> {{ other }}"), ("a {{ insert: param, p", "a {{ insert: param, p"),
        ("a\\", "a\\"), ("", ""), ("## A\n#b\n\\# c", "A\n#b\n# c"), ("* a\n+ b", "- a\n+ b"), ("# A\nb", "A\nb"),
        ("| a | b |\n| - | - |", "| a | b |\n| - | - |"),
    ])
    func markdownIsReadAsText(markdown: String, text: String) {
        #expect(OSCALProse.plain(markdown) { "<\($0)>" } == text)
        #expect(OSCALProse.plain(OSCALProse.escaped(text)) { _ in "" } == text || text.contains("\n"))
    }

    @Test func groupsWithoutIdentifiersGetOne() throws {
        let text = """
            {"catalog": {"metadata": {"title": "T"}, "groups": [
              {"title": "Same name", "controls": [{"id": "same-name-2", "title": "A"}]},
              {"title": "Same name", "controls": [{"id": "b", "title": "B"}]},
              {"title": "Empty"}]}}
            """
        #expect(
            try ForeignFiles.read(text).framework.controls.map(\.id.item) == [
                "same-name", "same-name-2", "same-name-3", "b",
            ])
    }

    @Test func parametersThatTurnInACircleEnd() throws {
        let circle = ForeignFiles.json.replacing("\"ten days\"", with: "\"{{ insert: param, ac-1_p2 }}\"")
        let statement = try ForeignFiles.read(circle).framework.controls[1].statement
        #expect(statement.contains("[Assignment: ac-1_p"))
    }
}

extension CatalogLoader {
    /// The framework of one file.
    static func framework(_ text: String, id: FrameworkID) throws -> Framework {
        let root = try ForeignFile.tree(Array(text.utf8), path: "f.yaml")
        let read = FrameworkReader.read(root, path: "f.yaml", id: id)
        guard read.problems.isEmpty else { throw CatalogProblems(problems: read.problems) }
        return read.framework
    }
}
