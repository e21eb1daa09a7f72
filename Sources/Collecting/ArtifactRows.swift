internal import Compliance
internal import Documents

/// The `artifact` rows: every file once, with the agent it is about where that is known.
struct ArtifactRows {
    /// The rows.
    private(set) var rows: [Row]
    private var agents: [String: AgentID] = [:]
    private var known: Set<String>

    /// Starts with the rows of files that were not read, or that a collector already judged.
    init(_ evidence: Evidence) {
        rows = evidence[.artifact]
        known = Set(rows.compactMap { $0["path"].text })
        for (table, tableRows) in evidence.rows where table != .artifact {
            for row in tableRows {
                guard let path = row["artifact"].text else { continue }
                agents[path] = min(agents[path] ?? row.agent, row.agent)
            }
        }
    }

    /// Adds the files that were opened.
    mutating func add(_ files: [[SourceFile]]) {
        for (collector, read) in zip(Collectors.all, files) {
            for file in read { add(file, collector.name) }
        }
    }

    private mutating func add(_ file: SourceFile, _ collector: String) {
        let path = file.path.text
        guard known.insert(path).inserted else {
            complete(file)
            return
        }
        let place = Provenance(agent: agents[path] ?? AgentID("-"), artifact: path, collector: collector)
        let reason = file.refusal?.description ?? file.document?.warnings.first?.description
        let row = try? Row(
            .artifact, place,
            [
                "path": .text(path), "sha256": Value(file.sha256), "kind": .text(file.kind.name),
                "bytes": file.sha256 == nil ? .null : .integer(file.size),
                "status": file.refusal == nil ? "read" : "refused",
                "reason": Value(reason.map(Redaction.redact)),
            ])
        row.map { rows.append($0) }
    }

    /// A row that a collector wrote knows neither digest nor size.
    private mutating func complete(_ file: SourceFile) {
        guard let index = rows.firstIndex(where: { $0["path"].text == file.path.text && $0["sha256"] == .null }) else {
            return
        }
        rows[index] = rows[index].setting("sha256", to: Value(file.sha256)).setting("bytes", to: .integer(file.size))
    }
}
