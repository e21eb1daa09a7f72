internal import Compliance
internal import Documents

/// The gateway's services in one Compose file, with the models that stand beside them.
struct DockerGateway {
    let root: Node

    func record(_ scribe: inout Scribe) {
        for service in root["services"]?.members ?? [] {
            let pointer = "/services/\(Node.escape(service.key))"
            guard let image = service.value["image"], let text = image.string, text.contains("docker/mcp-gateway")
            else {
                continue
            }
            scribe.settings(service.value, pointer)
            scribe.secrets(in: service.value, holder: service.key, pointer)
            let name = ImageName(text)
            scribe.add(
                .component, at: image, pointer + "/image",
                [
                    "kind": "image", "name": .text(name.repository), "version": Value(name.version),
                    "pin": .text(name.pin), "source": "registry", "enabled": true,
                ])
            recordFlags(service, pointer, &scribe)
            if let socket = service.value["use_api_socket"], socket.boolean == true {
                recordSocket(socket, pointer + "/use_api_socket", &scribe)
            }
            for (index, volume) in (service.value["volumes"]?.elements ?? []).enumerated()
            where (volume.string ?? volume["source"]?.string ?? "").contains("docker.sock") {
                recordSocket(volume, "\(pointer)/volumes/\(index)", &scribe)
            }
        }
        for model in root["models"]?.members ?? [] {
            guard let name = model.value["model"], let text = name.string else { continue }
            scribe.model(
                model.key, provider: "Docker Model Runner", name: text, at: name,
                "/models/\(Node.escape(model.key))/model")
        }
    }

    /// Whoever has Docker's socket starts any container with any mount.
    private func recordSocket(_ node: Node, _ pointer: String, _ scribe: inout Scribe) {
        scribe.add(
            .credential, at: node, pointer,
            [
                "holder": "mcp-gateway", "name": "Docker API socket", "kind": "token", "storage": "file",
                "detector": "docker-socket", "principal": "root", "scope_breadth": "any",
            ])
    }

    private struct Flag {
        let name: String
        let value: String?
        let node: Node
        let pointer: String
    }

    private func flags(_ service: Node, _ pointer: String) -> [Flag] {
        guard let command = service["command"] else { return [] }
        let words: [(String, Node, String)] =
            command.isArray
            ? command.elements.enumerated().compactMap { index, node in
                node.string.map { ($0, node, "\(pointer)/command/\(index)") }
            }
            : (command.string ?? "").split(whereSeparator: \.isWhitespace).map {
                (String($0), command, pointer + "/command")
            }
        return words.indices.compactMap { index in
            let (word, node, place) = words[index]
            guard word.hasPrefix("-") else { return nil }
            let parts = word.drop { $0 == "-" }.split(separator: "=", maxSplits: 1).map(String.init)
            let next = index + 1 < words.count && !words[index + 1].0.hasPrefix("-") ? words[index + 1].0 : nil
            return Flag(name: parts.first ?? "", value: parts.count > 1 ? parts[1] : next, node: node, pointer: place)
        }
    }

    private func recordFlags(_ service: Member, _ pointer: String, _ scribe: inout Scribe) {
        let flags = flags(service.value, pointer)
        let command = service.value["command"]
        let usual = (
            node: command?.elements.first ?? command ?? service.value,
            pointer: command == nil ? pointer : pointer + "/command"
        )
        let flag = { (name: String) in flags.last { $0.name == name } }
        // The defaults of the command: secrets blocked and calls logged, signatures and network left alone.
        let blocks = flag("block-secrets")
        for stage in ["input", "output"] where blocks?.value != "false" {
            scribe.add(
                .guardrail, at: blocks?.node ?? usual.node, blocks?.pointer ?? usual.pointer,
                ["stage": .text(stage), "provider": "block-secrets", "blocking": true])
        }
        for interceptor in flags where interceptor.name == "interceptor" {
            let value = interceptor.value ?? ""
            scribe.add(
                .guardrail, at: interceptor.node, interceptor.pointer,
                [
                    "stage": value.hasPrefix("after") ? "output" : "tool",
                    "provider": .text("interceptor: \(Redaction.redact(value))"), "blocking": true,
                ])
        }
        let calls = flag("log-calls")
        scribe.add(
            .telemetry, at: calls?.node ?? usual.node, calls?.pointer ?? usual.pointer,
            [
                "kind": "log", "enabled": .boolean(calls?.value != "false"), "destination": "local", "remote": false,
                "captures_actions": true,
            ])
        let network = flag("block-network")
        scribe.add(
            .sandbox, at: network?.node ?? usual.node, network?.pointer ?? usual.pointer,
            [
                "kind": "container of each server", "enabled": true, "required": true, "escapable": false,
                "network": network != nil && network?.value != "false" ? "allowlist" : "open", "covers_mcp": true,
            ])
        let isBlocked = network != nil && network?.value != "false"
        recordServers(
            flag("servers"), tools: flag("tools"), signatures: flag("verify-signatures"), isBlocked: isBlocked, &scribe)
    }

    /// The gateway passes every call of its tools on; who is asked before one, its client decides.
    private func recordServers(
        _ servers: Flag?, tools: Flag?, signatures: Flag?, isBlocked: Bool, _ scribe: inout Scribe
    ) {
        let isVerified = signatures != nil && signatures?.value != "false"
        for name in (servers?.value ?? "").split(separator: ",") {
            guard let servers else { continue }
            var known = KnownServer.columns(
                name: String(name), package: nil, host: nil, isListed: tools != nil)
            if isBlocked { known["sends"] = nil }
            scribe.add(
                .mcpServer, at: servers.node, servers.pointer,
                known.merging([
                    "name": .text(Redaction.redact(String(name))), "client": "Docker MCP gateway", "transport": "stdio",
                    "launcher": "docker", "package": .text("mcp/\(name)"), "version": isVerified ? "signed" : nil,
                    "source": "registry", "enabled": true, "tool_scope": tools == nil ? "all" : "listed",
                    "auto_approved": tools == nil ? "all" : "some",
                    "sandboxed": true, "injects_code": false, "shell_expansion": false, "filesystem_reach": "none",
                ]) { _, own in own })
        }
        for name in (tools?.value ?? "").split(separator: ",") {
            guard let tools else { continue }
            scribe.tool(String(name), origin: "mcp", approval: nil, at: tools.node, tools.pointer)
        }
    }
}
