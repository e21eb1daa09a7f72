internal import Compliance
internal import Documents

extension CodexAgent {
    /// Records the MCP servers, all levels merged; one that a demand does not admit is switched off.
    ///
    /// <https://developers.openai.com/codex/mcp>
    func recordServers(into recorder: inout Recorder) {
        for name in stack.keys("mcp_servers") {
            guard let found = stack.table(["mcp_servers", name]), found.node.isObject else { continue }
            let isAdmitted = stack.requirements.admits(name, found.node)
            record(
                server: name, isAdmitted ? found.node : found.node.setting("enabled", false),
                pointer: Node.pointer(found.layer.prefix + ["mcp_servers"]),
                in: found.layer.file, into: &recorder)
        }
    }

    /// Records one server and the variables that carry its secrets.
    func record(
        server name: String, _ node: Node, pointer: String, in file: SourceFile, into recorder: inout Recorder
    ) {
        let map = Node(
            .object([Documents.Member(key: name, keyPosition: node.position, value: node)]), at: node.position)
        let approval = approval(node["default_tools_approval_mode"]?.string)
        MCPServerReader(client: "Codex CLI", dialect: .codex).record(
            servers: map, pointer: pointer, in: file, for: id, approval: { _ in approval }, into: &recorder)
        recordVariables(
            node["env_http_headers"], holder: name, "\(pointer)/\(Node.escape(name))/env_http_headers", file,
            &recorder)
    }

    /// Which tools run unasked in a mode of approval.
    ///
    /// In `auto`, the default, each tool's own hints decide: unasked are those that say they only read, and those that say
    /// they neither destroy nor reach the world outside; a missing hint asks (`requires_mcp_tool_approval` in
    /// <https://github.com/openai/codex/blob/main/codex-rs/core/src/mcp_tool_call.rs>).
    private func approval(_ mode: String?) -> String? {
        if mode == "prompt" { return "none" }
        if mode == "approve" || policy == "never" { return "all" }
        return policy == nil ? nil : "marked"
    }

    /// Headers whose values are names of environment variables.
    private func recordVariables(
        _ headers: Node?, holder: String, _ pointer: String, _ file: SourceFile, _ recorder: inout Recorder
    ) {
        for header in headers?.members ?? [] {
            guard let variable = header.value.string else { continue }
            recorder.record(
                .credential,
                [
                    "holder": .text(holder), "name": .text(variable), "storage": "environment", "detector": "reference",
                ],
                for: id, in: file, at: header.value.position, pointer: "\(pointer)/\(Node.escape(header.key))")
        }
    }

    /// Records secrets of the environment of commands and of the model's provider, in force or not: they are written.
    func recordCredentials(into recorder: inout Recorder) {
        for layer in stack.files {
            if let variables = layer.root[path: ["shell_environment_policy", "set"]] {
                Credentials.record(
                    environment: variables, pointer: "/shell_environment_policy/set", holder: "agent", in: layer.file,
                    for: id, into: &recorder)
            }
            for provider in layer.root["model_providers"]?.members ?? [] {
                recordProvider(provider, layer, &recorder)
            }
            guard CodexKeys.isDenied(["otel"]), layer.level == "project" else { continue }
            for exporter in layer.root[path: ["otel", "exporter"]]?.members ?? [] {
                guard let headers = exporter.value["headers"] else { continue }
                Credentials.record(
                    environment: headers, pointer: "/otel/exporter/\(Node.escape(exporter.key))/headers",
                    holder: "agent", in: layer.file, for: id, into: &recorder)
            }
        }
    }

    private func recordProvider(_ provider: Documents.Member, _ layer: CodexLayer, _ recorder: inout Recorder) {
        let pointer = "/model_providers/\(Node.escape(provider.key))"
        let node = provider.value
        for key in ["http_headers", "query_params"] {
            guard let map = node[key] else { continue }
            Credentials.record(
                environment: map, pointer: "\(pointer)/\(key)", holder: "agent", in: layer.file, for: id,
                into: &recorder)
        }
        if let token = node["experimental_bearer_token"], let text = token.string {
            Credentials.record(
                text, name: "experimental_bearer_token", at: token.position,
                pointer: "\(pointer)/experimental_bearer_token", holder: "agent", in: layer.file, for: id,
                into: &recorder)
        }
        guard layer.level != "project" else { return }
        recordVariables(
            node["env_http_headers"], holder: "agent", "\(pointer)/env_http_headers", layer.file, &recorder)
        let places = [
            ("env_key", node["env_key"], "environment"), ("auth", node[path: ["auth", "command"]], "helper"),
        ]
        for (key, value, storage) in places {
            guard let value, let text = value.string else { continue }
            recorder.record(
                .credential,
                [
                    "holder": "agent", "name": .text(storage == "helper" ? "auth" : text),
                    "kind": storage == "helper" ? "helper" : "api-key", "storage": .text(storage),
                    "detector": "reference",
                ],
                for: id, in: layer.file, at: value.position, pointer: "\(pointer)/\(key)")
        }
    }
}
