internal import Compliance
internal import Documents

/// A framework as it is read from a foreign file, before it is held to the rules of ours.
struct FrameworkDraft {
    /// An item of it.
    struct Item {
        var id: String
        var parent: String?
        var kind = Control.Kind.control
        var title = ""
        var statement = ""
        var observability = Control.Observability.none
        var question: String?
        var position = Position.start
    }

    /// What the file does not say.
    static let unstated = "Not stated in the imported file"

    var id: String?
    var title = ""
    var shortName = ""
    var publisher = ""
    var edition = ""
    var published = ""
    var source = ""
    var licence = ""
    var attribution = ""
    var isDefault = true
    var items: [Item] = []
    /// What a reader of the result should know.
    var notes: [String] = []

    /// The framework under an identifier: items in the order of the file, those that belong to an item below it.
    ///
    /// - Throws: `CatalogProblems` with every item that cannot be placed.
    func framework(_ id: FrameworkID, path: String) throws -> Framework {
        let items = try ordered(path)
        let title = ImportedText.line(title)
        let name = title.isEmpty ? id.rawValue : title
        let credit = ImportedText.line(attribution)
        return Framework(
            id: id, title: name, shortName: stated(shortName, or: id.rawValue), publisher: stated(publisher),
            edition: stated(edition), published: stated(published), source: stated(source, or: path),
            licence: stated(licence),
            attribution: credit.isEmpty
                ? "\(name). Titles and statements stand as the imported file has them; questions that ask who can state, "
                    + "and show, that something holds were generated from the statements."
                : credit,
            isDefault: isDefault, controls: items.map { control($0, id) })
    }

    private func stated(_ text: String, or other: String = unstated) -> String {
        let line = ImportedText.line(text)
        return line.isEmpty ? other : line
    }

    private func control(_ item: Item, _ framework: FrameworkID) -> Control {
        let title = ImportedText.line(item.title)
        let given = ImportedText.paragraphs(item.statement)
        let statement = given.isEmpty ? (title.isEmpty ? item.id : title) : given
        let question = ImportedText.paragraphs(item.question ?? "")
        let needsQuestion = item.kind != .group && item.observability != .direct
        return Control(
            id: ControlID(framework, item.id), parent: item.parent.map { ControlID(framework, $0) }, kind: item.kind,
            title: title.isEmpty ? Self.clipped(statement, to: 70) : title, statement: statement,
            observability: item.observability,
            question: question.isEmpty ? (needsQuestion ? Self.question(of: statement) : nil) : question)
    }

    /// A question that claims nothing beyond the statement.
    static func question(of statement: String) -> String {
        var text = clipped(statement, to: 240)[...]
        while let last = text.last, ".;:,?! ".contains(last) { text.removeLast() }
        return "Who can state for this agent, and show by what, that the following holds: \(text)?"
    }

    /// The beginning of a text as one line, cut at a word.
    static func clipped(_ text: String, to limit: Int) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        guard line.count > limit else { return line }
        let cut = line.prefix(limit - 1)
        let words = cut.lastIndex(of: " ").map { cut[..<$0] } ?? cut
        return words + "…"
    }

    /// An identifier as items have it: lower case, no white space.
    static func identifier(_ text: String) -> String {
        ImportedText.line(text.lowercased()).split(separator: " ").joined(separator: "-")
    }

    /// An identifier out of a title: ASCII letters and digits, everything else a hyphen.
    static func slug(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) && $0 != "." }
        return words.map { $0.filter { $0 != "." || words.count < 4 } }.joined(separator: "-")
    }
}
