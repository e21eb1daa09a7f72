internal import Compliance
internal import Documents

/// One Continue with the files of a folder.
struct ContinueAgent {
    /// A file and what it is to the agent.
    struct Member {
        let role: ContinueFile
        let file: SourceFile
    }

    let id: AgentID
    let members: [Member]

    private static let tables: [Table] = [
        .mcpServer, .credential, .model, .instruction, .component, .dataSource, .setting,
    ]
    private static let keys: Set<String> = [
        "name", "version", "schema", "metadata", "models", "context", "data", "mcpServers", "rules", "prompts", "docs",
        "env", "requestOptions", "tools", "description", "tags",
    ]

    private var level: String {
        let folder = members[0].role.folder
        return ["home", "Users"].contains(folder.folder.name) || folder.name == "root" ? "user" : "project"
    }

    func record(into recorder: inout Recorder) {
        recorder.declare(
            id, product: "Continue", kind: "coding-assistant", level: level, plans: true, in: members[0].file)
        for table in Self.tables { recorder.cover(id, table, .complete) }
        recorder.cover(id, .permission, .partial, because: "what runs unasked is chosen in the editor")
        recorder.cover(id, .telemetry, .partial, because: "the editor's settings decide on telemetry")
        for member in members {
            guard let root = member.file.document?.root, root.isObject || root.isArray else {
                if member.file.refusal != nil || member.file.document != nil {
                    let problem = Diagnostic(.syntax, "the file is a map", at: nil)
                    recorder.refuse(
                        member.file.refusal == nil ? member.file.refused(problem) : member.file, for: id,
                        tables: Self.tables)
                } else {
                    InstructionText.record(
                        member.file, kind: member.role.role == .command ? "command" : "rules",
                        name: member.file.path.name, runsShell: false, for: id, into: &recorder)
                }
                continue
            }
            switch member.role.role {
            case .permissions: record(permissions: root, in: member.file, into: &recorder)
            default: record(config: root, in: member.file, into: &recorder)
            }
        }
    }

    private func record(config root: Node, in file: SourceFile, into recorder: inout Recorder) {
        let isJSON = file.document?.format == .json
        SettingReader.record(file, root, level: level, for: id, into: &recorder) { keys in
            isJSON || Self.keys.contains(keys.first ?? "") ? nil : "the reference has no such key"
        }
        record(servers: root["mcpServers"], in: file, into: &recorder)
        // A server of a file of JSON can stand there without the map around it.
        if isJSON, root["mcpServers"] == nil, root["command"] != nil || root["url"] != nil {
            let name = String(file.path.name.dropLast(5))
            let map = Node(
                .object([Documents.Member(key: name, keyPosition: root.position, value: root)]), at: root.position)
            record(map, pointer: "", in: file, into: &recorder)
        }
        for part in root.members where part.key != "mcpServers" {
            Credentials.record(
                below: part.value, pointer: "/" + Node.escape(part.key), in: file, for: id, into: &recorder
            ) { _ in "agent" }
        }
        recordModels(root["models"], in: file, into: &recorder)
        if root["rules"] != nil || root["prompts"] != nil {
            InstructionText.record(
                file, kind: "rules", name: file.path.name, runsShell: false, for: id, into: &recorder)
        }
        for key in ["models", "rules", "prompts", "mcpServers", "context", "docs", "data"] {
            recordBlocks(root[key], key, in: file, into: &recorder)
        }
        for (index, entry) in (root["docs"]?.elements ?? []).enumerated() {
            guard let address = entry["startUrl"], let text = address.string else { continue }
            recorder.record(
                .dataSource, ["kind": "web", "name": .text(Redaction.redact(text)), "write_access": false], for: id,
                in: file, at: address.position, pointer: "/docs/\(index)/startUrl")
        }
        for (index, entry) in (root["data"]?.elements ?? []).enumerated() {
            guard let place = entry["destination"], let text = place.string else { continue }
            let isRemote = text.contains("://") && !text.hasPrefix("file:")
            let address = ServerAddress(text)
            recorder.record(
                .telemetry,
                [
                    "kind": "log", "enabled": true, "destination": .text(Redaction.redact(text)),
                    "remote": .boolean(isRemote && address.kind != "loopback"),
                    "tls": isRemote ? Value(address.tls) : .null,
                    "captures_actions": .boolean(
                        entry["events"] == nil
                            || entry["events"]?.texts.contains { ["toolUsage", "*"].contains($0) } == true),
                    "captures_prompts": .boolean(entry["level"]?.string != "noCode"),
                ], for: id, in: file, at: place.position, pointer: "/data/\(index)/destination")
        }
    }

