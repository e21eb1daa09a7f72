public import Compliance
internal import Documents
internal import Parallel

/// Collects evidence from folders.
public enum Collection {
    /// Folders of other people's code or of version control: large, and not the agent's configuration.
    public static let foldersLeftOut: Set<String> = [
        ".git", "node_modules", ".build", ".venv", "venv", "__pycache__", ".tox",
    ]

    /// The collectors, by name.
    static let collectors: [any Collector] = [
        A2A(), ADK(), AgentCore(), AgentFramework(), Aider(), AutoGen(), Bedrock(), ClaudeCode(), ClaudeDesktop(),
        Cline(), Codex(), Compose(), Continue(), CrewAI(), Cursor(), DevContainers(), Dify(), DockerMCP(), Flowise(),
        Gemini(), GitHubAgents(), GitHubApps(), Goose(), HostedAgents(), Kagent(), Kiro(), Kubernetes(), Langflow(),
        LangGraph(), M365Agents(), MCPClients(), MCPRegistry(), N8N(), OpenClaw(), OpenCode(), Roo(), Statements(),
        VSCode(), Windsurf(), Zed(),
    ]

    /// Asked after the collectors, with what they found.
    static let companions: [any Companion] = [CloudIdentity(), Identities(), OpenTelemetry(), RuleFiles()]

    /// Asked where none of the others found an agent.
    private static let last: any Collector = AgentsFile()

    /// Walks the folders, reads what is an agent's, and records what it says.
    ///
    /// - Parameters:
    ///   - paths: Folders or files. With several, the rows' paths begin with the path as it is given here.
    ///   - outside: Programs that the user named, run on each of the paths.
    ///   - findings: Reports of other scanners.
    ///   - python: The Python that reads agents in Python; nil when there is none.
    ///   - progress: Called with the number of files read so far.
    /// - Returns: The rows of all tables, in an order that does not depend on the file system.
    /// - Throws: `CollectionError` when a path is not there.
    public static func run(
        _ paths: [String], outside: [ExternalCollector] = [], findings: [FindingsReport] = [],
        python: String? = PythonInterpreter.path, progress: (Int) -> Void
    ) throws -> Evidence {
        var evidence = Evidence()
        var count = 0
        let walks = try paths.map { path in
            try FolderWalk(path) { path in
                (collectors + companions).contains { $0.kind(of: path) != nil } || Unsupported.product(of: path) != nil
            }
        }
        for (path, walk) in zip(paths, walks) {
            let prefix = paths.count > 1 ? FilePath(path).components : []
            var folder = FolderCollection(walk, prefix: prefix)
            collectors.forEach { folder.collect(by: $0) }
            if folder.evidence.isEmpty { folder.collect(by: last) }
            folder.collectPython(by: python)
            companions.forEach { folder.collect(by: $0) }
            outside.forEach { folder.collect(by: $0, assessing: walks) }
            folder.collect(findings)
            folder.finish()
            evidence.merge(
                Sharing.marked(folder.evidence, isProject: walk.isRepository, depth: prefix.count))
            count += walk.files.count
            progress(count)
        }
        let logs = zip(paths, walks).flatMap { path, walk in
            ActionLogFiles.all(in: walk, prefix: paths.count > 1 ? FilePath(path).components : [])
        }
        let root = walks.count == 1 ? walks[0].absolute : nil
        evidence.merge(ActionCollection.evidence(of: logs, beside: evidence, root: root))
        return evidence.sorted()
    }

    /// Evidence with what the agents were seen to do, from logs that the user names.
    ///
    /// - Parameters:
    ///   - paths: Logs of actions, or folders with such logs; they need not lie in an assessed folder.
    ///   - evidence: What was collected of the agents.
    ///   - folders: The assessed folders.
    /// - Returns: The evidence, and rows of `action` and `action_log`.
    /// - Throws: `CollectionError` when a path is not there.
    public static func observing(
        _ paths: [String], beside evidence: Evidence, in folders: [String]
    ) throws -> Evidence {
        let walks = try folders.map { folder in try FolderWalk(folder) { _ in false } }
        // What lies in an assessed folder has been read there.
        let known = Set(evidence[.actionLog].compactMap(\.artifact))
        let logs = try ActionLogFiles.named(paths).filter { log in
            !zip(folders, walks).contains { folder, walk in
                guard let inside = walk.inside(log.location) else { return false }
                let prefix = folders.count > 1 ? FilePath(folder).components : []
                return known.contains(FilePath(prefix + inside.components).text)
            }
        }
        let root = walks.count == 1 ? walks[0].absolute : nil
        var result = evidence
        result.merge(ActionCollection.evidence(of: logs, beside: evidence, root: root))
        return result.sorted()
    }

    /// Evidence with what registers and exports that the user names say of the identities behind the agents.
    ///
    /// - Parameters:
    ///   - paths: Registers, exports, or folders with them; they need not lie in an assessed folder.
    ///   - evidence: What was collected of the agents.
    ///   - folders: The assessed folders.
    /// - Returns: The evidence, and rows of `identity`.
    /// - Throws: `CollectionError` when a path is not there, or a folder holds no register.
    public static func identifying(
        _ paths: [String], beside evidence: Evidence, in folders: [String]
    ) throws -> Evidence {
        let walks = try folders.map { folder in try FolderWalk(folder) { _ in false } }
        // What lies in an assessed folder has been read there.
        let known = Set(evidence[.artifact].compactMap(\.artifact))
        let files = try IdentityFiles.named(paths) { location in
            zip(folders, walks).contains { folder, walk in
                guard let inside = walk.inside(location) else { return false }
                let prefix = folders.count > 1 ? FilePath(folder).components : []
                return known.contains(FilePath(prefix + inside.components).text)
            }
        }
        var result = evidence
        result.merge(IdentityFiles.evidence(of: files, beside: evidence))
        return result.sorted()
    }
}

extension Evidence {
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
