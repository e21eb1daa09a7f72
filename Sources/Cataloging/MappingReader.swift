internal import Compliance
internal import Documents

/// Reads a file that maps the items of one framework to those of another.
enum MappingReader {
    private static let keys = [
        "id", "title", "source", "target", "style", "version", "status", "document", "licence", "attribution", "rows",
    ]

    /// The mapping, and what is wrong with its file; whether its items exist is decided by `unresolved`.
    static func read(_ file: CatalogFile, id: MappingID) -> (mapping: Mapping, problems: [CatalogProblem]) {
        let fields = Fields(file.root, path: file.path, keys: keys)
        if fields.text("id") != id.rawValue {
            fields.complain("the id must be the file's name, \(id)", at: fields.position(of: "id"))
        }
        let source = FrameworkID(fields.text("source"))
        let target = FrameworkID(fields.text("target"))
        let name = "\(source)--\(target)"
        if id.rawValue != name && !isName(id.rawValue, of: name) {
            fields.complain("expected the file's name to be \(name).yaml or \(name)--<publisher>.yaml")
        }
        if source == target {
            fields.complain("expected target to be another framework than source", at: fields.position(of: "target"))
        }
        let style = fields.word("style", Mapping.Style.conceptCrosswalk)
        var seen: [Pair: Position] = [:]
        let rows = fields.list("rows").map { node in
            let row = row(node, from: source, to: target, style, fields)
            let pair = Pair(source: row.source, target: row.target)
            if let first = seen.updateValue(node.position, forKey: pair) {
                fields.complain(
                    "\(row.source) to \(row.target) is there already, in line \(first.line)", at: node.position)
            }
            return row
        }
        let mapping = Mapping(
            id: id, title: fields.text("title"), source: source, target: target, style: style,
            version: fields.text("version"), status: fields.word("status", Mapping.Status.ours),
            document: fields.text("document"), licence: fields.text("licence"),
            attribution: fields.text("attribution"), rows: rows, digest: file.digest)
        return (mapping, fields.problems)
    }

    private struct Pair: Hashable {
        let source: ControlID
        let target: ControlID
    }

    private static func row(
        _ node: Node, from source: FrameworkID, to target: FrameworkID, _ style: Mapping.Style, _ parent: Fields
    ) -> MappingRow {
        // A crosswalk that named a relationship would claim more than its style does.
        let words = style == .setTheory ? ["relationship", "rationale"] : []
        let fields = Fields(node, path: parent.path, keys: ["source", "target"] + words + ["because"])
        let row = MappingRow(
            source: ControlID(source, fields.text("source")), target: ControlID(target, fields.text("target")),
            relationship: style == .setTheory ? fields.word("relationship", .intersectsWith) : nil,
            rationale: style == .setTheory ? fields.word("rationale", .semantic) : nil, because: fields.text("because"))
        parent.adopt(fields)
        return row
    }

    private static func isName(_ id: String, of pair: String) -> Bool {
        guard id.hasPrefix(pair + "--") else { return false }
        let publisher = id.dropFirst(pair.count + 2)
        return !publisher.isEmpty && !publisher.contains("--")
    }
}
