internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Settings that name a command, with the key that holds it.
    private static let commands: [[String]] = [
        ["apiKeyHelper"], ["awsAuthRefresh"], ["awsCredentialExport"], ["gcpAuthRefresh"], ["otelHeadersHelper"],
        ["statusLine", "command"], ["subagentStatusLine", "command"], ["fileSuggestion", "command"],
        ["policyHelper", "path"],
    ]

    /// Why hooks of a level do not run; nil when they do.
    func hookRefusal(at level: String) -> String? {
        guard level != "managed" && level != "template" else {
            // Only an administrator can switch an administrator's hooks off.
            let isOff = settings.files.contains { $0.level == level && $0.root["disableAllHooks"]?.boolean == true }
            return isOff ? "disableAllHooks switches hooks off" : nil
        }
        if settings.value("disableAllHooks")?.node.boolean == true { return "disableAllHooks switches hooks off" }
        if settings.value("allowManagedHooksOnly")?.node.boolean == true {
            return "allowManagedHooksOnly admits managed hooks only"
        }
        return nil
    }

    /// Records hooks of the settings and of a plug-in, and the settings that name a command.
    func recordHooks(into recorder: inout Recorder) {
        for settings in settings.files {
            if let hooks = settings.root["hooks"] {
                record(hooks: hooks, level: settings.level, in: settings.file, pointer: "/hooks", into: &recorder)
            }
            for path in Self.commands where ClaudeSettingKeys.isHonoured(path, at: settings.level) {
                guard let node = settings.root[path: path], let text = node.string else { continue }
                let entry = HookEntry(event: path[0], command: text, level: settings.level)
                let pointer = path.map { "/" + $0 }.joined()
                recordHook(entry, in: settings.file, at: node.position, pointer: pointer, into: &recorder)
                guard ["apiKeyHelper", "awsCredentialExport"].contains(path[0]) else { continue }
                recorder.record(
                    .credential,
                    [
                        "holder": "agent", "name": .text(path[0]), "kind": "helper", "storage": "helper",
                        "detector": "reference",
                    ],
                    for: id, in: settings.file, at: node.position, pointer: pointer)
            }
        }
        for member in files(.pluginHooks) {
            guard let root = member.file.document?.root else {
                recorder.refuse(member.file, for: id, tables: [.hook])
                continue
            }
            record(
                hooks: root["hooks"] ?? root, level: "project", in: member.file,
                pointer: root["hooks"] == nil ? "" : "/hooks", into: &recorder)
        }
    }

    /// Records a `hooks` object of settings, a plug-in, or front matter.
    func record(hooks: Node, level: String, in file: SourceFile, pointer: String, into recorder: inout Recorder) {
        let isEffective = hookRefusal(at: level) == nil
        for (entry, position, place) in HookEntry.all(
            in: hooks, level: level, isEffective: isEffective, pointer: pointer)
        {
            recordHook(entry, in: file, at: position, pointer: place, into: &recorder)
        }
    }

    /// The file of a script that lies beside the settings, or in the plug-in.
    private func script(_ path: String) -> SourceFile? {
        let isHome = path.hasPrefix("~") || path.contains("$HOME") || path.contains("${HOME")
        let suffix: String
        if let range = path.ranges(of: ".claude/").last {
            suffix = String(path[range.lowerBound...])
        } else if path.contains("CLAUDE_PLUGIN_ROOT"), let end = path.firstIndex(of: "/") {
            suffix = String(path[path.index(after: end)...])
        } else {
            return nil
        }
        return files(.script).first { member in
            (member.role.level == "user") == isHome && member.file.path.ends(with: suffix)
        }?.file
    }

    /// Records one hook; one that can stop an action is a guardrail too.
    func recordHook(
        _ entry: HookEntry, in file: SourceFile, at position: Position, pointer: String, into recorder: inout Recorder
    ) {
        let text = HookText(entry.kind == "command" ? entry.command : "")
        let remote = entry.kind == "http" && ServerAddress(entry.command).kind != "loopback"
        let command = Redaction.redact(entry.command)
        let sight = HookSight(text, isCommand: entry.kind == "command", script: script)
        sight.coverDoubts(of: id, into: &recorder)
        recorder.record(
            .hook,
            [
                "event": .text(entry.event), "matcher": Value(entry.matcher), "kind": .text(entry.kind),
                "command": .text(command), "effect": Value(remote ? "network" : sight.effect),
                "shown_at": Value(sight.place),
                "location": Value(text.location), "pinned": Value(text.isPinned),
                "timeout_seconds": entry.timeout.map(Value.real) ?? .null, "level": .text(entry.level),
                "effective": .boolean(entry.isEffective),
            ], for: id, in: file, at: position, pointer: pointer)
        guard let stage = entry.stage, entry.isEffective, isInForce else { return }
        recorder.record(
            .guardrail,
            [
                "stage": .text(stage), "provider": .text("hook: \(command)"),
                "blocking": Value(Self.isBlocking(entry, sight)),
                "pinned": Value(text.isPinned),
            ], for: id, in: file, at: position, pointer: pointer)
        recorder.cover(id, .guardrail, doubt == nil && settings.broken.isEmpty ? .complete : .partial, because: doubt)
    }

    /// Whether a hook can stop what it is asked about: not one that is not waited for or only writes down, and of a script
    /// that is not among the files nobody can tell.
    private static func isBlocking(_ entry: HookEntry, _ sight: HookSight) -> Bool? {
        let words = entry.command.split(separator: " ")
        let onlyWatches = words.contains { ["--log-only", "--dry-run", "--no-block", "--audit-only"].contains($0) }
        if entry.isAsync || onlyWatches { return false }
        return entry.kind == "command" && sight.runsUnread ? nil : true
    }
}
