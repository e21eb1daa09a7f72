internal import Documents
internal import Reporting

/// A statements file that entries are put behind; nothing that stands in it is changed.
struct StatementsFile {
    let path: String

    /// Puts entries at the end.
    ///
    /// - Throws: `Failure` when the file is not one to whose end statements can be put, or cannot be written.
    func append(_ drafts: [StatementDraft]) throws {
        let items = drafts.map(\.yaml).joined(separator: "\n")
        let text = try old.map { $0 + ($0.hasSuffix("\n") ? "" : "\n") + items } ?? "statements:\n" + items
        let before = try old.map { try entries($0) } ?? 0
        guard try entries(text) == before + drafts.count else {
            throw Failure.input(
                "\(path): statements has to be its last key, as a list with a dash for each entry: put them in by hand")
        }
        try AtomicFile.write(to: path) { try $0(Array(text.utf8)) }
    }

    private var old: String? {
        get throws {
            guard InputFile.exists(path) else { return nil }
            let text = String(decoding: try InputFile.read(path), as: UTF8.self)
            let document = try Failure.asInput(about: path) { try Document(Array(text.utf8), as: .yaml) }
            guard document.root["statements"] != nil else {
                return text + (text.hasSuffix("\n") ? "" : "\n") + "statements:\n"
            }
            return text
        }
    }

    private func entries(_ text: String) throws -> Int {
        guard let document = try? Document(Array(text.utf8), as: .yaml) else { return -1 }
        return document.root["statements"]?.elements.count ?? 0
    }
}
