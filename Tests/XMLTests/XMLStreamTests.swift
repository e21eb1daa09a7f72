import Testing
import XML

@Suite struct XMLStreamTests {
    /// Writes down what it is handed.
    private final class Record: XMLReceiver {
        var events: [String] = []
        func begin(_ name: String, attributes: [XMLAttribute], line: Int, column: Int) {
            let list = attributes.map { " \($0.name)=\($0.value)@\($0.line):\($0.column)" }.joined()
            events.append("<\(name)\(list)@\(line):\(column)")
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
        ("<a/>", "<a@1:1|>"), ("<a>x<b/>y</a>", "<a@1:1|x|<b@1:5|>|y|>"),
        ("<a b='1' c=\"&lt;&amp;&#65;&quot;\"/>", "<a b=1@1:6 c=<&A\"@1:12@1:1|>"),
        ("<a\n>\n<b/></a>", "<a@1:1|\n|<b@3:1|>|>"),
        ("<a><![CDATA[<&]]><!-- c --><?p i?></a>", "<a@1:1|<&|>"),
        ("<p:a xmlns:p='urn:x' p:b='1'/>", "<p:a p:b=1@1:26@1:1|>"), ("<a>ü&#x1F600;</a>", "<a@1:1|ü|\u{1F600}|>"),
    ])
    func order(text: String, events: String) throws { #expect(try read(text) == events) }

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>", "<!DOCTYPE a SYSTEM 'x.dtd'><a/>",
    ])
    func aDoctypeIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.kind == .forbidden)
    }

    @Test(arguments: [
        "", "<a>", "<a></b>", "<a/><b/>", "<p:a/>", "<a>&x;</a>", "<a b='1' b='2'/>", "<a>\u{1}</a>", "<a>\u{0}</a>",
    ])
    func whatIsNotWellFormedIsRefused(text: String) {
        let problem = #expect(throws: XMLProblem.self) { try read(text) }
        #expect(problem?.kind == .syntax)
    }

    @Test func depthAndSizeAreBounded() {
        let deep = String(repeating: "<a>", count: 10_000)
        #expect(throws: XMLProblem.self) { try read(deep) }
        let wide = (0...XMLReader.attributeLimit).map { "a\($0)='1'" }.joined(separator: " ")
        #expect(throws: XMLProblem.self) { try read("<a \(wide)/>") }
        let hostile = (0..<300_000).map { "a\($0)='>'" }.joined(separator: " ")
        let problem = #expect(throws: XMLProblem.self) { try read("<a>\n<b \(hostile)/></a>") }
        #expect(problem?.kind == .limit && problem?.line == 2)
        #expect(throws: XMLProblem.self) { try XMLReader.read(Array("<b \(hostile)/>".utf8)) }
        let large = [UInt8](repeating: 0x20, count: XMLStream.limit + 1)
        #expect(throws: XMLProblem.self) { try XMLStream.read(large, into: Record()) }
    }
}
