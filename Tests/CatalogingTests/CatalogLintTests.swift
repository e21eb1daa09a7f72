import Cataloging
import Foundation
import Testing

@Suite("A folder of catalogs under the linter")
struct CatalogLintTests {
    private func problems(_ files: [String: String]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appending(path: path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try CatalogLint.problems(in: folder.path).map(\.description)
    }

    private let framework = """
        id: acme-1
        title: Acme agent rules
        short_name: Acme
        publisher: Acme
        edition: '1'
        published: '2026-01-01'
        source: https://a.example/
        licence: MIT
        attribution: Acme
        labels: [Acme rules]
        aliases:
          - {spelling: R, stands_for: rule}
        controls:
          - {id: rule-1, kind: control, title: First, statement: One., observability: direct}
          - {id: rule-2, kind: control, title: Second, statement: Two., observability: none, question: Who?}
        """

    @Test func aGoodOneIsClean() throws {
        #expect(try problems(["frameworks/acme-1.yaml": framework]).isEmpty)
    }

    @Test func theBuiltInOneIsClean() throws {
        #expect(try CatalogLint.problems(in: nil).map(\.description) == [])
    }

    @Test func theFolderOfTheBuiltInOneIsClean() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        #expect(try CatalogLint.problems(in: root.appending(path: "catalogs").path).map(\.description) == [])
    }

    @Test(arguments: [
        ("title: Second", "title: first", "15:", "title is that of the item in line 14"),
        ("Two.", "One.", "15:", "statement is that of the item in line 14"),
        ("question: Who?", "question: ' '", "15:", "question is empty"),
        ("licence: MIT", "licence: unknown", "8:", "licence"), ("licence: MIT", "licence: ''", "8:", "licence"),
        ("https://a.example/", "the intranet", "7:", "https"),
        ("stands_for: rule", "stands_for: role", "12:", "stands for no item"),
        ("labels: [Acme rules]", "labels: ['-']", "10:", "letter or digit"),
        ("labels:", "lables:", "10:", "did you mean labels"), ("id: rule-2", "id: rule-1", "15:", "twice"),
        ("labels:", "titles: theirs\nlabels:", "10:", "published or ours"),
        (
            "labels:", "retired: [{name: a, items: [{id: r0, title: T, now: [acme-1/r-0]}]}]\nlabels:", "10:",
            "there is no item acme-1/r-0"
        ),
    ])
    func findsWhatIsPlanted(old: String, new: String, line: String, words: String) throws {
        let found = try problems(["frameworks/acme-1.yaml": framework.replacingOccurrences(of: old, with: new)])
        #expect(found.contains { $0.hasPrefix("frameworks/acme-1.yaml:" + line) && $0.contains(words) }, "\(found)")
    }

    @Test func aFolderThatIsNotThereIsNotClean() {
        #expect(throws: CatalogProblems.self) { _ = try CatalogLint.problems(in: "/no/such/folder") }
    }

    @Test func aUsersOwnFrameworkCanBeReferredTo() throws {
        let resolver = ReferenceResolver(try CatalogFolder.load(["frameworks/acme-1.yaml": framework]))
        for text in ["RULE-01", "R1", "Acme rules R-1", "acme rule 1", "acme-1/R1", "Rule 1: First"] {
            #expect(resolver.resolve(text).target?.description == "acme-1/rule-1", "\(text)")
        }
    }
}
