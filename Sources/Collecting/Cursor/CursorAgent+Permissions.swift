internal import Compliance
internal import Documents

extension CursorAgent {
    /// A rule where it stands.
    private typealias Written = (
        rule: CursorRule, effect: String, text: String, member: Member, node: Node, pointer: String
    )

    private func entries(_ roles: [CursorRole], _ path: [String]) -> [(
        text: String, member: Member, node: Node, pointer: String
    )] {
        agent.members.filter { roles.contains($0.place.role) }.flatMap { member in
            (member.root?[path: path]?.elements ?? []).enumerated().compactMap { index, node in
                node.string.map { ($0, member, node, "/" + path.joined(separator: "/") + "/\(index)") }
            }
        }
    }

    /// Records the allow lists of the editor and the rules of the command line; there a denial comes first.
    func recordPermissions(into recorder: inout Recorder) {
        var rules: [Written] = entries([.permissions], ["terminalAllowlist"]).map {
            let isAll = $0.text == "*"
            return (
                CursorRule(capability: "shell", target: $0.text, isPrefix: !isAll), "allow", $0.text, $0.member,
                $0.node,
                $0.pointer
            )
        }
        rules += entries([.permissions], ["mcpAllowlist"]).map {
            (CursorRule(capability: "mcp", target: $0.text), "allow", $0.text, $0.member, $0.node, $0.pointer)
        }
        for effect in ["allow", "deny"] {
            rules += entries([.cli], ["permissions", effect]).compactMap { entry in
                CursorRule.parse(entry.text).map { ($0, effect, entry.text, entry.member, entry.node, entry.pointer) }
            }
        }
        // Hostile lists: a rule that is not held against all denials stays effective, which credits nothing.
        let denials = rules.filter { $0.effect == "deny" }.prefix(500)
        for rule in rules {
            let winner =
                rule.effect == "allow" && rule.member.place.role == .cli
                ? denials.first { $0.rule.covers(rule.rule) } : nil
            let isAny = rule.rule.capability == "mcp" && rule.rule.target == "*:*"
            scribe.permission(
                WrittenRule(
                    effect: rule.effect, capability: rule.rule.capability, target: isAny ? "*" : rule.rule.target,
                    text: rule.text, level: rule.member.level,
                    reason: winner.map { "denied by \(Redaction.redact($0.text))" },
                    file: rule.member.file, position: rule.node.position, pointer: rule.pointer,
                    isPrefix: rule.rule.isPrefix), into: &recorder)
        }
        recordApprovals(into: &recorder)
    }

    /// Edits of the workspace are written without a question, those of configuration files are not.
    ///
    /// <https://cursor.com/docs/agent/security>
    private func recordApprovals(into recorder: inout Recorder) {
        scribe.approval("write", "on-risk", bypassable: true, at: ["permissions"], into: &recorder)
        for member in agent.files(.cli) where member.level == "user" {
            guard let mode = member.root?["approvalMode"], let text = mode.string else { continue }
            recorder.record(
                .approval,
                ["covers": "shell", "mode": text == "unrestricted" ? "never" : "on-risk", "bypassable": true], for: id,
                in: member.file, at: mode.position, pointer: "/approvalMode")
        }
    }

