internal import Compliance
internal import Documents
internal import Reporting

/// The edits that a remedy shows: its blocks that hold as they stand, merged into the file that they are for.
struct RemedyEdit {
    let assessment: Assessment
    let folder: TrialFolder

    /// Where a product's file of a name is made when it has none, below the agent's folder.
    private static let places: [String: [String: String]] = [
        "Claude Code": ["settings.json": ".claude/settings.json", ".claude/settings.json": ".claude/settings.json"],
        "Codex CLI": ["config.toml": ".codex/config.toml"],
        "Gemini CLI": ["settings.json": ".gemini/settings.json"],
        "VS Code": ["settings.json": ".vscode/settings.json"], "opencode": ["opencode.json": "opencode.json"],
    ]

    /// The ways that the remedy of a gap shows, in its order.
    func proposals(for gap: Gap) -> [Proposal] {
        guard let product = assessment.agents.first(where: { $0.id == gap.agent })?.product,
            let check = gap.check.flatMap({ assessment.catalog.check($0) })
        else { return [] }
        let parts = Remedy(check.remediation, knowing: check.products).parts.filter { $0.concerns(product) }
        return parts.flatMap { remedy -> [Proposal] in
            guard let name = remedy.file else { return [] }
            return remedy.applicable.compactMap { block in
                fragment(block, of: gap).flatMap { proposal($0, block, into: name, of: gap, product) }
            }
        }
    }

    /// What a block says of the servers that a gap is about, one after the other.
    private func fragment(_ block: (language: String, text: String), of gap: Gap) -> Node? {
        guard block.text.contains(Self.server) else { return fragment(block) }
        let names = servers(of: gap)
        // Other signs are written otherwise in the names of tools, or mean something in a pattern.
        guard !names.isEmpty, names.allSatisfy({ $0.wholeMatch(of: /[A-Za-z0-9_-]+/) != nil }) else { return nil }
        return fragment(block)?.naming(names, for: Self.server)
    }

    /// What stands in a block for the name of the server that a finding is about.
    private static let server = "<server>"

    /// The names of the servers that fail a gap's check.
    private func servers(of gap: Gap) -> [String] {
        let places = assessment.checks.filter { $0.agent == gap.agent && $0.check == gap.check }.flatMap(\.findings)
            .filter { $0.verdict == .notSatisfied }.compactMap(\.citations.first)
        let names = assessment.evidence[.mcpServer].compactMap { row -> String? in
            let isMeant = places.contains { $0.artifact == row.artifact && $0.pointer == row.pointer }
            return row.agent == gap.agent && isMeant ? row["name"].text : nil
        }
        return names.unique
    }

    private func fragment(_ block: (language: String, text: String)) -> Node? {
        switch block.language {
        case "json": try? Document(Array("{\n\(block.text)\n}".utf8), as: .json).root
        case "toml": try? Document(Array(block.text.utf8), as: .toml).root
        case "yaml": try? Document(Array(block.text.utf8), as: .yaml).root
        default: nil
        }
    }

    private func proposal(
        _ fragment: Node, _ block: (language: String, text: String), into name: String, of gap: Gap, _ product: String
    ) -> Proposal? {
        let paths = files(named: name, of: gap)
        guard let path = paths.first else { return made(block, name, gap.agent, product) }
        guard paths.count == 1, let tree = folder.tree(path),
            let operations = FragmentMerge.operations(fragment, into: tree), !operations.isEmpty
        else { return nil }
        return Proposal(operations: [path: operations])
    }

    /// The files of an agent that bear a name: that of the finding, else all that were read.
    private func files(named name: String, of gap: Gap) -> [String] {
        // Products that read JSON with comments take the other ending as well.
        let names = name.hasSuffix(".json") ? [name, name + "c"] : [name]
        let isNamed = { (path: String) in names.contains { path == $0 || path.hasSuffix("/" + $0) } }
        if let cited = gap.citations.map(\.artifact).first(where: isNamed) { return [cited] }
        let read = assessment.evidence.rows.values.joined().filter { $0.agent == gap.agent }.compactMap(\.artifact)
        return Set(read).filter(isNamed).sorted()
    }

    /// A file that is made where the product looks for it.
    private func made(
        _ block: (language: String, text: String), _ name: String, _ agent: AgentID, _ product: String
    ) -> Proposal? {
        let id = agent.rawValue
        guard let place = Self.places[product]?[name], let at = id.lastIndex(of: "@"), !id.contains("#") else {
            return nil
        }
        let base = String(id[id.index(after: at)...])
        let path = base == "." ? place : base + "/" + place
        guard !folder.exists(path) else { return nil }
        guard block.language == "json" else { return Proposal(made: [path: Array((block.text + "\n").utf8)]) }
        guard let fragment = fragment(block),
            let operations = FragmentMerge.operations(fragment, into: Node(.object([]), at: .start)),
            let text = DocumentPatch.apply(operations, to: Array("{}\n".utf8), path: path)
        else { return nil }
        return Proposal(made: [path: text])
    }
}

extension Node {
    /// The same with a member for each name where a key holds what stands for one.
    fileprivate func naming(_ names: [String], for sign: String) -> Node {
        guard isObject else { return self }
        let named = members.flatMap { member -> [Documents.Member] in
            let value = member.value.naming(names, for: sign)
            guard member.key.contains(sign) else { return [Member(key: member.key, keyPosition: .start, value: value)] }
            return names.map { Member(key: member.key.replacing(sign, with: $0), keyPosition: .start, value: value) }
        }
        return Node(.object(named), at: .start)
    }
}
