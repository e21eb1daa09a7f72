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
        "alwaysAllow", "always_allow", "autoApprove", "autoApprovedTools", "excludedCommands", "includeDirectories",
        "mcpAllowlist", "terminalAllowlist", "writable_roots",
    ]

    /// What would take the grants of a cause's part away; nil when it rests on something else, too.
    ///
    /// With `turning` a switch is turned the other way, else its line goes.
    func proposal(for part: CauseGroup.Part, turning: Bool) -> Proposal? {
        guard let head = part.gaps.first else { return nil }
        let tables = Self.grants.union(Self.others)
        let gaps = part.gaps.filter { gap in
            gap.cause == .failingCheck && subject(of: gap).map(tables.contains) ?? false
        }
        guard gaps.contains(where: { $0.id == head.id }) else { return nil }
        var proposal = Proposal()
        var trees: [String: Node] = [:]
        for result in assessment.checks where result.agent == part.agent {
            guard let gap = gaps.first(where: { $0.check == result.check }), let table = subject(of: gap) else {
                continue
            }
            for finding in result.findings where finding.verdict == .notSatisfied {
                guard let place = finding.citations.first, let pointer = place.pointer, !pointer.isEmpty,
                    grants(table, place, part.agent),
                    let tree = trees[place.artifact] ?? folder.tree(place.artifact),
                    let operation = operation(pointer, in: tree, table, turning)
                else { return nil }
                trees[place.artifact] = tree
                if proposal.operations[place.artifact]?.contains(operation) != true {
                    proposal.operations[place.artifact, default: []].append(operation)
                }
            }
        }
        return proposal.isEmpty ? nil : proposal
    }

    private func subject(of gap: Gap) -> Table? { gap.check.flatMap { assessment.catalog.check($0) }?.subject }

    private func operation(_ pointer: String, in tree: Node, _ table: Table, _ turning: Bool) -> PatchOperation? {
        guard let value = tree.value(at: pointer) else { return nil }
        let steps = pointer.split(separator: "/").map(String.init)
        if let boolean = value.boolean {
            // Whether an agent has a tool at all is no question of asking.
            guard steps.dropLast().last != "tools" else { return nil }
            if turning || !Self.grants.contains(table) {
                return .replace(pointer, Node(.boolean(!boolean), at: .start))
            }
            return .remove(pointer)
        }
        guard Self.grants.contains(table) || isGranted(steps) else { return nil }
        if value.isObject || value.isArray { return table == .setting ? .remove(pointer) : nil }
        return .remove(pointer)
    }

    /// Whether a place is an entry of a list that grants; an argument of a command, for one, is not.
    private func isGranted(_ steps: [String]) -> Bool {
        steps.count > 1 && steps.last.flatMap { Int($0) } != nil && Self.lists.contains(steps[steps.count - 2])
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
