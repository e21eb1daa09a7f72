internal import Compliance
internal import Documents

extension AgentStep {
    /// Records what the inputs and the arguments of Claude Code say.
    ///
    /// <https://github.com/anthropics/claude-code-action/blob/main/docs/usage.md>
    func recordClaude(_ scribe: inout Scribe) {
        let arguments = input("claude_args")
        let words = ArgumentWords.split(arguments?.node.string ?? "")
        var lists: [(text: String, effect: String, node: Node, pointer: String)] = []
        for value in ArgumentWords.values(of: "--allowedTools", "--allowed-tools", in: words) {
            arguments.map { lists.append((value, "allow", $0.node, $0.pointer)) }
        }
        for value in ArgumentWords.values(of: "--disallowedTools", "--disallowed-tools", in: words) {
            arguments.map { lists.append((value, "deny", $0.node, $0.pointer)) }
        }
        for (key, effect) in [("allowed_tools", "allow"), ("disallowed_tools", "deny")] {
            if let (node, place) = input(key) { lists.append((node.string ?? "", effect, node, place)) }
        }
        for list in lists {
            for text in ArgumentWords.rules(list.text) {
                permission(
                    PermissionRule(text, effect: list.effect), text, list.effect, list.node, list.pointer, &scribe)
            }
        }
        let mode = ArgumentWords.values(of: "--permission-mode", in: words).first
        if words.contains("--dangerously-skip-permissions") || mode == "bypassPermissions", let arguments {
            permission(
                nil, "--dangerously-skip-permissions", "allow", arguments.node, arguments.pointer, &scribe)
        }
        let bound = ArgumentWords.values(of: "--max-turns", in: words).first
        let turns = input("max_turns")
        scribe.add(
            .budget, at: bound == nil ? turns?.node ?? step["uses"] : arguments?.node,
            bound == nil ? turns?.pointer ?? pointer : arguments?.pointer ?? pointer,
            [
                "actor": "main", "kind": "turns",
                "value": (bound.flatMap(Double.init) ?? turns?.node.number ?? turns?.node.string.flatMap(Double.init))
                    .map(Value.real) ?? .null,
                "unit": "turns",
            ])
        let named = ArgumentWords.values(of: "--model", in: words).first
        if let named, let arguments {
            scribe.model("main", provider: "Anthropic", name: named, at: arguments.node, arguments.pointer)
        } else {
            model(input("model", "anthropic_model"), provider: "Anthropic", &scribe)
        }
        for text in ArgumentWords.values(of: "--mcp-config", in: words)
            + [input("mcp_config")?.node.string].compactMap(\.self)
        {
            guard text.hasPrefix("{"), let place = input("claude_args", "mcp_config"),
                let servers = try? Document(Array(text.utf8), as: .json).root["mcpServers"]
            else { continue }
            for member in servers.members {
                let server = MCPServer(member.key, member.value, .common)
                scribe.add(
                    .mcpServer, at: place.node, place.pointer,
                    server.columns.merging(["client": "Claude Code", "auto_approved": Value(server.autoApproved)]) {
                        $1
                    })
            }
        }
    }

    /// A rule of the agent; without one, that everything runs unasked.
    func permission(
        _ rule: PermissionRule?, _ text: String, _ effect: String, _ node: Node, _ place: String, _ scribe: inout Scribe
    ) {
        scribe.add(
            .permission, at: node, place,
            [
                "actor": "main", "effect": .text(effect), "capability": .text(rule?.capability ?? "any"),
                "target": .text(Redaction.redact(rule?.target ?? "*")), "breadth": .text(rule?.breadth ?? "any"),
                "hazard": .text(rule?.hazard ?? "arbitrary-code"), "rule": .text(Redaction.redact(text)),
                "level": "project", "effective": .boolean(rule?.ignored == nil), "reason": Value(rule?.ignored),
            ])
    }

    /// Records the sandbox and the model of Codex.
    ///
    /// <https://github.com/openai/codex-action#inputs>
    func recordCodex(_ scribe: inout Scribe) {
        let sandbox = input("sandbox")
        let strategy = input("safety-strategy")
        let words = ArgumentWords.split(input("codex-args")?.node.string ?? "")
        let isBypassed = words.contains { $0.hasPrefix("--dangerously-bypass") || $0 == "--yolo" }
        let mode = isBypassed ? "danger-full-access" : sandbox?.node.string ?? "workspace-write"
        let isOff = mode == "danger-full-access"
        scribe.add(
            .sandbox, at: sandbox?.node ?? step["uses"], sandbox?.pointer ?? pointer,
            [
                "kind": "os-sandbox", "enabled": .boolean(!isOff), "required": true, "escapable": false,
                "filesystem": mode == "read-only" ? "read-only" : isOff ? "full" : "workspace",
                "network": isOff ? "open" : "none",
                // `unsafe` leaves the agent the runner's sudo.
                "weakened": .boolean(strategy?.node.string == "unsafe"),
            ])
        model(input("model"), provider: "OpenAI", &scribe)
        if isOff {
            permission(nil, "sandbox: \(mode)", "allow", (sandbox?.node ?? step), sandbox?.pointer ?? pointer, &scribe)
        }
    }

    /// Records the settings and the model of Gemini CLI.
    ///
    /// <https://github.com/google-github-actions/run-gemini-cli#inputs>
    func recordGemini(_ scribe: inout Scribe) {
        model(input("gemini_model"), provider: "Google", &scribe)
        guard let (node, place) = input("settings"), let text = node.string,
            let settings = try? Document(Array(text.utf8), as: .jsonc).root
        else {
            return scribe.cover(
                [.permission, .mcpServer, .tool], .partial, because: "the action's settings stand elsewhere")
        }
        let tools = settings[path: ["tools", "core"]] ?? settings["coreTools"]
        for tool in tools?.elements ?? [] {
            guard let name = tool.string else { continue }
            let isShell = name.hasPrefix("run_shell_command") || name.hasPrefix("ShellTool")
            let command = name.contains("(") ? String(name.drop { $0 != "(" }.dropFirst().dropLast()) : nil
            scribe.add(
                .permission, at: node, place,
                [
                    "actor": "main", "effect": "allow", "capability": isShell ? "shell" : "tool",
                    "target": .text(Redaction.redact(isShell ? command.map { $0 + " *" } ?? "*" : name)),
                    "breadth": isShell ? (command == nil ? "any" : "pattern") : "exact",
                    "hazard": isShell
                        ? (command == nil
                            ? "arbitrary-code" : .text(ShellHazard.of(command.map { $0 + " *" } ?? "*").rawValue))
                        : .null,
                    "rule": .text(Redaction.redact(name)), "level": "project", "effective": true,
                ])
        }
        for member in settings["mcpServers"]?.members ?? [] {
            let server = MCPServer(member.key, member.value, .common)
            scribe.add(
                .mcpServer, at: node, place,
                server.columns.merging(["client": "Gemini CLI", "auto_approved": Value(server.autoApproved)]) { $1 })
        }
    }
}
