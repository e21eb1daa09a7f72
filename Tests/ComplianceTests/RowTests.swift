import Compliance
import Testing

@Suite struct RowTests {
    private let place = Provenance(agent: AgentID("a"), collector: "t")

    @Test func aRowHoldsWhatItsTableCanHold() throws {
        let row = try Row(.trigger, place, ["kind": "schedule", "expression": "0 3 * * *"])
        #expect(row["kind"] == "schedule")
        #expect(row["untrusted"] == .null)
        #expect(row["nothing"] == .null)
    }

    @Test(
        arguments: [
            ["kind": Value.text("noon")], ["kind": .integer(1)], [:], ["kind": .text("human"), "when": .text("x")],
            ["kind": .text("human"), "untrusted": .text("yes")],
        ] as [[String: Value]])
    func andNothingElse(columns: [String: Value]) {
        #expect(throws: RowError.self) { try Row(.trigger, place, columns) }
    }

    @Test func everyTableIsDescribed() {
        #expect(EvidenceSchema.tables.map(\.table).sorted() == Table.allCases.sorted())
        for schema in EvidenceSchema.tables {
            #expect(!schema.summary.isEmpty)
            #expect(schema.columns.allSatisfy { !$0.summary.isEmpty })
        }
    }

    @Test func numbersInIdentifiersCompareByValue() {
        #expect(
            ["a/x10", "a/x9", "a/x", "a/w.m2"].map { ControlID($0) }.sorted().map(\.item) == ["w.m2", "x", "x9", "x10"])
    }

    @Test func nothingAtAllIsNeverAPass() {
        #expect(Verdict.all([]) == .notApplicable)
        #expect(Verdict.all([.notApplicable, .satisfied]) == .satisfied)
        #expect(Verdict.all([.satisfied, .undetermined]) == .undetermined)
        #expect(Verdict.all([.undetermined, .notSatisfied]) == .notSatisfied)
    }
}
