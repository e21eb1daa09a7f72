internal import Compliance
internal import Documents

extension OpenCodeAgent {
    /// Records the servers of all levels: those of a higher file replace single keys of a lower one.
    ///
    /// <https://opencode.ai/docs/mcp-servers>
    func recordServers(into recorder: inout Recorder) {
        var seen: Set<String> = []
        // A server that is open to one of the agents is open.
        let rules = rulesOfActors
        for layer in stack.layers {
            for server in layer.root["mcp"]?.members ?? [] where server.value.isObject {
                guard server.value["command"] != nil || server.value["url"] != nil else { continue }
                guard seen.insert(server.key).inserted else { continue }
                let isOff = stack.value(["mcp", server.key, "enabled"])?.node.boolean == false
                let map = Node(
                    .object([
                        Documents.Member(
                            key: server.key, keyPosition: server.keyPosition,
                            value: Self.common(server.value, isOff: isOff))
                    ]), at: server.keyPosition)
                MCPServerReader(client: "opencode", dialect: .opencode).record(
                    servers: map, pointer: "/mcp", in: layer.file, for: id,
                    approval: { name in
                        let found = rules.map { $0.decision("\(name)_x")?.action }
                        if found.contains("allow") { return "all" }
                        return found.contains(nil) ? nil : "none"
                    }, into: &recorder)
            }
        }
    }

    /// The entry as other clients write it: `command` is a list here, and `environment` what others call `env`.
    private static func common(_ server: Node, isOff: Bool) -> Node {
        var members: [Documents.Member] = []
        for member in server.members {
            switch member.key {
            case "command":
                guard let first = member.value.elements.first else { continue }
                members.append(Documents.Member(key: "command", keyPosition: member.keyPosition, value: first))
                let rest = Node(.array(Array(member.value.elements.dropFirst())), at: member.value.position)
                members.append(Documents.Member(key: "args", keyPosition: member.keyPosition, value: rest))
            case "environment":
                members.append(Documents.Member(key: "env", keyPosition: member.keyPosition, value: member.value))
            case "type", "enabled": continue
            case "oauth" where !member.value.isObject: continue
            default: members.append(member)
            }
        }
        if isOff {
            let place = server["enabled"]?.position ?? server.position
            members.append(
                Documents.Member(key: "enabled", keyPosition: place, value: Node(.boolean(false), at: place)))
        }
        return Node(.object(members), at: server.position)
    }

    /// Records secrets outside of the servers, which record their own.
    func recordCredentials(into recorder: inout Recorder) {
        for layer in stack.layers {
            for part in layer.root.members where part.key != "mcp" {
                Credentials.record(
                    below: part.value, pointer: "/" + Node.escape(part.key), in: layer.file, for: id, into: &recorder
                ) { _ in "agent" }
            }
        }
    }
}
