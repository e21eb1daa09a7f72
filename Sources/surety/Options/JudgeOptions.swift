internal import ArgumentParser

/// What judges beside what the program carries: shared by the commands that assess, and by those that assess again.
struct JudgeOptions: ParsableArguments {
    @OptionGroup
    var catalog: CatalogOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file that says on which items the rules of other scanners bear (catalogs/README.md); repeat for several.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var findingsMap: [String] = []

    /// The folders with the user's own catalogs.
    var catalogs: [String] { catalog.catalogs }

    /// Whether anything was given.
    var isGiven: Bool { !catalogs.isEmpty || !findingsMap.isEmpty }
}
