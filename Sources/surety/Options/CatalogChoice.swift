internal import Cataloging
internal import Compliance

/// Which frameworks are assessed, and by which profile.
struct CatalogChoice {
    /// Identifiers as they were given; `all` stands for every one.
    var frameworks: [String]
    /// Identifier of the profile; nil for none.
    var profile: String?

    /// What is chosen of a loaded catalog.
    ///
    /// - Throws: `Failure` when a framework or the profile is unknown, or the profile imports none of the frameworks.
    func chosen(of loaded: Catalog) throws -> Catalog {
        let catalog = try tailored(loaded)
        guard !frameworks.isEmpty, !frameworks.contains("all") else { return catalog }
        let chosen = frameworks.map { FrameworkID($0) }
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

    /// What is assessed: what is chosen, else what is assessed by default.
    ///
    /// - Throws: `Failure`, as `chosen` does.
    func assessed(of loaded: Catalog) throws -> Catalog {
        let catalog = try chosen(of: loaded)
        return frameworks.isEmpty && profile == nil ? catalog.selectingDefaults : catalog
    }

    /// The choice that gave some frameworks: a profile alone chooses of all there are.
    ///
    /// - Throws: `Failure` when the profile is unknown.
    init(thatGave frameworks: [String], profile: String?, of loaded: Catalog) throws {
        let alone = CatalogChoice(frameworks: [], profile: profile)
        let isAlone = try profile != nil && alone.assessed(of: loaded).frameworks.map(\.id.rawValue) == frameworks
        self.init(frameworks: isAlone ? [] : frameworks, profile: profile)
    }

    init(frameworks: [String], profile: String?) {
        self.frameworks = frameworks
        self.profile = profile
    }

    private func tailored(_ catalog: Catalog) throws -> Catalog {
        guard let profile else { return catalog }
        guard let found = catalog.profile(ProfileID(profile)) else {
            let known = catalog.profiles.map(\.id.rawValue).joined(separator: ", ")
            throw Failure.input("there is no profile '\(profile)'; known are \(known)")
        }
        return try Failure.asInput { try catalog.tailored(by: found) }
    }
}
