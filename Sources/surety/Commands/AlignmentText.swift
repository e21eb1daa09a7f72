internal import Cataloging
internal import Compliance
internal import Documents
internal import Reporting

/// Links of an alignment table as YAML, JSON and CSV.
struct AlignmentText {
    private static let columns = [
        "line", "source", "framework", "item", "title", "reference", "label", "relationship", "relevance", "warnings",
    ]

    private let rows: [[Value]]

    init(_ links: [AlignmentImport.Link], _ catalog: Catalog) {
        rows = links.map { link in
            let item: ControlID? = if case .control(let id) = link.target { id } else { nil }
            let title = item.flatMap { catalog.control($0)?.title }
            return [
                .integer(link.line), Self.text(link.source), Self.text(link.target.framework?.rawValue),
                Self.text(item?.rawValue ?? (link.target.framework == nil ? link.target.description : nil)),
                Self.text(title), Self.text(link.reference), Self.text(link.framework), Self.text(link.relationship),
                Self.text(link.relevance), Self.text(link.warnings.joined(separator: "; ")),
            ]
        }
    }

    var csv: [UInt8] { Register.csv(columns: Self.columns, rows: rows) }

    var json: [UInt8] { Register.json(columns: Self.columns, rows: rows) }

    /// A list under `links`; what is not given is left out.
    var yaml: [UInt8] {
        var text = rows.isEmpty ? "links: []\n" : "links:\n"
        for row in rows {
            var mark = "  - "
            for (column, value) in zip(Self.columns, row) where value != .null {
                // A string of JSON is one of YAML.
                let written =
                    if case .integer(let line) = value { String(line) } else { JSONQuote.quoted(value.description) }
                text += "\(mark)\(column): \(written)\n"
                mark = "    "
            }
        }
        return Array(text.utf8)
    }

    private static func text(_ text: String?) -> Value {
        guard let text, !text.isEmpty else { return .null }
        return .text(text)
    }
}
