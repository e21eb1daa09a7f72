internal import Compliance
internal import Documents

/// Reads a statements file: who answers for which agent, and what is stated about it.
struct StatementReader {
    let file: SourceFile
    let walk: FolderWalk
    /// Components that stand before the paths of the walk.
    let prefix: [String]

    /// Adds what the file says to the evidence.
    ///
    /// - Returns: What is wrong with entries that cannot be read: their place and the cause.
    func read(
        into evidence: inout Evidence, known: AgentFolders, signatures: inout StatementSignatures
    ) -> [Diagnostic] {
        guard let root = file.document?.root else { return [] }
        var problems: [Diagnostic] = []
        for entry in root["agents"]?.elements ?? [] {
            let agents = agents(entry, known)
            if agents.isEmpty { problems.append(unknownAgent(entry)) }
            declare(entry, agents, &evidence)
        }
        let entries = (root["statements"]?.elements ?? []).map(StatementEntry.init)
        let names = entries.lazy.filter { !$0.isBlank }.reduce(into: [String: Int]()) { $0[$1.name, default: 0] += 1 }
        for (index, entry) in entries.enumerated() where !entry.isBlank {
            let agents = agents(entry.node, known)
            if let problem = entry.diagnostic {
                problems.append(problem)
                continue
            }
            if agents.isEmpty { problems.append(unknownAgent(entry.node)) }
            let signature = signatures.columns(of: entry, in: file.path, isTwice: names[entry.name] != 1)
            record(entry, agents, pointer: "/statements/\(index)", signature, &evidence)
        }
        return problems
    }

    /// The agents that an entry is about: the one it names, else all at or below the file's folder.
    private func agents(_ entry: Node, _ known: AgentFolders) -> [AgentID] {
        guard let name = entry["agent"]?.string else { return known.agents(inside: file.path.folder) }
        return known.all.contains(AgentID(name)) ? [AgentID(name)] : []
    }

    private func unknownAgent(_ entry: Node) -> Diagnostic {
        let name = entry["agent"]?.string ?? "in this folder"
        return Diagnostic(.syntax, "there is no agent \(name)", at: entry["agent"]?.position ?? entry.position)
    }

    private func declare(_ entry: Node, _ agents: [AgentID], _ evidence: inout Evidence) {
        let columns = ["owner", "purpose", "environment"].compactMap { key in entry[key]?.string.map { (key, $0) } }
        evidence.replace(
            .agent,
            with: evidence[.agent].map { row in
                guard agents.contains(row.agent), row["name"].text == "main" else { return row }
                return columns.reduce(row) { $0[$1.0] == .null ? $0.setting($1.0, to: .text($1.1)) : $0 }
            })
    }

    private func record(
        _ entry: StatementEntry, _ agents: [AgentID], pointer: String, _ signature: [String: Value],
        _ evidence: inout Evidence
    ) {
        var columns: [String: Value] = [
            "check_id": Value(entry["check"]), "names_agent": Value(entry["agent"]), "id": .text(entry.name),
            "document_status": .text(documentStatus(entry)),
        ]
        for key in Statement.keys where !["agent", "check", "id"].contains(key) {
            columns[key] = Value(entry[key])
        }
        columns.merge(signature) { $1 }
        let (line, column) = (entry.line, entry.node.position.column)
        for agent in agents {
            let place = Provenance(
                agent: agent, artifact: file.path.text, line: line, column: column, pointer: pointer,
                collector: "statements")
            evidence.record(.statement, place, columns)
        }
        if file.lines.indices.contains(line - 1) {
            evidence.keep(
                line: line, of: file.path.text, text: Redaction.redact(file.lines[line - 1], in: file, at: line))
        }
    }

    /// A document is looked for among the files of the walk only, so that no path leads out of the folder.
    private func documentStatus(_ entry: StatementEntry) -> String {
        guard let document = entry.node["document"]?.string else { return "none" }
        let own = FilePath(Array(file.path.components.dropFirst(prefix.count)))
        let path = FilePath(own.folder.components + FilePath(document).components)
        guard walk.files.contains(path) else { return "missing" }
        let read = SourceFile.read(walk.location(of: path), path: path, kind: ArtifactKind("document", nil))
        guard let digest = read.sha256 else { return "missing" }
        return digest == entry["document_sha256"]?.lowercased() ? "matches" : "differs"
    }
}
