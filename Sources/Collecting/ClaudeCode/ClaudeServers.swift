internal import Documents

/// The map of MCP servers in a file of Claude Code.
///
/// <https://code.claude.com/docs/en/mcp>
enum ClaudeServers {
    /// The map and its pointer; nil when the product refuses the file.
    static func root(of member: ClaudeAgent.Member) -> (servers: Node, pointer: String)? {
        guard let root = member.file.document?.root, root.isObject else { return nil }
        if let servers = root["mcpServers"] { return (servers, "/mcpServers") }
        // A plug-in may leave the outer key away, a project may not.
        return member.role.isPlugin || root.members.isEmpty ? (root, "") : nil
    }

    /// The servers as Claude Code takes them: keys of other clients have no effect, its own settings switch off.
    static func adapted(_ servers: Node, disabled: Set<String>) -> Node {
        // What is no map of servers is said to be none where it is read.
        guard servers.isObject else { return servers }
        let foreign: Set<String> = [
            "disabled", "enabled", "alwaysAllow", "autoApprove", "trust", "httpUrl", "serverUrl",
        ]
        let members = servers.members.map { member -> Member in
            guard member.value.isObject else { return member }
            var inner = member.value.members.filter { !foreign.contains($0.key) }
            if disabled.contains(member.key) || isDropped(member.value) {
                inner.append(
                    Member(
                        key: "disabled", keyPosition: member.keyPosition,
                        value: Node(.boolean(true), at: member.keyPosition)))
            }
            return Member(
                key: member.key, keyPosition: member.keyPosition, value: Node(.object(inner), at: member.value.position)
            )
        }
        return Node(.object(members), at: servers.position)
    }

    /// Whether Claude Code drops the server at start: an address needs a `type`, an entry without one must be a command
    /// (anthropics/claude-code#43192, zapier/zapier-mcp#18; seen in versions 2.1.84 to 2.1.273).
    static func isDropped(_ server: Node) -> Bool {
        server.isObject && server["url"] != nil && server["type"] == nil && server["command"] == nil
    }
}
