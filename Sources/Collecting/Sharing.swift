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
        let places = Dictionary(
            uniqueKeysWithValues: agents.map { ($0, FilePath($0.folder).components.dropFirst(depth).first ?? "") })
        let isOne = isProject || places.values.contains("")
        let projects = isOne ? places.mapValues { _ in "" } : places
        let sizes = projects.values.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
        var copy = evidence
        for (table, key) in [(Table.credential, credential), (.mcpServer, server)] {
            var holders: [String: Set<AgentID>] = [:]
            let entries = evidence[table].map { row -> String? in
                guard let project = projects[row.agent], sizes[project, default: 0] > 1, let name = key(row) else {
                    return nil
                }
                let entry = project + "\u{1F}" + name
                holders[entry, default: []].insert(row.agent)
                return entry
            }
            let named = holders.mapValues { Holders(count: $0.count, first: $0.sorted().prefix(keptNames + 1)) }
            copy.replace(
                table,
                with: zip(evidence[table], entries).map { row, entry in
                    guard let holders = entry.flatMap({ named[$0] }) else { return row }
                    return row.setting("agents", to: .integer(holders.count))
                        .setting("shared_with", to: Value(holders.others(than: row.agent)))
                })
        }
        return copy
    }

    /// Agents that a row names; of a fleet the others are counted.
    private static let keptNames = 5

    /// Who holds one thing.
    private struct Holders {
        let count: Int
        let first: ArraySlice<AgentID>

        /// The others in words; nil when there is none.
        func others(than agent: AgentID) -> String? {
            let names = first.filter { $0 != agent }.prefix(keptNames).map(\.rawValue)
            guard !names.isEmpty else { return nil }
            let rest = count - 1 - names.count
            return names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        }
    }

    /// Agents that act: a template acts nowhere.
    private static func real(in evidence: Evidence) -> Set<AgentID> {
        Set(
            evidence[.agent].filter { row in
                row["name"] == "main"
                    && !["policy-template", "mcp-server", "identity-register"].contains(row["kind"].text)
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
