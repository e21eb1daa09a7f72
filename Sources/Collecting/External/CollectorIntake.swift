internal import Compliance
internal import Documents

/// Takes the rows of a collector into the evidence, when every one of them holds.
struct CollectorIntake {
    /// Agents that Surety's own collectors found, and what each is called.
    let known: Set<AgentID>
    private let reply: CollectorReply
    private var cited: CitedFiles
    private(set) var evidence = Evidence()
    /// Agents that the collector itself describes.
    private var described: Set<AgentID> = []
    /// Tables of agents of which it said how much it saw.
    private var covered: Set<Coverage> = []
    /// Where secrets stand in the files: nothing behind the place is shown.
    private var secrets: [Spot: Int] = [:]
    private var owners: [FilePath: AgentID] = [:]

    private struct Spot: Hashable {
        let path: FilePath
        let line: Int
    }

    private struct Coverage: Hashable {
        let agent: AgentID
        let table: Table
    }

    /// Holds a reply against the files and agents of a folder.
    ///
    /// - Throws: `CollectorProblem` for the first row that does not hold: then none of them counts.
    init(_ reply: CollectorReply, files: CitedFiles, known: Set<AgentID>) throws(CollectorProblem) {
        self.reply = reply
        self.known = known
        cited = files
        for entry in reply.entries where entry.table == .agent {
            let agent = try agent(of: entry)
            guard !known.contains(agent) || entry.node["name"]?.string != "main" else {
                throw CollectorProblem("\(agent) is described by Surety already", line: entry.line)
            }
            if !known.contains(agent) { described.insert(agent) }
        }
        for entry in reply.entries where entry.table == .credential && entry.node["storage"]?.string == "inline" {
            try hide(entry)
        }
        for entry in reply.entries { try take(entry) }
        completeCoverage()
    }

    /// The files that its rows rest on or that it names, each with its agent; the digests are Surety's.
    var files: [(file: SourceFile, agent: AgentID?)] {
        cited.read.values.sorted { $0.path < $1.path }.map { ($0, owners[$0.path]) }
    }

    private mutating func take(_ entry: CollectorReply.Entry) throws(CollectorProblem) {
        if entry.table == .artifact { return try name(entry) }
        let agent = try agent(of: entry)
        guard known.contains(agent) || described.contains(agent) else {
            throw CollectorProblem("there is no agent \(agent): write its row in table agent", line: entry.line)
        }
        let columns = try CollectorColumns.values(of: entry)
        if entry.table == .coverage { try cover(agent, columns, entry) }
        let place = try place(of: entry, agent)
        evidence.record(entry.table, place, columns)
    }

    // Files are named in table artifact: read, refused or of a kind that the collector does not know.
    private mutating func name(_ entry: CollectorReply.Entry) throws(CollectorProblem) {
        let columns = try CollectorColumns.values(of: entry)
        guard columns["sha256"] == nil, columns["bytes"] == nil else {
            throw CollectorProblem("sha256 and bytes are computed by Surety, not believed", line: entry.line)
        }
        let path = columns["path"]?.text ?? ""
        let file = try located(entry) { (intake) throws(CollectorProblem) in
            try intake.cited.file(path, kind: columns["kind"]?.text ?? "")
        }
        if entry.node["agent"] != nil {
            let agent = try agent(of: entry)
            owners[file.path] = min(owners[file.path] ?? agent, agent)
        }
        guard columns["status"]?.text != "read" else { return }
        let position = entry.node["line"]?.integer.map {
            Position(line: max($0, 1), column: max(entry.node["column"]?.integer ?? 1, 1))
        }
        let why = columns["reason"]?.text ?? "the collector \(reply.header.name) could not read it"
        cited.refuse(file, because: Diagnostic(.syntax, why, at: position))
    }

    private mutating func cover(
        _ agent: AgentID, _ columns: [String: Value], _ entry: CollectorReply.Entry
    ) throws(CollectorProblem) {
        guard let table = columns["table_name"]?.text.flatMap(Table.init(rawValue:)),
            reply.header.tables.contains(table)
        else {
            throw CollectorProblem("coverage is of a table that the header names", line: entry.line)
        }
        covered.insert(Coverage(agent: agent, table: table))
    }

    // What a collector may write and says nothing of was not seen in full.
    private mutating func completeCoverage() {
        for agent in described.sorted() {
            for table in Set(reply.header.tables).sorted()
            where !covered.contains(Coverage(agent: agent, table: table)) {
                evidence.record(
                    .coverage, Provenance(agent: agent, collector: reply.header.name),
                    [
                        "table_name": .text(table.rawValue), "completeness": "partial",
                        "reason": .text("\(reply.header.name) does not say how much of it was seen"),
                    ])
            }
        }
    }

