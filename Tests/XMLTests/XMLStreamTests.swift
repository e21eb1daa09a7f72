import Testing
import XML

@Suite struct XMLStreamTests {
    /// Writes down what it is handed.
    private final class Record: XMLReceiver {
        var events: [String] = []
        func begin(_ name: String, attributes: [(name: String, value: String)], line: Int) {
            events.append("<\(name)\(attributes.map { " \($0.name)=\($0.value)" }.joined())@\(line)")
        }
        func text(_ text: String) { events.append(text) }
        func end() { events.append(">") }
    }

    private func read(_ text: String) throws -> String {
        let record = Record()
        try XMLStream.read(Array(text.utf8), into: record)
        return record.events.joined(separator: "|")
    }

    @Test(arguments: [
        ("<a/>", "<a@1|>"), ("<a>x<b/>y</a>", "<a@1|x|<b@1|>|y|>"),
        ("<a b='1' c=\"&lt;&amp;&#65;&quot;\"/>", "<a b=1 c=<&A\"@1|>"), ("<a\n>\n<b/></a>", "<a@2|\n|<b@3|>|>"),
        ("<a><![CDATA[<&]]><!-- c --><?p i?></a>", "<a@1|<&|>"),
        ("<p:a xmlns:p='urn:x' p:b='1'/>", "<p:a p:b=1@1|>"), ("<a>ü&#x1F600;</a>", "<a@1|ü|\u{1F600}|>"),
    ])
    func order(text: String, events: String) throws { #expect(try read(text) == events) }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>", "<!DOCTYPE a SYSTEM 'x.dtd'><a/>",
    ])
    func aDoctypeIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.isForbidden == true)
    }

    @Test(arguments: [
        "", "<a>", "<a></b>", "<a/><b/>", "<p:a/>", "<a>&x;</a>", "<a b='1' b='2'/>", "<a>\u{1}</a>", "<a>\u{0}</a>",
    ])
    func whatIsNotWellFormedIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.isForbidden == false)
    }

    @Test func depthAndSizeAreBounded() {
        let deep = String(repeating: "<a>", count: 10_000)
        #expect(throws: XMLProblem.self) { try read(deep) }
        let large = [UInt8](repeating: 0x20, count: XMLStream.limit + 1)
        #expect(throws: XMLProblem.self) { try XMLStream.read(large, into: Record()) }
    }
}
