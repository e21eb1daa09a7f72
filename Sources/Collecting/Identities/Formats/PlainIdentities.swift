internal import Compliance
internal import Documents

/// A register that people keep: one identity a row, columns as `evidence/README.md` describes them.
///
/// A column or word that is not known is named, and no cell is run or guessed at. An identity counts as enabled unless the
/// register says otherwise: what is listed is there.
enum PlainIdentities: IdentityFormat {
    static let kind = ArtifactKind("identity register", nil)

    /// Whether the name says that a file is one.
    static func isOne(_ path: FilePath) -> Bool {
        let name = path.name.lowercased()
        return name == "identities.csv" || name.hasSuffix(".identities.csv")
    }

    static let columns = [
        "name", "kind", "provider", "owner", "owner_kind", "created_at", "last_used_at", "rotated_at", "expires_at",
        "reviewed_at", "standing", "breadth", "privileged", "authentication", "keys", "enabled", "users", "used_by",
        "interactive", "human_use", "third_party", "environment", "notes",
    ]

    static func read(_ files: [SourceFile], into register: inout IdentityRegister) {
        for file in files {
            do throws(Diagnostic) {
                let sheet = try IdentitySheet(file)
                guard sheet.columns.contains(where: { $0.text == "name" }) else {
                    throw Diagnostic(.syntax, "has no column name", at: .start)
                }
                for column in sheet.columns where !columns.contains(column.text) {
                    let name = IdentityText.plain(column.text) ?? "without a name"
                    register.doubt(file, ":\(column.position.line): there is no column \(name)")
                }
                var lines: [String: Int] = [:]
                for row in sheet.rows {
                    let key = "\(row["provider"] ?? "")\u{1F}\(row["name"] ?? "")".lowercased()
                    if let first = lines[key], row["name"] != nil {
                        register.doubt(file, ":\(row.line): the identity of line \(first) again; the worse counts")
                    }
                    lines[key] = lines[key] ?? row.line
                    read(row, file, into: &register)
                }
            } catch {
                register.refuse(file, error)
            }
        }
    }

    private static func read(_ row: IdentitySheet.Row, _ file: SourceFile, into register: inout IdentityRegister) {
        guard let written = row["name"], let name = IdentityText.plain(written) else {
            return register.doubt(file, ":\(row.line): an identity without a name")
        }
        var cells = IdentityCells(row)
        var record = IdentityRecord(name: name, file: file, position: Position(line: row.line, column: 1))
        if name.contains(where: { "@:/".contains($0) }) { record.names = [record.key] }
        record.users = (row["used_by"] ?? "").split(separator: ";").compactMap { IdentityText.plain(String($0)) }
        record.columns = cells.columns()
        for problem in cells.problems { register.doubt(file, ":\(row.line): \(problem)") }
        register.add(record)
    }
}
