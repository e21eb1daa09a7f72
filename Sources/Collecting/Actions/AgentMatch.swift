internal import Compliance

/// Finds the agent that records of a log belong to: by its name, its folder, its product, or the place of the log.
final class AgentMatch {
    /// The most agents that only logs tell of; the rest stand together.
    private static let most = 500
    private static let mostSources = 1024

    private let evidence: Evidence
    private let declared: Set<AgentID>
    /// Absolute path of the assessed folder, when there is one only.
    private let root: [String]
    private var agents: [AgentID: ObservedAgent] = [:]
    private var known: [LogSource: ObservedAgent] = [:]

    init(_ evidence: Evidence, root: String?) {
        self.evidence = evidence
        let templates = Set(evidence[.agent].filter { $0["kind"] == "policy-template" }.map(\.agent))
        declared = Set(evidence.agents).subtracting(templates)
        self.root = root.map { FilePath($0).components } ?? []
    }

    /// The agents that records were found to be of.
    var found: [ObservedAgent] { agents.values.sorted { $0.id < $1.id } }

    /// Whether the evidence has an agent.
    func isDeclared(_ id: AgentID) -> Bool { declared.contains(id) }

    /// The agent of a record.
    ///
    /// - Parameters:
    ///   - source: What the record says.
    ///   - log: Where the log lies in an assessed folder; nil for one outside.
    ///   - name: Name of the log.
    /// - Returns: The agent, or one that only logs tell of.
    func agent(_ source: LogSource, log: FilePath?, named name: String) -> ObservedAgent {
        var source = source
        // A log that says nothing is known by where it lies.
        if source == LogSource() { source.name = "log \(log?.text ?? name)" }
        if let agent = known[source] { return agent }
        let agent = find(source, log: log)
        if known.count < Self.mostSources { known[source] = agent }
        return agent
    }

    private func find(_ source: LogSource, log: FilePath?) -> ObservedAgent {
        if let name = source.name {
            if let id = named(name) { return observed(id) }
            if name.hasPrefix("log "), let log {
                let near = AgentFolders(declared.sorted()).nearest(to: log).filter { !$0.rawValue.contains("#") }
                if near.count == 1 { return observed(near[0], "the log lies in its folder") }
            }
            return stranger(name)
        }
        let candidates = declared.sorted().filter { id in
            !id.rawValue.contains("#") && source.product.map { id.rawValue.hasPrefix($0 + "@") } ?? true
        }
        if let folder = source.folder {
            if let id = Self.nearest(to: FilePath(folder).components, candidates, root) {
                return observed(id, "the session ran in its folder")
            }
            return stranger("\(source.product ?? "agent"):\(FilePath(folder).name)")
        }
        if candidates.count == 1 { return observed(candidates[0], "it is the only agent of its product") }
        return stranger(source.product ?? "agent")
    }

    /// The agent of that identifier; else the only one of that name, or whose folder has that name.
    private func named(_ name: String) -> AgentID? {
        if declared.contains(AgentID(name)) { return AgentID(name) }
        let bearing = Set(evidence[.agent].filter { $0["name"].text == name && name != "main" }.map(\.agent))
        let foldered = declared.filter { id in
            let folder = FilePath(id.folder)
            return folder.name == name || folder.components.isEmpty && root.last == name
        }
        let found = bearing.union(foldered).filter { declared.contains($0) }
        return found.count == 1 ? found.first : nil
    }

    /// The agent with the deepest folder that a working folder lies in; nil when it is none's, or several fit as well.
    private static func nearest(to place: [String], _ candidates: [AgentID], _ root: [String]) -> AgentID? {
        var best: (score: Int, ids: [AgentID]) = (0, [])
        for id in candidates {
            let folder = FilePath(id.folder).components
            var score = 0
            if !root.isEmpty, place.starts(with: root + folder) {
                score = 10_000 + folder.count
            } else if !folder.isEmpty, place.indices.contains(where: { place[$0...].starts(with: folder) }) {
                score = folder.count + 1
            } else if folder.isEmpty, let last = root.last, place.contains(last) {
                score = 1
            }
            if score > best.score {
                best = (score, [id])
            } else if score > 0, score == best.score {
                best.ids.append(id)
            }
        }
        return best.ids.count == 1 ? best.ids[0] : nil
    }

    private func observed(_ id: AgentID, _ reason: String? = nil) -> ObservedAgent {
        if let agent = agents[id] { return agent }
        let agent = ObservedAgent(id, in: evidence, isDeclared: true, matchedBy: reason)
        agents[id] = agent
        return agent
    }

    /// An agent that no file of the evidence is about.
    private func stranger(_ name: String) -> ObservedAgent {
        let strangers = agents.values.count { !$0.isDeclared }
        let plain = LogText.name(name).map { "@#".contains($0) ? "-" : $0 }
        let id = AgentID("observed@" + (strangers < Self.most ? String(plain) : "others"))
        if let agent = agents[id] { return agent }
        let agent = ObservedAgent(id, in: evidence, isDeclared: false)
        agents[id] = agent
        return agent
    }
}
