internal import ArgumentParser
internal import Compliance
internal import Reporting

/// `surety identities`: the non-human identities behind the agents.
struct Identities: ParsableCommand {
    enum Layout: String, CaseIterable, ExpressibleByArgument {
        case table, csv, json, markdown
    }

    static let configuration = CommandConfiguration(
        abstract:
            "List the identities and secrets that agents act by: whose, how old, how broad, standing or not, shared or not.",
        discussion: """
            One row for each identity, whatever agents hold it: two that name the same account, or the same variable, file \
            or vault entry within a project, are one. Registers and exports of issuers (identities.csv, credential reports, \
            service accounts; evidence/README.md) add owner, age, last use, keys and rotation, and the identities that no \
            agent names. What nobody tells is said as not known, and never counted as good.

            Examples:
              surety identities .
              surety identities . --identities credential-report.csv --at 2026-11-24
              surety identities services --format csv > inventory.csv
            """)

    @Argument(help: "Folders, configuration files, or evidence written by `surety collect`.", completion: .file())
    var paths: [String] = ["."]

    @OptionGroup(title: "Evidence")
    var options: EvidenceOptions

    @OptionGroup
    var date: AgeOptions

    @Option(name: .shortAndLong, help: "How to print: table, csv, json, markdown.")
    var format: Layout = .table

    func run() throws {
        let evidence = try EvidenceInput.read(paths, options: options, quiet: true)
        let inventory = IdentityInventory(evidence, at: date.time)
        switch format {
        case .csv: Console.write(Register.csv(columns: IdentityInventory.columns, rows: inventory.rows))
        case .json: Console.write(Register.json(columns: IdentityInventory.columns, rows: inventory.rows))
        case .markdown: Console.write(Array(inventory.markdown.utf8))
        case .table:
            let cells = inventory.cells
            if !cells.isEmpty {
                Console.say(
                    TextTable(header: IdentityInventory.header, rows: cells).lines.joined(separator: "\n") + "\n")
            }
            Console.say(inventory.summary.joined(separator: "\n"))
        }
        if evidence[.agent].isEmpty { throw ExitCode(2) }
    }
}
