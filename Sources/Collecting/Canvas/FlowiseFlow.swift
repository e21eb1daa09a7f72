internal import Compliance
internal import Documents

/// One exported flow.
struct FlowiseFlow {
    let root: Node

    private var nodes: [(data: Node, pointer: String)] {
        (root["nodes"]?.elements ?? []).enumerated().compactMap { index, node in
            node["data"].map { ($0, "/nodes/\(index)/data") }
        }
    }

    /// Whether a model chooses the steps.
    var hasAgent: Bool {
        nodes.contains { $0.data["name"]?.string == "agentAgentflow" || $0.data["category"]?.string == "Agents" }
    }

    func record(_ scribe: inout Scribe) {
        let gates = FlowiseGates(root).gates
        var gate: (node: Node?, pointer: String)?
        var approval = FlowApproval(hasGate: gates.isStanding)
        for (data, pointer) in nodes {
            let inputs = data["inputs"] ?? Node(.object([]), at: data.position)
            scribe.settings(inputs, pointer + "/inputs")
            scribe.secrets(in: inputs, holder: data["label"]?.string ?? "node", pointer + "/inputs")
            if FlowiseGates.asks(data) { gate = (data["name"] ?? data, pointer + "/name") }
            if let credential = data["credential"] ?? inputs["FLOWISE_CREDENTIAL_ID"],
                credential.string?.isEmpty == false
            {
                scribe.add(
                    .credential, at: credential, pointer + "/credential",
                    [
                        "holder": .text(Redaction.redact(data["label"]?.string ?? "node")), "name": "credential",
                        "storage": "vault", "detector": "flowise-credential",
                    ])
            }
            let known = scribe.recorder.evidence[.tool].count
            let id = data["id"]?.string ?? ""
            record(data, inputs, pointer, isShown: gates.shows(id), &scribe)
            for tool in scribe.recorder.evidence[.tool].dropFirst(known) {
                let isAsked = gates.guards(id) || tool["approval"] == "always"
                approval.take(tool["effect"].text, isAsked: isAsked)
            }
            if (inputs["agentTools"]?.elements ?? []).contains(where: Self.asks), gate == nil {
                gate = (inputs["agentTools"] ?? data, pointer + "/inputs/agentTools")
            }
        }
        approval.record(gate: gate, flow: (root, ""), &scribe)
    }

    /// The field holds an empty text or the truth value.
    private static func asks(_ tool: Node) -> Bool { tool["agentSelectedToolRequiresHumanInput"]?.boolean == true }

    private static let effects = [
        "customTool": "execute", "codeInterpreterE2B": "execute", "chainTool": "execute", "chatflowTool": "execute",
        "requestsGet": "network", "requestsPost": "network", "googleCustomSearch": "network", "serpAPI": "network",
        "tavilyAPI": "network", "braveSearchAPI": "network", "calculator": "read", "currentDateTime": "read",
        "readFile": "read", "writeFile": "write", "pythonInterpreter": "execute", "gmail": "write",
        "customMCP": "execute",
    ]

    /// `isShown` says whether a person saw what the node does.
    private func record(
        _ data: Node, _ inputs: Node, _ pointer: String, isShown: Bool, _ scribe: inout Scribe
    ) {
        let approval = isShown ? "always" : "never"
        let label = Redaction.redact(data["label"]?.string ?? "node")
        let place = pointer + "/inputs"
        switch data["name"]?.string ?? "" {
        case "agentAgentflow": agent(inputs, label, place, &scribe)
        case "llmAgentflow": model(inputs, "llmModel", label, place, &scribe)
        case "toolAgentflow":
            let node = inputs["toolAgentflowSelectedTool"]
            guard let name = node?.string else { return }
            scribe.tool(
                name, actor: label, effect: Self.effects[name] ?? ToolName.effect(name), approval: approval, at: node,
                place + "/toolAgentflowSelectedTool")
        case "customFunctionAgentflow":
            scribe.tool(label, effect: "execute", approval: approval, at: data["name"], pointer + "/name")
        case "httpAgentflow":
            let isRead = ["GET", "HEAD"].contains(inputs["method"]?.string?.uppercased() ?? "GET")
            scribe.tool(
                label, effect: isRead ? "network" : "write", approval: approval, at: inputs["url"] ?? data["name"],
                place + "/url")
        case "executeFlowAgentflow":
            scribe.add(
                .delegation, at: inputs["executeFlowSelectedFlow"] ?? data["name"], place + "/executeFlowSelectedFlow",
                ["peer": .text(label), "transport": "in-process"])
        case "loopAgentflow":
            guard let bound = inputs["maxLoopCount"] else { return }
            scribe.add(
                .budget, at: bound, place + "/maxLoopCount",
                [
                    "actor": .text(label), "kind": "turns", "unit": "rounds",
                    "value": (bound.number ?? bound.string.flatMap(Double.init)).map(Value.real) ?? .null,
                ])
        default: former(data, inputs, label, pointer, &scribe)
        }
    }

