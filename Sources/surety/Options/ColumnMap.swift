internal import Documents
internal import Reporting

/// Reads columns of the user's own: a heading with a field, with a constant, or with more about it.
///
///     name: tracker
///     columns:
///       Key: id
///       Priority: { field: severity, words: { critical: P1, high: P2 } }
///       Team: { constant: Platform }
enum ColumnMap {
    private static let keys = ["name", "sheet", "gaps", "columns"]

    /// The layout of a file, named after it where it does not say.
    ///
    /// - Throws: `ColumnProblems` with everything that is wrong, each with its place.
    static func read(_ bytes: [UInt8], path: String) throws -> RegisterLayout {
        let document: Document
        do {
            document = try Document(bytes, as: .yaml)
        } catch {
            throw ColumnProblems(path, [(error.position ?? .start, error.message)])
        }
        var found = ColumnProblems(path, document.warnings.map { ($0.position ?? .start, $0.message) })
        let root = document.root
        if !root.isObject { found.add("expected a mapping with columns", root.position) }
        for member in root.members where !keys.contains(member.key) {
            found.add("there is no key \(member.key); known are \(keys.joined(separator: ", "))", member.keyPosition)
        }
        let columns = ColumnReading.columns(root["columns"], at: root.position, &found)
        let layout = RegisterLayout(
            name: name(root["name"], path, root.position, &found), summary: "Columns of the user's own.", form: .csv,
            scope: scope(root["gaps"], &found), sheet: sheet(root["sheet"], &found), columns: columns)
        guard found.isEmpty else { throw found }
        return layout
    }

    private static func name(
        _ node: Node?, _ path: String, _ start: Position, _ found: inout ColumnProblems
    ) -> String {
        let file = path.split(separator: "/").last.map { $0.prefix { $0 != "." } } ?? ""
        let name = node == nil ? String(file) : node?.string ?? ""
        let isPlain = name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 0x2D }
        if name.isEmpty || !isPlain || name.utf8.count > 60 {
            found.add("expected name: lower-case letters, digits and hyphens, 60 at most", node?.position ?? start)
        } else if RegisterLayout.all.contains(where: { $0.name == name }) {
            found.add("'\(name)' is a layout of Surety's own: choose another name", node?.position ?? start)
        }
        return name
    }

    private static func scope(_ node: Node?, _ found: inout ColumnProblems) -> RegisterLayout.Scope {
        guard let node else { return .all }
        guard let scope = node.string.flatMap(RegisterLayout.Scope.init) else {
            found.add("expected gaps: all, or weaknesses", node.position)
            return .all
        }
        return scope
    }

    /// Excel takes 31 characters, and not all.
    private static func sheet(_ node: Node?, _ found: inout ColumnProblems) -> String {
        guard let node else { return "Gaps" }
        let name = node.string ?? ""
        let isPlain = name.unicodeScalars.allSatisfy { !$0.properties.isNoncharacterCodePoint && $0.value >= 0x20 }
        if name.isEmpty || name.utf16.count > 31 || name.contains(where: { "[]:*?/\\".contains($0) }) || !isPlain
            || name.hasPrefix("'") || name.hasSuffix("'") || name == "About this register"
        {
            found.add("expected sheet: a name that a workbook takes, 31 characters at most", node.position)
        }
        return name
    }
}
