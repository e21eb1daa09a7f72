internal import ArgumentParser
internal import Assessing
internal import Cataloging
internal import Collecting
internal import Compliance

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

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A folder with your own frameworks and checks, beside the built-in ones.", valueName: "folder"),
        completion: .directory)
    var catalogs: [String] = []

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
        transform: { text in
            guard let time = Clock.parse(text) else {
                throw ValidationError("'\(text)' is neither YYYY-MM-DD nor YYYY-MM-DDThh:mm:ssZ")
            }
            return time
        })
    var at: String?

    @OptionGroup(title: "Evidence")
    var evidence: EvidenceOptions

    @Option(
        name: .long,
        help: ArgumentHelp(
            "A file that says on which items the rules of other scanners bear (catalogs/README.md); repeat for several.",
            valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var findingsMap: [String] = []

    /// The catalog: built-in and the user's, what the profile chooses of the chosen frameworks only.
    ///
    /// - Throws: `Failure` when a catalog file is malformed, a framework or the profile is unknown, or the profile
    ///   imports none of the frameworks.
    func catalog() throws -> Catalog {
        let loaded = try Failure.asInput { try CatalogLoader.load(folders: catalogs) }
        let catalog = try tailored(loaded)
        guard !framework.isEmpty else { return catalog }
        if framework.contains("all") { return catalog }
        let chosen = framework.map { FrameworkID($0) }
        if let unknown = chosen.first(where: { loaded.framework($0) == nil }) {
            let known = loaded.frameworks.map(\.id.rawValue).joined(separator: ", ")
            throw Failure.input("there is no framework '\(unknown)'; known are \(known)")
        }
        let selected = catalog.selecting(Set(chosen))
        if let profile, selected.frameworks.isEmpty {
            let known = catalog.frameworks.map(\.id.rawValue).joined(separator: ", ")
            throw Failure.input("profile \(profile) chooses nothing of these frameworks, only of \(known)")
        }
        return selected
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

    private func tailored(_ catalog: Catalog) throws -> Catalog {
        guard let profile else { return catalog }
        guard let found = catalog.profile(ProfileID(profile)) else {
            let known = catalog.profiles.map(\.id.rawValue).joined(separator: ", ")
            throw Failure.input("there is no profile '\(profile)'; known are \(known)")
        }
        return try Failure.asInput { try catalog.tailored(by: found) }
    }

    /// The frameworks that are assessed: the chosen ones, those of the profile, else those that are assessed by default.
    private func assessedCatalog() throws -> Catalog {
        let catalog = try catalog()
        return framework.isEmpty && profile == nil ? catalog.selectingDefaults : catalog
    }

    /// What the rules of other scanners bear on; items of every framework can be named.
    private func map() throws -> FindingsMap {
        guard !findingsMap.isEmpty else { return .empty }
        let all = try Failure.asInput { try CatalogLoader.load(folders: catalogs) }
        return try findingsMap.reduce(FindingsMap.empty) { map, path in
            let bytes = try InputFile.read(path)
            return map.followed(
                by: try Failure.asInput { try FindingsMap.read(bytes, path: path, catalog: all) })
        }
    }

    /// Collects and assesses.
    ///
    /// - Throws: `Failure` when an input is missing or malformed.
    func assess(_ paths: [String], quiet: Bool) throws -> Assessment {
        let map = try map()
        let chosen = try assessedCatalog()
        let evidence = try EvidenceInput.read(paths, options: evidence, quiet: quiet)
        let catalog = map.checks(for: evidence, in: chosen)
        let waivers = try WaiverInput.read(named: waivers, beside: evidence, in: paths)
        return try Failure.asInput {
            try Assessor(catalog: catalog).assess(
                evidence, waivers: waivers, at: at ?? Clock.now, toolVersion: Surety.version, system: system)
        }
    }
}

extension Unicode.GeneralCategory {
    fileprivate var isControl: Bool {
        [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned].contains(self)
    }
}
