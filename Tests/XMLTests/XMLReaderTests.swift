import Testing
import XML

@Suite struct XMLReaderTests {
    private func read(_ text: String) throws -> XMLElement { try XMLReader.read(Array(text.utf8)) }

    @Test func elementsKnowTheirLine() throws {
        let root = try read("<a x='1'>\n  <b>t</b>\n  <c/>\n</a>")
        #expect(root.attributes.map(\.value) == ["1"])
        #expect(root.children.map(\.name) == ["b", "c"])
        #expect(root.children.map(\.line) == [2, 3])
        #expect(root.children[0].text == "t")
    }

    @Test func placesAreThoseOfTheText() throws {
        let root = try read(
            """
            <?xml version="1.0"?>
            <!-- <not an="element"> -->
            <a xmlns="urn:x"
               x = "é>"  y='2'>ü<b
                 z="1"/><![CDATA[<c>]]><?pi <d>?>
              <p:e xmlns:p="urn:p" p:q="3"/>
            </a>
            """)
        #expect([root.line, root.column] == [3, 1])
        #expect(root.attributes.map { [$0.line, $0.column] } == [[4, 8], [4, 16]])
        #expect(root.children.map(\.name) == ["b", "p:e"])
        #expect(root.children.map { [$0.line, $0.column] } == [[4, 21], [6, 3]])
        #expect(root.children.flatMap { $0.attributes.map { [$0.line, $0.column] } } == [[5, 8], [6, 28]])
    }

    @Test func sizeIsBounded() {
        let many = (0...XMLReader.attributeLimit).map { "a\($0)='1'" }.joined(separator: " ")
        let texts = ["<a \(many)/>", "<a>" + String(repeating: "x", count: XMLReader.limit) + "</a>"]
        for text in texts {
            let problem = #expect(throws: XMLProblem.self) { try read(text) }
            #expect(problem?.kind == .limit)
        }
    }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
    ])
    func aDoctypeIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.kind == .forbidden)
    }

    @Test(arguments: ["", "<a>", "<a></b>", "<a/><b/>", "<p:a/>", "<a>&x;</a>", "<a b='1' b='2'/>", "<a>\u{1}</a>"])
    func whatIsNotWellFormedIsRefused(text: String) {
        #expect(throws: XMLProblem.self) { try read(text) }
    }

    @Test func depthIsBounded() {
        let text = String(repeating: "<a>", count: 5000) + String(repeating: "</a>", count: 5000)
        #expect(throws: XMLProblem.self) { try read(text) }
    }
}
