internal import ArgumentParser
internal import Assessing
internal import Compliance
internal import Reporting

/// `surety query`: read-only SQL over the evidence.
struct Query: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Ask the evidence with SQL (read-only).",
        discussion: """
            `surety schema` describes the tables.

            Example:
              surety query "SELECT agent, name, url FROM mcp_server WHERE NOT tls" repo
            """)

    @Argument(help: "One SELECT statement.")
    var sql: String

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["evidence"]

    @Option(name: .shortAndLong, help: "How to print: table, csv, json.")
    var format: Layout = .table

    @OptionGroup(title: "Evidence")
    var options: EvidenceOptions

    @OptionGroup
    var date: AgeOptions

    @OptionGroup(title: "Talking")
    var talk: TalkOptions

    func run() throws {
        let evidence = try EvidenceInput.read(paths, options: options, quiet: talk.quiet)
        let result = try Failure.asInput { try EvidenceQuery(evidence, at: date.time).run(sql) }
        switch format {
        case .table:
            let rows = result.rows.map { $0.map { PlainText.oneLine($0 == .null ? "NULL" : $0.description) } }
            Console.say(TextTable(header: result.columns, rows: rows).lines.joined(separator: "\n"))
        case .csv: Console.write(Register.csv(columns: result.columns, rows: result.rows))
        case .json: Console.write(Register.json(columns: result.columns, rows: result.rows))
        }
    }
}
