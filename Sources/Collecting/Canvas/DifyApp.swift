internal import Compliance
internal import Documents

/// One exported app: a graph of nodes, or the configuration of a chat.
struct DifyApp {
    let root: Node

    private var nodes: [(data: Node, pointer: String)] {
        (root[path: ["workflow", "graph", "nodes"]]?.elements ?? []).enumerated().compactMap { index, node in
            node["data"].map { ($0, "/workflow/graph/nodes/\(index)/data") }
        }
    }

    func record(_ scribe: inout Scribe) {
        let mode = root[path: ["app", "mode"]]?.string
        let hasAgent = nodes.contains { $0.data["type"]?.string == "agent" }
        scribe.declare(product: "Dify", plans: mode == "agent-chat" || hasAgent)
        scribe.secrets(in: root, holder: "app")
        recordChat(&scribe)
        recordFeatures(&scribe)
        recordNodes(&scribe)
        for (index, entry) in (root["dependencies"]?.elements ?? []).enumerated() {
            let value = entry["value"]
            let id =
                value?["marketplace_plugin_unique_identifier"] ?? value?["github_plugin_unique_identifier"]
                ?? value?["plugin_unique_identifier"]
            guard let id, let text = id.string else { continue }
            component(text, entry["type"]?.string ?? "marketplace", id, "/dependencies/\(index)", &scribe)
        }
    }

    /// Tools of a chat have no nodes, and run as the model calls them.
    private func recordNodes(_ scribe: inout Scribe) {
        let gates = gates
        var gate: (node: Node?, pointer: String)?
        var approval = FlowApproval(hasGate: gates.isStanding)
        for tool in scribe.recorder.evidence[.tool] { approval.take(tool["effect"].text, isAsked: false) }
        for (index, node) in (root[path: ["workflow", "graph", "nodes"]]?.elements ?? []).enumerated() {
            guard let data = node["data"] else { continue }
            let pointer = "/workflow/graph/nodes/\(index)/data"
            if data["type"]?.string == "human-input" { gate = (data, pointer) }
            let tools = scribe.recorder.evidence[.tool].count
            let servers = scribe.recorder.evidence[.mcpServer].count
            let id = node["id"]?.string ?? ""
            record(data, pointer, isShown: gates.shows(id), &scribe)
            for tool in scribe.recorder.evidence[.tool].dropFirst(tools) {
                approval.take(tool["effect"].text, isAsked: gates.guards(id))
            }
            if scribe.recorder.evidence[.mcpServer].count > servers {
                approval.take(nil, isAsked: gates.guards(id))
            }
        }
        approval.record(gate: gate, flow: (root["app"], "/app"), &scribe)
    }

    /// The ways through the graph.
    private var gates: FlowGates {
        let graph = root[path: ["workflow", "graph"]]
        let steps = (graph?["nodes"]?.elements ?? []).compactMap { node -> FlowGates.Step? in
            guard let id = node["id"]?.string else { return nil }
            let type = node[path: ["data", "type"]]?.string
            return FlowGates.Step(
                id: id, parent: node["parentId"]?.string, asks: type == "human-input",
                writes: ["agent", "llm", "parameter-extractor"].contains(type))
        }
        let edges = (graph?["edges"]?.elements ?? []).compactMap { edge -> (from: String, to: String)? in
            guard let from = edge["source"]?.string, let to = edge["target"]?.string else { return nil }
            return (from: from, to: to)
        }
        return FlowGates(steps, edges: edges)
    }

    /// A plug-in is named with version and digest: `author/name:1.0.0@0f3c…`.
    private func component(_ text: String, _ source: String, _ node: Node, _ pointer: String, _ scribe: inout Scribe) {
        let parts = text.split(separator: "@", maxSplits: 1).map(String.init)
        let name = parts[0].split(separator: ":", maxSplits: 1).map(String.init)
        scribe.add(
            .component, at: node, pointer,
            [
                "kind": "plugin", "name": .text(Redaction.redact(name[0])),
                "version": Value(name.count > 1 ? name[1] : nil),
                "pin": parts.count > 1 ? "digest" : name.count > 1 ? "exact" : "none", "source": .text(source),
                "enabled": true,
            ])
    }

    private func model(_ node: Node?, _ actor: String, _ pointer: String, _ scribe: inout Scribe) {
        guard let node, let name = node["name"] ?? node["model"] else { return }
        let provider = node["provider"]?.string?.split(separator: "/").last.map(String.init)
        scribe.model(
            Redaction.redact(actor), provider: provider, name: name.string, at: name,
            pointer + (node["name"] == nil ? "/model" : "/name"))
    }

    private func recordChat(_ scribe: inout Scribe) {
        guard let chat = root["model_config"] else { return }
        model(chat["model"], "main", "/model_config/model", &scribe)
        if let prompt = chat["pre_prompt"] { scribe.instruction("pre_prompt", prompt, "/model_config/pre_prompt") }
        tools(chat[path: ["agent_mode", "tools"]], "main", "/model_config/agent_mode/tools", &scribe)
        if let bound = chat[path: ["agent_mode", "max_iteration"]] {
            scribe.add(
                .budget, at: bound, "/model_config/agent_mode/max_iteration",
                [
                    "actor": "main", "kind": "turns", "value": bound.number.map(Value.real) ?? .null,
                    "unit": "iterations",
                ])
        }
    }

