import Documents
import Testing

@Suite struct MarkdownTests {
    private func document(_ text: String) throws -> Document { try Document(Array(text.utf8), as: .markdown) }

    @Test(arguments: ["---\nname: x\n---\nbody\n", "\u{FEFF}---\r\nname: x\r\n---\r\nbody\n"])
    func frontMatterIsReadAndTheBodyKnowsItsLine(text: String) throws {
        let read = try document(text)
        #expect(read.root["name"]?.position == place(2, 7))
        #expect(read.body == "body\n")
        #expect(read.bodyLine == 4)
        #expect(read.warnings.isEmpty)
    }

    @Test func frontMatterLeftOpenIsBodyAndReported() throws {
        let read = try document("---\nname: x\n")
        #expect(read.root == Node(.object([]), at: .start))
        #expect(read.body == "---\nname: x\n")
        #expect(read.warnings.count == 1)
    }

    @Test func aTextWithoutFrontMatterIsBody() throws {
        let read = try document("# Title\n\n---\na: 1\n---\n")
        #expect(read.bodyLine == 1)
        #expect(read.root.members.isEmpty)
    }

    @Test func brokenFrontMatterNamesItsLineInTheFile() {
        #expect(problem("---\nname: x\ntools: [a\n---\n", .markdown)?.position?.line ?? 0 >= 3)
        #expect(problem("---\na: 1\n<<<<<<< HEAD\nb: 2\n---\n", .markdown)?.position == place(3, 1))
    }

    @Test func conflictMarkersInACodeBlockDoNotMatter() throws {
        #expect(try document("# Merging\n```\n<<<<<<< HEAD\n=======\n```\n").warnings.isEmpty)
    }

    @Test(arguments: ["---\n---\nx", "---\n# nothing\n---\nx"]) func emptyFrontMatterIsAnEmptyObject(text: String)
        throws
    {
        let read = try document(text)
        #expect(read.root.isObject)
        #expect(read.body == "x")
    }
}
