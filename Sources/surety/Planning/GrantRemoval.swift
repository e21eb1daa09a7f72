internal import Compliance
internal import Documents
internal import Reporting

/// The edits that take away what a file grants: a rule that allows, a switch that turns a question off.
struct GrantRemoval {
    let assessment: Assessment
    let folder: TrialFolder

    /// Tables whose rows are grants: without the line the product asks, or refuses.
    private static let grants: Set<Table> = [.permission, .approval, .setting]
    /// Tables whose rows may rest on an entry of a list that grants, or on a switch.
    private static let others: Set<Table> = [.tool, .dataSource, .sandbox, .egress]
    /// Lists that grant what they name, by their keys.
    private static let lists: Set<String> = [
        "additionalDirectories", "allow", "allowed", "allowedCommands", "allowedPaths", "allowedTools", "allowWrite",
        "allow_instructions", "alwaysAllow", "always_allow", "autoApprove", "autoApprovedTools", "excludedCommands",
        "includeDirectories",
        "mcpAllowlist", "terminalAllowlist", "writable_roots",
    ]

    /// What would take the grants away that gaps of an agent rest on; nil when the first rests on something else, too.
    ///
    /// With `turning` a switch is turned the other way, else its line goes.
    func proposal(for all: [Gap], of agent: AgentID, turning: Bool) -> Proposal? {
        guard let head = all.first else { return nil }
        let tables = Self.grants.union(Self.others)
        let gaps = all.filter { gap in
            gap.cause == .failingCheck && subject(of: gap).map(tables.contains) ?? false
        }
        guard gaps.contains(where: { $0.id == head.id }) else { return nil }
        var proposal = Proposal()
        var trees: [String: Node] = [:]
        for result in assessment.checks where result.agent == agent {
            guard let gap = gaps.first(where: { $0.check == result.check }), let table = subject(of: gap) else {
                continue
            }
            for finding in result.findings where finding.verdict == .notSatisfied {
                guard let place = finding.citations.first, let pointer = place.pointer, !pointer.isEmpty,
                    grants(table, place, agent),
                    let tree = trees[place.artifact] ?? folder.tree(place.artifact),
                    let operation = operation(pointer, in: tree, table, turning)
                else { return nil }
                trees[place.artifact] = tree
                proposal.add(operation, to: place.artifact)
                if table == .setting, case .remove = operation, !Self.isGranted(pointer) { proposal.hides = true }
            }
        }
        for (path, tree) in trees { proposal.operations[path] = Self.whole(proposal.operations[path] ?? [], in: tree) }
        return proposal.isEmpty ? nil : proposal
    }

    private func subject(of gap: Gap) -> Table? { gap.check.flatMap { assessment.catalog.check($0) }?.subject }

    private func operation(_ pointer: String, in tree: Node, _ table: Table, _ turning: Bool) -> PatchOperation? {
        guard let value = tree.value(at: pointer) else { return nil }
        let steps = pointer.split(separator: "/").map(String.init)
        if let boolean = value.boolean {
            // Whether an agent has a tool at all is no question of asking, unless the product says both in one.
            if steps.dropLast().last == "tools" { return table == .permission && boolean ? .remove(pointer) : nil }
            if turning || !Self.grants.contains(table) {
                return .replace(pointer, Node(.boolean(!boolean), at: .start))
            }
            return .remove(pointer)
        }
        guard Self.grants.contains(table) || Self.isGranted(pointer) else { return nil }
        if value.isObject || value.isArray {
            return table == .setting || Self.isRule(pointer) ? .remove(pointer) : nil
        }
        return .remove(pointer)
    }

    /// Whether a place is an entry of a list that grants; an argument of a command, for one, is not.
    static func isGranted(_ pointer: String) -> Bool {
        let steps = pointer.split(separator: "/").map(String.init)
        return steps.count > 1 && steps.last.flatMap { Int($0) } != nil && lists.contains(steps[steps.count - 2])
    }

    /// Whether a place is a rule of a policy file (<https://geminicli.com/docs/reference/policy-engine>).
    private static func isRule(_ pointer: String) -> Bool {
        let steps = pointer.split(separator: "/")
        return steps.count == 2 && steps[0] == "rule" && Int(steps[1]) != nil
    }

    /// A rule that would lose all that bounds it goes as a whole: without its prefixes it would hold for every command.
    private static func whole(_ operations: [PatchOperation], in tree: Node) -> [PatchOperation] {
        var kept = operations
        for index in (tree["rule"]?.elements ?? []).indices {
            for key in ["commandPrefix", "toolName"] {
                let list = "/rule/\(index)/\(key)"
                let count = tree.value(at: list)?.elements.count ?? 0
                let gone = operations.filter { $0.pointer.hasPrefix(list + "/") }
                guard count > 0, gone.count == count else { continue }
                kept.removeAll { $0.pointer.hasPrefix("/rule/\(index)/") || $0.pointer == "/rule/\(index)" }
                kept.append(.remove("/rule/\(index)"))
            }
        }
        return kept
    }

    /// Whether the rows of a place grant something: to take a refusal away, or what was meant as one, mends nothing.
    private func grants(_ table: Table, _ place: Citation, _ agent: AgentID) -> Bool {
        let rows = assessment.evidence[table].filter {
            $0.agent == agent && $0.artifact == place.artifact && $0.pointer == place.pointer
        }
        return switch table {
        case .permission: rows.allSatisfy { $0["effect"].text == "allow" }
        case .setting: rows.allSatisfy { ["in-force", nil].contains($0["status"].text) }
        default: true
        }
    }
}
