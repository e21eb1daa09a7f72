internal import Compliance
internal import Documents

/// A step of a job that runs an agent.
struct AgentStep {
    /// The actions that run an agent, by the beginning of `uses`.
    static let actions: [(prefix: String, product: String)] = [
        ("anthropics/claude-code-action", "Claude Code"), ("anthropics/claude-code-base-action", "Claude Code"),
        ("openai/codex-action", "Codex"), ("google-github-actions/run-gemini-cli", "Gemini CLI"),
        ("google-gemini/gemini-cli-action", "Gemini CLI"),
    ]

    let workflow: Node
    let job: Member
    let step: Node
    let pointer: String
    let product: String

    init?(workflow: Node, job: Member, step: Node, pointer: String) {
        let uses = step["uses"]?.string ?? ""
        guard let action = Self.actions.first(where: { uses.hasPrefix($0.prefix + "@") || uses == $0.prefix }) else {
            return nil
        }
        (self.workflow, self.job, self.step, self.pointer) = (workflow, job, step, pointer)
        product = action.product
    }

    private func input(_ names: String...) -> (node: Node, pointer: String)? {
        for name in names {
            if let node = step[path: ["with", name]], node.string != "" { return (node, "\(pointer)/with/\(name)") }
        }
        return nil
    }

    /// Records everything that the step, its job and its workflow say.
    func record(_ scribe: inout Scribe) {
        scribe.settings(step, pointer)
        scribe.secrets(in: step, holder: "agent", pointer)
        for key in ["with", "env"] {
            for member in step[key]?.members ?? [] {
                guard SecretScanner.detect(key: member.key, value: member.value.string ?? "") == nil else { continue }
                scribe.credential(
                    member.value, name: member.key, holder: "agent", "\(pointer)/\(key)/\(Node.escape(member.key))")
            }
        }
        WorkflowToken(workflow: workflow, job: job).record(job, &scribe)
        recordAction(&scribe)
        recordTriggers(&scribe)
        recordPlace(&scribe)
        switch product {
        case "Claude Code": recordClaude(&scribe)
        case "Codex": recordCodex(&scribe)
        default: recordGemini(&scribe)
        }
        for name in ["prompt", "direct_prompt", "override_prompt", "custom_instructions"] {
            guard let (node, place) = input(name) else { continue }
            scribe.instruction(name, node, place)
        }
    }

    private func recordAction(_ scribe: inout Scribe) {
        guard let node = step["uses"], let text = node.string else { return }
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let version = parts.count > 1 ? parts[1] : nil
        let isCommit = version.map { $0.count == 40 && $0.allSatisfy(\.isHexDigit) } ?? false
        scribe.add(
            .component, at: node, pointer + "/uses",
            [
                "kind": "package", "name": .text(parts[0]), "version": Value(version),
                // A tag can be moved to other code.
                "pin": isCommit ? "digest" : version?.contains { $0.isNumber } == true ? "range" : "none",
                "source": "git", "enabled": true,
            ])
    }

    /// Where the job runs, for how long, and whether somebody lets it start.
    private func recordPlace(_ scribe: inout Scribe) {
        let place = "/jobs/\(Node.escape(job.key))"
        let runner = job.value["runs-on"]
        let names = ([runner?.string].compactMap(\.self)) + (runner?.elements ?? []).compactMap(\.string)
        let isOwn = names.contains { $0.contains("self-hosted") }
        let isHosted = names.contains { $0.hasPrefix("ubuntu-") || $0.hasPrefix("macos-") || $0.hasPrefix("windows-") }
        scribe.add(
            .sandbox, at: runner ?? job.value, place + "/runs-on",
            [
                "kind": .text(isOwn ? "self-hosted runner" : "GitHub-hosted virtual machine"),
                "enabled": isOwn ? false : isHosted ? true : .null, "required": true, "escapable": false,
                "network": "open", "covers_mcp": true,
            ])
        let minutes = job.value["timeout-minutes"]
        scribe.add(
            .budget, line: job.value.position(of: ["timeout-minutes"]), place + "/timeout-minutes",
            ["actor": "main", "kind": "time", "value": .real((minutes?.number ?? 360) * 60), "unit": "seconds"])
        scribe.add(
            .telemetry, at: step["uses"], pointer,
            [
                "kind": "log", "enabled": true, "destination": "GitHub Actions", "remote": true, "tls": true,
                "captures_actions": input("show_full_output")?.node.string == "true"
                    || input("show_full_output")?.node.boolean == true ? true : .null,
            ])
        // Nobody sits before the job; an environment may ask for a reviewer before it starts.
        scribe.add(
            .approval, at: job.value["environment"] ?? step["uses"],
            job.value["environment"] == nil ? pointer : place + "/environment",
            ["covers": "any", "mode": "never", "bypassable": false])
    }

    private func model(_ name: (node: Node, pointer: String)?, provider: String, _ scribe: inout Scribe) {
        scribe.model(
            "main", provider: provider, name: name?.node.string, at: name?.node ?? step["uses"],
            name?.pointer ?? pointer)
    }

    /// <https://github.com/anthropics/claude-code-action/blob/main/docs/usage.md>
    private func recordClaude(_ scribe: inout Scribe) {
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

    private func permission(
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

    /// <https://github.com/openai/codex-action#inputs>
    private func recordCodex(_ scribe: inout Scribe) {
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

    /// <https://github.com/google-github-actions/run-gemini-cli#inputs>
    private func recordGemini(_ scribe: inout Scribe) {
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
