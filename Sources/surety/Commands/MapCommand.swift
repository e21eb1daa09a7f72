internal import ArgumentParser
internal import Compliance

/// `surety map`: the mappings between frameworks.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "List, show, import and check mappings between frameworks.",
        discussion: """
            A mapping says how the items of one framework relate to those of another, in the words of NIST IR 8477; a concept \
            crosswalk says only that they are related. Each is stored in one direction, and the other is derived.

            Examples:
              surety map list
              surety map show owasp-asi-2026--csa-maestro-1
              surety map show owasp-asi-2026--csa-maestro-1 --reverse
            """,
        subcommands: [List.self, Show.self, Import.self, Lint.self])

    /// `surety map list`.
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the mappings.")

        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let rows = try judging.catalog().mappings.map { mapping in
                [
                    mapping.id.rawValue, String(mapping.rows.count), mapping.style.rawValue, mapping.status.rawValue,
                    mapping.version,
                ]
            }
            Console.say(
                TextTable(header: ["MAPPING", "ROWS", "STYLE", "STATUS", "VERSION"], rows: rows).lines.joined(
                    separator: "\n"))
        }
    }

    /// `surety map show`.
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show every row of a mapping, with its reason.")

        @Argument(help: "Identifier of the mapping.") var id: String
        @Flag(help: "Read it from the other framework.") var reverse = false
        @OptionGroup var judging: JudgingOptions

        func run() throws {
            let catalog = try judging.catalog()
            guard let mapping = catalog.mapping(MappingID(id)) else {
                let known = catalog.mappings.map(\.id.rawValue).joined(separator: ", ")
                throw Failure.input("there is no mapping '\(id)'; known are \(known)")
            }
            Console.say(Explanation.text(of: mapping, reversed: reverse, in: catalog))
        }
    }
}
