internal import Compliance

extension Citation {
    /// Keys under which products list MCP servers.
    private static let lists: Set<Substring> = [
        "mcpServers", "mcp_servers", "servers", "context_servers", "mcp", "extensions",
    ]

    /// The MCP server that it points into, by its file and its place in the list; nil when it points to none.
    var server: String? {
        guard let pointer else { return nil }
        let parts = pointer.split(separator: "/")
        guard var list = parts.prefix(4).firstIndex(where: Self.lists.contains) else { return nil }
        // `/mcp/servers/name`: the inner list is the one that has the names.
        if parts[list] == "mcp", list + 2 < parts.count, parts[list + 1] == "servers" { list += 1 }
        guard list + 1 < parts.count else { return nil }
        return artifact + "\u{1F}" + parts[...(list + 1)].joined(separator: "/")
    }
}
