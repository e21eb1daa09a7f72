internal import Compliance
internal import Documents

extension VSCodeAgent {
    /// Entries of a map that VS Code merges key by key, the project's before the user's.
    private func entries(_ key: String) -> [(member: Documents.Member, found: SettingStack.Found)] {
        var seen: Set<String> = []
        return stack.all([key]).flatMap { found in
            found.node.members.filter { seen.insert($0.key).inserted }.map { ($0, found) }
        }
    }

    private var isTerminalOff: Bool { value("chat.tools.terminal.enableAutoApprove")?.node.boolean == false }

    /// Records what runs, is written or fetched without a question.
    ///
    /// <https://code.visualstudio.com/docs/agents/run/approvals>
    func recordPermissions(into recorder: inout Recorder) {
        let maps: [(key: String, capability: String)] = [
            ("chat.tools.terminal.autoApprove", "shell"), ("chat.tools.edits.autoApprove", "write"),
            ("chat.tools.urls.autoApprove", "network"),
        ]
        for (key, capability) in maps {
            for (member, found) in entries(key) {
                let written = member.value["approve"]?.boolean ?? member.value["approveRequest"]?.boolean
                guard let isAllowed = member.value.boolean ?? written else { continue }
                var rule = WrittenRule(
                    effect: isAllowed ? "allow" : "ask", capability: capability, target: member.key,
                    text: "\(member.key): \(isAllowed)", level: found.layer.level, file: found.layer.file,
                    position: member.keyPosition, pointer: "\(found.pointer)/\(Node.escape(member.key))",
                    isPrefix: capability == "shell")
                if capability == "shell" {
                    if member.key.hasPrefix("/"), let end = member.key.lastIndex(of: "/"), end > member.key.startIndex {
                        let inner = member.key[member.key.index(after: member.key.startIndex)..<end]
                        rule.commands = CommandPattern.commands(String(inner))
                    }
                    if isAllowed && isTerminalOff { rule.reason = "chat.tools.terminal.enableAutoApprove is false" }
                }
                scribe.permission(rule, into: &recorder)
            }
        }
    }

    /// Records the gates: unless a setting says otherwise, commands that only read and edits of common files run unasked.
    func recordApprovals(into recorder: inout Recorder) {
        let global = value("chat.tools.global.autoApprove")
        let level = value("chat.permissions.default")
        let isBypassed = ["autoApprove", "autopilot"].contains(level?.node.string)
        let isOff = global?.node.boolean == true || isBypassed
        let at = isBypassed ? "chat.permissions.default" : "chat.tools.global.autoApprove"
        let isEverything = entries("chat.tools.edits.autoApprove").contains {
            $0.member.key == "**" && $0.member.value.boolean == true
        }
        let gates: [(String, String, String)] = [
            ("shell", isTerminalOff ? "always" : "on-risk", "chat.tools.terminal.enableAutoApprove"),
            ("write", isEverything ? "never" : "on-risk", "chat.tools.edits.autoApprove"),
            ("network", "always", "chat.tools.urls.autoApprove"),
            ("mcp", "always", "chat.tools.eligibleForAutoApproval"),
        ]
        for (covers, mode, key) in gates {
            // Who starts a session picks its level of permission, unless an administrator's policy forbids it.
            scribe.approval(covers, isOff ? "never" : mode, bypassable: true, at: [isOff ? at : key], into: &recorder)
        }
    }

    /// Records the isolation of commands, and the domains that tools may reach.
    ///
    /// Sandboxed commands run without a question.
    func recordSandbox(into recorder: inout Recorder) {
        let key = "chat.agent.sandbox.enabled"
        let found = value(key)
        let mode = found?.node.string ?? (found?.node.boolean == true ? "on" : "off")
        let isOn = ["on", "allowNetwork"].contains(mode)
        let isFiltered = value("chat.agent.networkFilter")?.node.boolean == true
        let allowed = value("chat.agent.allowedNetworkDomains")?.node.elements.compactMap(\.string) ?? []
        let isOpen = !isOn || mode == "allowNetwork" || (isFiltered && allowed.contains("*"))
        scribe.record(
            .sandbox, at: [key],
            [
                "kind": "os-sandbox", "enabled": .boolean(isOn), "auto_allow": .boolean(isOn),
                "escapable": isOn ? true : .null, "filesystem": isOn ? "workspace" : "full",
                "network": isOpen ? "open" : isFiltered && !allowed.isEmpty ? "allowlist" : "none", "covers_mcp": false,
            ], into: &recorder)
        if isOpen {
            scribe.record(
                .egress, at: [key],
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "sandbox"], into: &recorder)
        }
        guard isFiltered else { return }
        for (key, effect) in [
            ("chat.agent.allowedNetworkDomains", "allow"), ("chat.agent.deniedNetworkDomains", "deny"),
        ] {
            guard let found = value(key) else { continue }
            for (index, entry) in found.node.elements.enumerated() {
                guard let text = entry.string, !(isOpen && text == "*") else { continue }
                recorder.record(
                    .egress,
                    [
                        "destination": .text(text), "effect": .text(effect),
                        "breadth": text == "*" ? "any" : text.contains("*") ? "pattern" : "exact",
                        "enforced_by": isOn ? "sandbox" : "permission",
                    ], for: id, in: found.layer.file, at: entry.position, pointer: "\(found.pointer)/\(index)")
            }
        }
    }

    /// Records OpenTelemetry, memory, and the bound on requests.
    func recordRecords(into recorder: inout Recorder) {
        let prefix = "github.copilot.chat.otel."
        let isOn = value(prefix + "enabled")?.node.boolean == true
        let isFile = ["file", "console"].contains(value(prefix + "exporterType")?.node.string)
        let address = value(prefix + "otlpEndpoint")?.node.string
        let server = address.map { ServerAddress($0) }
        let isRemote = isOn && !isFile && server.map { $0.kind != "loopback" } == true
        scribe.record(
            .telemetry, at: [prefix + "enabled"],
            [
                "kind": "trace", "enabled": .boolean(isOn),
                "destination": isOn ? isFile ? "local" : .text(address.map { Redaction.redact($0) } ?? "local") : .null,
                "remote": .boolean(isRemote), "tls": isRemote ? Value(server?.tls) : .null,
                "captures_actions": .boolean(isOn),
                "captures_prompts": .boolean(isOn && value(prefix + "captureContent")?.node.boolean == true),
            ], into: &recorder)
        for (key, scope, isUsual) in [
            ("github.copilot.chat.tools.memory.enabled", "user", true),
            ("github.copilot.chat.copilotMemory.enabled", "shared", false),
        ] {
            scribe.record(
                .memory, at: [key],
                [
                    "actor": "main", "kind": "notes", "enabled": .boolean(value(key)?.node.boolean ?? isUsual),
                    "scope": .text(scope), "writable_by": "agent",
                ], into: &recorder)
        }
        let requests = value("chat.agent.maxRequests")?.node.number ?? 25
        scribe.record(
            .budget, at: ["chat.agent.maxRequests"],
            ["actor": "main", "kind": "turns", "value": .real(requests), "unit": "requests"], into: &recorder)
        guard let found = value("github.copilot.chat.additionalReadAccessFolders") else { return }
        for (index, entry) in found.node.elements.enumerated() {
            guard let name = entry.string else { continue }
            recorder.record(
                .dataSource, ["kind": "folder", "name": .text(Redaction.redact(name)), "write_access": false], for: id,
                in: found.layer.file, at: entry.position, pointer: "\(found.pointer)/\(index)")
        }
    }
}
