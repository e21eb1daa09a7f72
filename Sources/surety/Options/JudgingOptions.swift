internal import ArgumentParser
internal import Cataloging
internal import Collecting
internal import Compliance
internal import Parallel

/// What is judged, by what, and for which date: shared by the commands that assess.
struct JudgingOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Assess against this framework only; repeat for several, or say all. `surety catalog list` names them.",
            valueName: "id"))
    var framework: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Assess the items that a profile chooses, by the values that it sets. `surety catalog profiles` names them.",
            valueName: "id"))
    var profile: String?

    @OptionGroup
    var judges: JudgeOptions

    @Option(
        name: .long,
        help: ArgumentHelp("A file of accepted risks, beside every waivers.yaml in the evidence.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var waivers: [String] = []

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Name of the system that the agents belong to: identifiers of gaps become its own, and reports show it. For registers that take the results of several repositories.",
            valueName: "name"))
    var system: String?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Date or time in UTC that statements and waivers are held against: 2026-11-24 or 2026-11-24T12:00:00Z. Now by default.",
            valueName: "time"),
        transform: DateOption.time)
    var at: String?

    @OptionGroup(title: "Evidence")
    var evidence: EvidenceOptions

    @OptionGroup(title: "Signed statements")
    var signers: StatementKeyOptions

    /// What is chosen of the catalogs.
    var choice: CatalogChoice { CatalogChoice(frameworks: framework, profile: profile) }

    /// The catalog: built-in and the user's, what the profile chooses of the chosen frameworks only.
    ///
    /// - Throws: `Failure` when a catalog file is malformed, a framework or the profile is unknown, or the profile
    ///   imports none of the frameworks.
    func catalog() throws -> Catalog {
        try choice.chosen(of: Failure.asInput { try CatalogLoader.load(folders: judges.catalogs) })
    }

    /// The catalog that the program carries.
    ///
    /// - Throws: `Failure` when it cannot be read.
    static func builtinCatalog() throws -> Catalog {
        try Failure.asInput { try CatalogLoader.load(folders: []) }
    }

    func validate() throws {
        guard let system else { return }
        let isPlain = system.unicodeScalars.allSatisfy { !$0.properties.generalCategory.isControl }
        guard !system.isEmpty, system.count <= 200, isPlain, system.first != " ", system.last != " " else {
            throw ValidationError("--system is a name of 1 to 200 characters on one line, without spaces around it")
        }
    }

    /// Reads everything that the assessment is made of; of several faults, those of what judges are said first.
    ///
    /// - Throws: `Failure` when an input is missing or malformed.
    func inputs(_ paths: [String], quiet: Bool) throws -> JudgedInputs {
        let sources = try Failure.asInput { try CatalogLoader.sources(in: judges.catalogs) }
        let maps = try judges.findingsMap.map { try NamedFile(given: $0) }
        let options = evidence
        let (read, found) = sideBySide(
            { try CatalogLoader.load(sources: sources) },
            { try EvidenceInput.read(paths, options: options, quiet: quiet) })
        let loaded = try Failure.asInput { try read.get() }
        _ = try choice.assessed(of: loaded)
        let collected = try found.get()
        let trust = try signers.trust(judging: paths)
        let accepted = try WaiverInput.read(named: waivers, beside: collected, in: paths)
        var inputs = JudgedInputs(
            evidence: collected, sources: sources, loaded: loaded, choice: choice, waivers: accepted,
            namedWaivers: Set(waivers).count, findingsMaps: maps, at: at ?? Clock.now, system: system)
        inputs.judgeSignatures(by: trust)
        return inputs
    }

    /// The same inputs with what lies in other folders: what judges is read once.
    ///
    /// - Throws: `Failure` when an input is missing or malformed.
    func inputs(like others: JudgedInputs, of paths: [String]) throws -> JudgedInputs {
        var inputs = others
        inputs.evidence = try EvidenceInput.read(paths, options: evidence, quiet: true)
        inputs.waivers = try WaiverInput.read(named: waivers, beside: inputs.evidence, in: paths)
        inputs.judgeSignatures(by: try signers.trust(judging: paths))
        return inputs
    }

    /// Collects and assesses.
    ///
    /// - Throws: `Failure` when an input is missing or malformed.
    func assess(_ paths: [String], quiet: Bool) throws -> Assessment {
        try inputs(paths, quiet: quiet).assess()
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned].contains(self)
    }
}
