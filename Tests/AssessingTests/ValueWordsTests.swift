import Compliance
import Testing

@testable import Assessing

@Suite("Values in messages")
struct ValueWordsTests {
    private func filled(_ template: String, _ table: Table, _ columns: [String: Value]) throws -> String {
        let place = Provenance(agent: AgentID("a@."), artifact: "f", line: 1, column: 1, pointer: "", collector: "t")
        return MessageTemplate(template).filled(from: try Row(table, place, columns))
    }

    @Test(arguments: [
        ("any", "no person is asked before any action"), ("mcp", "no person is asked before calls of MCP tools"),
    ])
    func whatAnApprovalCovers(covers: String, expected: String) throws {
        let text = try filled(
            "no person is asked before {covers}", .approval, ["covers": .text(covers), "mode": "never"])
        #expect(text == expected)
    }

    @Test func theAgentItselfIsNoName() throws {
        let main: [String: Value] = ["actor": "main", "name": "x", "kind": "turns"]
        let columns = main.filter { $0.key != "name" }
        #expect(try filled("turns of \"{actor}\": {value}", .budget, columns) == "turns of the agent: no limit set")
        #expect(
            try filled(
                "turns of \"{actor}\": {value}", .budget, ["actor": "helper", "kind": "turns", "value": .real(5000)])
                == "turns of \"helper\": 5000")
    }

    @Test(arguments: [
        (Value.integer(21600), "6 hours"), (.real(5400), "90 minutes"), (.integer(45), "45 seconds"),
        (.integer(1), "1 second"), (.real(86_400), "1 day"), (.integer(0), "0"), (.real(0.5), "0.5"),
        (.null, "no limit set"),
    ])
    func timesHaveTheirUnit(value: Value, words: String) throws {
        let columns: [String: Value] = ["actor": "main", "kind": "time", "unit": "seconds", "value": value]
        #expect(try filled("{value}", .budget, columns) == words)
    }

    @Test func numbersThatAreNotWholeStayAsTheyAre() throws {
        #expect(try filled("{value}", .budget, ["actor": "main", "kind": "cost", "value": .real(0.5)]) == "0.5")
    }
}
