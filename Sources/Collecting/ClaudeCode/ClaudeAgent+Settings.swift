internal import Compliance
internal import Documents

extension ClaudeAgent {
    /// Records every leaf of every settings file, and which of them the product does not act on.
    func recordSettings(into recorder: inout Recorder) {
        for settings in settings.files {
            recordLeaves(of: settings.root, [], "", settings, &recorder)
            guard let servers = settings.root.members.first(where: { $0.key == "mcpServers" }) else { continue }
            SettingReader.section(
                "mcpServers", level: settings.level, status: "misplaced",
                reason: "Claude Code starts servers of .mcp.json, and none of a settings file", for: id,
                in: settings.file, at: servers.keyPosition, "/mcpServers", into: &recorder)
        }
        recordOpenRules(into: &recorder)
    }

    /// A policy of the organisation with rules of its own that does not keep out the rules of others.
    ///
    /// <https://code.claude.com/docs/en/permissions#managed-only-settings>
    private func recordOpenRules(into recorder: inout Recorder) {
        let key = "allowManagedPermissionRulesOnly"
        let policy = settings.files.first { file in
            file.level == "managed" || file.level == "template" && file.file.path.name.hasPrefix("managed-settings")
        }
        guard let policy, settings.value(key) == nil, settings.value("permissions", key) == nil,
            let rules = policy.root["permissions"], rules["deny"] != nil || rules["ask"] != nil
        else { return }
        recorder.record(
            .setting,
            [
                "level": .text(policy.level), "key": .text(key), "type": "boolean",
                "value": "false, since no file sets it",
                "status": policy.level == "managed" ? "in-force" : "not-honoured",
                "reason": "no file sets it, and that is its default",
            ], for: id, in: policy.file, at: rules.position, pointer: "/permissions")
    }

    private func recordLeaves(
        of node: Node, _ keys: [String], _ pointer: String, _ file: ClaudeSettings, _ recorder: inout Recorder
    ) {
        if node.members.isEmpty && node.elements.isEmpty {
            if !keys.isEmpty { recordLeaf(node, keys, pointer, file, &recorder) }
            return
        }
        for member in node.members {
            recordLeaves(
                of: member.value, keys + [member.key], "\(pointer)/\(Node.escape(member.key))", file, &recorder)
        }
        for (index, element) in node.elements.enumerated() {
            recordLeaves(of: element, keys, "\(pointer)/\(index)", file, &recorder)
        }
    }

    private func recordLeaf(
        _ node: Node, _ keys: [String], _ pointer: String, _ file: ClaudeSettings, _ recorder: inout Recorder
    ) {
        let (status, reason) = status(keys, node, file)
        SettingReader.record(
            node, keys, pointer, level: file.level, status: status, reason: reason, for: id, in: file.file,
            into: &recorder)
        guard keys.first != "env", let text = node.string,
            SecretScanner.detect(key: keys.last ?? "", value: text) != nil
        else {
            return
        }
        // A secret stands wherever somebody approved a command that held one.
        Credentials.record(
            text, name: keys.last ?? "", at: node.position, pointer: pointer, holder: "agent", in: file.file, for: id,
            into: &recorder)
    }

    private func status(_ keys: [String], _ node: Node, _ file: ClaudeSettings) -> (String, String?) {
        if let misplaced = ClaudeSettingPlace.problem(keys) { return (misplaced.status, misplaced.reason) }
        if kind == .template { return ("not-honoured", "Claude Code does not read settings from this file") }
        for length in 1...keys.count {
            let scope = ClaudeSettingKeys.scopes[keys.prefix(length).joined(separator: ".")]
            if let refusal = scope?.refusal(at: file.level) { return ("not-honoured", refusal) }
        }
        if let reason = voided(keys, node, file) { return ("not-honoured", reason) }
        let isTop = settings.files.first.map { $0.rank <= file.rank } ?? true
        if !isTop, !node.isArray, !node.isObject, isSingle(keys), let winner = settings.value(keys),
            winner.file.rank > file.rank
        {
            return ("overridden", "\(winner.file.file.path.text) comes first")
        }
        return ("in-force", bypassDoubt(keys, node, file))
    }

    /// What depends on the version: whether a repository's file may switch all questions off.
    private func bypassDoubt(_ keys: [String], _ node: Node, _ file: ClaudeSettings) -> String? {
        guard keys == ["permissions", "defaultMode"], node.string == "bypassPermissions",
            ["project", "local"].contains(file.level)
        else { return nil }
        return "versions from 2.1.257 on ignore this mode in a repository's files and ask; older ones take it"
    }

    /// Single values are taken from one file; lists, hooks and maps of names are joined.
    private func isSingle(_ keys: [String]) -> Bool {
        !["hooks", "permissions.allow", "permissions.ask", "permissions.deny", "permissions.additionalDirectories"]
            .contains { keys.joined(separator: ".").hasPrefix($0) }
            && settings.files.allSatisfy { $0.root[path: keys]?.isArray != true }
    }

    /// Why another setting, or the value itself, leaves a setting without effect.
    private func voided(_ keys: [String], _ node: Node, _ file: ClaudeSettings) -> String? {
        let key = keys.joined(separator: ".")
        if key == "permissions.disableBypassPermissionsMode" || key.hasSuffix("disableAutoMode"),
            node.string != "disable"
        {
            return "its only value is \"disable\""
        }
        if key == "permissions.defaultMode" {
            if !ClaudeModes.known.contains(node.string ?? "") { return "there is no such mode" }
            if node.string == "auto", ["project", "local"].contains(file.level) {
                return "auto is not taken from a repository's files"
            }
            if ClaudeModes.ignoresBypass(settings), let doubt = bypassDoubt(keys, node, file) { return doubt }
            if node.string == "bypassPermissions", modes.isBypassLocked {
                return "disableBypassPermissionsMode locks this mode"
            }
        }
        if keys[0] == "sandbox", key != "sandbox.enabled", settings.value("sandbox", "enabled")?.node.boolean != true {
            return "sandbox.enabled is not true, so nothing under sandbox counts"
        }
        if keys[0] == "hooks" { return hookRefusal(at: file.level) }
        if keys.count == 2, keys[0] == "permissions", ["allow", "ask", "deny"].contains(keys[1]), rulesAreManaged,
            file.level != "managed"
        {
            return Self.managedRulesOnly
        }
        if ClaudeSettingPlace.booleans.contains(key), node.boolean == nil { return "is not a truth value" }
        return nil
    }
}

extension ClaudeAgent {
    /// Records secrets in the variables that settings hand to every session.
    func recordVariables(into recorder: inout Recorder) {
        for settings in settings.files {
            guard let variables = settings.root["env"] else { continue }
            Credentials.record(
                environment: variables, pointer: "/env", holder: "agent", in: settings.file, for: id, into: &recorder)
        }
    }
}
