internal import Compliance

/// What an agent can call at all, where its files say it in full.
struct CallableTools {
    /// The servers that are on.
    private let servers: [Row]
    private let tools: [Row]
    /// The rule in force that closes every tool.
    let closing: Row?
    /// The tools when they are all that it can call, and none of them does more than read; else empty.
    let readers: [Row]

    init(_ agent: AgentID, in index: EvidenceIndex) {
        let servers = index.rows(.mcpServer, of: agent).filter { $0["enabled"] == true }
        let tools = index.rows(.tool, of: agent)
        (self.servers, self.tools) = (servers, tools)
        let rules = index.rows(.permission, of: agent).filter { $0["effective"] == true }
        let isClosed = tools.isEmpty && rules.allSatisfy { $0["effect"] == "deny" }
        closing = rules.first { isClosed && $0["capability"] == "any" && $0["target"] == "*" && $0["actor"] == "main" }
        // Other kinds of agents have tools that come with the product; those of an application are the ones it is given.
        let isListed =
            index.main(agent)?["kind"] == "application" && index.rows(.delegation, of: agent).isEmpty
            && [.tool, .mcpServer, .delegation].allSatisfy { index.coverage($0, of: agent).seen == .complete }
        readers =
            isListed && tools.allSatisfy(Self.isReading) && servers.allSatisfy { Self.isReading($0, tools) }
            ? tools : []
    }

    /// Whether all that a server offers is listed, and only reads.
    func isReading(_ server: Row) -> Bool { Self.isReading(server, tools) }

    /// Whether all servers that are on offer nothing but listed tools that read.
    var hasOnlyReadingServers: Bool { !servers.isEmpty && servers.allSatisfy(isReading) }

    private static func isReading(_ server: Row, _ tools: [Row]) -> Bool {
        let own = tools.filter { $0["server"] == server["name"] }
        return server["tool_scope"] == "listed" && !own.isEmpty && own.allSatisfy(isReading)
    }

    private static func isReading(_ tool: Row) -> Bool {
        tool["effect"] == "read" && tool["changes"] != true && tool["name"] != "*"
    }
}
