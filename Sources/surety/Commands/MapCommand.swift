internal import ArgumentParser

/// `surety map`: the mappings between frameworks.
struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Import and check the mappings between frameworks that other people wrote.",
        subcommands: [Import.self, Lint.self])
}
