internal import ArgumentParser
internal import Compliance

extension MapCommand {
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
}
