internal import Compliance
internal import Documents

extension CodexAgent {
    private static let events: Set<String> = [
        "PreToolUse", "PermissionRequest", "PostToolUse", "PreCompact", "PostCompact", "UserPromptSubmit",
        "SubagentStart", "SubagentStop", "Stop", "SessionStart", "SessionEnd", "Interrupt",
    ]

    /// Whether the feature is on: it is, unless a file or a demand switches it off.
    private var hasHooks: Bool {
        let pinned = stack.requirements.feature("hooks") ?? stack.requirements.feature("codex_hooks")
        return (pinned ?? stack.boolean("features", "hooks") ?? stack.boolean("features", "codex_hooks")) != false
    }

    /// Records hooks of `hooks.json`, of `[hooks]` tables and of requirements, and `notify`.
    ///
    /// <https://developers.openai.com/codex/hooks>
    func recordHooks(into recorder: inout Recorder) {
        for layer in stack.files {
            let isOff = layer.level == "project" && stack.untrusted != nil
            if let hooks = layer.root["hooks"] {
                record(hooks: hooks, level: layer.level, isOff: isOff, in: layer.file, "/hooks", &recorder)
            }
            if let notify = layer.root["notify"] {
                var entry = HookEntry(
                    event: "notify", command: notify.elements.compactMap(\.string).joined(separator: " "),
                    level: layer.level)
                let winner = stack.value("notify")
                entry.isEffective = layer.level != "project" && winner?.layer.file.path == layer.file.path
                record(hook: entry, in: layer.file, at: notify.position, "/notify", &recorder)
            }
        }
        for demand in stack.requirements.files {
            guard let hooks = demand.root["hooks"] else { continue }
            record(hooks: hooks, level: "managed", isOff: false, in: demand.file, "/hooks", &recorder)
        }
        for member in members where member.role.role == .hooks {
            guard let root = member.file.document?.root else {
                recorder.refuse(member.file, for: id, tables: [.hook])
                continue
            }
            // Codex takes `description` and `hooks` at the top, and refuses the file for anything else.
            let other = root.members.first { !["description", "hooks"].contains($0.key) }
            let isRefused = !root.isObject || other != nil
            if isRefused {
                let message = other.map { "Codex knows no field \($0.key) there" } ?? "hooks are an object"
                let problem = Diagnostic(.syntax, message, at: other?.keyPosition ?? root.position)
                recorder.refuse(member.file.refused(problem), for: id, tables: [.hook])
            }
            let isOff = isRefused || member.role.level == "project" && stack.untrusted != nil
            if let hooks = root["hooks"] {
                record(hooks: hooks, level: member.role.level, isOff: isOff, in: member.file, "/hooks", &recorder)
            }
        }
    }

    private func record(
        hooks: Node, level: String, isOff: Bool, in file: SourceFile, _ pointer: String, _ recorder: inout Recorder
    ) {
        let isAdmitted = level == "managed" || !stack.requirements.managedHooksOnly
        for event in hooks.members {
            for (index, group) in event.value.elements.enumerated() {
                for (number, hook) in (group["hooks"]?.elements ?? []).enumerated() {
                    let type = hook["type"]?.string ?? ""
                    guard let text = hook["command"] ?? hook["prompt"], let command = text.string else { continue }
                    var entry = HookEntry(
                        event: event.key, matcher: group["matcher"]?.string,
                        kind: ["prompt": "prompt", "agent": "agent", "mcp_tool": "mcp-tool"][type] ?? "command",
                        command: command, timeout: hook["timeout"]?.number ?? 600, level: level)
                    // Handlers of other types are read and skipped.
                    entry.isEffective =
                        hasHooks && isAdmitted && !isOff && Self.events.contains(event.key) && type == "command"
                    entry.isAsync = hook["async"]?.boolean == true
                    record(
                        hook: entry, in: file, at: text.position,
                        "\(pointer)/\(Node.escape(event.key))/\(index)/hooks/\(number)", &recorder)
                }
            }
        }
    }

    /// The file of a script that lies in `.codex`.
    private func script(_ path: String) -> SourceFile? {
        guard let range = path.ranges(of: ".codex/").last else { return nil }
        let isHome = path.hasPrefix("~") || path.contains("$HOME") || path.contains("${HOME")
        return members.first { member in
            member.role.role == .script && (member.role.level == "user") == isHome
                && member.file.path.ends(with: String(path[range.lowerBound...]))
        }?.file
    }

    /// Records one hook; an administrator's that can stop an action is a guardrail too.
    ///
    /// Hooks of users and projects wait until somebody trusts their exact text, so they are not counted on.
    private func record(
        hook entry: HookEntry, in file: SourceFile, at position: Position, _ pointer: String,
        _ recorder: inout Recorder
    ) {
        let text = HookText(entry.kind == "command" ? entry.command : "")
        let sight = HookSight(text, isCommand: entry.kind == "command", script: script)
        sight.coverDoubts(of: id, into: &recorder)
        let command = Redaction.redact(entry.command)
        recorder.record(
            .hook,
            [
                "event": .text(entry.event), "matcher": Value(entry.matcher), "kind": .text(entry.kind),
                "command": .text(command), "effect": Value(sight.effect), "shown_at": Value(sight.place),
                "location": Value(text.location), "pinned": Value(text.isPinned),
                "timeout_seconds": entry.timeout.map(Value.real) ?? .null, "level": .text(entry.level),
                "effective": .boolean(entry.isEffective),
            ], for: id, in: file, at: position, pointer: pointer)
        guard entry.level == "managed", let stage = entry.stage, entry.isEffective else { return }
        recorder.record(
            .guardrail,
            [
                "stage": .text(stage), "provider": .text("hook: \(command)"), "blocking": .boolean(!entry.isAsync),
                "pinned": Value(text.isPinned),
            ], for: id, in: file, at: position, pointer: pointer)
        recorder.cover(id, .guardrail, doubt == nil && stack.broken.isEmpty ? .complete : .partial, because: doubt)
    }
}
