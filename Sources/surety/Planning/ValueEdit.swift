internal import Collecting
internal import Compliance
internal import Documents
internal import Reporting

/// The edits that put another value in the place of the one that a row rests on: a tool that asks, a shorter time, an
/// address that only reads, a variable for a secret.
///
/// Whether it is the right one for what is open is not asked here: a trial tells.
struct ValueEdit {
    let assessment: Assessment
    let folder: TrialFolder

    /// A row that fails, and what it rests on.
    private struct Place {
        let citation: Citation
        let pointer: String
        let value: Node
        let tree: Node
        let check: Check
        let agent: AgentID
        var table: Table { check.subject }
    }

    /// A kind of edit: what is done at a place, and what a person has to do beside it.
    private typealias Kind = (Place) -> (operations: [PatchOperation], tasks: [String])

    /// The ways in which the gaps of an agent would close: each kind of edit that fits all rows that fail.
    func proposals(for gaps: [Gap], of agent: AgentID) -> [Proposal] {
        guard let places = places(of: gaps, agent), !places.isEmpty else { return [] }
        let kinds: [Kind] = [
            { (Self.asking($0), []) }, { (bounded($0), []) }, { (Self.readOnly($0), []) },
            { (unlisted($0, all: false), []) }, { (unlisted($0, all: true), []) }, named,
        ]
        return kinds.compactMap { kind in
            var proposal = Proposal()
            for place in places {
                let (operations, tasks) = kind(place)
                guard !operations.isEmpty else { return nil }
                for operation in operations { proposal.add(operation, to: place.citation.artifact) }
                proposal.tasks += tasks.filter { !proposal.tasks.contains($0) }
            }
            return proposal
        }
    }

    private func places(of gaps: [Gap], _ agent: AgentID) -> [Place]? {
        var places: [Place] = []
        for gap in gaps {
            guard let check = gap.check.flatMap({ assessment.catalog.check($0) }) else { return nil }
            let results = assessment.checks.filter { $0.agent == agent && $0.check == check.id }
            for finding in results.flatMap(\.findings) where finding.verdict == .notSatisfied {
                guard let citation = finding.citations.first, let pointer = citation.pointer, !pointer.isEmpty,
                    let tree = folder.tree(citation.artifact), let value = tree.value(at: pointer)
                else { return nil }
                places.append(
                    Place(
                        citation: citation, pointer: pointer, value: value, tree: tree, check: check, agent: agent))
            }
        }
        return places
    }

    /// Tools, and servers as a whole, that run unasked ask.
    ///
    /// <https://developers.openai.com/codex/config-reference>,
    /// <https://geminicli.com/docs/tools/mcp-server#configuration-properties>
    private static func asking(_ place: Place) -> [PatchOperation] {
        let prompt = Node(.string("prompt"), at: .start)
        if place.value.string == "approve", place.pointer.hasSuffix("/approval_mode") {
            return [.replace(place.pointer, prompt)]
        }
        guard place.table == .mcpServer else { return [] }
        if place.value["default_tools_approval_mode"]?.string == "approve" {
            return [.replace(place.pointer + "/default_tools_approval_mode", prompt)]
        }
        return place.value["trust"]?.boolean == true ? [.remove(place.pointer + "/trust")] : []
    }

    /// A hook that may run longer than the check lets it gets the check's bound, in the unit of its own.
    private func bounded(_ place: Place) -> [PatchOperation] {
        guard place.table == .hook, case .integer(let bound)? = place.check.parameters.first?.value,
            let row = rows(of: .hook, at: place).first, case .real(let seconds) = row["timeout_seconds"],
            let member = place.value.members.first(where: { $0.key.hasPrefix("timeout") }),
            let number = member.value.number
        else { return [] }
        guard let factor = [1, 1000].first(where: { number == seconds * Double($0) }) else { return [] }
        return [.replace("\(place.pointer)/\(member.key)", Node(.integer(bound * factor), at: .start))]
    }

    /// A parameter of the address lets the service run statements as a user that only reads.
    ///
    /// <https://supabase.com/docs/guides/getting-started/mcp#configuration-options>
    private static func readOnly(_ place: Place) -> [PatchOperation] {
        for key in ["url", "serverUrl", "httpUrl"] where place.table == .mcpServer {
            guard let url = place.value[key]?.string, url.hasPrefix("https://mcp.supabase.com/"),
                !url.contains("read_only="), !url.contains("#")
            else { continue }
            let text = url + (url.contains("?") ? "&" : "?") + "read_only=true"
            return [.replace("\(place.pointer)/\(key)", Node(.string(text), at: .start))]
        }
        return []
    }

    /// Tools are taken off the list of those that a server may use unasked: those that do something, or all of them.
    private func unlisted(_ place: Place, all: Bool) -> [PatchOperation] {
        guard place.table == .mcpServer else { return [] }
        return assessment.evidence[.tool].compactMap { row in
            guard row.agent == place.agent, row.artifact == place.citation.artifact, row["approval"].text == "never",
                let pointer = row.pointer, pointer.hasPrefix(place.pointer + "/"),
                GrantRemoval.isGranted(pointer), place.tree.value(at: pointer) != nil
            else { return nil }
            let isSharp = row["changes"] == .boolean(true) || !["read", nil].contains(row["effect"].text)
            return all || isSharp || row["name"].text == "*" ? .remove(pointer) : nil
        }
    }

    /// A variable is named where a secret stands.
    private func named(_ place: Place) -> (operations: [PatchOperation], tasks: [String]) {
        guard place.table == .credential,
            rows(of: .credential, at: place).allSatisfy({ $0["storage"].text == "inline" }),
            let product = assessment.agents.first(where: { $0.id == place.agent })?.product,
            let reference = SecretReference(
                at: place.pointer, in: place.tree, path: place.citation.artifact, product: product)
        else { return ([], []) }
        return (reference.operations, [reference.task])
    }

    private func rows(of table: Table, at place: Place) -> [Row] {
        assessment.evidence[table].filter {
            $0.agent == place.agent && $0.artifact == place.citation.artifact && $0.pointer == place.pointer
        }
    }
}
