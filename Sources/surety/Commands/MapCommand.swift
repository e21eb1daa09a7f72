internal import ArgumentParser

/// `surety map`: the mappings between frameworks.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "List, show, import, export and check mappings between frameworks.",
        discussion: """
            A mapping says how the items of one framework relate to those of another, in the words of NIST IR 8477; a concept \
            crosswalk says only that they are related. Each is stored in one direction, and the other is derived.

            Examples:
              surety map list
              surety map show owasp-asi-2026--csa-maestro-1
              surety map show owasp-asi-2026--csa-maestro-1 --reverse
            """,
        subcommands: [List.self, Show.self, Import.self, MapExport.self, Lint.self])
}
