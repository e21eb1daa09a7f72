internal import Documents

/// A map of MCP servers as one product takes it.
enum MCPServers {
    /// The map without keys that the product does not know, and with servers switched off that it does not start.
    static func adapted(_ servers: Node, without foreign: Set<String>, isOff: (String, Node) -> Bool) -> Node {
        // What is no map of servers is said to be none where it is read.
        guard servers.isObject else { return servers }
        let members = servers.members.map { member -> Member in
            guard member.value.isObject else { return member }
            var inner = member.value.members.filter { !foreign.contains($0.key) }
            if isOff(member.key, member.value) {
                inner.removeAll { $0.key == "disabled" }
                inner.append(
                    Member(
                        key: "disabled", keyPosition: member.keyPosition,
                        value: Node(.boolean(true), at: member.keyPosition)))
            }
            return Member(
                key: member.key, keyPosition: member.keyPosition,
                value: Node(.object(inner), at: member.value.position))
        }
        return Node(.object(members), at: servers.position)
    }
}
