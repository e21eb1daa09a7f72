internal import Compliance
internal import Documents

extension CodexAgent {
    /// Records the connectors of ChatGPT that Codex may call: they are reached through ChatGPT, under the user's login.
    ///
    /// `_default` says what holds for those without a table of their own.
    /// <https://developers.openai.com/codex/config-reference>
    func recordApps(into recorder: inout Recorder) {
        let isOn = (stack.requirements.feature("apps") ?? stack.boolean("features", "apps")) != false
        for name in stack.keys("apps") {
            guard let found = stack.table(["apps", name]), found.node.isObject else { continue }
            let node = found.node
            let base = stack.table(["apps", "_default"])?.node
            let mode = (node["default_tools_approval_mode"] ?? base?["default_tools_approval_mode"])?.string
            let isEnabled = (node["enabled"] ?? base?["enabled"])?.boolean != false
            let title = name == "_default" ? "every connector without a table" : name
            recorder.record(
                .mcpServer,
                [
                    "name": .text("apps: \(title)"), "client": "Codex CLI", "transport": "http", "host": "chatgpt.com",
                    "host_kind": "public", "tls": true, "tls_verified": true, "auth": "oauth",
                    "enabled": .boolean(isOn && isEnabled), "auto_approved": Value(approved(mode, node)),
                    "tool_scope": .text(tools(node).isEmpty ? "all" : "listed"), "injects_code": false,
                    "shell_expansion": false, "filesystem_reach": "none",
                ], for: id, in: found.layer.file, at: node.position, pointer: found.pointer)
            guard isOn, isEnabled else { continue }
            recordEffects(title, node, base, mode, found, &recorder)
            for tool in tools(node) { recordTool(tool, of: title, mode, found, &recorder) }
        }
    }

    private func tools(_ node: Node) -> [Documents.Member] {
        (node["tools"]?.members ?? []).filter { $0.value["enabled"]?.boolean != false }
    }

    /// In the mode `auto`, which is the default, the hints of each tool decide whether somebody is asked.
    private func approved(_ mode: String?, _ node: Node) -> String? {
        if mode == "approve" || policy == "never" { return "all" }
        if tools(node).contains(where: { $0.value["approval_mode"]?.string == "approve" }) { return "some" }
        return mode == "prompt" ? "none" : nil
    }

    /// Tools that a connector marks as destructive, or as reaching the open world, are offered unless switched off.
    private func recordEffects(
        _ name: String, _ node: Node, _ base: Node?, _ mode: String?, _ found: CodexValue, _ recorder: inout Recorder
    ) {
        for (key, effect) in [("destructive_enabled", "destructive"), ("open_world_enabled", "network")] {
            let value = node[key] ?? base?[key]
            guard value?.boolean != false else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text("\(name): \(effect) tools"), "origin": "mcp",
                    "server": .text("apps: \(name)"), "effect": .text(effect), "approval": Value(gate(of: mode)),
                ], for: id, in: found.layer.file, at: node[key]?.position ?? node.position,
                pointer: "\(found.pointer)/\(key)")
        }
    }

    private func recordTool(
        _ tool: Documents.Member, of name: String, _ mode: String?, _ found: CodexValue, _ recorder: inout Recorder
    ) {
        let own = tool.value["approval_mode"]?.string ?? mode
        recorder.record(
            .tool,
            [
                "actor": "main", "name": .text(Redaction.redact(tool.key)), "origin": "mcp",
                "server": .text("apps: \(name)"), "effect": Value(ToolName.effect(tool.key)),
                "approval": Value(gate(of: own)),
            ], for: id, in: found.layer.file, at: tool.value.position,
            pointer: "\(found.pointer)/tools/\(Node.escape(tool.key))")
    }

    private func gate(of mode: String?) -> String? {
        if mode == "approve" || policy == "never" { return "never" }
        return mode == "prompt" ? "always" : "on-risk"
    }
}
