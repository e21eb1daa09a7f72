internal import Compliance
internal import Documents

/// Finds the agents among the files of OpenClaw: for each configuration the default one and every other of its list.
enum OpenClawAgents {
    static func find(in files: [SourceFile]) -> [OpenClawAgent] {
        let members = files.compactMap { file in
            OpenClawFile(file.path).map { OpenClawAgent.Member(role: $0, file: file) }
        }
        let groups = Dictionary(grouping: members) { $0.role.folder }.sorted { $0.key < $1.key }
        return groups.flatMap { folder, members -> [OpenClawAgent] in
            let config = members.first { $0.role.role == .config }
            // A workspace file alone is a text; with keys, approvals or jobs there is somebody who acts.
            guard members.contains(where: { ![.instructions, .memory, .skill].contains($0.role.role) }) else {
                return []
            }
            let entries = entries(of: config?.file.document?.root)
            return entries.map { entry in
                OpenClawAgent(
                    id: AgentID("openclaw@\(folder.text)\(entry.isDefault ? "" : "#\(entry.id)")"), entry: entry,
                    members: config.map { first in
                        [first] + members.filter { $0.file.path != first.file.path }
                    } ?? members)
            }
        }
    }

    /// The agents that a configuration lists; one when it lists none.
    ///
    /// <https://docs.openclaw.ai/gateway/config-agents>: the one marked `default`, or else the first, is the default.
    private static func entries(of root: Node?) -> [OpenClawAgent.Entry] {
        let list = root?.at(["agents", "list"])?.elements ?? []
        let map = root?.at(["agents", "entries"])?.members ?? []
        var found = list.enumerated().compactMap { index, node in
            node["id"]?.string.map {
                OpenClawAgent.Entry(id: $0, path: ["agents", "list", String(index)], isDefault: false)
            }
        }
        found += map.map { OpenClawAgent.Entry(id: $0.key, path: ["agents", "entries", $0.key], isDefault: false) }
        guard !found.isEmpty else { return [OpenClawAgent.Entry(id: "main", path: nil, isDefault: true)] }
        let chosen = found.firstIndex { root?.at(($0.path ?? []) + ["default"])?.boolean == true } ?? 0
        found[chosen].isDefault = true
        var seen: Set<String> = []
        return found.filter { seen.insert($0.id).inserted || $0.isDefault }
    }
}
