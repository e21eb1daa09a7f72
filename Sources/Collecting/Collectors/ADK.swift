internal import Compliance
internal import Documents

/// Google's Agent Development Kit: agents in YAML.
///
/// Interpreted by the documents of August 2026. Names with dots are imported from Python, which is not read.
struct ADK: Collector {
    let name = "adk"
    let summary = "Google ADK: root_agent.yaml and the agents below it"
    let documentation = [
        "https://google.github.io/adk-docs/agents/config/",
        "https://github.com/google/adk-python/blob/main/src/google/adk/agents/config_schemas/AgentConfig.json",
    ]

    func kind(of path: FilePath) -> ArtifactKind? { nil }

    // Several products have a root_agent.yaml.
    let marks = [
        ContentMark(
            ArtifactKind("adk root agent", .yaml),
            anyOf: [["agent_class:"], ["AgentConfig.json"], ["instruction:", "model:"], ["sub_agents:"]]
        ) { $0.name == "root_agent.yaml" || $0.name == "root_agent.yml" },
        ContentMark(
            ArtifactKind("adk agent", .yaml), anyOf: [["agent_class:"], ["agents/config_schemas/AgentConfig.json"]],
            isAuxiliary: true,
            admits: ContentMark.extensions("yaml", "yml")),
    ]

    private static let tables: [Table] = [
        .tool, .model, .instruction, .delegation, .mcpServer, .guardrail, .budget, .approval,
    ]

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        let roots = files.filter { $0.kind.name == "adk root agent" }
        for file in files {
            // A sub-agent belongs to the nearest root above it.
            let home = roots.filter { file.path.isInside($0.path.folder) }.max {
                $0.path.components.count < $1.path.components.count
            }
            guard let home else { continue }
            var scribe = Scribe(AgentID("adk@\(home.path.folder.text)"), file, for: recorder)
            if file.path == home.path { scribe.declare(product: "Google ADK", plans: true) }
            if let root = file.document?.root, root.isObject {
                let agent = ADKAgent(root: root, isRoot: file.path == home.path)
                let missing = agent.files.filter { name in
                    !files.contains { $0.path == FilePath(name, from: file.path.folder) }
                }
                scribe.cover(Self.tables, agent.isCode || !missing.isEmpty ? .partial : .complete)
                if agent.isCode {
                    scribe.cover(
                        Self.tables, .partial, because: "tools, callbacks and agents named by Python paths are code")
                }
                if !missing.isEmpty {
                    let names = missing.map { Redaction.redact($0) }.joined(separator: ", ")
                    scribe.cover(Self.tables, .partial, because: "sub-agents that are not among the files: \(names)")
                }
                agent.record(&scribe)
            } else {
                scribe.refuse(Self.tables)
            }
            recorder.merge(scribe.recorder)
        }
    }
}

/// One agent of ADK.
struct ADKAgent {
    let root: Node
    let isRoot: Bool

    /// The files of its sub-agents.
    var files: [String] { (root["sub_agents"]?.elements ?? []).compactMap { $0["config_path"]?.string } }

    /// Whether some of it stands in Python.
    var isCode: Bool {
        let callbacks = ["before_model", "after_model", "before_tool", "after_tool", "before_agent", "after_agent"]
        return root["tools"] != nil || callbacks.contains { root[$0 + "_callbacks"] != nil }
            || (root["sub_agents"]?.elements ?? []).contains { $0["code"] != nil }
            || !["LlmAgent", "LoopAgent", "ParallelAgent", "SequentialAgent"].contains(
                root["agent_class"]?.string ?? "LlmAgent")
    }

