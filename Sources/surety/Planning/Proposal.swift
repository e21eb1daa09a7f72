internal import Compliance
internal import Documents

/// Edits that may close a cause: operations by file.
struct Proposal: Equatable {
    /// Operations by the path of the file.
    var operations: [String: [PatchOperation]] = [:]
    /// Files that are made, with what is merged into an empty one.
    var made: [String: [UInt8]] = [:]
    /// Whether a value goes that is no grant: the check may then have nothing to judge, which is no mending.
    var hides = false
    /// What a person has to do beside it, in sentences.
    var tasks: [String] = []

    var isEmpty: Bool { operations.isEmpty && made.isEmpty }

    /// Both together; nil when both make a file, and not the same.
    func joined(_ other: Proposal) -> Proposal? {
        var joined = self
        for (path, more) in other.operations { for operation in more { joined.add(operation, to: path) } }
        for (path, text) in other.made {
            guard joined.made[path] == nil || joined.made[path] == text else { return nil }
            joined.made[path] = text
        }
        joined.hides = hides || other.hides
        joined.tasks += other.tasks.filter { !tasks.contains($0) }
        return joined
    }

    /// Adds an operation on a file, once; lists that are added at the same place become one.
    mutating func add(_ operation: PatchOperation, to path: String) {
        var all = operations[path] ?? []
        defer { operations[path] = all }
        guard !all.contains(operation) else { return }
        if case .add(let pointer, let list) = operation, list.isArray,
            let place = all.firstIndex(where: { $0.pointer == pointer }), case .add(_, let old) = all[place],
            old.isArray
        {
            let more = list.elements.filter { !old.elements.contains($0) }
            all[place] = .add(pointer, Node(.array(old.elements + more), at: .start))
        } else {
            all.append(operation)
        }
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
