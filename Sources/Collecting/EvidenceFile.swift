public import Compliance
internal import Documents

/// Evidence as one JSON file, between `collect` and `assess`.
public enum EvidenceFile {
    /// The name of the one beside `assessment.json`.
    public static let name = "evidence.json"

    private static let mark = "surety-evidence"

    /// Writes the file: tables with their rows, and the cited lines; the same evidence gives the same bytes.
    public static func write(_ evidence: Evidence, to append: (String) -> Void) {
        append("{\n\"\(mark)\": \(EvidenceSchema.version),\n\"tables\": {")
        let tables = evidence.rows.keys.sorted().filter { !evidence[$0].isEmpty }
        for (position, table) in tables.enumerated() {
            append((position == 0 ? "\n" : ",\n") + "\"\(table.rawValue)\": [\n")
            for (place, row) in evidence[table].enumerated() {
                if place > 0 { append(",\n") }
                append(object(row))
            }
            append("\n]")
        }
        append("\n},\n\"excerpts\": {")
        for (position, path) in evidence.excerpts.keys.sorted().enumerated() {
            let lines = (evidence.excerpts[path] ?? [:]).sorted { $0.key < $1.key }
            append((position == 0 ? "\n" : ",\n") + JSONQuote.quoted(path) + ": {")
            append(lines.map { "\"\($0.key)\": \(JSONQuote.quoted($0.value))" }.joined(separator: ", ") + "}")
        }
        append("\n}\n}\n")
    }

    /// Reads such a file; nil when the JSON is something else.
    ///
    /// - Throws: `EvidenceFileError` when it says that it is evidence and is malformed.
    public static func decode(_ bytes: [UInt8], name: String) throws -> Evidence? {
        let root: Node
        do {
            root = try Document(bytes, as: .json, limits: isMarked(bytes) ? .saved : .standard).root
        } catch {
            // What begins as evidence and ends otherwise was damaged; it is no configuration file.
            guard isMarked(bytes) else { return nil }
            throw EvidenceFileError(description: "\(name): \(error)")
        }
        guard let version = root[mark]?.integer else { return nil }
        guard version == EvidenceSchema.version else {
            throw EvidenceFileError(description: "\(name): evidence of schema version \(version) cannot be read")
        }
        var evidence = Evidence()
        for member in root["tables"]?.members ?? [] {
            guard let table = Table(rawValue: member.key) else {
                throw EvidenceFileError(
                    description: "\(name):\(member.keyPosition.line): there is no table \(member.key)")
            }
            for node in member.value.elements { evidence.add(try row(table, node, name)) }
        }
        for member in root["excerpts"]?.members ?? [] {
            for line in member.value.members {
                if let number = Int(line.key), let text = line.value.string {
                    evidence.keep(line: number, of: member.key, text: text)
                }
            }
        }
        return evidence
    }

    /// Whether a file begins as those that are written here.
    private static func isMarked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: Array("{\n\"\(mark)\":".utf8)) }

    private static func row(_ table: Table, _ node: Node, _ name: String) throws -> Row {
        var columns: [String: Value] = [:]
        for member in node.members { columns[member.key] = value(member.value) }
        let place = Provenance(
            agent: AgentID(node["agent"]?.string ?? ""), collector: node["collector"]?.string ?? "")
        do {
            return try Row(table, place, columns)
        } catch {
            throw EvidenceFileError(description: "\(name):\(node.position.line): \(error)")
        }
    }

    private static func value(_ node: Node) -> Value {
        switch node.content {
        case .string(let text): .text(text)
        case .integer(let integer): .integer(integer)
        case .real(let real): .real(real)
        case .boolean(let boolean): .boolean(boolean)
        default: .null
        }
    }

    private static func object(_ row: Row) -> String {
        let columns = EvidenceSchema.schema(of: row.table).columns
        let members = zip(columns, row.values).compactMap { column, value -> String? in
            switch value {
            case .null: nil
            case .text(let text): "\"\(column.name)\": \(JSONQuote.quoted(text))"
            default: "\"\(column.name)\": \(value.description)"
            }
        }
        return "  {" + members.joined(separator: ", ") + "}"
    }
}

/// Why an evidence file cannot be read.
public struct EvidenceFileError: Error, CustomStringConvertible {
    /// The cause, in words.
    public let description: String
}
