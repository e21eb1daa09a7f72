internal import Compliance
internal import Documents

/// Takes down what a collector finds: rows with their place, the lines they cite, agents, coverage.
struct Recorder {
    /// What was recorded so far.
    private(set) var evidence = Evidence()
    /// The collector that records.
    let collector: String

    /// Why the product itself does not take a file that can be read.
    private(set) var rejected: [String: Diagnostic] = [:]

    /// What was left of files that could not be read as a whole.
    private(set) var partial: [String: Diagnostic] = [:]

    /// Files that rows draw on without citing them, and the agents they are of.
    private(set) var drawnOn: [String: AgentID] = [:]

    private var declared: [AgentID: Row] = [:]
    private var coverage: [AgentID: [Table: (Completeness, [String])]] = [:]

    init(collector: String) {
        self.collector = collector
    }

    /// The agents that were declared so far.
    var agents: [AgentID] { declared.keys.sorted() }

    /// The level of an agent's files, in the words of the column `setting.level`; nil when it is not among them.
    func level(of agent: AgentID) -> String? {
        let level = declared[agent]?["level"].text
        let known = EvidenceSchema.schema(of: .setting).ownColumns.first { $0.name == "level" }?.vocabulary ?? []
        return level.flatMap { known.contains($0) ? $0 : nil }
    }

    /// Says that there is an agent.
    ///
    /// Saying it again adds what was not known before.
    mutating func declare(
        _ agent: AgentID, product: String, kind: String, level: String?, plans: Bool?, in file: SourceFile,
        at position: Position = .start, pointer: String = "", encryptedBy: String? = nil
    ) {
        let place = Provenance(
            agent: agent, artifact: file.place, line: position.line, column: position.column, pointer: pointer,
            collector: collector)
        let row = try? Row(
            .agent, place,
            [
                "name": "main", "product": .text(product), "kind": .text(kind), "level": Value(level),
                "plans": Value(plans), "encrypted_by": Value(encryptedBy),
            ])
        guard let row else { return }
        if declared[agent] == nil { declared[agent] = row }
    }

    /// Records a row that rests on a place in a file, and keeps the line it cites with secrets removed.
    mutating func record(
        _ table: Table, _ columns: [String: Value], for agent: AgentID, in file: SourceFile, at position: Position?,
        pointer: String
    ) {
        var columns = table == .permission ? CommandRule.completed(columns) : columns
        if table == .dataSource { columns = HandedFolder.completed(columns) }
        if table == .credential { columns = CredentialReference.completed(columns) }
        if table == .hook, columns["shown_at"]?.text == nil, !["none", nil].contains(columns["effect"]?.text) {
            columns["shown_at"] = .text("\(file.place):\(position?.line ?? 1)")
        }
        evidence.record(
            table,
            Provenance(
                agent: agent, artifact: file.place, line: position?.line, column: position?.column,
                pointer: pointer, isUnset: position.map { file.lacks(pointer, at: $0) } ?? false,
                collector: collector),
            file.secrets.isEmpty ? columns : Self.withoutSecrets(columns, table, file, position?.line))
        // A line that many rows cite is looked through once.
        if let line = position?.line, file.lines.indices.contains(line - 1),
            evidence.excerpts[file.place]?[line] == nil
        {
            evidence.keep(
                line: line, of: file.place, text: Redaction.redact(file.lines[line - 1], in: file, at: line))
        }
    }

    /// Records a row that rests on a place whose text is not kept, because the line says more than the row.
    mutating func record(
        _ table: Table, _ columns: [String: Value], for agent: AgentID,
        at place: (artifact: String, position: Position, pointer: String)
    ) {
        evidence.record(
            table,
            Provenance(
                agent: agent, artifact: place.artifact, line: place.position.line, column: place.position.column,
                pointer: place.pointer, collector: collector), columns)
    }

