internal import Compliance
internal import Documents

extension OpenClawAgent {
    /// Records every leaf of the configuration, once, for the default agent.
    func recordSettings(into recorder: inout Recorder) {
        guard entry.isDefault, let file = members.first(where: { $0.role.role == .config })?.file,
            let root = file.document?.root
        else { return }
        root.walk { pointer, node in
            guard !node.isObject && !node.isArray else { return }
            let keys = pointer.split(separator: "/").map(String.init)
            let problem = OpenClawKeys.problem(keys)
            let reason = isTemplate ? "OpenClaw reads ~/.openclaw/openclaw.json unless it is told otherwise" : problem
            let isRefused = keys.last == "dmPolicy" && keys.count == 3 && keys[1] == closedChannel
            SettingReader.record(
                node, keys.filter { Int($0) == nil }, pointer, level: isTemplate ? "template" : "user",
                status: problem != nil ? "unknown" : isTemplate || isRefused ? "not-honoured" : "in-force",
                reason: isRefused ? "the schema wants allowFrom to include \"*\" beside it" : problem ?? reason,
                for: id, in: file, into: &recorder)
        }
    }

    /// Records the servers of `mcp.servers`; every tool of theirs runs unasked.
    func recordServers(into recorder: inout Recorder) {
        guard let found = stack.value(["mcp", "servers"]), isBundled else { return }
        MCPServerReader(client: "OpenClaw", dialect: .common).record(
            servers: found.node, pointer: "/mcp/servers", in: found.layer.file, for: id, approval: { _ in "all" },
            into: &recorder)
    }

    /// Whether profile and lists let servers through, which count as the plug-in `bundle-mcp`.
    private var isBundled: Bool {
        let profile = OpenClawTools.profile(text(tool("profile")))
        let more = stack.value(tool("alsoAllow"))?.node.texts ?? []
        let denied = stack.value(tool("deny"))?.node.texts ?? []
        let names = ["bundle-mcp", "group:plugins", "*"]
        if denied.contains(where: names.contains) { return false }
        return profile?.contains("bundle-mcp") != false || more.contains(where: names.contains)
    }

    /// Records secrets and what refers to them, in the configuration and in stored profiles.
    func recordCredentials(into recorder: inout Recorder) {
        for member in members where [.config, .profiles].contains(member.role.role) {
            guard let root = member.file.document?.root else {
                if member.role.role == .profiles { recorder.refuse(member.file, for: id, tables: [.credential]) }
                continue
            }
            guard entry.isDefault || member.file.path.components.contains(entry.id) else { continue }
            // Servers record their own.
            let top = root.members.filter { $0.key != "mcp" || stack.layers.isEmpty }
            for part in top {
                Credentials.record(
                    below: part.value, pointer: "/" + Node.escape(part.key), in: member.file, for: id, into: &recorder
                ) { keys in
                    ["channels", "plugins", "profiles"].contains(part.key)
                        ? keys.first { $0 != "entries" } ?? part.key : part.key == "models" ? "agent" : part.key
                }
            }
            recordReferences(root, in: member.file, into: &recorder)
            recordGuessable(root, in: member.file, into: &recorder)
        }
    }

    /// A password of the gateway that everybody tries first; elsewhere such words stand for a password to come.
    private func recordGuessable(_ root: Node, in file: SourceFile, into recorder: inout Recorder) {
        let words: Set<String> = [
            "password", "passwd", "admin", "secret", "changeme", "openclaw", "letmein", "test", "123456", "12345678",
        ]
        for key in ["password", "token"] {
            guard let node = root.at(["gateway", "auth", key]), let text = node.string?.lowercased(),
                words.contains(text), SecretScanner.detect(key: key, value: text) == nil
            else { continue }
            recorder.record(
                .credential,
                [
                    "holder": "gateway", "name": .text(key), "kind": .text(key), "storage": "inline",
                    "detector": "guessable",
                ], for: id, in: file, at: node.position, pointer: "/gateway/auth/\(key)")
        }
    }

    /// `{ source, provider, id }` names a secret that is kept elsewhere: <https://docs.openclaw.ai/gateway/secrets>.
    private func recordReferences(_ root: Node, in file: SourceFile, into recorder: inout Recorder) {
        let storages = ["env": "environment", "file": "file", "exec": "helper"]
        root.walk { pointer, node in
            guard let source = node["source"]?.string, let storage = storages[source], node["id"]?.string != nil else {
                return
            }
            let keys = pointer.split(separator: "/").map(String.init)
            recorder.record(
                .credential,
                [
                    "holder": .text(keys.first == "channels" && keys.count > 1 ? keys[1] : "agent"),
                    "name": .text(keys.last ?? "secret"), "storage": .text(storage), "detector": "reference",
                ], for: id, in: file, at: node.position, pointer: pointer)
        }
    }

    /// Records workspace files, skills and plug-ins.
    func recordParts(into recorder: inout Recorder) {
        for member in members where [.instructions, .memory, .skill].contains(member.role.role) {
            guard isWorkspace(member) else { continue }
            guard member.file.refusal == nil else {
                recorder.refuse(member.file, for: id, tables: [.instruction])
                continue
            }
            let isSkill = member.role.role == .skill
            let name = member.file.document?.root["name"]?.string
            InstructionText.record(
                member.file, kind: isSkill ? "skill" : "instructions",
                name: isSkill ? name ?? member.file.path.folder.name : member.file.path.name, runsShell: false,
                for: id, into: &recorder)
        }
        let installs = stack.value(["plugins", "installs"])?.node
        let entries = stack.value(["plugins", "entries"])?.node.members ?? []
        for plugin in entries {
            record(plugin: plugin.key, plugin.value, installs?[plugin.key], ["plugins", "entries"], into: &recorder)
        }
        for plugin in installs?.members ?? [] where !entries.contains(where: { $0.key == plugin.key }) {
            record(plugin: plugin.key, nil, plugin.value, ["plugins", "installs"], into: &recorder)
        }
    }

    /// Whether a workspace file is this agent's: `workspace` is the default one's, `workspace-<id>` another's.
    private func isWorkspace(_ member: Member) -> Bool {
        guard let folder = member.file.path.components.first(where: { $0.hasPrefix("workspace") }) else { return true }
        return folder == "workspace-\(entry.id)" || entry.isDefault && (folder == "workspace" || !folder.contains("-"))
    }

    /// A plug-in is switched on by its entry; one without a record of its installation is part of OpenClaw.
    private func record(
        plugin name: String, _ entry: Node?, _ install: Node?, _ path: [String], into recorder: inout Recorder
    ) {
        let isDenied = stack.value(["plugins", "deny"])?.node.texts.contains(name) == true
        let isOff = boolean(["plugins", "enabled"]) == false || entry?["enabled"]?.boolean == false
        let version = install?["version"]?.string ?? install?["resolvedVersion"]?.string
        let spec = install?["spec"]?.string
        let launch = spec.map { LaunchCommand(command: "npx", arguments: [$0]) }
        let pin = install == nil ? "local" : install?["integrity"] != nil ? "digest" : launch?.pin ?? "none"
        stack.record(
            .component, at: path + [name],
            [
                "kind": "plugin", "name": .text(name), "version": Value(launch?.version ?? version),
                "pin": .text(install?["source"]?.string == "path" ? "local" : pin),
                "source": Value(install?["source"]?.string ?? (install == nil ? "built in" : nil)),
                "enabled": .boolean(!isOff && !isDenied),
                "auto_update": false,
            ], into: &recorder)
    }
}