    /// Moderation of what goes in and out.
    private func recordFeatures(_ scribe: inout Scribe) {
        for path in [
            ["workflow", "features", "sensitive_word_avoidance"], ["model_config", "sensitive_word_avoidance"],
        ] {
            guard let feature = root[path: path], let enabled = feature["enabled"]?.boolean else { continue }
            let pointer = "/" + path.joined(separator: "/")
            guard enabled else {
                scribe.add(
                    .guardrail, at: feature["enabled"], pointer + "/enabled",
                    ["stage": "input", "provider": "moderation: switched off", "blocking": false])
                continue
            }
            for (key, stage) in [("inputs_config", "input"), ("outputs_config", "output")]
            where feature[path: ["config", key, "enabled"]]?.boolean != false {
                let type = feature["type"]?.string ?? ""
                let name = type.isEmpty ? "moderation" : "moderation: \(Redaction.redact(type))"
                scribe.add(
                    .guardrail, at: feature["enabled"], pointer + "/enabled",
                    [
                        "stage": .text(stage),
                        "provider": .text(name), "blocking": true,
                    ])
            }
        }
    }

    private func record(_ data: Node, _ pointer: String, isShown: Bool, _ scribe: inout Scribe) {
        let approval = isShown ? "always" : "never"
        let title = data["title"]?.string ?? data["type"]?.string ?? "node"
        switch data["type"]?.string {
        case "llm", "parameter-extractor", "question-classifier":
            model(data["model"], title, pointer + "/model", &scribe)
            for (index, part) in (data["prompt_template"]?.elements ?? []).enumerated() {
                guard let text = part["text"] else { continue }
                scribe.instruction(title, text, "\(pointer)/prompt_template/\(index)/text")
            }
        case "agent": agent(data, title, pointer, &scribe)
        case "code":
            scribe.tool(title, effect: "execute", approval: approval, at: data["title"], pointer + "/title")
        case "tool":
            let name = data["tool_name"]
            scribe.tool(
                name?.string ?? title, origin: data["provider_type"]?.string == "mcp" ? "mcp" : "built-in",
                server: data["provider_type"]?.string == "mcp" ? data["provider_name"]?.string : nil,
                approval: approval,
                at: name ?? data["title"], pointer + "/tool_name")
        case "http-request":
            let isRead = ["GET", "HEAD"].contains(data["method"]?.string?.uppercased() ?? "GET")
            scribe.tool(
                title, effect: isRead ? "network" : "write", approval: approval, at: data["url"] ?? data["title"],
                pointer + "/url")
            for key in ["headers", "params"] {
                guard let node = data[key], let text = node.string else { continue }
                for line in text.split(separator: "\n") {
                    let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
                    guard parts.count == 2 else { continue }
                    scribe.credential(
                        String(parts[1].drop { $0 == " " }), name: parts[0], at: node, holder: Redaction.redact(title),
                        "\(pointer)/\(key)")
                }
            }
        default: break
        }
        if data["type"]?.string == "http-request" || data["type"]?.string == "tool" {
            scribe.settings(data, pointer)
        }
    }

    /// An agent node: its parameters wrap every value in `{type, value}`.
    private func agent(_ data: Node, _ title: String, _ pointer: String, _ scribe: inout Scribe) {
        let place = pointer + "/agent_parameters"
        let value = { (key: String) in data[path: ["agent_parameters", key, "value"]] }
        model(value("model"), title, place + "/model/value", &scribe)
        if let text = value("instruction") { scribe.instruction(title, text, place + "/instruction/value") }
        tools(value("tools"), title, place + "/tools/value", &scribe)
        if let node = data["plugin_unique_identifier"], let text = node.string {
            component(text, "marketplace", node, pointer + "/plugin_unique_identifier", &scribe)
        }
        let bound = value("maximum_iterations")
        if let bound {
            scribe.add(
                .budget, at: bound, place + "/maximum_iterations/value",
                [
                    "actor": .text(Redaction.redact(title)), "kind": "turns",
                    "value": bound.number.map(Value.real) ?? .null, "unit": "iterations",
                ])
        }
        for key in ["mcp_server", "mcp_server_url"] {
            guard let node = value(key), let text = node.string, text.contains("://") else { continue }
            // The title is the step's; the server is known by where it lies.
            let host = ServerAddress(text).host
            scribe.remoteServer(
                host.isEmpty ? title : host, url: text, client: "Dify", approved: "all", at: node,
                "\(place)/\(key)/value")
        }
        // Several servers as JSON in a text.
        if let node = value("mcp_servers_config") ?? value("servers_config"), let text = node.string,
            let servers = try? Document(Array(text.utf8), as: .json).root
        {
            for member in (servers["mcpServers"] ?? servers).members {
                guard let url = member.value["url"]?.string else { continue }
                let pointer = place + "/mcp_servers_config/value"
                scribe.credential(url, name: "url", at: node, holder: Redaction.redact(member.key), pointer)
                scribe.remoteServer(
                    member.key, url: url, client: "Dify", approved: "all", at: node, place + "/mcp_servers_config/value"
                )
            }
        }
    }

    private func tools(_ list: Node?, _ actor: String, _ pointer: String, _ scribe: inout Scribe) {
        for (index, tool) in (list?.elements ?? []).enumerated() where tool["enabled"]?.boolean != false {
            guard let name = tool["tool_name"], let text = name.string else { continue }
            let isServer = (tool["type"] ?? tool["provider_type"])?.string == "mcp"
            scribe.tool(
                text, actor: Redaction.redact(actor), origin: isServer ? "mcp" : "built-in",
                server: isServer ? tool["provider_name"]?.string : nil, approval: "never", at: name,
                "\(pointer)/\(index)/tool_name")
        }
    }
}
