internal import Compliance

/// Which agents of one project hold the same credential or reach the same server.
///
/// Two agents can be compared where they work in one project. A folder of several projects says nothing: variables of one
/// name hold other values there.
enum Sharing {
    /// The evidence of one folder with the columns `agents` and `shared_with`; `isProject` says that the folder is one
    /// project, and not a folder of projects.
    ///
    /// `depth` is the number of components by which the paths of the folder begin.
    static func marked(_ evidence: Evidence, isProject: Bool, depth: Int) -> Evidence {
        let agents = real(in: evidence)
        guard agents.count > 1 else { return evidence }
        let place: (AgentID) -> String = { FilePath($0.folder).components.dropFirst(depth).first ?? "" }
        let isOne = isProject || agents.contains { place($0).isEmpty }
        let project: (AgentID) -> String = { isOne ? "" : place($0) }
        let sizes = Dictionary(grouping: agents, by: project).mapValues(\.count)
        var copy = evidence
        for (table, key) in [(Table.credential, credential), (.mcpServer, server)] {
            var holders: [String: Set<AgentID>] = [:]
            let keyed = evidence[table].map { row -> (Row, String?) in
                guard agents.contains(row.agent), sizes[project(row.agent), default: 0] > 1, let name = key(row) else {
                    return (row, nil)
                }
                let entry = project(row.agent) + "\u{1F}" + name
                holders[entry, default: []].insert(row.agent)
                return (row, entry)
            }
            copy.replace(
                table,
                with: keyed.map { row, entry in
                    guard let entry, let all = holders[entry] else { return row }
                    let others = all.subtracting([row.agent]).map(\.rawValue).sorted()
                    return row.setting("agents", to: .integer(all.count))
                        .setting("shared_with", to: others.isEmpty ? .null : .text(others.joined(separator: ", ")))
                })
        }
        return copy
    }

    /// Agents that act: a template acts nowhere.
    private static func real(in evidence: Evidence) -> Set<AgentID> {
        Set(
            evidence[.agent].filter { row in
                row["name"] == "main" && !["policy-template", "mcp-server"].contains(row["kind"].text)
            }.map(\.agent))
    }

    private static func credential(_ row: Row) -> String? {
        guard let reference = row["reference"].text else { return nil }
        return (row["storage"].text ?? "") + ":" + reference
    }

    private static func server(_ row: Row) -> String? {
        guard row["enabled"] == true else { return nil }
        return row["url"].text ?? row["command"].text
    }
}
