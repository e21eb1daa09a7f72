internal import Attesting
internal import Documents
internal import XML

/// The XML reports of a bundle, held against the schemas that their formats have.
struct ReportSchemas {
    private static let mostFiles = 1_000
    private static let mostFolders = 4

    private let folder: XSDFolder?

    /// No schemas: the reports are not held against any.
    static var none: ReportSchemas { ReportSchemas(nil) }

    private init(_ folder: XSDFolder?) { self.folder = folder }

    /// The schemas in a folder and those below it.
    ///
    /// - Throws: `Failure` when it cannot be read or has no schema.
    init(_ path: String) throws {
        var files: [String] = []
        try Self.walk(path, 0, &files)
        let schemas = XSDFolder(files) { FileBytes.read($0) }
        guard !schemas.isEmpty else { throw Failure.input("--schemas \(path): there is no XML schema") }
        folder = schemas
    }

    private static func walk(_ path: String, _ depth: Int, _ files: inout [String]) throws {
        guard let entries = FolderEntry.entries(of: path) else {
            throw Failure.input("--schemas \(path): it is no folder that can be read")
        }
        for entry in entries {
            let inner = path + (path.hasSuffix("/") ? "" : "/") + entry.name
            if entry.kind == .folder, depth < mostFolders { try walk(inner, depth + 1, &files) }
            if entry.kind == .file, entry.name.hasSuffix(".xsd") { files.append(inner) }
        }
        if files.count > mostFiles { throw Failure.input("--schemas \(path): more than \(mostFiles) schemas") }
    }

    /// One outcome for each report in XML.
    func review(_ files: [String: [UInt8]], _ manifest: BundleManifest) -> [Outcome] {
        let reports = manifest.files.filter { $0.path.hasPrefix("reports/") && $0.path.hasSuffix(".xml") }
        guard let folder else {
            return reports.isEmpty
                ? []
                : [Outcome(.unchecked, "\(reports.count) reports in XML against their schemas (XSD): give --schemas")]
        }
        return reports.map { report in
            let bytes = files[report.path] ?? []
            // libxml2 needs about 35 times as much memory.
            guard bytes.count <= XMLReader.limit else {
                return Outcome(.unchecked, "\(report.path): larger than what is held against a schema")
            }
            switch folder.review(bytes) {
            case .valid(let schema): return Outcome(.holds, "\(report.path) is valid by \(schema)")
            case .invalid(let schema, let problem):
                return Outcome(.differs, "\(report.path): not valid by \(schema): line \(problem.line): \(problem)")
            case .unknown(let why): return Outcome(.unchecked, "\(report.path) against its schema: \(why)")
            }
        }
    }
}
