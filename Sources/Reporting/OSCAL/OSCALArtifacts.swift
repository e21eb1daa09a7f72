internal import Compliance

/// The files that the back matter lists, each once.
struct OSCALArtifacts {
    /// A file and the digest that is known of it.
    struct Entry {
        let path: String
        let sha256: String?
        let description: String
    }

    /// Files sorted by path.
    let entries: [Entry]

    private let names: OSCALNames
    private let paths: Set<String>

    init(_ index: AssessmentIndex, _ names: OSCALNames) {
        let assessment = index.assessment
        self.names = names
        var entries: [String: Entry] = [:]
        // Of several records of one path, the one that was read says most; records come sorted with `read` before
        // `refused` and the like by name only in part, so it is looked for.
        for record in index.artifacts where !record.path.isEmpty {
            guard entries[record.path] == nil || record.status == "read" else { continue }
            let reason = record.reason.map { ": \($0)" } ?? ""
            entries[record.path] = Entry(
                path: record.path, sha256: OSCALValues.sha256(record.sha256),
                description: "\(record.kind), \(record.status)\(reason)")
        }
        for statement in assessment.statements {
            guard let path = statement.document, !path.isEmpty, entries[path] == nil else { continue }
            entries[path] = Entry(
                path: path, sha256: OSCALValues.sha256(statement.documentSHA256),
                description: "document of a statement; the digest is the one that the statement gives")
        }
        self.entries = entries.values.sorted { $0.path < $1.path }
        paths = Set(entries.keys)
    }

    /// Reference to a file's entry in the back matter, when it has one.
    func reference(_ path: String) -> String? { paths.contains(path) ? "#" + names.resource(path) : nil }
}