    private func model(_ inputs: Node, _ key: String, _ actor: String, _ place: String, _ scribe: inout Scribe) {
        guard let provider = inputs[key]?.string else { return }
        let settings = inputs["\(key)Config"]
        scribe.model(
            actor, provider: provider, name: settings?["modelName"]?.string,
            endpoint: settings?["basepath"]?.string.flatMap { $0.isEmpty ? nil : $0 },
            at: settings?["modelName"] ?? inputs[key], "\(place)/\(settings == nil ? key : key + "Config/modelName")")
    }

    private func agent(_ inputs: Node, _ label: String, _ place: String, _ scribe: inout Scribe) {
        model(inputs, "agentModel", label, place, &scribe)
        for (index, message) in (inputs["agentMessages"]?.elements ?? []).enumerated() {
            guard let text = message["content"] else { continue }
            scribe.instruction(label, text, "\(place)/agentMessages/\(index)/content")
        }
        for (index, tool) in (inputs["agentTools"]?.elements ?? []).enumerated() {
            guard let node = tool["agentSelectedTool"], let name = node.string else { continue }
            let pointer = "\(place)/agentTools/\(index)"
            scribe.tool(
                name, actor: label, effect: Self.effects[name] ?? ToolName.effect(name),
                approval: Self.asks(tool) ? "always" : "never", at: node, pointer + "/agentSelectedTool")
            servers(tool[path: ["agentSelectedToolConfig", "mcpServerConfig"]], pointer, &scribe)
        }
        // Tools that the model's provider runs: a list written as a text.
        for member in inputs.members where member.key.hasPrefix("agentToolsBuiltIn") {
            for word in (member.value.string ?? "").split(whereSeparator: { "[]\", ".contains($0) }) {
                let isCode = word.contains("code") || word.contains("computer")
                scribe.tool(
                    String(word), actor: label, effect: isCode ? "execute" : "network", approval: "never",
                    at: member.value, "\(place)/\(member.key)")
            }
        }
        if let memory = inputs["agentEnableMemory"], let isOn = memory.boolean {
            scribe.add(
                .memory, at: memory, place + "/agentEnableMemory",
                [
                    "actor": .text(label), "kind": "transcript", "enabled": .boolean(isOn), "scope": "session",
                    "writable_by": "agent",
                ])
        }
    }

    /// Nodes of chatflows, by their category.
    private func former(_ data: Node, _ inputs: Node, _ label: String, _ pointer: String, _ scribe: inout Scribe) {
        let name = data["name"]
        switch data["category"]?.string ?? "" {
        case "Chat Models", "LLMs":
            let model = inputs["modelName"] ?? inputs["model"]
            scribe.model(
                label, provider: name?.string, name: model?.string,
                endpoint: (inputs["basepath"] ?? inputs["baseUrl"])?.string.flatMap { $0.isEmpty ? nil : $0 },
                at: model ?? name,
                pointer + (model == nil ? "/name" : "/inputs/modelName"))
        case "Tools", "Tools (MCP)", "MCP":
            guard let text = name?.string else { return }
            scribe.tool(
                text, effect: Self.effects[text] ?? ToolName.effect(label), approval: "never", at: name,
                pointer + "/name")
            servers(inputs["mcpServerConfig"], pointer + "/inputs", &scribe)
        case "Memory", "Vector Stores":
            let isVector = data["category"]?.string == "Vector Stores"
            scribe.add(
                .memory, at: name, pointer + "/name",
                [
                    "actor": .text(label), "kind": isVector ? "vector" : "transcript", "enabled": true,
                    "scope": isVector ? "shared" : "session",
                ])
        case "Moderation":
            scribe.add(
                .guardrail, at: name, pointer + "/name", ["stage": "input", "provider": .text(label), "blocking": true])
        case "Agents":
            guard let text = inputs["systemMessage"] else { return }
            scribe.instruction(label, text, pointer + "/inputs/systemMessage")
        default: break
        }
    }

    /// One server, or a map of them, as JSON in a text.
    private func servers(_ node: Node?, _ pointer: String, _ scribe: inout Scribe) {
        guard let node, let text = node.string, let root = try? Document(Array(text.utf8), as: .jsonc).root else {
            return
        }
        let isOne = root["command"] != nil || root["url"] != nil
        let title = root["command"]?.string ?? root["url"]?.string.map { ServerAddress($0).host } ?? "mcp"
        let members =
            isOne ? [Member(key: title, keyPosition: node.position, value: root)] : (root["mcpServers"] ?? root).members
        for member in members where member.value.isObject {
            let server = MCPServer(member.key, member.value, .common)
            scribe.add(
                .mcpServer, at: node, pointer + "/mcpServerConfig",
                server.columns.merging(["client": "Flowise", "auto_approved": "all"]) { $1 })
        }
    }
}
