public import Compliance
internal import Documents
internal import Hashing

/// Makes a catalog of the built-in files and the user's.
public enum CatalogLoader {
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

    static func catalog(of files: [CatalogFile]) throws -> Catalog {
        var problems: [CatalogProblem] = []
        var frameworks: [Framework] = []
        var checks: [(check: Check, file: CatalogFile)] = []
        var mappings: [(mapping: Mapping, file: CatalogFile)] = []
        var profiles: [(profile: Profile, file: CatalogFile)] = []
        var seen: Set<String> = []
        for file in files {
            let parts = file.path.split(separator: "/").map(String.init)
            let isCheck = parts[0] == "checks"
            let name = String(parts[parts.count - 1].prefix { $0 != "." || !isCheck })
            let id = isCheck ? (parts[1..<(parts.count - 1)] + [stem(name)]).joined(separator: "/") : stem(name)
            if !seen.insert(parts[0] + "/" + id).inserted {
                problems.append(CatalogProblem(path: file.path, position: .start, message: "\(id) is there already"))
            }
            if isCheck && parts.count < 3 {
                let message = "expected a folder for its area: checks/<area>/\(parts[parts.count - 1])"
                problems.append(CatalogProblem(path: file.path, position: .start, message: message))
            }
            if parts[0] == "frameworks" {
                let read = FrameworkReader.read(file.root, path: file.path, id: FrameworkID(id))
                frameworks.append(read.framework)
                problems += read.problems
            } else if parts[0] == "mappings" {
                let read = MappingReader.read(file, id: MappingID(id))
                mappings.append((read.mapping, file))
                problems += read.problems
            } else if parts[0] == "profiles" {
                let read = ProfileReader.read(file, id: ProfileID(id))
                profiles.append((read.profile, file))
                problems += read.problems
            } else {
                let read = CheckReader.read(file.root, path: file.path, id: CheckID(id))
                checks.append((read.check, file))
                problems += read.problems
            }
        }
        let catalog = Catalog(
            frameworks: frameworks, checks: checks.map(\.check), mappings: mappings.map(\.mapping),
            profiles: profiles.map(\.profile), digest: digest(of: files))
        problems += checks.flatMap { dangling($0.check, $0.file, catalog) }
        problems += MappingReader.unresolved(mappings, in: catalog)
        problems += ProfileReader.unresolved(profiles, in: catalog)
        guard problems.isEmpty else { throw CatalogProblems(problems: problems) }
        return catalog
    }

    private static func stem(_ name: String) -> String {
        name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
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
