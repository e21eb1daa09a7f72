internal import Collecting
internal import Documents

/// A file before and after a change.
struct FileEdit: Equatable {
    /// Path of the file as reports name it.
    let path: String
    /// Nil for a file that is not there yet.
    let before: [UInt8]?
    let after: [UInt8]

    /// The difference; what is shown of a line holds no secret.
    var shownDiff: String {
        let lines = shownLines
        return LineDiff(before, after, path: path).unified { lines?.shown($0, number: $1) ?? $0 }
    }

    /// The difference as it can be applied; nil when one of its lines holds a secret.
    var patch: String? {
        let whole = LineDiff(before, after, path: path).unified()
        return whole == shownDiff ? whole : nil
    }

    private var shownLines: ShownLines? {
        guard let before, let (root, _) = DocumentPatch.read(before, path: path) else { return nil }
        return ShownLines(before, root: root, path: path)
    }
}
