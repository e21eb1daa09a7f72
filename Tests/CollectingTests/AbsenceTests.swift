import Compliance
import Documents
import Testing

@testable import Collecting

@Suite("Keys that are not there")
struct AbsenceTests {
    private static let text = """
        {
          "general": {
            "list": [{ "a": 1 }],
            "line": "--mode x",
            "none": null
          }
        }
        """

    private func lacks(_ pointer: String, _ line: Int, _ column: Int) throws -> Bool {
        let file = SourceFile(
            path: FilePath("a.json"), kind: ArtifactKind("test", .json), sha256: nil, size: 0, lines: [],
            content: .document(try Document(Array(Self.text.utf8), as: .json)))
        return file.lacks(pointer, at: Position(line: line, column: column))
    }

    @Test(arguments: [
        ("/general/mode", 2, 14), ("/general/mode", 2, 3), ("/general/mode/deep", 2, 14), ("/other", 1, 1),
        ("/general/list/0/b", 3, 14), ("/general/none/x", 5, 13), ("/general/none/x", 5, 5), ("/general/mode", 1, 1),
    ])
    func theirParentIsCited(pointer: String, line: Int, column: Int) throws {
        #expect(try lacks(pointer, line, column))
    }

    @Test(arguments: [
        ("/general", 2, 14), ("/general/list/0/a", 3, 20), ("/general/line/mode", 4, 13), ("/general/list/4", 3, 13),
        ("/general/mode", 4, 13), ("", 1, 1), ("general", 1, 1), ("/general/list/x", 3, 13),
    ])
    func whatIsThereIsWritten(pointer: String, line: Int, column: Int) throws {
        #expect(try !lacks(pointer, line, column))
    }

    @Test func rowsCarryItAndFilesKeepIt() throws {
        let evidence = try Workspace([".gemini/settings.json": "{\n  \"general\": {\n  }\n}"]).collect()
        let row = try #require(evidence[.approval].first)
        #expect(row.isUnset && row.line == 2)
        let again = try #require(try EvidenceFile.decode(evidence.file, name: "e"))
        #expect(again[.approval].first?.isUnset == true && again[.agent].first?.isUnset == false)
    }

    @Test func aFileThatCouldNotSetItHasNoLineForIt() throws {
        let evidence = try Workspace([".vscode/mcp.json": "{\"servers\": {}}"]).collect()
        let row = try #require(evidence[.sandbox].first)
        #expect(row.line == nil && row.artifact == ".vscode/mcp.json")
    }
}
