internal import Compliance
internal import Documents

/// `~/.claude.json`: what Claude Code keeps of a user, with MCP servers of the user and of single projects.
///
/// The file also holds what the user typed; of it only what is named here is taken down.
/// <https://code.claude.com/docs/en/mcp#mcp-installation-scopes>, <https://code.claude.com/docs/en/settings>
extension ClaudeAgent {
    /// Tables that the file can fill.
    private static let stateTables: [Table] = [.mcpServer, .credential, .setting, .permission]

    /// Settings of the file that bear on trust; the rest of it is state.
    private static let trust: Set<String> = [
        "bypassPermissionsModeAccepted", "hasTrustDialogAccepted", "hasClaudeMdExternalIncludesApproved",
        "enableAllProjectMcpServers", "enabledMcpjsonServers", "disabledMcpjsonServers", "disabledMcpServers",
        "autoUpdates",
    ]

    /// Records the servers, flags, rules and identities of the user's own file.
    func recordState(into recorder: inout Recorder) {
        for member in files(.state) {
            guard let root = member.file.document?.root, root.isObject else {
                recorder.refuse(member.file, for: id, tables: Self.stateTables)
                continue
            }
            let isExclusive = files(.servers).contains { $0.role.level == "managed" }
            record(servers: root["mcpServers"], "", off: [], isExclusive, member.file, &recorder)
            recordFlags(root, [], "", member.file, &recorder)
            recordIdentities(root, member.file, &recorder)
            for project in root["projects"]?.members ?? [] where project.value.isObject {
                let pointer = "/projects/\(Node.escape(project.key))"
                let off = (project.value["disabledMcpServers"]?.elements ?? []).compactMap(\.string)
                record(
                    servers: project.value["mcpServers"], pointer, off: Set(off), isExclusive, member.file, &recorder)
                recordFlags(project.value, ["projects"], pointer, member.file, &recorder)
                recordRules(project.value["allowedTools"], "\(pointer)/allowedTools", member.file, &recorder)
            }
        }
    }

    private func record(
        servers: Node?, _ pointer: String, off: Set<String>, _ isExclusive: Bool, _ file: SourceFile,
        _ recorder: inout Recorder
    ) {
        guard let servers, servers.isObject else { return }
        let names = Set(servers.members.map(\.key))
        let none = isExclusive ? names : off.union(deniedServers(among: names))
        recordServers(servers, "\(pointer)/mcpServers", file, off: none, into: &recorder)
    }

    private func recordFlags(
        _ node: Node, _ keys: [String], _ pointer: String, _ file: SourceFile, _ recorder: inout Recorder
    ) {
        for member in node.members {
            let isGlobal = keys.isEmpty && ClaudeSettingKeys.scopes[member.key] == .global
            guard Self.trust.contains(member.key) || isGlobal else { continue }
            let elements = member.value.isArray ? member.value.elements : [member.value]
            for (index, leaf) in elements.enumerated() where !leaf.isObject {
                SettingReader.record(
                    leaf, keys + [member.key],
                    "\(pointer)/\(Node.escape(member.key))" + (member.value.isArray ? "/\(index)" : ""), level: "user",
                    status: "in-force", reason: nil, for: id, in: file, into: &recorder)
            }
        }
    }

    /// Rules from before `settings.local.json`; whether a version still takes them is not known, so they count.
    private func recordRules(_ list: Node?, _ pointer: String, _ file: SourceFile, _ recorder: inout Recorder) {
        let first = rules("deny") + rules("ask")
        for (index, node) in (list?.elements ?? []).enumerated() {
            guard let text = node.string else { continue }
            let rule = PermissionRule(text, effect: "allow")
            let reason = rule.ignored ?? ClaudeRule.shadow(of: rule, first)
            recorder.record(
                .permission, columns(rule, text, actor: "main", effect: "allow", level: "local", reason), for: id,
                in: file, at: node.position, pointer: "\(pointer)/\(index)")
        }
    }

    /// The key that the user pasted, and the account that the user logged in with; its token lies in another file.
    private func recordIdentities(_ root: Node, _ file: SourceFile, _ recorder: inout Recorder) {
        if let key = root["primaryApiKey"], let text = key.string {
            Credentials.record(
                text, name: "primaryApiKey", at: key.position, pointer: "/primaryApiKey", holder: "agent", in: file,
                for: id, into: &recorder)
        }
        if let variables = root["env"] {
            Credentials.record(
                environment: variables, pointer: "/env", holder: "agent", in: file, for: id, into: &recorder)
        }
        guard let account = root["oauthAccount"], account.isObject else { return }
        recorder.record(
            .credential,
            [
                "holder": "agent", "name": "oauthAccount", "kind": "token", "storage": "file", "detector": "reference",
                "principal": Value(account["emailAddress"]?.string ?? account["accountUuid"]?.string),
            ], for: id, in: file, at: account.position, pointer: "/oauthAccount")
    }
}
