internal import Compliance
internal import Documents

/// Reads a map of MCP servers as one product understands it, and records servers, tools, credentials and packages.
struct MCPServerReader: Sendable {
    /// The product, for `mcp_server.client`.
    let client: String
    /// How it writes the map.
    let dialect: MCPDialect

    /// Records every server of a map.
    ///
    /// - Parameters:
    ///   - servers: The map from name to server.
    ///   - pointer: Where the map stands in the file.
    ///   - file: The file.
    ///   - agent: The agent that connects to them.
    ///   - approval: For a server's name, which of its tools run without a question (`none`, `some`, `all`), where
    ///     other settings of the product say so; nil when they say nothing.
    ///   - recorder: Takes the rows.
    func record(
        servers: Node, pointer: String, in file: SourceFile, for agent: AgentID, approval: (String) -> String?,
        into recorder: inout Recorder
    ) {}
}
