import Foundation
import Testing
import XML

@Suite struct XSDSchemaTests {
    private func schema() throws -> XSDSchema {
        let file = FileManager.default.temporaryDirectory.appending(path: "surety-\(UUID().uuidString).xsd")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(
            """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
              <xs:element name="a"><xs:complexType><xs:sequence>
                <xs:element name="n" type="xs:integer" maxOccurs="unbounded"/>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """.utf8
        ).write(to: file)
        return try XSDSchema(path: file.path)
    }

    @Test func problemsNameTheirLines() throws {
        let schema = try schema()
        #expect(schema.accepts(Array("<a><n>1</n></a>".utf8)))
        let problems = schema.problems(in: Array("<a>\n<n>1</n>\n<n>x</n>\n<m/>\n</a>".utf8))
        #expect(Set(problems.map(\.line)) == [3, 4])
        #expect(problems.allSatisfy { !$0.description.isEmpty && $0.description.last?.isWhitespace == false })
    }

    @Test(arguments: ["<!DOCTYPE a><a><n>1</n></a>", "<a><n>1</n>", ""])
    func whatCannotBeReadIsNotValid(text: String) throws {
        #expect(try schema().problems(in: Array(text.utf8)).count == 1)
    }

    @Test func whatIsNoSchemaIsRefused() {
        #expect(throws: XSDError.self) { try XSDSchema(path: "/no/such.xsd") }
    }
}
