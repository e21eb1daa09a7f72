public import Compliance
internal import Documents
internal import Hashing
internal import Parallel

/// Makes a catalog of the built-in files and the user's.
public enum CatalogLoader {
    /// Files that are read together: a task for each costs more than most files do.
    private static let filesAtOnce = 24

    /// Loads the built-in catalog and, beside it, those of the given folders.
    ///
    /// - Throws: `CatalogProblems` with everything that is wrong: one broken file refuses the run, rather than being left out.
    public static func load(folders: [String]) throws -> Catalog {
        let builtin = try BuiltinCatalog.files()
        var own: [CatalogFile] = []
        var problems: [CatalogProblem] = []
        for folder in folders {
            do {
                own += try CatalogFile.all(in: folder)
            } catch let broken as CatalogProblems {
                problems += broken.problems
            }
        }
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return try catalog(of: builtin + own)
    }

    /// The catalog of some files.
    ///
    /// - Throws: `CatalogProblems` with what is wrong in those that were not reviewed before.
    static func catalog(of files: [CatalogFile]) throws -> Catalog {
        let entries = files.concurrentChunks(of: filesAtOnce) { $0.map(CatalogEntry.init) }.flatMap(\.self)
        var problems: [CatalogProblem] = []
        var frameworks: [Framework] = []
        var checks: [(check: Check, file: CatalogFile)] = []
        var mappings: [(mapping: Mapping, file: CatalogFile)] = []
        var profiles: [(profile: Profile, file: CatalogFile)] = []
        var seen: Set<String> = []
        for (entry, file) in zip(entries, files) {
            if !seen.insert(entry.name).inserted {
                problems.append(
                    CatalogProblem(path: file.path, position: .start, message: "\(entry.id) is there already"))
            }
            problems += entry.problems
            switch entry.content {
            case .framework(let framework): frameworks.append(framework)
            case .mapping(let mapping): mappings.append((mapping, file))
            case .profile(let profile): profiles.append((profile, file))
            case .check(let check): checks.append((check, file))
            }
        }
        let catalog = Catalog(
            frameworks: frameworks, checks: checks.map(\.check), mappings: mappings.map(\.mapping),
            profiles: profiles.map(\.profile), digest: digest(of: files))
        problems += checks.filter { !$0.file.isReviewed }.flatMap { dangling($0.check, $0.file, catalog) }
        problems += MappingReader.unresolved(mappings, in: catalog)
        problems += ProfileReader.unresolved(profiles.filter { !$0.file.isReviewed }, in: catalog)
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return catalog
    }

    private static func dangling(_ check: Check, _ file: CatalogFile, _ catalog: Catalog) -> [CatalogProblem] {
        check.mappings.enumerated().compactMap { position, mapping in
            guard catalog.control(mapping.control) == nil else { return nil }
            let place = file.root["controls"]?.elements[position].position ?? .start
            return CatalogProblem(path: file.path, position: place, message: "there is no control \(mapping.control)")
        }
            + check.saidBy.enumerated().compactMap { position, other in
                let place = file.root["said-by"]?.elements[position].position ?? .start
                guard catalog.check(other) != nil else {
                    return CatalogProblem(path: file.path, position: place, message: "there is no check \(other)")
                }
                guard isSaid(other, by: check.id, catalog) else { return nil }
                let message = "\(other) is itself said by \(check.id): then neither would be said"
                return CatalogProblem(path: file.path, position: place, message: message)
            }
    }

    /// Whether a check leaves what it has to say to another, directly or in turn.
    private static func isSaid(_ check: CheckID, by other: CheckID, _ catalog: Catalog) -> Bool {
        var open = [check]
        var seen: Set<CheckID> = []
        while let next = open.popLast() {
            if next == other { return true }
            guard seen.insert(next).inserted else { continue }
            open += catalog.check(next)?.saidBy ?? []
        }
        return false
    }

    private static func digest(of files: [CatalogFile]) -> String {
        SHA256.hex(files.map { "\($0.path) \($0.digest)" }.sorted().joined(separator: "\n"))
    }
}
