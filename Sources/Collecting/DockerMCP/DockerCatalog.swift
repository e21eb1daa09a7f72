internal import Compliance
internal import Documents

/// A catalog of servers for the gateway: image, tools, secrets and reach of each.
struct DockerCatalog {
    let root: Node

    func record(_ scribe: inout Scribe) {
        scribe.secrets(in: root, holder: "catalog")
        for entry in root["registry"]?.members ?? [] where entry.value.isObject {
            let pointer = "/registry/\(Node.escape(entry.key))"
            let server = entry.value
            scribe.settings(server, pointer)
            if let url = server[path: ["remote", "url"]] ?? server["url"], let text = url.string {
                scribe.remoteServer(
                    entry.key, url: text, client: "Docker MCP gateway",
                    transport: server[path: ["remote", "transport_type"]]?.string == "sse" ? "sse" : "http",
                    auth: server["oauth"] == nil ? nil : "oauth", at: url, pointer + "/remote/url")
            } else {
                container(entry, pointer, &scribe)
            }
            for (index, secret) in (server["secrets"]?.elements ?? []).enumerated() {
                guard let name = secret["env"] ?? secret["name"] else { continue }
                scribe.add(
                    .credential, at: name, "\(pointer)/secrets/\(index)",
                    [
                        "holder": .text(entry.key), "name": .text(name.string ?? ""), "storage": "vault",
                        "detector": "docker-secret",
                    ])
            }
            for (index, tool) in (server["tools"]?.elements ?? []).enumerated() {
                guard let name = tool["name"] ?? Optional(tool), let text = name.string else { continue }
                scribe.tool(
                    text, origin: "mcp", server: entry.key, approval: nil, at: name, "\(pointer)/tools/\(index)")
            }
            for (index, host) in (server["allowHosts"]?.elements ?? []).enumerated() {
                guard let text = host.string else { continue }
                let isBounded = !text.hasPrefix("*")
                scribe.add(
                    .egress, at: host, "\(pointer)/allowHosts/\(index)",
                    [
                        "destination": .text(String(text.prefix { $0 != ":" })),
                        "breadth": text == "*" ? "any" : isBounded ? "exact" : "pattern", "effect": "allow",
                        "enforced_by": "proxy",
                    ])
            }
        }
    }

    private func container(_ entry: Member, _ pointer: String, _ scribe: inout Scribe) {
        let server = entry.value
        // Images of tools that run for one call each stand with the tools.
        let image =
            server["image"] ?? server["tools"]?.elements.lazy.compactMap { $0[path: ["container", "image"]] }.first
        guard let image, let text = image.string else { return }
        let name = ImageName(text)
        let mounts = (server["volumes"]?.elements ?? []).compactMap(\.string)
        scribe.add(
            .mcpServer, at: image, pointer + "/image",
            [
                "name": .text(entry.key), "client": "Docker MCP gateway", "transport": "stdio", "launcher": "docker",
                "package": .text(Redaction.redact(name.repository)), "version": Value(name.version),
                "pin": .text(name.pin), "source": "registry", "enabled": true,
                "tool_scope": server["tools"] == nil ? "all" : "listed",
                "sandboxed": .boolean(!mounts.contains { $0.contains("docker.sock") }), "injects_code": false,
                "shell_expansion": false,
                "filesystem_reach": .text(MCPServer.reach(of: mounts.map { String($0.prefix { $0 != ":" }) })),
            ])
    }
}
