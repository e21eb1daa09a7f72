internal import Collecting
internal import Documents

extension FileEdit {
    /// The lines as they may be shown.
    var shownLines: ShownLines? {
        guard let before, let (root, _) = DocumentPatch.read(before, path: path) else { return nil }
        return ShownLines(before, root: root, path: path)
    }
}
