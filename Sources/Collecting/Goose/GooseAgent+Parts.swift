internal import Compliance
internal import Documents

extension GooseAgent {
    /// Records the extensions that are servers.
    func recordExtensions(into recorder: inout Recorder) {
        guard let file = config else { return }
        for item in extensions {
            record(item, in: file, pointer: "/extensions", into: &recorder)
        }
    }

    /// Records one extension as a server, and the variables that it is given from the key store.
    private func record(_ item: Extension, in file: SourceFile, pointer: String, into recorder: inout Recorder) {
        guard ["stdio", "sse", "streamable_http"].contains(item.type) else { return }
        let map = Node(
            .object([
                Documents.Member(key: item.name, keyPosition: item.node.position, value: Self.common(item.node))
            ]), at: item.node.position)
        let approval: String? = mode == "auto" ? "all" : mode == "smart_approve" ? nil : "none"
        MCPServerReader(client: "Goose", dialect: .goose).record(
            servers: map, pointer: pointer, in: file, for: id, approval: { _ in approval }, into: &recorder)
        for (index, key) in (item.node["env_keys"]?.elements ?? []).enumerated() {
            guard let name = key.string, SecretScanner.isSecretName(name) else { continue }
            recorder.record(
                .credential,
                ["holder": .text(item.name), "name": .text(name), "storage": "vault", "detector": "reference"],
                for: id, in: file, at: key.position,
                pointer: "\(pointer)/\(Node.escape(item.name))/env_keys/\(index)")
        }
    }

    /// The entry as other clients write it.
    private static func common(_ node: Node) -> Node {
        let names = ["cmd": "command", "envs": "env", "uri": "url", "available_tools": "includeTools"]
        return Node(
            .object(
                node.members.compactMap { member in
                    // An empty list of tools offers all.
                    if member.key == "available_tools", member.value.elements.isEmpty { return nil }
                    return Documents.Member(
                        key: names[member.key] ?? member.key, keyPosition: member.keyPosition, value: member.value)
                }), at: node.position)
    }

    /// Records secrets outside of the extensions, and those that a file holds because there is no key store.
    func recordCredentials(into recorder: inout Recorder) {
        for part in config?.document?.root.members ?? [] where part.key != "extensions" {
            guard let file = config else { continue }
            Credentials.record(
                below: Node(.object([part]), at: part.keyPosition), in: file, for: id, into: &recorder
            ) { _ in "agent" }
        }
        for member in members where member.role.role == .secrets {
            guard let root = member.file.document?.root else {
                recorder.refuse(member.file, for: id, tables: [.credential])
                continue
            }
            for secret in root.members where secret.value.string?.isEmpty == false {
                recorder.record(
                    .credential,
                    [
                        "holder": "agent", "name": .text(secret.key), "storage": "inline", "detector": "secrets-file",
                    ], for: id, in: member.file, at: secret.keyPosition, pointer: "/" + Node.escape(secret.key))
            }
        }
    }

    /// Records recipes: their text, their extensions, the commands that check a run, and recipes below them.
    ///
    /// <https://block.github.io/goose/docs/guides/recipes/recipe-reference>
    func recordRecipes(into recorder: inout Recorder) {
        for member in members where [.recipe, .hints].contains(member.role.role) {
            let file = member.file
            guard file.refusal == nil else {
                recorder.refuse(file, for: id, tables: [.instruction, .mcpServer, .hook, .delegation, .model])
                continue
            }
            let root = file.document?.root
            InstructionText.record(
                file, kind: member.role.role == .hints ? "instructions" : "command",
                name: root?["title"]?.string ?? file.path.name, runsShell: false, for: id, into: &recorder)
            for (index, node) in (root?["extensions"]?.elements ?? []).enumerated() {
                let item = Extension(
                    name: node["name"]?.string ?? String(index), node: node, path: ["extensions", String(index)])
                record(item, in: file, pointer: "/extensions", into: &recorder)
            }
            for (index, node) in (root?["sub_recipes"]?.elements ?? []).enumerated() {
                recorder.record(
                    .delegation,
                    ["peer": .text(node["name"]?.string ?? "recipe \(index)"), "transport": "in-process"], for: id,
                    in: file, at: node.position, pointer: "/sub_recipes/\(index)")
            }
            recordChecks(root?["retry"], in: file, into: &recorder)
        }
    }

