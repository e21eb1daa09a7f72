internal import ArgumentParser
internal import Compliance

/// `surety schema`: the evidence tables, column by column.
struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Describe the evidence tables, column by column.",
        discussion:
            "This is the vocabulary of checks and of `surety query`. NULL means not known; a known absence is a value.")

    @Argument(help: "Tables to describe; all by default.", completion: .list(Table.allCases.map(\.rawValue)))
    var tables: [String] = []

    @Flag(name: .long, help: "Print the tables as JSON, for programs that write evidence.")
    var json = false

    func validate() throws {
        if let unknown = tables.first(where: { Table(rawValue: $0) == nil }) {
            throw ValidationError("there is no table '\(unknown)'")
        }
    }

    func run() throws {
        let chosen = EvidenceSchema.tables.filter { tables.isEmpty || tables.contains($0.table.rawValue) }
        if json { return Console.write(SchemaText.json(of: chosen)) }
        Console.say("Evidence schema, version \(EvidenceSchema.version)\n")
        if tables.isEmpty {
            Console.say("Every row begins with its provenance:")
            describe(EvidenceSchema.provenance)
        }
        for schema in chosen {
            Console.say("\(schema.table.rawValue): a row is \(schema.summary)")
            describe(schema.ownColumns)
        }
    }

    private func describe(_ columns: some Sequence<Column>) {
        for column in columns {
            let kind = column.kind.rawValue + (column.isRequired ? "" : ", may be NULL")
            Console.say("  \(column.name)  (\(kind))")
            Console.say("      \(column.summary)")
            if !column.vocabulary.isEmpty && column.vocabulary.count < 20 {
                Console.say("      One of: \(column.vocabulary.joined(separator: ", ")).")
            }
        }
        Console.say("")
    }
}
