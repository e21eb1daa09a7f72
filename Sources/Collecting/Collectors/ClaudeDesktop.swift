internal import Compliance
internal import Documents

/// Claude Desktop: its servers, and the extensions that are installed, with their settings.
///
/// <https://support.claude.com/en/articles/10949351>; manifests by the specification of MCP bundles, formerly DXT
/// (<https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md>). The user is asked before each tool of a chat
/// unless it was allowed always; what was allowed lies outside of these files.
struct ClaudeDesktop: Collector {
    let name = "claude-desktop"
    let summary = "Claude Desktop: claude_desktop_config.json, installed extensions and their settings"
    let documentation = [
        "https://modelcontextprotocol.io/docs/develop/connect-local-servers",
        "https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md",
        "https://support.claude.com/en/articles/12702546",
    ]

    private enum Role { case config, manifest, settings }

    private static func role(_ path: FilePath) -> (role: Role, folder: FilePath)? {
        let parts = path.components
        if path.name == "claude_desktop_config.json" { return (.config, path.folder) }
        if parts.count > 2, path.name == "manifest.json", parts[parts.count - 3] == "Claude Extensions" {
            return (.manifest, path.dropping(3))
        }
        if parts.count > 1, parts[parts.count - 2] == "Claude Extensions Settings", path.name.hasSuffix(".json") {
            return (.settings, path.dropping(2))
        }
        return nil
    }

    func kind(of path: FilePath) -> ArtifactKind? {
        switch Self.role(path)?.role {
        case .config: ArtifactKind("claude-desktop mcp servers", .json)
        case .manifest: ArtifactKind("claude-desktop extension", .json)
        case .settings: ArtifactKind("claude-desktop extension settings", .json)
        case nil: nil
        }
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let members = files.compactMap { file in Self.role(file.path).map { ($0.role, $0.folder, file) } }
        for (folder, group) in Dictionary(grouping: members, by: \.1).sorted(by: { $0.key < $1.key }) {
            let agent = AgentID("claude-desktop@\(folder.text)")
            recorder.declare(
                agent, product: "Claude Desktop", kind: "mcp-client", level: "user", plans: true, in: group[0].2)
            let seen: [Table] = [.mcpServer, .credential, .component, .setting]
            for table in seen { recorder.cover(agent, table, .complete) }
            recorder.cover(
                agent, .credential, .partial, because: "sensitive settings of extensions lie in the system's key store")
            for (role, _, file) in group {
                guard let root = file.document?.root, root.isObject else {
                    let problem = Diagnostic(.syntax, "the file is an object", at: nil)
                    recorder.refuse(file.refusal == nil ? file.refused(problem) : file, for: agent, tables: seen)
                    continue
                }
                switch role {
                case .config: Self.record(config: root, in: file, for: agent, into: &recorder)
                case .manifest:
                    let id = file.path.folder.name
                    let settings = group.first { $0.0 == .settings && $0.2.path.name == "\(id).json" }?.2
                    Self.record(
                        manifest: root, id, isOn: settings?.document?.root["isEnabled"]?.boolean != false, in: file,
                        for: agent, into: &recorder)
                case .settings:
                    SettingReader.record(file, root, level: "user", for: agent, into: &recorder) { _ in nil }
                    guard let values = root["userConfig"] else { continue }
                    Credentials.record(below: values, pointer: "/userConfig", in: file, for: agent, into: &recorder) {
                        _ in
                        String(file.path.name.dropLast(5))
                    }
                }
            }
        }
    }

    /// Servers are programs; one with an address is not started.
    private static func record(
        config root: Node, in file: SourceFile, for agent: AgentID, into recorder: inout Recorder
    ) {
        SettingReader.record(file, root, level: "user", for: agent, into: &recorder) { keys in
            guard keys.first == "mcpServers", keys.count > 2, keys[2] == "url" || keys[2] == "serverUrl" else {
                return nil
            }
            return "Claude Desktop starts programs only; addresses are added as connectors"
        }
        let servers = root["mcpServers"]?.members ?? []
        let local = servers.map { member -> Documents.Member in
            guard member.value["command"] == nil, member.value.isObject else { return member }
            return Documents.Member(
                key: member.key, keyPosition: member.keyPosition, value: member.value.setting("enabled", false))
        }
        MCPServerReader(client: "Claude Desktop", dialect: .common).record(
            servers: Node(.object(local), at: root.position), pointer: "/mcpServers", in: file, for: agent,
            approval: { _ in nil }, into: &recorder)
    }

    /// An extension is a server with a manifest; it is unpacked, and so fixed until it is updated.
    private static func record(
        manifest root: Node, _ id: String, isOn: Bool, in file: SourceFile, for agent: AgentID,
        into recorder: inout Recorder
    ) {
        let version = root["version"]?.string
        recorder.record(
            .component,
            [
                "kind": "extension", "name": .text(id), "version": Value(version), "pin": "exact",
                "source": Value(root.at(["repository", "url"])?.string ?? root.at(["author", "name"])?.string),
                "enabled": .boolean(isOn),
            ], for: agent, in: file, at: root.place(of: ["name"]), pointer: "/name")
        for (index, tool) in (root["tools"]?.elements ?? []).enumerated() {
            guard let name = tool["name"]?.string else { continue }
            recorder.record(
                .tool,
                [
                    "actor": "main", "name": .text(name), "origin": "mcp", "server": .text(id),
                    "effect": Value(ToolName.effect(name)),
                ], for: agent, in: file, at: tool.position, pointer: "/tools/\(index)")
        }
        guard let launch = root.at(["server", "mcp_config"]), launch.isObject else { return }
        let server = Documents.Member(
            key: id, keyPosition: launch.position, value: isOn ? launch : launch.setting("enabled", false))
        MCPServerReader(client: "Claude Desktop", dialect: .common).record(
            servers: Node(.object([server]), at: launch.position), pointer: "/server", in: file, for: agent,
            approval: { _ in nil }, into: &recorder)
    }
}
