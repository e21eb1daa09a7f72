internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety identities`: the non-human identities behind the agents.
struct Identities: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json
    }

    static let configuration = CommandConfiguration(
        abstract:
            "List the identities and secrets that agents act by: whose, how broad, how long-lived, shared or not.",
        discussion: """
            One row for each identity, whatever agents hold it: two that name the same account, or the same variable, file \
            or vault entry within a project, are one. What the files do not tell is said as not known, and never counted as good.

            Examples:
              surety identities .
              surety identities services --format csv > identities.csv
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Evidence")
    var options: EvidenceOptions

    @Option(name: .shortAndLong, help: "How to print: table, csv, json.")
    var format: Layout = .table

    func run() throws {
        let evidence = try EvidenceInput.read(paths, options: options, quiet: true)
        let inventory = IdentityInventory(evidence)
        let rows = inventory.identities.map(\.fields)
        switch format {
        case .csv: Console.write(Register.csv(columns: Identity.columns, rows: rows))
        case .json: Console.write(Register.json(columns: Identity.columns, rows: rows))
        case .table:
            if !rows.isEmpty {
                let cells = inventory.identities.map { $0.cells.map(PlainText.oneLine) }
                Console.say(TextTable(header: Identity.header, rows: cells).lines.joined(separator: "\n") + "\n")
            }
            Console.say(inventory.summary)
        }
        if evidence[.agent].isEmpty { throw ExitCode(2) }
    }
}
