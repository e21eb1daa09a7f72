public import Compliance
internal import Documents
internal import Parallel

/// Collects evidence from folders.
public enum Collection {
    /// The collectors, by name.
    static let collectors: [any Collector] = [
        A2A(), ADK(), AgentCore(), AgentFramework(), Aider(), AutoGen(), Bedrock(), ClaudeCode(), ClaudeDesktop(),
        Cline(), Codex(), Compose(), Continue(), CrewAI(), Cursor(), Dify(), DockerMCP(), Flowise(), Gemini(),
        GitHubAgents(), GitHubApps(), Goose(), HostedAgents(), Kagent(), Kiro(), Kubernetes(), Langflow(), LangGraph(),
        M365Agents(), MCPClients(), MCPRegistry(), N8N(), OpenClaw(), OpenCode(), Roo(), Statements(), VSCode(),
        Windsurf(), Zed(),
    ]

    /// Asked after the collectors, with what they found.
    static let companions: [any Companion] = [CloudIdentity(), OpenTelemetry(), RuleFiles()]

    /// Asked where none of the others found an agent.
    private static let last: any Collector = AgentsFile()

    /// Walks the folders, reads what is an agent's, and records what it says.
    ///
    /// - Parameters:
    ///   - paths: Folders or files. With several, the rows' paths begin with the path as it is given here.
    ///   - progress: Called with the number of files read so far.
    /// - Returns: The rows of all tables, in an order that does not depend on the file system.
    /// - Throws: `CollectionError` when a path is not there.
    public static func run(_ paths: [String], progress: (Int) -> Void) throws -> Evidence {
        var evidence = Evidence()
        var count = 0
        for path in paths {
            let walk = try FolderWalk(path) { path in
                (collectors + companions).contains { $0.kind(of: path) != nil } || Unsupported.product(of: path) != nil
            }
            let prefix = paths.count > 1 ? FilePath(path).components : []
            evidence.merge(
                Sharing.marked(collect(walk, prefix: prefix), isProject: walk.isRepository, depth: prefix.count))
            count += walk.files.count
            progress(count)
        }
        return evidence.sorted()
    }

    private static func collect(_ walk: FolderWalk, prefix: [String]) -> Evidence {
        var evidence = Evidence()
        var states: [FilePath: (state: SourceFile, agent: String)] = [:]
        let recognition = Recognition(walk, for: collectors + companions + [Unsupported()])
        for collector in collectors + [last] + companions {
            if collector.name == last.name, !evidence.agents.isEmpty { continue }
            let known = walk.files.compactMap { path in collector.kind(of: path).map { (path, $0) } }
            let paths = Set(known.map(\.0))
            let claims = (known + recognition[collector].filter { !paths.contains($0.0) }).sorted { $0.0 < $1.0 }
            let files = read(claims, walk, prefix)
            guard !files.isEmpty else { continue }
            var recorder = Recorder(collector: collector.name)
            if let companion = collector as? any Companion {
                companion.collect(files, beside: &evidence, into: &recorder)
            } else {
                collector.collect(files, into: &recorder)
            }
            let found = recorder.finish()
            evidence.merge(found)
            let owners = AgentFolders(evidence.agents)
            let citing = found.agentsByArtifact
            for file in files {
                // A file that several products read is named after one that draws on it.
                if citing[file.path.text] == nil, states[file.path] != nil { continue }
                if citing[file.path.text] == nil, file.kind.isOptional, file.refusal == nil { continue }
                let owner = citing[file.path.text] ?? owners.owner(of: file.path)
                states[file.path] = (file, owner?.rawValue ?? "-")
            }
        }
        let agents = AgentFolders(evidence.agents)
        for (path, known) in states.sorted(by: { $0.key < $1.key }) where known.state.kind.name == "statements" {
            let reader = StatementReader(file: known.state, walk: walk, prefix: prefix)
            let problems = reader.read(into: &evidence, known: agents)
            if let first = problems.first { states[path] = (known.state.refused(first), known.agent) }
        }
        for (_, known) in states.sorted(by: { $0.key < $1.key }) {
            evidence.record(artifact: known.state, agent: known.agent)
        }
        let foreign = Dictionary(
            recognition[Unsupported()].map { ($0.0, Unsupported.reason(of: $0.1.name)) },
            uniquingKeysWith: { first, _ in first })
        for path in walk.files where states[FilePath(prefix + path.components)] == nil {
            let place = FilePath(prefix + path.components)
            guard let reason = Unsupported.reason(for: path, at: walk.location(of: path)) ?? foreign[path] else {
                continue
            }
            evidence.record(omitted: place, "unsupported", reason, agent: agents.owner(of: place))
        }
        for omission in walk.omissions {
            let place = FilePath(prefix + omission.path.components)
            evidence.record(omitted: place, omission.status, omission.reason, agent: agents.owner(of: place))
        }
        return evidence
    }

    private static func read(_ claims: [(FilePath, ArtifactKind)], _ walk: FolderWalk, _ prefix: [String])
        -> [SourceFile]
    {
        claims.concurrentChunks(of: 64) { chunk in
            chunk.map { path, kind in
                SourceFile.read(walk.location(of: path), path: FilePath(prefix + path.components), kind: kind)
            }
        }.flatMap(\.self)
    }
}

extension Evidence {
    fileprivate mutating func record(artifact file: SourceFile, agent: String) {
        record(
            .artifact,
            Provenance(
                agent: AgentID(agent), artifact: file.path.text, line: file.refusal?.position?.line ?? 1,
                column: file.refusal?.position?.column ?? 1, collector: "folder"),
            [
                "path": .text(file.path.text), "sha256": Value(file.sha256), "bytes": .integer(file.size),
                "kind": .text(file.kind.name), "status": file.refusal == nil ? "read" : "refused",
                "reason": Value(file.refusal?.description),
            ])
    }

    fileprivate mutating func record(omitted path: FilePath, _ status: String, _ reason: String, agent: AgentID?) {
        record(
            .artifact, Provenance(agent: agent ?? AgentID("-"), artifact: path.text, collector: "folder"),
            ["path": .text(path.text), "kind": "not read", "status": .text(status), "reason": .text(reason)])
    }

    /// The agent whose rows rest on a file; of several the first.
    fileprivate var agentsByArtifact: [String: AgentID] {
        var agents: [String: AgentID] = [:]
        for rows in rows.values {
            for row in rows {
                guard let path = row.artifact else { continue }
                agents[path] = min(agents[path] ?? row.agent, row.agent)
            }
        }
        return agents
    }

    /// The same rows in an order that does not depend on how they were found.
    fileprivate func sorted() -> Evidence {
        var copy = self
        for (table, rows) in rows {
            let keyed = rows.map {
                (agent: $0.agent, artifact: $0.artifact ?? "", line: $0.line ?? 0, row: $0)
            }
            copy.replace(
                table,
                with: keyed.sorted { ($0.agent, $0.artifact, $0.line) < ($1.agent, $1.artifact, $1.line) }.map(\.row))
        }
        return copy
    }
}
