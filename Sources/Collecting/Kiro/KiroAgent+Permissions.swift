internal import Compliance
internal import Documents

extension KiroAgent {
    /// When a person is asked before a tool runs; nil when the agent has no such tool.
    func gate(_ tool: KiroTools.Tool) -> (mode: String, path: [String])? {
        guard has(tool) else { return nil }
        let allowed = list("allowedTools").first { KiroTools.isNamed(tool, by: $0.text, bare: false) }
        if let allowed { return ("never", ["allowedTools", String(allowed.pointer.split(separator: "/")[1])]) }
        if tool.isTrusted { return ("never", ["tools"]) }
        guard let settings = settings(of: tool) else { return ("always", ["allowedTools"]) }
        for key in ["allowedCommands", "allowedPaths", "allowedServices", "trusted", "trustedAgents"] {
            guard settings.node[key]?.elements.isEmpty == false else { continue }
            return ("on-risk", ["toolsSettings", settings.name, key])
        }
        for key in ["autoAllowReadonly", "allowReadOnly"] where settings.node[key]?.boolean == true {
            return ("on-risk", ["toolsSettings", settings.name, key])
        }
        return ("always", ["toolsSettings", settings.name])
    }

    /// Records gates and tools; `--trust-all-tools` and `/tools trust-all` open every gate.
    func recordGates(into recorder: inout Recorder) {
        for (covers, name) in [("shell", "shell"), ("write", "write"), ("network", "web_fetch")] {
            guard let tool = KiroTools.named(name), let gate = gate(tool) else { continue }
            record(
                .approval, at: gate.path,
                ["covers": .text(covers), "mode": .text(gate.mode), "bypassable": true], into: &recorder)
        }
        for tool in KiroTools.all {
            guard let gate = gate(tool) else { continue }
            record(
                .tool, at: gate.path,
                [
                    "actor": "main", "name": .text(tool.names[0]), "origin": "built-in", "effect": .text(tool.effect),
                    "approval": .text(gate.mode),
                ], into: &recorder)
        }
        let allowed = list("allowedTools").map(\.text).filter { $0 != "*" }
        for entry in list("tools") where entry.text.hasPrefix("@") && entry.text != "@builtin" {
            let parts = entry.text.dropFirst().split(separator: "/", maxSplits: 1).map(String.init)
            let isAllowed = allowed.contains { Wildcard.matches($0, entry.text) || $0 == "@\(parts.first ?? "")" }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(parts.count > 1 ? parts[1] : "*"), "origin": "mcp",
                    "server": Value(parts.first),
                    "effect": Value(parts.count > 1 ? ToolName.effect(parts[1]) : nil),
                    "approval": .text(isAllowed ? "never" : "always"),
                ], for: id, in: file, at: entry.node.position, pointer: entry.pointer)
        }
    }

    /// Records what runs unasked and what is closed.
    func recordPermissions(into recorder: inout Recorder) {
        for entry in list("allowedTools") {
            if entry.text.hasPrefix("@"), entry.text != "@builtin" {
                let isOpen = !entry.text.contains("/") || entry.text.contains("*")
                permit(
                    "allow", "mcp", String(entry.text.dropFirst()), isOpen ? "pattern" : "exact", "none", entry.text,
                    at: entry.node, entry.pointer, &recorder)
                continue
            }
            let tools = KiroTools.all.filter { has($0) && KiroTools.isNamed($0, by: entry.text, bare: false) }
            for tool in tools {
                let (hazard, rest) = reach(of: tool)
                permit(
                    "allow", tool.capability, tool.capability == "tool" ? tool.names[0] : "*",
                    tool.capability == "tool" ? "exact" : "any", hazard, entry.text + rest, at: entry.node,
                    entry.pointer, &recorder)
            }
        }
        for tool in KiroTools.all {
            guard has(tool), let settings = settings(of: tool) else { continue }
            recordSettings(of: tool, settings.node, "/toolsSettings/\(settings.name)", into: &recorder)
        }
    }

    /// Folders and files of secrets, one of each kind, as a denied path would have to cover them.
    private static let secrets = ["~/.ssh/id_rsa", "~/.aws/credentials", ".env", "server.pem"]

    /// The worst that an allowed tool reaches, and what its settings keep from it.
    ///
    /// Denied paths come before allowed tools:
    /// <https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md#fs_read-tool>
    private func reach(of tool: KiroTools.Tool) -> (hazard: String, rest: String) {
        let denied = settings(of: tool)?.node["deniedPaths"]?.texts ?? []
        guard !denied.isEmpty, ["read", "write"].contains(tool.capability) else { return (Self.hazard(tool), "") }
        let rest = ", all but \(denied.joined(separator: ", "))"
        let open = Self.secrets.filter { secret in !denied.contains { Self.isCovered(secret, by: $0) } }
        return (open.isEmpty && Self.hazard(tool) == "secrets" ? "read" : Self.hazard(tool), rest)
    }

    private static func isCovered(_ path: String, by pattern: String) -> Bool {
        if Wildcard.matches(pattern.replacing("**", with: "*"), path) { return true }
        // Without a star a path closes all below it.
        let folder = pattern.hasSuffix("/**") ? String(pattern.dropLast(3)) : pattern
        if path == folder || path.hasPrefix(folder + "/") { return true }
        guard pattern.hasPrefix("**/") else { return false }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return Wildcard.matches(String(pattern.dropFirst(3)), name)
    }

    private static func hazard(_ tool: KiroTools.Tool) -> String {
        switch tool.capability {
        case "shell": "arbitrary-code"
        case "write": "write"
        case "read": tool.names.contains("read") ? "secrets" : "read"
        case "network": "network"
        case "tool": "destructive"
        default: "none"
        }
    }

    private func recordSettings(
        of tool: KiroTools.Tool, _ node: Node, _ pointer: String, into recorder: inout Recorder
    ) {
        let lists = [
            ("allowedCommands", "allow"), ("deniedCommands", "deny"), ("allowedPaths", "allow"),
            ("deniedPaths", "deny"), ("allowedServices", "allow"), ("deniedServices", "deny"), ("trusted", "allow"),
            ("blocked", "deny"),
        ]
        for (key, effect) in lists {
            let isCommands = effect == "allow" && tool.capability == "shell"
            if isCommands { recordChains(node[key], tool, "\(pointer)/\(key)", &recorder) }
            for (index, item) in (node[key]?.elements ?? []).enumerated() {
                guard let text = item.string, !isCommands || !KiroPattern(text).isChain else { continue }
                let isPattern = key.hasSuffix("Commands") || key == "trusted" || key == "blocked"
                let target = isPattern ? KiroPattern(text).wildcard : text
                let hazard: String
                switch tool.capability {
                case "shell": hazard = effect == "deny" ? "none" : KiroPattern(text).hazard
                case "read": hazard = SecretPath.isSecret(text) ? "secrets" : "read"
                case "write": hazard = "write"
                default: hazard = "none"
                }
                let isAny = target == "*" || target == "**" || target == "/**"
                permit(
                    effect, tool.capability, target, isAny ? "any" : target.contains("*") ? "pattern" : "exact", hazard,
                    "\(tool.names[0]).\(key): \(text)", at: item, "\(pointer)/\(key)/\(index)", &recorder)
            }
        }
        for key in ["autoAllowReadonly", "allowReadOnly"] {
            guard let value = node[key], value.boolean == true, tool.capability == "shell" else { continue }
            permit(
                "allow", "shell", "read-only commands", "pattern", "read", "\(key): true", at: value,
                "\(pointer)/\(key)", &recorder)
        }
    }

    /// Records patterns that let another command follow: one flaw, said in the same words at each pattern that shares it.
    private func recordChains(
        _ list: Node?, _ tool: KiroTools.Tool, _ pointer: String, _ recorder: inout Recorder
    ) {
        let patterns = (list?.elements ?? []).enumerated().compactMap { index, node in
            node.string.flatMap { KiroPattern($0).isChain ? (text: $0, node: node, index: index) : nil }
        }
        guard let first = patterns.first else { return }
        let example = String(KiroPattern(first.text).wildcard.prefix { $0 != "*" && $0 != " " })
        let count = patterns.count == 1 ? "pattern ends" : "\(patterns.count) patterns end"
        for pattern in patterns {
            permit(
                "allow", tool.capability, patterns.count == 1 ? KiroPattern(first.text).wildcard : "*", "pattern",
                "arbitrary-code",
                "\(tool.names[0]).allowedCommands: \(first.text) (\(count) open and accept: \(example) x; anything)",
                at: pattern.node, "\(pointer)/\(pattern.index)", &recorder)
        }
    }

    private func permit(
        _ effect: String, _ capability: String, _ target: String, _ breadth: String, _ hazard: String, _ rule: String,
        at node: Node, _ pointer: String, _ recorder: inout Recorder
    ) {
        recorder.record(
            .permission,
            [
                "actor": "main", "effect": .text(effect), "capability": .text(capability), "target": .text(target),
                "breadth": .text(breadth), "hazard": .text(hazard), "rule": .text(rule),
                "level": .text(member.role.level), "effective": true,
            ], for: id, in: file, at: node.position, pointer: pointer)
    }

    /// Records a row at the place of a key, or where it would stand.
    func record(_ table: Table, at path: [String], _ columns: [String: Value], into recorder: inout Recorder) {
        recorder.record(
            table, columns, for: id, in: file, at: root.place(of: path), pointer: Node.pointer(path))
    }

    /// Records that the whole disk is open where reading is allowed and no setting names folders.
    ///
    /// An allowed tool reads wherever the user can, all but denied paths:
    /// <https://github.com/aws/amazon-q-developer-cli/blob/main/docs/built-in-tools.md#fs_read-tool>
    private func recordDisk(into recorder: inout Recorder) {
        guard let tool = KiroTools.named("read"), has(tool),
            let allowed = list("allowedTools").first(where: { KiroTools.isNamed(tool, by: $0.text, bare: false) }),
            settings(of: tool)?.node["allowedPaths"]?.elements.isEmpty != false
        else { return }
        guard settings(of: tool)?.node["deniedPaths"]?.elements.isEmpty != false else {
            return recorder.cover(
                id, .dataSource, .partial, because: "the whole disk is open but for denied paths, which are no folders")
        }
        recorder.record(
            .dataSource, ["kind": "folder", "name": "/", "write_access": false], for: id, in: file,
            at: allowed.node.position, pointer: allowed.pointer)
    }

    /// Records what nothing isolates, sub-agents, the model, the prompt, and files outside the workspace.
    func recordRest(into recorder: inout Recorder) {
        if let tool = KiroTools.named("shell"), has(tool) {
            record(
                .sandbox, at: ["tools"],
                [
                    "kind": "none", "enabled": false, "required": false, "escapable": true,
                    "auto_allow": .boolean(gate(tool)?.mode == "never"), "filesystem": "full", "network": "open",
                    "weakened": false, "exclusions": 0, "covers_mcp": false,
                ], into: &recorder)
            record(
                .egress, at: ["tools"],
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "permission"],
                into: &recorder)
        }
        if let tool = KiroTools.named("subagent"), has(tool) {
            let peers = settings(of: tool)?.node["availableAgents"]?.texts ?? ["*"]
            for peer in peers {
                record(
                    .delegation, at: ["toolsSettings", settings(of: tool)?.name ?? "subagent", "availableAgents"],
                    ["peer": .text(peer), "transport": "in-process"], into: &recorder)
            }
        }
        let model = root["model"]?.string
        record(
            .model, at: ["model"],
            [
                "actor": "main", "provider": "AWS", "name": Value(model),
                "pinned": ModelName.pinned(model),
                "parameters_billion": ModelName.size(model),
            ], into: &recorder)
        if root["prompt"] != nil {
            InstructionText.record(
                file, kind: "instructions", name: file.path.name, runsShell: false, for: id, into: &recorder)
        }
        recordDisk(into: &recorder)
        for resource in list("resources") {
            let path = resource.text.ranges(of: "://").first.map { String(resource.text[$0.upperBound...]) }
            guard let path, path.hasPrefix("~") || path.hasPrefix("/") else { continue }
            recorder.record(
                .dataSource, ["kind": "folder", "name": .text(path), "write_access": false], for: id, in: file,
                at: resource.node.position, pointer: resource.pointer)
        }
        if let prompt = root["prompt"] {
            Credentials.record(below: prompt, pointer: "/prompt", in: file, for: id, into: &recorder) { _ in "agent" }
        }
    }
}
