internal import Compliance
internal import Documents

extension CodexAgent {
    /// Records every leaf of every configuration file, and which of them Codex does not act on.
    func recordSettings(into recorder: inout Recorder) {
        for layer in stack.files {
            leaves(of: layer.root, [], "") { node, keys, pointer in
                let (status, reason) = status(keys, node, layer)
                SettingReader.record(
                    node, keys, pointer, level: layer.level, status: status, reason: reason, for: id, in: layer.file,
                    into: &recorder)
            }
            recordProfiles(of: layer, into: &recorder)
        }
        for member in members where member.role.role == .requirements {
            guard let root = member.file.document?.root else { continue }
            let level = member.role.level
            if level == "template" {
                let reason = "Codex reads requirements from /etc/codex only"
                SettingReader.section(
                    member.file.path.name, level: level, status: "misplaced", reason: reason, for: id, in: member.file,
                    at: root.members.first?.keyPosition ?? .start, "", into: &recorder)
                leaves(of: root, [], "") { node, keys, pointer in
                    SettingReader.record(
                        node, keys, pointer, level: level, status: "not-honoured", reason: reason, for: id,
                        in: member.file, into: &recorder)
                }
                continue
            }
            SettingReader.record(member.file, root, level: level, for: id, into: &recorder) { keys in
                Self.demands.contains(keys.first ?? "") ? nil : "the reference of requirements has no such key"
            }
        }
    }

    /// Profiles of a project's file: Codex loses them, whatever they say.
    private func recordProfiles(of layer: CodexLayer, into recorder: inout Recorder) {
        guard layer.level == "project" else { return }
        for profile in layer.root["profiles"]?.members ?? [] {
            SettingReader.section(
                "profiles.\(profile.key)", level: layer.level, status: "not-honoured",
                reason: "Codex takes no profiles from a project's file", for: id, in: layer.file,
                at: profile.keyPosition, "/profiles/\(Node.escape(profile.key))", into: &recorder)
        }
    }

    /// Whether a value of a server is a placeholder that other products fill and Codex hands on as it is.
    ///
    /// <https://github.com/openai/codex/issues/2680>, <https://developers.openai.com/codex/mcp>
    private func isLiteralPlaceholder(_ text: String, _ keys: [String]) -> Bool {
        guard keys.count > 2, keys[0] == "mcp_servers", ["env", "http_headers", "url", "args"].contains(keys[2]),
            !text.contains(" ") || keys[2] == "http_headers"
        else { return false }
        let isName =
            text.hasPrefix("$") && text.utf8.count > 1 && text.dropFirst().allSatisfy { $0.isUppercase || $0 == "_" }
        return text.contains("${") || text.contains("{env:") || text.contains("{file:") || isName
    }

    private static let demands: Set<String> = [
        "allowed_approval_policies", "allowed_approvals_reviewers", "guardian_policy_config", "allowed_sandbox_modes",
        "remote_sandbox_config", "allowed_web_search_modes", "features", "hooks", "permissions", "mcp_servers",
        "rules", "enforce_residency", "allow_managed_hooks_only",
    ]

    private func leaves(of node: Node, _ keys: [String], _ pointer: String, _ visit: (Node, [String], String) -> Void) {
        if node.members.isEmpty && node.elements.isEmpty {
            if !keys.isEmpty { visit(node, keys, pointer) }
            return
        }
        for member in node.members {
            leaves(of: member.value, keys + [member.key], "\(pointer)/\(Node.escape(member.key))", visit)
        }
        for (index, element) in node.elements.enumerated() { leaves(of: element, keys, "\(pointer)/\(index)", visit) }
    }

    private func status(_ keys: [String], _ node: Node, _ layer: CodexLayer) -> (String, String?) {
        if layer.level == "project" {
            if let untrusted = stack.untrusted { return ("not-honoured", untrusted) }
            if CodexKeys.isDenied(keys) { return ("not-honoured", "Codex ignores this key in a project's file") }
        }
        if let problem = CodexKeys.problem(keys) { return ("unknown", problem) }
        var (path, rank) = (keys, layer.rank)
        if keys[0] == "profiles" {
            guard keys.count > 1, keys[1] == stack.profile else {
                return ("not-honoured", "a profile is in force only when it is chosen")
            }
            (path, rank) = (Array(keys.dropFirst(2)), 3)
        }
        if let text = node.string, isLiteralPlaceholder(text, path) {
            return ("not-honoured", "Codex hands this text on as it is; env_vars and env_http_headers name variables")
        }
        if let text = node.string, !CodexKeys.isValue(text, of: path) {
            return ("not-honoured", "\(path.joined(separator: ".")) has no such value")
        }
        guard !path.isEmpty, path[0] != "hooks" else { return ("in-force", nil) }
        if let winner = stack.value(path), winner.layer.rank > rank {
            let place = winner.layer.prefix.isEmpty ? "" : " \(winner.layer.prefix.joined(separator: "."))"
            return ("overridden", "\(winner.layer.file.path.text)\(place) comes first")
        }
        if stack.value(path) == nil, stack.layers.contains(where: { $0.rank > rank && $0.root[path[0]] != nil }) {
            return ("overridden", "a file that comes first replaces the table")
        }
        return ("in-force", nil)
    }
}