    /// Says that rows of an agent draw on a file, so that it counts as read for it.
    mutating func drawOn(_ place: String, for agent: AgentID) {
        drawnOn[place] = min(drawnOn[place] ?? agent, agent)
    }

    /// Records what follows from a row that was recorded before, at the same place.
    mutating func record(_ table: Table, _ columns: [String: Value], at row: Row) {
        evidence.record(
            table,
            Provenance(
                agent: row.agent, artifact: row.artifact, line: row.line, column: row.column, pointer: row.pointer,
                isUnset: row.isUnset, collector: collector), columns)
    }

    // The last gate: whatever a collector wrote, no secret of the file stands in it. Closed vocabularies hold none, and
    // names of detectors are the program's own: `named-password` is no leak where a password is `password`.
    private static func withoutSecrets(
        _ columns: [String: Value], _ table: Table, _ file: SourceFile, _ line: Int?
    ) -> [String: Value] {
        let secrets = file.secrets.hidden(at: line)
        var columns = columns
        for column in EvidenceSchema.schema(of: table).ownColumns
        where column.kind == .text && column.vocabulary.isEmpty {
            if table == .credential, column.name == "detector" { continue }
            guard let text = columns[column.name]?.text else { continue }
            for secret in secrets where text.holds(secret) {
                columns[column.name] = .text(Redaction.redact(text, in: file, at: line))
            }
        }
        return columns
    }

    /// Says how much of a table could be seen for an agent.
    ///
    /// Said more than once, the least seen counts.
    mutating func cover(_ agent: AgentID, _ table: Table, _ completeness: Completeness, because reason: String? = nil) {
        let known = coverage[agent]?[table]
        let reasons = (known?.1 ?? []) + (reason.map { [$0] } ?? [])
        coverage[agent, default: [:]][table] = (min(known?.0 ?? .complete, completeness), reasons)
    }

    /// Says that a file could not be read, so that nothing it would have filled was seen in full.
    ///
    /// Rows from other files still stand: the tables become partial, or stay unseen.
    mutating func refuse(_ file: SourceFile, for agent: AgentID, tables: [Table]) {
        let why = file.refusal?.description ?? "could not be read"
        for table in tables { cover(agent, table, .partial, because: "\(file.place): \(why)") }
    }

    /// Says that the product does not take a file, though it can be read: the file counts as refused.
    mutating func reject(_ file: SourceFile, because problem: Diagnostic) {
        if rejected[file.place] == nil { rejected[file.place] = problem }
    }

    /// Says that parts of a refused file were read all the same, and which were not.
    mutating func readInPart(_ file: SourceFile, because left: Diagnostic) {
        if partial[file.place] == nil { partial[file.place] = left }
    }

    /// Takes over what another recorder took down of other agents.
    mutating func merge(_ other: Recorder) {
        evidence.merge(other.evidence)
        declared.merge(other.declared) { first, _ in first }
        rejected.merge(other.rejected) { first, _ in first }
        partial.merge(other.partial) { first, _ in first }
        drawnOn.merge(other.drawnOn) { min($0, $1) }
        for (agent, tables) in other.coverage {
            for (table, seen) in tables {
                cover(agent, table, seen.0)
                coverage[agent]?[table]?.1 += seen.1
            }
        }
    }

    /// The evidence, with agents and coverage written as rows.
    func finish() -> Evidence {
        var result = evidence
        for agent in declared.keys.sorted() { declared[agent].map { result.add($0) } }
        for agent in coverage.keys.sorted() {
            for (table, seen) in (coverage[agent] ?? [:]).sorted(by: { $0.key < $1.key }) {
                let reason = seen.1.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
                result.record(
                    .coverage, Provenance(agent: agent, collector: collector),
                    [
                        "table_name": .text(table.rawValue), "completeness": .text(seen.0.rawValue),
                        "reason": reason.isEmpty ? .null : .text(reason.joined(separator: "; ")),
                    ])
            }
        }
        return result
    }
}
