public import Compliance
internal import Documents
internal import Hashing

/// A framework out of a file that is none of ours: an OSCAL catalog or profile, a CISO Assistant library, a table.
public struct FrameworkImport {
    /// The framework, in the form of ours.
    public let framework: Framework
    /// What was left out or made up, in words.
    public let notes: [String]

    /// Reads a file.
    ///
    /// The identifier is the file's own, or made from its name, unless one is given. Catalogs are what a profile selects
    /// from.
    ///
    /// - Throws: `CatalogProblems` for whatever cannot be read whole: nothing is left out unseen.
    public init(_ file: (path: String, bytes: [UInt8]), id: String?, catalogs: [(path: String, bytes: [UInt8])] = [])
        throws
    {
        do {
            let draft = try Self.draft(file, catalogs)
            let stem = file.path.split(separator: "/").last.map { $0.split(separator: ".").first ?? $0 } ?? "imported"
            let name = id ?? draft.id ?? FrameworkDraft.slug(String(stem))
            guard name.utf8.allSatisfy(Self.isPart), !name.isEmpty, !name.hasPrefix(".") else {
                let message =
                    "'\(name)' cannot be the id of a framework: letters, digits, dots, hyphens; give one with --id"
                throw CatalogProblem(path: file.path, position: .start, message: message)
            }
            framework = try draft.framework(FrameworkID(name), path: file.path)
            notes = draft.notes
        } catch let problem as CatalogProblem {
            throw CatalogProblems(problems: [problem])
        }
    }

    private static func draft(
        _ file: (path: String, bytes: [UInt8]), _ catalogs: [(path: String, bytes: [UInt8])]
    ) throws -> FrameworkDraft {
        if file.path.lowercased().hasSuffix(".csv") { return try TableImport.draft(file.bytes, path: file.path) }
        let tree = try ForeignFile.tree(file.bytes, path: file.path)
        if let source = OSCALSource(tree, path: file.path) {
            switch source.model {
            case .catalog: return try OSCALCatalogReader(source).draft()
            case .profile:
                let sources = try catalogs.map { try OSCALSource.read($0.bytes, path: $0.path) }
                return try OSCALProfile(source, catalogs: sources).draft()
            default:
                let message = "a \(source.model.rawValue) has no controls of its own; give a catalog or a profile"
                throw CatalogProblem(path: file.path, position: .start, message: message)
            }
        }
        if tree["objects"]?.isObject == true { return try LibraryImport.draft(tree, path: file.path) }
        let message = "expected an OSCAL catalog or profile, a CISO Assistant library, or a table (.csv)"
        throw CatalogProblem(path: file.path, position: tree.position, message: message)
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
            || byte == 0x2D || byte == 0x2E || byte == 0x5F
    }
}