    func record(_ scribe: inout Scribe) {
        let name = Redaction.redact(root["name"]?.string ?? "agent")
        let actor = isRoot ? "main" : name
        let kind = root["agent_class"]?.string ?? "LlmAgent"
        scribe.settings(root)
        scribe.secrets(in: root, holder: "agent")
        if kind == "LlmAgent", root["model"] != nil || isRoot {
            scribe.model(
                actor, provider: root["model"]?.string.flatMap(ModelName.provider) ?? "Google",
                name: root["model"]?.string, at: root["model"], "/model")
        }
        if let text = root["instruction"] {
            scribe.instruction(name, kind: isRoot ? "instructions" : "sub-agent", text, "/instruction")
        }
        for (index, peer) in (root["sub_agents"]?.elements ?? []).enumerated() {
            guard let node = peer["config_path"] ?? peer["code"], let text = node.string else { continue }
            scribe.add(
                .delegation, at: node, "/sub_agents/\(index)",
                ["peer": .text(Redaction.redact(text)), "transport": "in-process"])
        }
        if kind == "LoopAgent" {
            let bound = root["max_iterations"]
            scribe.add(
                .budget, at: bound ?? root["agent_class"], bound == nil ? "/agent_class" : "/max_iterations",
                [
                    "actor": .text(actor), "kind": "turns", "value": bound?.number.map(Value.real) ?? .null,
                    "unit": "iterations",
                ])
        }
        recordTools(actor, &scribe)
        recordGuards(&scribe)
        // Which tools there are, Python may decide: only those that are named have a gate, or none.
        UnaskedTool.record(of: scribe.recorder.evidence[.tool].filter { $0["actor"].text == actor }, in: &scribe)
    }

    private func recordTools(_ actor: String, _ scribe: inout Scribe) {
        for (index, tool) in (root["tools"]?.elements ?? []).enumerated() {
            guard let node = tool["name"], let name = node.string else { continue }
            let pointer = "/tools/\(index)"
            let short = name.split(separator: ".").last.map(String.init) ?? name
            guard ["McpToolset", "MCPToolset"].contains(short), let arguments = tool["args"] else {
                let effects = ["google_search": "network", "url_context": "network", "code_execution": "execute"]
                let isAsked = tool[path: ["args", "require_confirmation"]]?.boolean == true
                scribe.tool(
                    name, actor: actor, effect: effects[short] ?? ToolName.effect(short),
                    approval: isAsked ? "always" : "never", at: node, pointer + "/name")
                continue
            }
            for member in arguments.members where member.key.hasSuffix("_params") {
                let inner = member.value["server_params"] ?? member.value
                let title = inner["command"]?.string ?? inner["url"]?.string.map { ServerAddress($0).host } ?? "mcp"
                let map = Node(
                    .object([Member(key: title, keyPosition: member.keyPosition, value: inner)]), at: inner.position)
                scribe.servers(map, "\(pointer)/args/\(member.key)", client: "Google ADK") { _ in "all" }
                let filter = arguments["tool_filter"]?.elements ?? []
                for entry in filter.isEmpty ? [node] : filter {
                    scribe.tool(
                        filter.isEmpty ? "*" : entry.string ?? "*", actor: actor, origin: "mcp", server: title,
                        approval: "never", at: entry, pointer + (filter.isEmpty ? "/name" : "/args/tool_filter"))
                }
            }
        }
    }

    /// Callbacks that can stop a call, and the model's safety settings.
    private func recordGuards(_ scribe: inout Scribe) {
        let stages = [
            ("before_model_callbacks", "input"), ("after_model_callbacks", "output"), ("before_tool_callbacks", "tool"),
        ]
        for (key, stage) in stages {
            for (index, callback) in (root[key]?.elements ?? []).enumerated() {
                guard let name = callback["name"] else { continue }
                scribe.add(
                    .guardrail, at: name, "/\(key)/\(index)",
                    ["stage": .text(stage), "provider": .text("callback: \(Redaction.redact(name.string ?? ""))")])
            }
        }
        for (index, setting) in (root[path: ["generate_content_config", "safety_settings"]]?.elements ?? [])
            .enumerated()
        {
            let threshold = setting["threshold"]?.string ?? ""
            scribe.add(
                .guardrail, at: setting["category"] ?? setting, "/generate_content_config/safety_settings/\(index)",
                [
                    "stage": "output", "provider": .text("safety setting \(setting["category"]?.string ?? "")"),
                    "blocking": .boolean(!["BLOCK_NONE", "OFF"].contains(threshold)),
                ])
        }
    }
}