    /// Servers stand in a list here, each with its name.
    private func record(servers: Node?, in file: SourceFile, into recorder: inout Recorder) {
        if let servers, servers.isObject { record(servers, pointer: "/mcpServers", in: file, into: &recorder) }
        for (index, node) in (servers?.elements ?? []).enumerated() where node["uses"] == nil {
            var members = node.members
            if let key = node["apiKey"], let place = node["apiKey"]?.position, node["url"] != nil {
                let header = Documents.Member(key: "Authorization", keyPosition: place, value: key)
                members.append(
                    Documents.Member(key: "headers", keyPosition: place, value: Node(.object([header]), at: place)))
            } else if let headers = node.at(["requestOptions", "headers"]) {
                members.append(Documents.Member(key: "headers", keyPosition: headers.position, value: headers))
            }
            let name = node["name"]?.string ?? String(index)
            let map = Node(
                .object([
                    Documents.Member(
                        key: name, keyPosition: node.position, value: Node(.object(members), at: node.position))
                ]), at: node.position)
            record(map, pointer: "/mcpServers", in: file, into: &recorder)
        }
    }

    private func record(_ map: Node, pointer: String, in file: SourceFile, into recorder: inout Recorder) {
        MCPServerReader(client: "Continue", dialect: .common).record(
            servers: map, pointer: pointer, in: file, for: id, approval: { _ in nil }, into: &recorder)
    }

    private func recordModels(_ models: Node?, in file: SourceFile, into recorder: inout Recorder) {
        for (index, node) in (models?.elements ?? []).enumerated() where node["uses"] == nil {
            let name = node["model"]?.string
            let endpoint = node["apiBase"]?.string
            recorder.record(
                .model,
                [
                    "actor": "main", "provider": Value(node["provider"]?.string), "name": Value(name),
                    "pinned": ModelName.pinned(name),
                    "parameters_billion": ModelName.size(name),
                    "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                    "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
                ], for: id, in: file, at: (node["model"] ?? node).position, pointer: "/models/\(index)/model")
        }
    }

    /// `uses: owner/block` takes a block from the hub; without a version the newest.
    private func recordBlocks(_ list: Node?, _ key: String, in file: SourceFile, into recorder: inout Recorder) {
        for (index, entry) in (list?.elements ?? []).enumerated() {
            guard let uses = entry["uses"], let text = uses.string else { continue }
            let isFile = text.hasPrefix("file:") || text.hasPrefix(".")
            let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
            let version = parts.count > 1 ? parts[1] : nil
            recorder.record(
                .component,
                [
                    "kind": "extension", "name": .text(parts.first ?? text), "version": Value(version),
                    "pin": .text(isFile ? "local" : version.map(LaunchCommand.pin) ?? "none"),
                    "source": .text(isFile ? "local" : "hub.continue.dev"), "enabled": true,
                    "auto_update": .boolean(!isFile && version.map(LaunchCommand.pin) != "exact"),
                ], for: id, in: file, at: uses.position, pointer: "/\(key)/\(index)/uses")
        }
    }

    /// The permissions of the command line: `Tool` or `Tool(pattern)` in the lists allow, ask and exclude.
    private func record(permissions root: Node, in file: SourceFile, into recorder: inout Recorder) {
        SettingReader.record(file, root, level: level, for: id, into: &recorder) { keys in
            ["allow", "ask", "exclude"].contains(keys.first ?? "") ? nil : "there is no such list"
        }
        for (list, effect) in [("allow", "allow"), ("ask", "ask"), ("exclude", "deny")] {
            for (index, node) in (root[list]?.elements ?? []).enumerated() {
                guard let text = node.string else { continue }
                let rule = PermissionRule(text, effect: "ask")
                recorder.record(
                    .permission,
                    [
                        "actor": "main", "effect": .text(effect), "capability": .text(rule.capability),
                        "target": .text(rule.target), "breadth": .text(rule.breadth), "hazard": .text(rule.hazard),
                        "rule": .text(text), "level": .text(level), "effective": true,
                    ], for: id, in: file, at: node.position, pointer: "/\(list)/\(index)")
            }
        }
    }
}
