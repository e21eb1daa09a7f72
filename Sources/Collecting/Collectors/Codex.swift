internal import Compliance
internal import Documents

/// Codex CLI: `config.toml` of a project, a user or a machine, and AGENTS.md beside it.
///
/// Documents as of May 2026; the same file serves the IDE extension and the app.
struct Codex: Collector {
    let name = "codex"
    let summary = "Codex CLI: config.toml, AGENTS.md"
    let documentation = [
        "https://developers.openai.com/codex/config-reference",
        "https://developers.openai.com/codex/agent-approvals-security",
    ]

    static let tables: [Table] = [
        .permission, .tool, .mcpServer, .credential, .approval, .sandbox, .egress, .telemetry, .budget, .model, .memory,
        .instruction,
        .hook, .setting,
    ]

    func kind(of path: FilePath) -> ArtifactKind? {
        if path.ends(with: "codex/config.toml") || path.ends(with: ".codex/config.toml") {
            return ArtifactKind("codex config", .toml)
        }
        if path.ends(with: ".codex/requirements.toml") { return ArtifactKind("codex requirements", .toml) }
        return path.name == "AGENTS.md" ? ArtifactKind("codex instructions", nil) : nil
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files where file.kind.name == "codex config" {
            let folder = file.path.dropping(2)
            let agent = AgentID("codex@\(folder.text)")
            recorder.declare(
                agent, product: "Codex CLI", kind: "coding-assistant", level: "project", plans: true, in: file)
            Self.tables.forEach { recorder.cover(agent, $0, .complete) }
            if let root = file.document?.root {
                CodexRecorder(agent: agent, file: file, root: root).record(into: &recorder)
            } else {
                recorder.refuse(file, for: agent, tables: Self.tables.filter { $0 != .instruction })
            }
            for demands in files where demands.kind.name == "codex requirements" && demands.path.dropping(2) == folder {
                guard let root = demands.document?.root else { continue }
                SettingReader.record(demands, root, level: "template", for: agent, into: &recorder) { _ in
                    "Codex reads requirements from /etc/codex, not from a repository"
                }
            }
            for text in files where text.path.name == "AGENTS.md" && text.path.folder == folder && text.refusal == nil {
                InstructionText.record(text, kind: "instructions", name: "AGENTS.md", for: agent, into: &recorder)
            }
        }
    }
}

/// Turns one `config.toml` into rows.
struct CodexRecorder {
    let agent: AgentID
    let file: SourceFile
    let root: Node

    func record(into recorder: inout Recorder) {
        SettingReader.record(file, root, level: "project", for: agent, into: &recorder, refusal: Self.refusal)
        approvals(&recorder)
        sandbox(&recorder)
        records(&recorder)
        bounds(&recorder)
        let name = root["model"]?.string
        add(
            &recorder, .model, ["model"],
            [
                "actor": "main", "provider": "OpenAI", "name": Value(name),
                "pinned": Value(name.map { $0.contains("-20") && $0.last?.isNumber == true }),
            ])
        if let servers = root["mcp_servers"] {
            MCPServerReader(client: "Codex CLI", dialect: .codex).record(
                servers: servers, pointer: "/mcp_servers", in: file, for: agent, approval: { _ in "none" },
                into: &recorder)
        }
        if let notify = root["notify"] {
            let text = notify.elements.compactMap(\.string).joined(separator: " ")
            add(
                &recorder, .hook, ["notify"],
                [
                    "event": "notify", "kind": "command", "command": .text(Redaction.redact(text)),
                    "effect": .text(HookText(text).effect),
                    "level": "project", "effective": false,
                ])
        }
        if let environment = root[path: ["shell_environment_policy", "set"]] {
            Credentials.record(
                environment: environment, pointer: "/shell_environment_policy/set", holder: "agent", in: file,
                for: agent, into: &recorder)
        }
    }

    /// Keys that Codex takes from a user's file only (openai/codex#20098), and profiles, which somebody must choose.
    private static func refusal(_ keys: [String]) -> String? {
        switch keys.first {
        case "profiles": "a profile is in force only when it is chosen, and a project's file cannot hold one"
        case "openai_base_url", "chatgpt_base_url", "model_provider", "model_providers", "notify", "profile",
            "experimental_realtime_ws_base_url":
            "Codex ignores this key in a project's file"
        default: nil
        }
    }