    private func agent(of entry: CollectorReply.Entry) throws(CollectorProblem) -> AgentID {
        guard let text = entry.node["agent"]?.string else {
            throw CollectorProblem("it names no agent", line: entry.line)
        }
        let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        let rest = parts.count == 2 ? parts[1] : ""
        let folder = rest.prefix { $0 != "#" }
        let isPath = !folder.isEmpty && !folder.hasPrefix("/") && !folder.split(separator: "/").contains("..")
        let isPlain = !text.unicodeScalars.contains { $0.properties.generalCategory == .control }
        guard parts[0].first?.isLetter == true, isPath, isPlain, text.utf8.count <= 512 else {
            throw CollectorProblem(
                "agent '\(text)' is not of the form product@folder or product@folder#name", line: entry.line)
        }
        let path = FilePath(cited.prefix + FilePath(String(folder)).components).text
        return AgentID(Redaction.redact("\(parts[0])@\(path)\(rest.dropFirst(folder.count))"))
    }
}

extension CollectorIntake {
    /// Where a row was read: inside the folder, on a line that the file has.
    private mutating func place(
        of entry: CollectorReply.Entry, _ agent: AgentID
    ) throws(CollectorProblem) -> Provenance {
        let node = entry.node
        var place = Provenance(agent: agent, collector: reply.header.name)
        place.pointer = try text(entry, "pointer").map { Redaction.redact($0) }
        place.isUnset = try isUnset(entry)
        guard let path = try text(entry, "artifact") else {
            guard node["line"] == nil, node["column"] == nil else {
                throw CollectorProblem("it has a line and no artifact", line: entry.line)
            }
            return place
        }
        let name = reply.header.name
        let file = try located(entry) { (intake) throws(CollectorProblem) in
            try intake.cited.file(path, kind: "\(name) file")
        }
        owners[file.path] = min(owners[file.path] ?? agent, agent)
        place.artifact = file.path.text
        place.line = try number(entry, "line")
        place.column = try number(entry, "column")
        guard let line = place.line else {
            guard place.column == nil else { throw CollectorProblem("it has a column and no line", line: entry.line) }
            return place
        }
        guard file.lines.indices.contains(line - 1) else {
            throw CollectorProblem("'\(path)' has \(file.lines.count) lines, not \(line)", line: entry.line)
        }
        let text = file.lines[line - 1]
        let width = text.unicodeScalars.count
        guard (place.column ?? 1) <= width + 1 else {
            throw CollectorProblem("line \(line) of '\(path)' has \(width) characters", line: entry.line)
        }
        evidence.keep(line: line, of: file.path.text, text: shown(text, file, line))
        return place
    }

    /// A secret that stands in the file: from its place on, no line of evidence shows the file's line.
    private mutating func hide(_ entry: CollectorReply.Entry) throws(CollectorProblem) {
        guard let path = try text(entry, "artifact"), let line = try number(entry, "line") else { return }
        let name = reply.header.name
        let file = try located(entry) { (intake) throws(CollectorProblem) in
            try intake.cited.file(path, kind: "\(name) file")
        }
        let spot = Spot(path: file.path, line: line)
        secrets[spot] = min(secrets[spot] ?? .max, try number(entry, "column") ?? 1)
    }

    private func shown(_ text: String, _ file: SourceFile, _ line: Int) -> String {
        guard let column = secrets[Spot(path: file.path, line: line)] else {
            return Redaction.redact(text, in: file, at: line)
        }
        let before = String(text.unicodeScalars.prefix(column - 1))
        return Redaction.redact(before, in: file, at: line) + "[redacted]"
    }

    private func text(_ entry: CollectorReply.Entry, _ key: String) throws(CollectorProblem) -> String? {
        guard let node = entry.node[key], node.content != .null else { return nil }
        guard let text = node.string else { throw CollectorProblem("\(key) is a text", line: entry.line) }
        return text
    }

    private func isUnset(_ entry: CollectorReply.Entry) throws(CollectorProblem) -> Bool {
        guard let node = entry.node["unset"], node.content != .null else { return false }
        guard let isUnset = node.boolean else { throw CollectorProblem("unset is true or false", line: entry.line) }
        return isUnset
    }

    private func number(_ entry: CollectorReply.Entry, _ key: String) throws(CollectorProblem) -> Int? {
        guard let node = entry.node[key], node.content != .null else { return nil }
        guard let number = node.integer, number >= 1 else {
            throw CollectorProblem("\(key) is a number from 1", line: entry.line)
        }
        return number
    }

    /// A problem of a file is one of the line that names it.
    private mutating func located(
        _ entry: CollectorReply.Entry,
        _ body: (inout CollectorIntake) throws(CollectorProblem) -> SourceFile
    ) throws(CollectorProblem) -> SourceFile {
        do {
            return try body(&self)
        } catch {
            throw CollectorProblem(error.message, line: entry.line)
        }
    }
}
