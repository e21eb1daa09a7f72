internal import Compliance
internal import Documents

/// What one file of a catalog says, and what is wrong with it by itself.
struct CatalogEntry: Sendable {
    /// What a file can hold.
    enum Content: Sendable {
        case framework(Framework)
        case mapping(Mapping)
        case profile(Profile)
        case check(Check)
    }

    /// The identifier that follows from the file's path.
    let id: String
    /// The identifier with the kind of thing it names.
    let name: String
    /// What it says.
    let content: Content
    /// What is wrong with the file.
    let problems: [CatalogProblem]

    /// Reads a file.
    init(_ file: CatalogFile) {
        let parts = file.path.split(separator: "/").map(String.init)
        let isCheck = parts[0] == "checks"
        let last = parts[parts.count - 1]
        let stem = Self.stem(String(last.prefix { $0 != "." || !isCheck }))
        let id = isCheck ? (parts[1..<(parts.count - 1)] + [stem]).joined(separator: "/") : stem
        var problems: [CatalogProblem] = []
        if isCheck && parts.count < 3 {
            let message = "expected a folder for its area: checks/<area>/\(last)"
            problems.append(CatalogProblem(path: file.path, position: .start, message: message))
        }
        switch parts[0] {
        case "frameworks":
            let read = FrameworkReader.read(file.root, path: file.path, id: FrameworkID(id))
            content = .framework(read.framework)
            problems += read.problems
        case "mappings":
            let read = MappingReader.read(file, id: MappingID(id))
            content = .mapping(read.mapping)
            problems += read.problems
        case "profiles":
            let read = ProfileReader.read(file, id: ProfileID(id))
            content = .profile(read.profile)
            problems += read.problems
        default:
            let read = CheckReader.read(file, id: CheckID(id))
            content = .check(read.check)
            problems += read.problems
        }
        self.id = id
        name = parts[0] + "/" + id
        self.problems = problems
    }

    private static func stem(_ name: String) -> String {
        name.hasSuffix(".yaml") ? String(name.dropLast(5)) : name.hasSuffix(".yml") ? String(name.dropLast(4)) : name
    }
}
