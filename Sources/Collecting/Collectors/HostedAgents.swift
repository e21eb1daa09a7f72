internal import Compliance
internal import Documents

/// Agents that a service keeps, as its interface shows them in JSON: OpenAI assistants, agents of Azure AI Foundry, requests to
/// OpenAI's Responses interface with remote tools.
///
/// Interpreted by the references of August 2026. OpenAI's Agent Builder exports programs, which are not read.
struct HostedAgents: Collector {
    let name = "hosted-agents"
    let summary = "OpenAI assistants and Azure AI Foundry agents as JSON; Responses requests with MCP tools"
    let documentation = [
        "https://platform.openai.com/docs/api-reference/assistants/object",
        "https://platform.openai.com/docs/guides/tools-connectors-mcp",
        "https://learn.microsoft.com/en-us/rest/api/aifoundry/aiagents/",
        "https://learn.microsoft.com/en-us/azure/ai-foundry/agents/how-to/tools/model-context-protocol",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    let marks = [
        ContentMark(
            ArtifactKind("hosted agent", .json, isOptional: true),
            anyOf: [
                ["\"object\": \"assistant\"", "\"instructions\""], ["\"object\":\"assistant\"", "\"instructions\""],
                ["\"agent.version\"", "\"definition\""],
                ["\"server_label\"", "\"server_url\"", "\"tools\""],
            ],
            admits: ContentMark.extensions("json"))
    ]

    private static let tables: [Table] = [
        .tool, .approval, .model, .instruction, .mcpServer, .credential, .dataSource,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            let stem = file.path.name.split(separator: ".").first.map(String.init) ?? "agent"
            guard let root = file.document?.root else {
                var scribe = Scribe(AgentID("hosted-agents@\(file.path.folder.text)#\(stem)"), file, for: recorder)
                scribe.declare(product: "hosted agent", plans: nil)
                scribe.refuse(Self.tables)
                recorder.merge(scribe.recorder)
                continue
            }
            for (agent, pointer, title) in Self.agents(root) {
                let name = Redaction.redact(title ?? stem)
                var scribe = Scribe(AgentID("hosted-agents@\(file.path.folder.text)#\(name)"), file, for: recorder)
                let isFoundry = pointer.hasSuffix("/definition")
                scribe.declare(product: isFoundry ? "Azure AI Foundry" : "OpenAI", plans: true)
                scribe.cover(Self.tables, .complete)
                scribe.cover([.telemetry], .none, because: "the service's own records are not in the export")
                record(agent, pointer, name, isFoundry ? nil : "OpenAI", &scribe)
                recorder.merge(scribe.recorder)
            }
        }
    }

    /// The agents of an export: one, or a list under `data`.
    private static func agents(_ root: Node) -> [(node: Node, pointer: String, name: String?)] {
        let list = root["data"]?.elements ?? (root.isArray ? root.elements : [])
        let all = list.isEmpty ? [(root, "")] : list.enumerated().map { ($1, root.isArray ? "/\($0)" : "/data/\($0)") }
        return all.compactMap { node, pointer in
            let current = node[path: ["versions", "latest"]] ?? node
            let place = node[path: ["versions", "latest"]] == nil ? pointer : pointer + "/versions/latest"
            let name = (node["name"] ?? current["name"])?.string
            if let definition = current["definition"], definition["tools"] != nil || definition["instructions"] != nil {
                return (definition, place + "/definition", name)
            }
            let isOne = node["object"]?.string == "assistant" || node["tools"]?.elements.isEmpty == false
            return isOne && node["model"] != nil ? (node, pointer, name) : nil
        }
    }

    private func record(
        _ agent: Node, _ pointer: String, _ name: String, _ provider: String?, _ scribe: inout Scribe
    ) {
        scribe.settings(agent, pointer)
        scribe.secrets(in: agent, holder: "agent", pointer)
        if let model = agent["model"] {
            scribe.model("main", provider: provider, name: model.string, at: model, pointer + "/model")
        }
        agent["instructions"].map { scribe.instruction(name, $0, pointer + "/instructions") }
        let tools = DeclaredTools(root: agent["tools"], pointer: pointer + "/tools", style: .openAI)
        tools.record(&scribe)
        tools.recordApproval(
            at: agent["tools"] ?? agent, pointer + (agent["tools"] == nil ? "" : "/tools"), &scribe)
        let resources = agent[path: ["tool_resources", "file_search", "vector_store_ids"]]?.elements ?? []
        for (index, store) in resources.enumerated() {
            scribe.add(
                .dataSource, at: store, "\(pointer)/tool_resources/file_search/vector_store_ids/\(index)",
                [
                    "kind": "document-store", "name": .text(Redaction.redact(store.string ?? "store")),
                    "write_access": false,
                ])
        }
    }
}