    private func add(_ recorder: inout Recorder, _ table: Table, _ path: [String], _ columns: [String: Value]) {
        recorder.record(
            table, columns, for: agent, in: file, at: root.position(of: path),
            pointer: "/" + path.joined(separator: "/"))
    }

    private func approvals(_ recorder: inout Recorder) {
        let policy = root["approval_policy"]?.string ?? (root["approval_policy"] == nil ? "on-request" : "granular")
        let mode = ["never": "never", "untrusted": "always"][policy] ?? "on-risk"
        for covers in ["shell", "write", "network"] {
            add(
                &recorder, .approval, ["approval_policy"],
                ["covers": .text(covers), "mode": .text(mode), "bypassable": true])
        }
    }

    private func sandbox(_ recorder: inout Recorder) {
        let mode = root["sandbox_mode"]?.string ?? "workspace-write"
        let isOff = mode == "danger-full-access"
        let isOnline = isOff || root[path: ["sandbox_workspace_write", "network_access"]]?.boolean == true
        let approval = root["approval_policy"]?.string ?? "on-request"
        add(
            &recorder, .sandbox, ["sandbox_mode"],
            [
                "kind": "os-sandbox", "enabled": .boolean(!isOff), "required": true,
                "escapable": .boolean(isOff || (approval != "never" && approval != "untrusted")),
                "auto_allow": .boolean(approval != "untrusted"),
                "filesystem": isOff ? "full" : mode == "read-only" ? "read-only" : "workspace",
                "network": isOnline ? "open" : "none", "weakened": false, "exclusions": 0, "covers_mcp": false,
            ])
        if isOnline {
            add(
                &recorder, .egress, isOff ? ["sandbox_mode"] : ["sandbox_workspace_write", "network_access"],
                [
                    "destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "sandbox",
                ])
        }
    }

    private func records(_ recorder: inout Recorder) {
        let isKept = root[path: ["history", "persistence"]]?.string != "none"
        add(
            &recorder, .telemetry, ["history", "persistence"],
            [
                "kind": "transcript", "enabled": .boolean(isKept), "destination": "local", "remote": false,
                "captures_actions": true,
                "captures_prompts": true,
            ])
        add(
            &recorder, .memory, ["history", "persistence"],
            [
                "actor": "main", "kind": "transcript", "enabled": .boolean(isKept), "scope": "user",
                "writable_by": "agent",
            ])
        let exporter = root[path: ["otel", "exporter"]]
        let endpoint = exporter?.members.lazy.compactMap { $0.value["endpoint"]?.string }.first
        for member in exporter?.members ?? [] {
            guard let headers = member.value["headers"] else { continue }
            Credentials.record(
                environment: headers, pointer: "/otel/exporter/\(Node.escape(member.key))/headers", holder: "agent",
                in: file,
                for: agent, into: &recorder)
        }
        let address = endpoint.map { ServerAddress($0) }
        add(
            &recorder, .telemetry, ["otel", "exporter"],
            [
                "kind": "log", "enabled": .boolean(endpoint != nil),
                "destination": Value(endpoint.map { Redaction.redact($0) }),
                "remote": .boolean(address != nil && address?.kind != "loopback"), "tls": Value(address?.tls),
                "captures_actions": .boolean(endpoint != nil),
                "captures_prompts": .boolean(root[path: ["otel", "log_user_prompt"]]?.boolean == true),
            ])
    }

    private func bounds(_ recorder: inout Recorder) {
        add(
            &recorder, .budget, ["agents", "max_depth"],
            [
                "actor": "main", "kind": "depth", "value": .real(root[path: ["agents", "max_depth"]]?.number ?? 1),
                "unit": "levels",
            ])
        add(
            &recorder, .budget, ["agents", "max_threads"],
            [
                "actor": "main", "kind": "concurrency",
                "value": .real(root[path: ["agents", "max_threads"]]?.number ?? 6), "unit": "threads",
            ])
        add(&recorder, .budget, ["agents"], ["actor": "main", "kind": "turns"])
    }
}
