public import Compliance

/// What a history knows of the gaps of one assessment, as a JSON file: one record a line.
///
/// An evidence bundle holds it in place of the history, which has more than was used.
public enum GapRecordFile {
    /// What the file says that it is.
    public static let schema = "surety-gap-records"
    /// Raised when a key is removed or changes its meaning.
    public static let schemaVersion = 1
    /// Its name.
    public static let name = "gap-records.json"

    /// The file; the same records give the same bytes.
    public static func bytes(_ records: [GapRecord]) -> [UInt8] {
        ByteSink.bytes { sink in
            let json = JSONText(sink)
            json.object(block: true) {
                json.member("schema", schema)
                json.member("schema_version", schemaVersion)
                json.list("records", records.sorted { $0.gap < $1.gap }) { record in
                    json.member("gap", record.gap.rawValue)
                    json.members(of: record)
                }
            }
            json.finish()
        }
    }
}

extension JSONText {
    /// Writes what is known of a gap over time.
    func members(of record: GapRecord) {
        member("opened_at", record.openedAt)
        member("due", record.due)
        member("owner", record.owner)
        member("ticket", record.ticket)
        member("regressions", record.regressions)
        key("notes")
        array(record.notes) { note in
            object {
                member("kind", note.kind.rawValue)
                member("at", note.at)
                member("by", note.by)
                member("text", note.text)
            }
        }
    }
}
