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

    @Test(arguments: Table.allCases) func andFoundAgain(table: Table) {
        let schema = EvidenceSchema.schema(of: table)
        #expect(schema.table == table)
        // A row keeps a bit for each column.
        #expect(schema.columns.count <= 64)
        for (position, column) in schema.columns.enumerated() {
            #expect(EvidenceSchema.index(of: column.name, in: table) == position)
        }
    }

    @Test func aValueStandsInItsColumnWhateverIsKnownBesideIt() throws {
        let row = try Row(.trigger, place, ["kind": "schedule", "untrusted": true])
        let more = row.setting("expression", to: "0 3 * * *")
        #expect(more["kind"] == "schedule" && more["expression"] == "0 3 * * *" && more["untrusted"] == true)
        #expect(more.setting("expression", to: .null) == row)
        #expect(row.values == EvidenceSchema.schema(of: .trigger).columns.map { row[$0.name] })
        #expect(row.agent == AgentID("a") && row.artifact == nil && row.line == nil)
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
