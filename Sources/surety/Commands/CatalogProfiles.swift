internal import ArgumentParser
internal import Compliance

extension CatalogCommand {
    /// `surety catalog profiles`.
    struct Profiles: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the profiles.",
            discussion: """
                A profile chooses items of frameworks for one kind of agent, and the values that checks take for it. Assess \
                by one with `surety assess --profile ID`; your own are files in profiles/ of a folder given with --catalogs.
                """)

        @OptionGroup var options: CatalogOptions

        func run() throws {
            let catalog = try options.catalog()
            let rows = try catalog.profiles.map { profile in
                let tailoring = try Failure.asInput { try catalog.tailored(by: profile).tailoring }
                return [
                    profile.id.rawValue, String((tailoring?.shares ?? []).reduce(0) { $0 + $1.chosen }),
                    String(profile.imports.count), String(tailoring?.settings.count ?? 0), profile.title,
                ]
            }
            let table = TextTable(header: ["PROFILE", "ITEMS", "FRAMEWORKS", "PARAMETERS", "TITLE"], rows: rows)
            Console.say(table.lines.joined(separator: "\n"))
        }
    }
}
