public import Compliance

extension IdentityInventory {
    /// Columns for programs.
    public static var columns: [String] { Identity.columns }

    /// The identities for programs, a row each.
    public var rows: [[Value]] { identities.map(\.fields) }

    /// Columns for people.
    public static var header: [String] { Identity.header }

    /// The identities for people, in plain words on one line each.
    public var cells: [[String]] { identities.map { $0.cells.map(PlainText.oneLine) } }

    /// The inventory as a section in Markdown: what is remarkable, and a table.
    public var markdown: String {
        let header = Identity.header.map { String($0.prefix(1) + $0.dropFirst().lowercased()) }
        let lines =
            ["# Non-human identities", ""] + summary.map { "- " + MarkdownText.text($0) } + [""]
            + MarkdownRows.table(header, identities.map { $0.cells.map(MarkdownText.text) })
        return lines.joined(separator: "\n") + (identities.isEmpty ? "" : "\n")
    }
}
