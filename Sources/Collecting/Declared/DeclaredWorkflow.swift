internal import Compliance
internal import Documents

/// A declarative workflow: actions that call agents, tools and addresses in an order that is written down.
///
/// <https://learn.microsoft.com/en-us/agent-framework/workflows/declarative>
struct DeclaredWorkflow {
    let root: Node

    /// Records the trigger and every action, however deep.
    func record(_ scribe: inout Scribe) {
        if let kind = root[path: ["trigger", "kind"]], let text = kind.string {
            scribe.add(
                .trigger, at: kind, "/trigger/kind",
                [
                    "kind": text == "OnConversationStart" ? "human" : "event", "expression": .text(text),
                    "untrusted": text == "OnConversationStart" ? false : .null,
                ])
        }
        var modes: Set<String> = []
        root.walk { pointer, node in
            guard let kind = node["kind"]?.string else { return }
            let label = Redaction.redact(node["id"]?.string ?? kind)
            switch kind {
            case "InvokeMcpTool":
                modes.insert(server(node, label, pointer, &scribe) ?? "")
            case "InvokeFunctionTool":
                let mode = approval(node)
                modes.insert(mode ?? "")
                let name = node["functionName"] ?? node["toolName"] ?? node["id"]
                scribe.tool(name?.string ?? label, approval: mode, at: name ?? node, pointer)
            case "InvokeAzureAgent", "InvokeAgent":
                peer(node, label, pointer, &scribe)
            case "HttpRequestAction": request(node, label, pointer, &scribe)
            default: break
            }
        }
        let isAsking = modes.contains("always")
        guard isAsking || !modes.contains("") else {
            return scribe.cover([.approval], .partial, because: "an expression decides whether a person is asked")
        }
        scribe.add(
            .approval, at: root["trigger"] ?? root, "/trigger",
            ["covers": "any", "mode": isAsking ? "on-risk" : "never", "bypassable": false])
    }

    /// Without the key nobody is asked; an expression is known at run time.
    private func approval(_ node: Node) -> String? {
        guard let value = node["requireApproval"] else { return "never" }
        return value.boolean.map { $0 ? "always" : "never" }
    }

    private func server(_ node: Node, _ label: String, _ pointer: String, _ scribe: inout Scribe) -> String? {
        let mode = approval(node)
        let title = node["serverLabel"]?.string ?? label
        tool(node, of: title, mode, pointer, &scribe)
        if let url = node["serverUrl"]?.string, !url.hasPrefix("=") {
            var approved: String?
            if let mode { approved = mode == "always" ? "none" : "all" }
            scribe.remoteServer(
                title, url: url, client: "Microsoft Agent Framework",
                auth: node["headers"] == nil ? nil : "header", approved: approved, scope: "listed",
                at: node["serverUrl"], pointer + "/serverUrl")
        }
        for header in node["headers"]?.members ?? [] {
            scribe.credential(
                header.value, name: header.key, holder: title, "\(pointer)/headers/\(Node.escape(header.key))")
        }
        return mode
    }

    private func tool(
        _ node: Node, of server: String, _ mode: String?, _ pointer: String, _ scribe: inout Scribe
    ) {
        guard let name = node["toolName"]?.string else { return }
        let key = node["requireApproval"] == nil ? "toolName" : "requireApproval"
        scribe.tool(
            name, origin: "mcp", server: server, approval: mode, at: node[key], pointer + "/" + key)
    }

    private func peer(_ node: Node, _ label: String, _ pointer: String, _ scribe: inout Scribe) {
        let name = node[path: ["agent", "name"]] ?? node["agentId"]
        let url = node["connectionUrl"]?.string
        scribe.add(
            .delegation, at: name ?? node, pointer + (node["agent"] == nil ? "" : "/agent/name"),
            [
                "peer": .text(Redaction.redact(name?.string ?? label)), "transport": "http",
                // Foundry is reached over TLS with a token of Entra ID.
                "tls": url.map { Value(ServerAddress($0).tls) } ?? true, "authentication": "token",
            ])
    }

    private func request(_ node: Node, _ label: String, _ pointer: String, _ scribe: inout Scribe) {
        let method = node["method"]?.string?.uppercased() ?? "GET"
        scribe.tool(
            label, effect: method == "DELETE" ? "destructive" : "network", approval: approval(node),
            at: node["url"] ?? node, pointer)
        guard let url = node["url"], let text = url.string, !text.hasPrefix("=") else {
            return scribe.cover([.egress], .partial, because: "an expression gives the address of \(label)")
        }
        scribe.add(
            .egress, at: url, pointer + "/url",
            [
                "destination": .text(Redaction.redact(ServerAddress(text).host)), "breadth": "exact",
                "effect": "allow", "enforced_by": "permission",
            ])
    }
}