    /// Records what the sandbox opens; whether commands run in it is the run mode's to say.
    ///
    /// <https://cursor.com/docs/reference/sandbox>
    func recordSandbox(into recorder: inout Recorder) {
        for member in agent.files(.sandbox) {
            guard let root = member.root, root.isObject else { continue }
            let type = root["type"]?.string
            let policy = root["networkPolicy"]
            let allowed = policy?["allow"]?.elements.compactMap(\.string) ?? []
            let isOpen = policy?["default"]?.string == "allow" || allowed.contains("*")
            let network: String? =
                type == "insecure_none" || isOpen
                ? "open" : policy == nil ? nil : allowed.isEmpty ? "none" : "allowlist"
            let paths = root["additionalReadwritePaths"]?.elements ?? []
            let filesystem = ["workspace_readonly": "read-only", "insecure_none": "full"][type] ?? "workspace"
            recorder.record(
                .sandbox,
                [
                    "kind": "os-sandbox", "enabled": type == "insecure_none" ? false : .null,
                    "filesystem": .text(filesystem), "network": Value(network),
                    "weakened": .boolean(
                        paths.contains { ["root", "home"].contains(MCPServer.reach(of: [$0.string ?? ""])) }),
                ], for: id, in: member.file, at: root.position(of: ["type"]), pointer: "/type")
            for (index, path) in paths.enumerated() {
                guard let name = path.string else { continue }
                recorder.record(
                    .dataSource, ["kind": "folder", "name": .text(Redaction.redact(name)), "write_access": true],
                    for: id, in: member.file, at: path.position, pointer: "/additionalReadwritePaths/\(index)")
            }
            recordDestinations(policy, isOpen: isOpen || type == "insecure_none", root, member, &recorder)
        }
    }

    private func recordDestinations(
        _ policy: Node?, isOpen: Bool, _ root: Node, _ member: Member, _ recorder: inout Recorder
    ) {
        func record(_ destination: String, _ effect: String, _ position: Position, _ pointer: String) {
            recorder.record(
                .egress,
                [
                    "destination": .text(destination), "effect": .text(effect), "enforced_by": "sandbox",
                    "breadth": destination == "*" ? "any" : destination.contains("*") ? "pattern" : "exact",
                ], for: id, in: member.file, at: position, pointer: pointer)
        }
        if isOpen {
            let path = policy?["default"] == nil ? ["type"] : ["networkPolicy", "default"]
            record("*", "allow", root.position(of: path), "/" + path.joined(separator: "/"))
        }
        for effect in ["allow", "deny"] {
            for (index, entry) in (policy?[effect]?.elements ?? []).enumerated() {
                guard let text = entry.string, !(isOpen && text == "*") else { continue }
                record(text, effect, entry.position, "/networkPolicy/\(effect)/\(index)")
            }
        }
    }

    /// Records rules, commands, skills and sub-agents.
    func recordParts(into recorder: inout Recorder) {
        let kinds: [CursorRole: String] = [
            .rules: "rules", .command: "command", .skill: "skill", .instructions: "instructions",
        ]
        for member in agent.members where member.file.refusal == nil {
            guard let kind = kinds[member.place.role] else { continue }
            let name =
                kind == "skill" ? member.root?["name"]?.string ?? member.file.path.folder.name : member.file.path.name
            InstructionText.record(member.file, kind: kind, name: name, runsShell: false, for: id, into: &recorder)
        }
        for member in agent.files(.subAgent) {
            guard let root = member.root else { continue }
            let name = root["name"]?.string ?? String(member.file.path.name.dropLast(3))
            let place = root.position(of: ["name"])
            let row: [(Table, [String: Value])] = [
                (
                    .agent,
                    [
                        "name": .text(name), "product": "Cursor", "kind": "sub-agent", "level": .text(member.level),
                        "plans": true, "purpose": Value(root["description"]?.string.map { Redaction.redact($0) }),
                    ]
                ), (.delegation, ["peer": .text(name), "transport": "in-process"]),
                (
                    .tool,
                    [
                        "actor": .text(name), "name": "*", "origin": "inherited",
                        "effect": root["readonly"]?.boolean == true ? "read" : "execute",
                    ]
                ),
            ]
            for (table, columns) in row {
                recorder.record(table, columns, for: id, in: member.file, at: place, pointer: "/name")
            }
            InstructionText.record(
                member.file, kind: "sub-agent", name: name, runsShell: false, for: id, into: &recorder)
        }
    }
}

extension [String: String] {
    fileprivate subscript(key: String?) -> String? { key.flatMap { self[$0] } }
}
