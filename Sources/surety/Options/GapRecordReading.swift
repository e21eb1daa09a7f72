internal import Compliance
internal import Documents
internal import Reporting

/// Reads what a history knew of gaps, as `gap-records.json` and `assessment.json` have it: all of it holds, or it is none.
enum GapRecordReading {
    private static let limits = Limits(bytes: 256 << 20, depth: 16, nodes: 16_000_000)

    /// The records of a file.
    ///
    /// - Throws: `Failure` for anything else.
    static func records(_ file: NamedFile) throws -> [GapRecord] {
        let root = try Failure.asInput(about: file.name) {
            try Document(file.bytes, as: .json, limits: limits).root
        }
        guard root["schema"]?.string == GapRecordFile.schema,
            root["schema_version"]?.integer == GapRecordFile.schemaVersion, let list = root["records"]
        else { throw Failure.input("\(file.name) is no file of gap records that this version reads") }
        return try list.elements.map { node in
            guard let id = node["gap"]?.string else {
                throw Failure.input("\(file.name):\(node.position.line): the record names no gap")
            }
            return try record(of: GapID(id), node, in: file.name)
        }
    }

    /// The record of a gap.
    ///
    /// - Throws: `Failure` when a member is missing or of another kind, or a date is none.
    static func record(of gap: GapID, _ node: Node, in file: String) throws -> GapRecord {
        let due = node["due"]?.string
        guard let opened = node["opened_at"]?.string.flatMap(Clock.parse),
            let regressions = node["regressions"]?.integer, regressions >= 0,
            due.map({ CalendarDate(full: $0) != nil }) ?? true
        else { throw Failure.input("\(file):\(node.position.line): the record of \(gap) is malformed") }
        let notes = try (node["notes"]?.elements ?? []).map { note in
            guard let kind = note["kind"]?.string.flatMap(GapRecord.Note.Kind.init(rawValue:)),
                let at = note["at"]?.string, let by = note["by"]?.string, let text = note["text"]?.string
            else { throw Failure.input("\(file):\(note.position.line): a note on \(gap) is malformed") }
            return GapRecord.Note(kind, at: at, by: by, text: text)
        }
        return GapRecord(
            gap: gap, openedAt: opened, due: due, owner: node["owner"]?.string, ticket: node["ticket"]?.string,
            regressions: regressions, notes: notes)
    }
}