    private func recordChecks(_ retry: Node?, in file: SourceFile, into recorder: inout Recorder) {
        var commands = (retry?["checks"]?.elements ?? []).enumerated().compactMap { index, check in
            check["command"].map { ("retry check", $0, "/retry/checks/\(index)/command") }
        }
        if let last = retry?["on_failure"] { commands.append(("retry failure", last, "/retry/on_failure")) }
        for (event, node, pointer) in commands {
            guard let text = node.string else { continue }
            recorder.record(
                .hook,
                KiroAgent.hook(
                    event: event, matcher: nil, text, seconds: retry?["timeout_seconds"]?.number ?? 300,
                    level: "project", isOn: true), for: id, in: file, at: node.position, pointer: pointer)
        }
    }

    /// Records that nothing isolates it, what is kept, the bounds, the models.
    func recordSurroundings(into recorder: inout Recorder) {
        let mode = ["GOOSE_MODE"]
        // In the mode `chat` no tool runs, so there is nothing to isolate.
        if self.mode != "chat" {
            stack.record(
                .sandbox, at: mode,
                [
                    "kind": "none", "enabled": false, "required": false, "escapable": true,
                    "auto_allow": .boolean(self.mode == "auto"), "filesystem": "full", "network": "open",
                    "weakened": false, "exclusions": 0, "covers_mcp": false,
                ], into: &recorder)
            stack.record(
                .egress, at: mode,
                ["destination": "*", "breadth": "any", "effect": "allow", "enforced_by": "permission"],
                into: &recorder)
            stack.record(
                .delegation, at: ["GOOSE_SUBAGENT_MAX_TURNS"],
                ["peer": "sub-agents", "transport": "in-process", "depth_limit": 1], into: &recorder)
        }
        // A check of tool calls for injected instructions, off by default; it asks before it lets through.
        if stack.boolean("SECURITY_PROMPT_ENABLED") == true {
            stack.record(
                .guardrail, at: ["SECURITY_PROMPT_ENABLED"],
                ["stage": "tool", "provider": "goose prompt injection detection", "blocking": true], into: &recorder)
        }
        for (actor, key, usual) in [
            ("main", "GOOSE_MAX_TURNS", 1000.0), ("sub-agents", "GOOSE_SUBAGENT_MAX_TURNS", 25),
        ] {
            stack.record(
                .budget, at: [key],
                [
                    "actor": .text(actor), "kind": "turns", "value": .real(stack.value([key])?.node.number ?? usual),
                    "unit": "turns",
                ], into: &recorder)
        }
        stack.record(
            .memory, at: [],
            ["actor": "main", "kind": "transcript", "enabled": true, "scope": "user", "writable_by": "agent"],
            into: &recorder)
        if let notes = extensions.first(where: { $0.name == "memory" }) {
            stack.record(
                .memory, at: notes.path,
                [
                    "actor": "main", "kind": "notes", "enabled": .boolean(notes.isOn), "scope": "user",
                    "writable_by": "agent",
                ], into: &recorder)
        }
        stack.record(
            .telemetry, at: [],
            [
                "kind": "transcript", "enabled": true, "destination": "local", "remote": false,
                "captures_actions": true, "captures_prompts": true,
            ], into: &recorder)
        recordModels(into: &recorder)
    }

    private func recordModels(into recorder: inout Recorder) {
        // Newer versions keep a model for each provider; the old keys are read where there is no active provider.
        let active = stack.text("active_provider")
        for prefix in ["GOOSE_", "GOOSE_LEAD_", "GOOSE_PLANNER_"] {
            let usual = prefix == "GOOSE_" ? active.map { ["providers", $0, "model"] } : nil
            let path = usual.flatMap { stack.value($0) == nil ? nil : $0 } ?? ["\(prefix)MODEL"]
            let name = stack.value(path)?.node.string
            guard name != nil || prefix == "GOOSE_" else { continue }
            let chosen = prefix == "GOOSE_" ? active : stack.text("\(prefix)PROVIDER") ?? active
            let provider = chosen ?? stack.text("GOOSE_PROVIDER")
            let key = "\((provider ?? "").uppercased())_HOST"
            let endpoint = stack.text(key)
            stack.record(
                .model, at: name != nil ? path : active == nil ? ["\(prefix)PROVIDER"] : ["active_provider"],
                [
                    "actor": "main", "provider": Value(provider), "name": Value(name),
                    "pinned": ModelName.pinned(name),
                    "parameters_billion": ModelName.size(name),
                    "endpoint": Value(endpoint.map { Redaction.redact($0) }),
                    "endpoint_tls": Value(endpoint.flatMap { ServerAddress($0).tls }),
                ], into: &recorder)
        }
    }
}
