internal import Compliance
internal import Documents

/// The components of one file, nested in each other.
struct AutoGenComponents {
    let root: Node
    private var hasPerson = false
    private var isBounded = false

    init(root: Node) { self.root = root }

    /// Records every component from the outside in.
    mutating func record(_ scribe: inout Scribe) {
        visit(root, "", "main", &scribe)
        if !isBounded {
            // Neither a number of turns nor of messages, tokens or seconds ends the run.
            scribe.add(
                .budget, at: root["provider"], "/provider", ["actor": "main", "kind": "turns", "unit": "messages"])
        }
        // Agents that only talk have nothing to be asked about.
        let evidence = scribe.recorder.evidence
        let canAct =
            evidence[.tool].contains { $0["effect"] != "read" } || !evidence[.mcpServer].isEmpty
            || !evidence[.sandbox].isEmpty
        guard canAct else { return }
        scribe.add(
            .approval, at: root["provider"], "/provider",
            ["covers": "any", "mode": hasPerson ? "on-risk" : "never", "bypassable": false])
    }

    private mutating func visit(_ node: Node, _ pointer: String, _ actor: String, _ scribe: inout Scribe) {
        var actor = actor
        if let provider = node["provider"]?.string, let config = node["config"] {
            if node["component_type"]?.string == "agent" { actor = Redaction.redact(config["name"]?.string ?? actor) }
            let short = provider.split(separator: ".").last.map(String.init) ?? provider
            component(short, node, config, pointer, actor, &scribe)
        }
        for member in node.members { visit(member.value, "\(pointer)/\(Node.escape(member.key))", actor, &scribe) }
        for (index, element) in node.elements.enumerated() { visit(element, "\(pointer)/\(index)", actor, &scribe) }
    }

    private mutating func component(
        _ name: String, _ node: Node, _ config: Node, _ pointer: String, _ actor: String, _ scribe: inout Scribe
    ) {
        let place = pointer + "/config"
        let provider = node["provider"]
        let direct = config.members.filter { $0.value["provider"] == nil && !$0.value.isArray }
        scribe.settings(Node(.object(direct), at: config.position), place)
        switch node["component_type"]?.string {
        case "team": team(config, place, &scribe)
        case "agent":
            hasPerson = hasPerson || name == "UserProxyAgent"
            if let text = config["system_message"] { scribe.instruction(actor, text, place + "/system_message") }
        case "model":
            scribe.model(
                actor, provider: name.replacing("ChatCompletionClient", with: ""), name: config["model"]?.string,
                endpoint: (config["base_url"] ?? config["azure_endpoint"])?.string, at: config["model"] ?? provider,
                place + "/model")
            if let key = config["api_key"], SecretScanner.detect(key: "api_key", value: key.string ?? "") == nil {
                scribe.credential(key, name: "api_key", holder: "model", place + "/api_key")
            }
        case "termination": termination(name, config, place, &scribe)
        case "memory":
            scribe.add(
                .memory, at: provider, pointer + "/provider",
                [
                    "actor": .text(actor), "kind": name.contains("List") ? "notes" : "vector", "enabled": true,
                    "scope": "project", "writable_by": "agent",
                ])
        case "tool": tool(name, config, place, actor, &scribe)
        default:
            if name.contains("CodeExecutor") { executor(name, provider, config, pointer, &scribe) }
            if name.hasPrefix("Mcp") { server(config["server_params"], place + "/server_params", actor, &scribe) }
        }
    }

    private mutating func team(_ config: Node, _ place: String, _ scribe: inout Scribe) {
        for (index, member) in (config["participants"]?.elements ?? []).enumerated() {
            guard let name = member[path: ["config", "name"]], let text = name.string else { continue }
            scribe.add(
                .delegation, at: name, "\(place)/participants/\(index)/config/name",
                ["peer": .text(Redaction.redact(text)), "transport": "in-process"])
        }
        if let turns = config["max_turns"], let number = turns.number {
            bound("turns", number, "turns", turns, place + "/max_turns", &scribe)
        }
    }

    private mutating func bound(
        _ kind: String, _ value: Double, _ unit: String, _ node: Node, _ pointer: String, _ scribe: inout Scribe
    ) {
        isBounded = true
        scribe.add(
            .budget, at: node, pointer,
            ["actor": "main", "kind": .text(kind), "value": .real(value), "unit": .text(unit)])
    }

    private mutating func termination(_ name: String, _ config: Node, _ place: String, _ scribe: inout Scribe) {
        let bounds = [
            ("MaxMessageTermination", "max_messages", "turns", "messages"),
            ("TokenUsageTermination", "max_total_token", "tokens", "tokens"),
            ("TimeoutTermination", "timeout_seconds", "time", "seconds"),
        ]
        for (condition, key, kind, unit) in bounds where condition == name {
            guard let node = config[key], let number = node.number else { continue }
            bound(kind, number, unit, node, "\(place)/\(key)", &scribe)
        }
    }

    /// A function's source stands in the file and runs when the file is loaded.
    private func tool(_ kind: String, _ config: Node, _ place: String, _ actor: String, _ scribe: inout Scribe) {
        let name = config["name"]?.string ?? kind
        let isExecutor = kind == "PythonCodeExecutionTool"
        scribe.tool(
            name, actor: actor, effect: isExecutor ? "execute" : kind == "HttpTool" ? "network" : nil,
            approval: "never", at: config["name"] ?? config, place + "/name")
        guard let source = config["source_code"] else { return }
        scribe.add(
            .hook, at: source, place + "/source_code",
            [
                "event": "load", "kind": "command", "command": .text("source of \(Redaction.redact(name))"),
                "location": "inline", "level": "project", "effective": true,
            ])
    }

    private func executor(_ name: String, _ provider: Node?, _ config: Node, _ pointer: String, _ scribe: inout Scribe)
    {
        let isLocal = name.hasPrefix("Local") || name.hasPrefix("Jupyter")
        scribe.add(
            .sandbox, at: provider, pointer + "/provider",
            [
                "kind": .text(name), "enabled": .boolean(!isLocal), "required": true, "escapable": false,
                "network": isLocal ? "open" : .null, "filesystem": isLocal ? "full" : .null,
            ])
        guard let image = config["image"], let text = image.string else { return }
        scribe.add(.component, at: image, pointer + "/config/image", KagentServer.image(text))
    }

    private func server(_ parameters: Node?, _ place: String, _ actor: String, _ scribe: inout Scribe) {
        guard let parameters else { return }
        let name = parameters["command"]?.string ?? parameters["url"]?.string.map { ServerAddress($0).host } ?? "mcp"
        let map = Node(
            .object([Member(key: name, keyPosition: parameters.position, value: parameters)]), at: parameters.position)
        scribe.servers(map, place, client: "AutoGen") { _ in "all" }
        scribe.tool("*", actor: actor, origin: "mcp", server: name, approval: "never", at: parameters, place)
    }
}
