internal import Compliance
internal import Documents

/// Edits that may close a cause: operations by file.
struct Proposal {
    /// Operations by the path of the file.
    var operations: [String: [PatchOperation]] = [:]
    /// Files that are made, with what is merged into an empty one.
    var made: [String: [UInt8]] = [:]

    var isEmpty: Bool { operations.isEmpty && made.isEmpty }

    /// Both; nil when they make the same file anew in two ways.
    func joined(_ other: Proposal) -> Proposal? {
        var joined = self
        for (path, more) in other.operations { joined.operations[path, default: []] += more }
        for (path, text) in other.made {
            guard joined.made[path] == nil || joined.made[path] == text else { return nil }
            joined.made[path] = text
        }
        return joined
    }

    /// The files after the operations, sorted by path; nil when one cannot be edited.
    func edits(of folder: TrialFolder) -> [FileEdit]? {
        var edits = made.map { FileEdit(path: $0, before: nil, after: $1) }
        for (path, operations) in operations {
            guard let before = folder.read(path),
                let after = DocumentPatch.apply(operations, to: before, path: path), after != before
            else { return nil }
            edits.append(FileEdit(path: path, before: before, after: after))
        }
        return edits.isEmpty ? nil : edits.sorted { $0.path < $1.path }
    }
}
