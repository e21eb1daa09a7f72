internal import Compliance
internal import Documents

/// Turns the settings of one Claude Code agent into rows.
struct ClaudeRecorder {
    let agent: AgentID
    let settings: ClaudeSettingsStack
    let fallback: SourceFile

    func record(into recorder: inout Recorder) {
        permissions(&recorder)
        approvals(&recorder)
        sandbox(&recorder)
        telemetry(&recorder)
        models(&recorder)
        hooks(&recorder)
        components(&recorder)
        for file in settings.files {
            if let env = file.root["env"] {
                Credentials.record(
                    environment: env, pointer: "/env", holder: "agent", in: file.file, for: agent, into: &recorder)
            }
        }
    }

    private func add(_ recorder: inout Recorder, _ table: Table, _ path: [String], _ columns: [String: Value]) {
        let home = settings.files.first { $0.root[path: path] != nil } ?? settings.files.first
        recorder.record(
            table, columns, for: agent, in: home?.file ?? fallback, at: home?.root.position(of: path) ?? .start,
            pointer: "/" + path.joined(separator: "/"))
    }

    private func boolean(_ path: String...) -> Bool? {
        settings.files.lazy.compactMap { $0.root[path: path]?.boolean }.first
    }

    private func permissions(_ recorder: inout Recorder) {
        let onlyManaged = settings.files.contains {
            $0.level == "managed" && $0.root["allowManagedPermissionRulesOnly"]?.boolean == true
        }
        var denied: [PermissionRule] = []
        for effect in ["deny", "ask", "allow"] {
            for file in settings.files {
                for (index, node) in (file.root[path: ["permissions", effect]]?.elements ?? []).enumerated() {
                    guard let text = node.string else { continue }
                    let rule = PermissionRule(text, effect: effect)
                    let shadow = effect == "allow" ? denied.first { $0.covers(rule) } : nil
                    let reason =
                        rule.ignored
                        ?? (onlyManaged && file.level != "managed" ? "managed settings admit managed rules only" : nil)
                        ?? shadow.map { "a deny or ask rule on \($0.target) comes first" }
                    recorder.record(
                        .permission,
                        [
                            "actor": "main", "effect": .text(effect), "capability": .text(rule.capability),
                            "target": .text(rule.target),
                            "breadth": .text(rule.breadth), "hazard": .text(rule.hazard),
                            "rule": .text(Redaction.redact(text)),
                            "level": .text(file.level), "effective": .boolean(reason == nil), "reason": Value(reason),
                        ], for: agent, in: file.file, at: node.position, pointer: "/permissions/\(effect)/\(index)")
                    if effect != "allow" && reason == nil { denied.append(rule) }
                }
            }
        }
    }

    /// The mode that counts.
    ///
    /// `auto` is not honoured from files of a repository.
    private var mode: String {
        for file in settings.files {
            guard let mode = file.root[path: ["permissions", "defaultMode"]]?.string else { continue }
            if mode == "auto" && (file.level == "project" || file.level == "local") { continue }
            return mode
        }
        return "default"
    }

    private func approvals(_ recorder: inout Recorder) {
        let isLocked = settings.value("permissions", "disableBypassPermissionsMode")?.node.string == "disable"
        let gates: [String: [String: String]] = [
            "bypassPermissions": ["shell": "never", "write": "never", "network": "never", "mcp": "never"],
            "acceptEdits": ["shell": "always", "write": "never", "network": "always", "mcp": "always"],
            "auto": ["shell": "on-risk", "write": "on-risk", "network": "on-risk", "mcp": "on-risk"],
        ]
        let chosen = gates[mode] ?? ["shell": "always", "write": "always", "network": "always", "mcp": "always"]
        let isVoid = mode == "bypassPermissions" && isLocked
        for (covers, gate) in chosen.sorted(by: { $0.key < $1.key }) {
            add(
                &recorder, .approval, ["permissions", "defaultMode"],
                [
                    "covers": .text(covers), "mode": .text(isVoid ? "always" : gate), "bypassable": .boolean(!isLocked),
                ])
        }
    }

    private func sandbox(_ recorder: inout Recorder) {
        let domains = settings.files.flatMap {
            $0.root[path: ["sandbox", "network", "allowedDomains"]]?.elements ?? []
        }
        let exclusions = settings.files.flatMap { $0.root[path: ["sandbox", "excludedCommands"]]?.elements ?? [] }
        let isOpen = domains.contains { $0.string == "*" }
        let weakeners = ["enableWeakerNestedSandbox", "enableWeakerNetworkIsolation", "allowAppleEvents"]
        let isWeak =
            weakeners.contains { boolean("sandbox", $0) == true }
            || boolean("sandbox", "network", "allowAllUnixSockets") == true
        add(
            &recorder, .sandbox, ["sandbox", "enabled"],
            [
                "kind": "os-sandbox", "enabled": .boolean(boolean("sandbox", "enabled") ?? false),
                "required": .boolean(boolean("sandbox", "failIfUnavailable") ?? false),
                "escapable": .boolean(boolean("sandbox", "allowUnsandboxedCommands") ?? true),
                "auto_allow": .boolean(boolean("sandbox", "autoAllowBashIfSandboxed") ?? true),
                "filesystem": "workspace",
                "network": .text(isOpen ? "open" : "allowlist"), "weakened": .boolean(isWeak),
                "exclusions": .integer(exclusions.count), "covers_mcp": false,
            ])
        for domain in domains {
            guard let text = domain.string else { continue }
            add(
                &recorder, .egress, ["sandbox", "network", "allowedDomains"],
                [
                    "destination": .text(text),
                    "breadth": text == "*" ? "any" : text.contains("*") ? "pattern" : "exact",
                    "effect": "allow", "enforced_by": "sandbox",
                ])
        }
    }

