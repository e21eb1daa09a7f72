internal import Compliance
internal import Documents

/// Langflow: exported flows.
///
/// Interpreted by version 1.6. Each node carries the source of its component, which runs; it is not read here.
struct Langflow: Collector {
    let name = "langflow"
    let summary = "Langflow: exported flows: agents, tools, models, MCP servers, secrets"
    let documentation = [
        "https://docs.langflow.org/concepts-flows-import", "https://docs.langflow.org/agents",
        "https://docs.langflow.org/mcp-client", "https://docs.langflow.org/configuration-global-variables",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("langflow flow", .json),
            anyOf: [["\"nodes\"", "\"edges\"", "\"template\"", "\"_input_type\""]],
            admits: ContentMark.extensions("json"))
    ]

    private static let tables: [Table] = [.tool, .model, .mcpServer, .instruction, .credential, .budget, .approval]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? ""
            var scribe = Scribe(AgentID("langflow@\(file.path.folder.text)#\(stem)"), file, for: recorder)
            guard let nodes = file.document?.root[path: ["data", "nodes"]], nodes.isArray else {
                scribe.declare(product: "Langflow", kind: "workflow", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            let hasAgent = nodes.elements.contains { $0[path: ["data", "type"]]?.string?.hasSuffix("Agent") == true }
            scribe.declare(product: "Langflow", kind: "workflow", plans: hasAgent)
            scribe.cover(Self.tables, .partial, because: "components are code, which is not read")
            for (index, node) in nodes.elements.enumerated() {
                guard let data = node["data"], let template = data[path: ["node", "template"]] else { continue }
                record(data, template, "/data/nodes/\(index)/data", &scribe)
            }
            // Components that only talk have nothing to be asked about.
            let acting = scribe.recorder.evidence[.tool].filter { $0["effect"] != "read" }
            if let first = acting.first(where: { $0["effect"] != .null }) ?? acting.first {
                scribe.recorder.record(.approval, ["covers": "any", "mode": "never", "bypassable": false], at: first)
            }
            recorder.merge(scribe.recorder)
        }
    }

    private func record(_ data: Node, _ template: Node, _ pointer: String, _ scribe: inout Scribe) {
        let type = data["type"]?.string ?? ""
        let label = Redaction.redact(data[path: ["node", "display_name"]]?.string ?? type)
        let place = pointer + "/node/template"
        let value = { (key: String) in template[path: [key, "value"]] }
        for field in template.members where field.key != "code" {
            guard let node = field.value["value"] else { continue }
            let path = "\(place)/\(Node.escape(field.key))/value"
            recordSecret(field, node, label, path, &scribe)
            recordVerification(field.key, node, path, &scribe)
        }
        if let model = value("model_name") ?? (type == "EmbeddingModel" ? value("model") : nil) {
            let provider = value("agent_llm") ?? value("provider")
            scribe.model(
                label, provider: provider?.string, name: model.string, endpoint: value("base_url")?.string, at: model,
                place + "/model_name/value")
        }
        if let text = value("system_prompt") ?? value("system_message") {
            scribe.instruction(label, text, place + "/system_prompt/value")
        }
        if let bound = value("max_iterations") {
            scribe.add(
                .budget, at: bound, place + "/max_iterations/value",
                [
                    "actor": .text(label), "kind": "turns", "value": bound.number.map(Value.real) ?? .null,
                    "unit": "iterations",
                ])
        }
        if type == "Webhook" {
            scribe.add(.trigger, at: data["type"], pointer + "/type", ["kind": "webhook", "expression": .text(label)])
        }
        if type.hasPrefix("MCP"), let server = value("mcp_server") {
            let name = server["name"]?.string ?? label
            let inner = server["config"] ?? server
            let map = Node(.object([Member(key: name, keyPosition: inner.position, value: inner)]), at: inner.position)
            scribe.servers(map, place + "/mcp_server/value/config", client: "Langflow") { _ in "all" }
            recordTools(of: name, data, template["tools_metadata"]?["value"], pointer, &scribe)
        } else if data[path: ["node", "tool_mode"]]?.boolean == true || type.hasPrefix("PythonREPL") {
            scribe.tool(
                label, effect: type.hasPrefix("Python") ? "execute" : ToolName.effect(type), approval: "never",
                at: data["type"], pointer + "/type")
        }
    }

    /// The tools of a server, where the flow keeps its list of them: those with a tick are offered.
    private func recordTools(
        of server: String, _ data: Node, _ list: Node?, _ pointer: String, _ scribe: inout Scribe
    ) {
        let listed = (list?.elements ?? []).enumerated().filter { $0.element["name"]?.string != nil }
        for (index, tool) in listed where tool["status"]?.boolean != false {
            scribe.tool(
                tool["name"]?.string ?? "", origin: "mcp", server: server, approval: "never", at: tool["name"],
                "\(pointer)/node/template/tools_metadata/value/\(index)/name")
        }
        guard listed.isEmpty else { return }
        scribe.tool("*", origin: "mcp", server: server, approval: "never", at: data["type"], pointer + "/type")
    }

    /// Whether a component checks the certificate of what it connects to.
    private func recordVerification(_ key: String, _ node: Node, _ path: String, _ scribe: inout Scribe) {
        guard ["verify_certs", "verify_ssl", "ssl_verify", "verify"].contains(key), let isOn = node.boolean else {
            return
        }
        scribe.add(
            .setting, at: node, path,
            [
                "level": "project", "key": .text(key), "type": "boolean", "value": .text(isOn ? "true" : "false"),
                "status": "in-force",
            ])
    }

    /// A field of a secret holds the name of a global variable when `load_from_db` is set, and else the secret itself.
    private func recordSecret(
        _ field: Member, _ node: Node, _ label: String, _ path: String, _ scribe: inout Scribe
    ) {
        let isSecret =
            field.value["_input_type"]?.string == "SecretStrInput" || field.value["password"]?.boolean == true
        guard isSecret, let text = node.string, !text.isEmpty else {
            if field.key != "mcp_server" { scribe.secrets(in: node, holder: label, path) }
            return
        }
        if field.value["load_from_db"]?.boolean == true {
            scribe.add(
                .credential, at: node, path,
                [
                    "holder": .text(label), "name": .text(Redaction.redact(text)), "storage": "vault",
                    "detector": "langflow-variable",
                ])
        } else {
            scribe.credential(node, name: field.key, holder: label, path)
        }
    }
}
