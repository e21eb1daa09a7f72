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
    func read(into evidence: inout Evidence, known: AgentFolders) -> [Diagnostic] {
        guard let root = file.document?.root else { return [] }
        var problems: [Diagnostic] = []
        for entry in root["agents"]?.elements ?? [] {
            let agents = agents(entry, known)
            if agents.isEmpty { problems.append(unknownAgent(entry)) }
            declare(entry, agents, &evidence)
        }
        for (index, entry) in (root["statements"]?.elements ?? []).enumerated() where !isBlank(entry) {
            let agents = agents(entry, known)
            let missing = ["claim", "method", "by", "role", "stated_on", "expires_on"].filter {
                (entry[$0]?.string ?? "").isEmpty
            }
            if !missing.isEmpty {
                problems.append(
                    Diagnostic(.syntax, "a statement without \(missing.joined(separator: ", "))", at: entry.position))
            } else if agents.isEmpty {
                problems.append(unknownAgent(entry))
            } else if !["examine", "interview"].contains(entry["method"]?.string) {
                problems.append(Diagnostic(.syntax, "method is examine or interview", at: entry["method"]?.position))
            } else {
                record(entry, agents, pointer: "/statements/\(index)", &evidence)
            }
        }
        return problems
    }

    /// Whether an entry of a questionnaire was left empty: it states nothing, and nothing is wrong with it.
    private func isBlank(_ entry: Node) -> Bool {
        ["control", "check"].contains { entry[$0] != nil }
            && ["claim", "by", "role", "stated_on", "document"].allSatisfy { (entry[$0]?.string ?? "").isEmpty }
            && entry["claim"] != nil
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

    private func record(_ entry: Node, _ agents: [AgentID], pointer: String, _ evidence: inout Evidence) {
        let text = { (key: String) in Value(entry[key]?.string.map { Redaction.redact($0) }) }
        let columns: [String: Value] = [
            "claim": text("claim"), "control": text("control"), "check_id": text("check"), "method": text("method"),
            "by": text("by"), "role": text("role"), "stated_on": text("stated_on"), "expires_on": text("expires_on"),
            "document": text("document"), "document_sha256": Value(entry["document_sha256"]?.string),
            "document_status": .text(documentStatus(entry)),
        ]
        let line = entry.position.line
        for agent in agents {
            let place = Provenance(
                agent: agent, artifact: file.path.text, line: line, column: entry.position.column, pointer: pointer,
                collector: "statements")
            evidence.record(.statement, place, columns)
        }
        if file.lines.indices.contains(line - 1) {
            evidence.keep(
                line: line, of: file.path.text, text: Redaction.redact(file.lines[line - 1], in: file, at: line))
        }
    }

    /// A document is looked for among the files of the walk only, so that no path leads out of the folder.
    private func documentStatus(_ entry: Node) -> String {
        guard let document = entry["document"]?.string else { return "none" }
        let own = FilePath(Array(file.path.components.dropFirst(prefix.count)))
        let path = FilePath(own.folder.components + FilePath(document).components)
        guard walk.files.contains(path) else { return "missing" }
        let read = SourceFile.read(walk.location(of: path), path: path, kind: ArtifactKind("document", nil))
        guard let digest = read.sha256 else { return "missing" }
        return digest == entry["document_sha256"]?.string?.lowercased() ? "matches" : "differs"
    }
}
