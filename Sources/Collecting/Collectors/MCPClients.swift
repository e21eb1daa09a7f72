internal import Compliance
internal import Documents

/// MCP servers of every client but those with a collector of their own.
struct MCPClients: Collector {
    let name = "mcp-clients"
    let summary =
        "MCP servers of Antigravity, Junie, Kilo Code, Trae, Factory, Firebase Studio; templates for any client"
    let documentation = [
        "https://antigravity.google/docs/mcp",
        "https://modelcontextprotocol.io/docs/develop/connect-local-servers",
        "https://www.jetbrains.com/help/junie/model-context-protocol-mcp.html",
        "https://kilo.ai/docs/automate/mcp/using-in-kilo-code", "https://docs.trae.ai/ide/model-context-protocol",
        "https://docs.factory.ai/cli/configuration/mcp", "https://firebase.google.com/docs/studio/mcp-servers",
    ]

    private struct Client {
        let suffix: String
        let product: String
        let id: String
        var folders = 1
        var format = Document.Format.json
        /// Why nothing reads the file where it lies; nil when its product does.
        var unread: String?
    }

    private static let clients: [Client] = [
        // <https://antigravity.google/docs/mcp>
        Client(suffix: ".agents/mcp_config.json", product: "Antigravity", id: "antigravity", folders: 2),
        Client(suffix: ".gemini/antigravity/mcp_config.json", product: "Antigravity", id: "antigravity", folders: 3),
        Client(suffix: ".junie/mcp/mcp.json", product: "Junie", id: "junie", folders: 3),
        Client(suffix: ".kilocode/mcp.json", product: "Kilo Code", id: "kilo", folders: 2),
        Client(suffix: ".trae/mcp.json", product: "Trae", id: "trae", folders: 2),
        Client(suffix: ".factory/mcp.json", product: "Factory", id: "factory", folders: 2),
        Client(suffix: ".idx/mcp.json", product: "Firebase Studio", id: "idx", folders: 2),
        Client(
            suffix: ".claude/mcp_config.json", product: "MCP client", id: "mcp", folders: 2,
            unread: "Claude Code reads .mcp.json, not this file"),
        Client(
            suffix: "mcp_config.json", product: "MCP client", id: "mcp",
            unread: "no known client reads a file of this name here"),
        Client(
            suffix: "mcp-template.json", product: "MCP client", id: "mcp", unread: "it is a template for any client"),
    ]

    private static func client(_ path: FilePath) -> Client? {
        // Windsurf's file of this name is read by its own collector.
        if path.components.contains(".windsurf") || path.ends(with: ".codeium/windsurf/mcp_config.json") { return nil }
        return clients.first { path.ends(with: $0.suffix) }
    }

    func kind(of path: FilePath) -> ArtifactKind? {
        Self.client(path).map { ArtifactKind("\($0.id) mcp servers", $0.format) }
    }

    func collect(_ files: [SourceFile], into recorder: inout Recorder) {
        for file in files {
            guard let client = Self.client(file.path) else { continue }
            let agent = AgentID("\(client.id)@\(file.path.dropping(client.folders).text)")
            recorder.declare(
                agent, product: client.product, kind: client.unread == nil ? "mcp-client" : "policy-template",
                level: "project",
                plans: true, in: file)
            let seen: [Table] = [.mcpServer, .credential]
            for table in seen {
                recorder.cover(
                    agent, table, client.unread == nil ? .complete : .partial,
                    because: client.unread.map { "\(file.path.text): \($0)" })
            }
            guard let root = file.document?.root else {
                recorder.refuse(file, for: agent, tables: seen)
                continue
            }
            MCPServerReader(client: client.product, dialect: .common).record(
                servers: root["mcpServers"] ?? Node(.object([]), at: root.position), pointer: "/mcpServers", in: file,
                for: agent, approval: { _ in nil }, into: &recorder)
        }
    }
}