    private func env(_ name: String) -> String? { settings.value("env", name)?.node.string }

    private func telemetry(_ recorder: inout Recorder) {
        let isOn = env("CLAUDE_CODE_ENABLE_TELEMETRY") == "1"
        let endpoint = env("OTEL_EXPORTER_OTLP_ENDPOINT") ?? env("OTEL_EXPORTER_OTLP_LOGS_ENDPOINT")
        let exportsLogs = (env("OTEL_LOGS_EXPORTER") ?? "none") != "none" && env("OTEL_LOGS_EXPORTER") != "console"
        let address = endpoint.map { ServerAddress($0) }
        add(
            &recorder, .telemetry, ["env", isOn ? "OTEL_EXPORTER_OTLP_ENDPOINT" : "CLAUDE_CODE_ENABLE_TELEMETRY"],
            [
                "kind": "log", "enabled": .boolean(isOn && exportsLogs),
                "destination": Value(endpoint.map { Redaction.redact($0) }),
                "remote": .boolean(isOn && address != nil && address?.kind != "loopback"),
                "tls": isOn ? Value(address?.tls) : .null,
                "captures_actions": .boolean(isOn && exportsLogs),
                "captures_prompts": .boolean(isOn && env("OTEL_LOG_USER_PROMPTS") == "1"),
            ])
        let days = settings.value("cleanupPeriodDays")?.node.integer ?? 30
        add(
            &recorder, .telemetry, ["cleanupPeriodDays"],
            [
                "kind": "transcript", "enabled": .boolean(days > 0), "destination": "local", "remote": false,
                "captures_actions": true,
                "captures_prompts": true, "retention_days": .integer(days),
            ])
        add(
            &recorder, .memory, ["cleanupPeriodDays"],
            [
                "actor": "main", "kind": "transcript", "enabled": .boolean(days > 0), "scope": "user",
                "retention_days": .integer(days),
                "writable_by": "agent",
            ])
        add(&recorder, .budget, ["maxTurns"], ["actor": "main", "kind": "turns"])
    }

    private func models(_ recorder: inout Recorder) {
        let name = settings.value("model")?.node.string ?? env("ANTHROPIC_MODEL")
        let endpoint = env("ANTHROPIC_BASE_URL")
        add(
            &recorder, .model, [settings.value("model") == nil && endpoint != nil ? "env" : "model"],
            [
                "actor": "main", "provider": "Anthropic", "name": Value(name),
                "pinned": .boolean(
                    name?.split(separator: "-").last.map { $0.count == 8 && $0.allSatisfy(\.isNumber) } ?? false),
                "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
            ])
    }

    private func hooks(_ recorder: inout Recorder) {
        let isOff = boolean("disableAllHooks") == true
        let onlyManaged = settings.files.contains {
            $0.level == "managed" && $0.root["allowManagedHooksOnly"]?.boolean == true
        }
        for file in settings.files {
            HookReader(
                agent: agent, file: file.file, level: file.level,
                isEffective: !isOff && (!onlyManaged || file.level == "managed")
            )
            .record(file.root, into: &recorder)
        }
    }

    private func components(_ recorder: inout Recorder) {
        for file in settings.files {
            for plugin in file.root["enabledPlugins"]?.members ?? [] {
                recorder.record(
                    .component,
                    [
                        "kind": "plugin", "name": .text(plugin.key), "pin": "none",
                        "enabled": .boolean(plugin.value.boolean != false),
                    ],
                    for: agent, in: file.file, at: plugin.keyPosition,
                    pointer: "/enabledPlugins/\(Node.escape(plugin.key))")
            }
            for market in file.root["extraKnownMarketplaces"]?.members ?? [] {
                let source = market.value["source"] ?? market.value
                let reference = source["sha"]?.string ?? source["ref"]?.string
                recorder.record(
                    .component,
                    [
                        "kind": "marketplace", "name": .text(market.key), "version": Value(reference),
                        "pin": source["sha"] != nil ? "digest" : reference != nil ? "range" : "none",
                        "source": Value(source["repo"]?.string ?? source["url"]?.string ?? source["path"]?.string),
                        "enabled": true,
                        "auto_update": Value(market.value["autoUpdate"]?.boolean),
                    ], for: agent, in: file.file, at: market.keyPosition,
                    pointer: "/extraKnownMarketplaces/\(Node.escape(market.key))")
            }
        }
    }
}

extension PermissionRule {
    /// Whether a rule that comes first leaves nothing of another.
    func covers(_ other: PermissionRule) -> Bool {
        guard capability == other.capability else { return false }
        if breadth == "any" { return true }
        if target == other.target { return true }
        guard target.hasSuffix("*") else { return false }
        return other.target.hasPrefix(target.dropLast())
    }
}
