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

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>",
    ])
    func aDoctypeIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.isForbidden == true)
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
