import Cataloging
import Compliance
import Testing

@Suite("A user's catalog")
struct LoaderTests {
    private let check = CatalogFolder.check

    private func problems(_ files: [String: String]) throws -> [String] {
        let error = try #require(throws: CatalogProblems.self) { _ = try CatalogFolder.load(files) }
        return error.problems.map(\.description)
    }

    @Test("The built-in catalog loads whole, every mapping leads to an item")
    func builtin() throws {
        let catalog = try CatalogLoader.load(folders: [])
        #expect(!catalog.checks.isEmpty)
        for mapping in catalog.checks.flatMap(\.mappings) { #expect(catalog.control(mapping.control) != nil) }
    }

    @Test("A user's check stands beside the built-in ones and changes the digest")
    func additive() throws {
        let builtin = try CatalogLoader.load(folders: [])
        let both = try CatalogFolder.load(["checks/own/tls.yaml": check])
        #expect(both.checks.count == builtin.checks.count + 1)
        #expect(both.check(CheckID("own/tls"))?.examples.first?.given == [.mcpServer: [["tls": true]]])
        #expect(both.digest != builtin.digest)
        #expect(try CatalogFolder.load(["checks/own/tls.yaml": check]).digest == both.digest)
    }

    @Test("What has the id of a built-in file is refused")
    func collision() throws {
        let id = try #require(try CatalogLoader.load(folders: []).checks.first?.id)
        let found = try problems(["checks/\(id.rawValue).yaml": check])
        #expect(found.contains { $0.contains("\(id.rawValue) is there already") }, "\(found)")
    }

    @Test("All broken files are named, not the first one")
    func allProblems() throws {
        let found = try problems(["checks/own/a.yaml": "title: [", "checks/own/b.yaml": "title: a\ntitle: b\n"])
        #expect(found.count == 2, "\(found)")
        #expect(found.contains { $0.contains("own/b.yaml:2:1:") && $0.contains("twice") }, "\(found)")
    }

    @Test("All problems of one file are named")
    func problemsOfOneFile() throws {
        let broken = check.replacing("severity: high", with: "severity: grave").replacing(
            "assert: tls", with: "asert: tls")
        let found = try problems(["checks/own/a.yaml": broken])
        #expect(found.contains { $0.contains("a.yaml:3:") }, "\(found)")
        #expect(found.contains { $0.contains("a.yaml:5:") }, "\(found)")
    }

    @Test(
        "What would be dropped in silence is refused",
        arguments: [
            ("references: [https://a.example]", "references: [7]", ":13:"),
            ("[{tls: true}]", "{tls: true}", ":15:"), ("[{tls: true}]", "[tls]", ":15:"),
            ("{tls: true}", "{tls: 1}", ":15:"), ("{tls: true}", "{tls: [true]}", ":15:"),
        ])
    func silence(part: String, replacement: String, place: String) throws {
        let found = try problems(["checks/own/a.yaml": check.replacing(part, with: replacement)])
        #expect(found.contains { $0.contains(place) }, "\(found)")
    }

    @Test("A check outside an area folder is refused")
    func area() throws {
        #expect(try problems(["checks/tls.yaml": check]).contains { $0.contains("checks/<area>/tls.yaml") })
    }

    @Test("A title longer than 75 characters is refused")
    func longTitle() throws {
        let long = check.replacing("Servers use TLS", with: String(repeating: "a", count: 76))
        #expect(try problems(["checks/own/a.yaml": long]).contains { $0.contains("at most 75") })
    }

    @Test("What a check weighs and who says it is read, and refused where it cannot be")
    func weights() throws {
        let more = "severity: high\nweighs: [{ severity: low, when: NOT tls }]\nsaid-by: [mcp/transport-encrypted]"
        let sound = check.replacing("severity: high", with: more)
        let read = try #require(try CatalogFolder.load(["checks/own/tls.yaml": sound]).check(CheckID("own/tls")))
        #expect(read.weights == [CheckWeight(severity: .low, when: "NOT tls")])
        #expect(read.saidBy == [CheckID("mcp/transport-encrypted")])
        for (part, replacement, expected) in [
            ("severity: low", "severity: mild", "critical"), ("when: NOT tls", "when: 'a; b'", "portable"),
            ("when: NOT tls", "when: ':p > 1'", "no parameters"), ("when: NOT tls", "if: tls", "no key if"),
            ("mcp/transport-encrypted", "mcp/nothing", "there is no check mcp/nothing"),
            ("mcp/transport-encrypted", "own/tls", "neither would be said"),
            ("[mcp/transport-encrypted]", "[]", "said-by"),
        ] {
            let found = try problems(["checks/own/tls.yaml": sound.replacing(part, with: replacement)])
            #expect(found.contains { $0.contains(expected) && $0.contains("tls.yaml") }, "\(found)")
        }
    }

    @Test("Two checks that leave it to each other are refused")
    func circle() throws {
        func file(_ other: String) -> String {
            check.replacing("severity: high", with: "severity: high\nsaid-by: [\(other)]")
        }
        let found = try problems(["checks/own/a.yaml": file("own/b"), "checks/own/b.yaml": file("own/a")])
        #expect(found.count == 2 && found.allSatisfy { $0.contains("neither would be said") }, "\(found)")
    }
}
