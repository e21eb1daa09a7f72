internal import Compliance
internal import Documents
internal import Parallel

/// What is collected from one folder: collector by collector, then what the files themselves are.
struct FolderCollection {
    private let walk: FolderWalk
    /// Components that stand before the paths of the walk.
    private let prefix: [String]
    private let recognition: Recognition
    private var states: [FilePath: (state: SourceFile, agent: String)] = [:]
    /// Files that their products do not take.
    private var rejected: [String: Diagnostic] = [:]
    /// What was collected so far.
    private(set) var evidence = Evidence()

    init(_ walk: FolderWalk, prefix: [String]) {
        self.walk = walk
        self.prefix = prefix
        recognition = Recognition(
            walk, for: Collection.collectors + Collection.companions + [Unsupported()])
    }

    /// Reads the files of one product.
    mutating func collect(by collector: any Collector) {
        let known = walk.files.compactMap { path in collector.kind(of: path).map { (path, $0) } }
        let paths = Set(known.map(\.0))
        let claims = (known + recognition[collector].filter { !paths.contains($0.0) }).sorted { $0.0 < $1.0 }
        let files = read(claims)
        guard !files.isEmpty else { return }
        var recorder = Recorder(collector: collector.name)
        if let companion = collector as? any Companion {
            companion.collect(files, beside: &evidence, into: &recorder)
        } else {
            collector.collect(files, into: &recorder)
        }
        RepeatedKeys.record(in: files, owners: \.agentsByArtifact, into: &recorder)
        let found = recorder.finish()
        evidence.merge(found)
        rejected.merge(recorder.rejected) { first, _ in first }
        let owners = AgentFolders(evidence.agents)
        let citing = found.agentsByArtifact.merging(recorder.drawnOn) { min($0, $1) }
        for file in files {
            // A file that several products read is named after one that draws on it.
            if citing[file.path.text] == nil, states[file.path] != nil { continue }
            let isTaken = file.refusal == nil && rejected[file.path.text] == nil
            if citing[file.path.text] == nil, file.kind.isOptional, isTaken { continue }
            let owner = citing[file.path.text] ?? owners.owner(of: file.path)
            let rejection = file.refusal == nil ? rejected[file.path.text] : nil
            let state = recorder.partial[file.path.text].map(file.readInPart) ?? rejection.map(file.refused) ?? file
            states[file.path] = (state, owner?.rawValue ?? "-")
        }
    }

    /// Reads agents in Python, where there are any.
    mutating func collectPython(by interpreter: String?) {
        let python = PythonCollector(OutsideCollection(walk: walk, prefix: prefix), interpreter: interpreter)
        take(python.collect(known: states.mapValues(\.state), agents: Set(evidence.agents)))
    }

    /// Runs a program that the user named, unless it lies in one of the assessed folders.
    mutating func collect(by outside: ExternalCollector, assessing walks: [FolderWalk]) {
        let collection = OutsideCollection(walk: walk, prefix: prefix)
        let isJudged = walks.contains { $0.inside(outside.executable) != nil }
        take(
            collection.collect(
                outside, isJudged: isJudged, known: states.mapValues(\.state), agents: Set(evidence.agents)))
    }

    /// Takes what other scanners report.
    mutating func collect(_ reports: [FindingsReport]) {
        guard !reports.isEmpty else { return }
        var findings = FindingsCollection(
            walk, prefix: prefix, known: states.mapValues(\.state), evidence: evidence)
        take(findings.collect(reports))
    }

    private mutating func take(_ found: OutsideCollection.Found) {
        evidence.merge(found.evidence)
        let owners = AgentFolders(evidence.agents)
        for (file, agent) in found.files {
            let known = states[file.path]
            if known != nil, file.refusal == nil || known?.state.refusal != nil { continue }
            let owner = agent ?? owners.owner(of: file.path)
            states[file.path] = (file, known?.agent ?? owner?.rawValue ?? "-")
        }
    }

    /// Reads statements about the agents, and records every file that was found.
    mutating func finish() {
        let agents = AgentFolders(evidence.agents)
        readStatements(agents)
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
            // Around no agent's folder it is the nearest one's, so that nobody overlooks it.
            let owner = agents.owner(of: place) ?? agents.closest(to: place)
            evidence.record(omitted: place, "unsupported", reason, agent: owner)
        }
        for omission in walk.omissions {
            let place = FilePath(prefix + omission.path.components)
            evidence.record(omitted: place, omission.status, omission.reason, agent: agents.owner(of: place))
        }
    }

    private mutating func readStatements(_ agents: AgentFolders) {
        for (path, known) in states where known.state.kind.name == StatementSignatures.kind {
            states[path] = (StatementSignatures.checked(known.state), known.agent)
        }
        var signatures = StatementSignatures(
            states.values.map(\.state).filter { $0.kind.name == StatementSignatures.kind })
        for (path, known) in states.sorted(by: { $0.key < $1.key }) where known.state.kind.name == "statements" {
            let reader = StatementReader(file: known.state, walk: walk, prefix: prefix)
            let problems = reader.read(into: &evidence, known: agents, signatures: &signatures)
            if let first = problems.first { states[path] = (known.state.refused(first), known.agent) }
        }
        for (path, reason) in signatures.left {
            states[path].map { states[path] = ($0.state.refused(reason), $0.agent) }
        }
    }

    private func read(_ claims: [(FilePath, ArtifactKind)]) -> [SourceFile] {
        let (walk, prefix) = (walk, prefix)
        return claims.concurrentChunks(of: 64) { chunk in
            chunk.map { path, kind in
                SourceFile.read(walk.location(of: path), path: FilePath(prefix + path.components), kind: kind)
            }
        }.flatMap(\.self)
    }
}

extension Evidence {
    /// Records a file that was found, and what became of it.
    mutating func record(artifact file: SourceFile, agent: String) {
        let problem = file.refusal ?? file.gap
        record(
            .artifact,
            Provenance(
                agent: AgentID(agent), artifact: file.path.text, line: problem?.position?.line ?? 1,
                column: problem?.position?.column ?? 1, collector: "folder"),
            [
                "path": .text(file.path.text), "sha256": Value(file.sha256), "bytes": .integer(file.size),
                "kind": .text(file.kind.name), "status": file.refusal == nil ? "read" : "refused",
                "reason": Value(problem?.description),
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
}
