internal import Documents

/// How a product writes its map of MCP servers: the same idea, several shapes.
struct MCPDialect: Hashable, Sendable {
    /// Keys that hold the address of a remote server, best first.
    var urlKeys = ["url"]
    /// Whether an address without a `type` is read as a remote server.
    var infersRemote = true
    /// Transport of an address without a `type`.
    var remoteTransport = "http"
    /// Keys that hold headers.
    var headerKeys = ["headers"]
    /// Keys that map a header to the variable that holds its value.
    var environmentHeaderKeys: [String] = []
    /// Keys that list the tools which run without a question.
    var approvedToolsKeys: [String] = []
    /// Keys that, when true, let every tool run without a question.
    var trustKeys: [String] = []
    /// Keys that list the only tools that are offered.
    var offeredToolsKeys: [String] = []
    /// Keys that list tools which are not offered.
    var withheldToolsKeys: [String] = []
    /// Keys of a timeout, and how many of its units make a second.
    var timeoutKeys: [String: Double] = [:]
    /// Whether `disabled: true` switches a server off.
    var honoursDisabled = false
    /// Whether `enabled: false` switches a server off.
    var honoursEnabled = false

    /// Claude Code: `type` decides, and an address without it is read as a broken stdio server.
    /// https://code.claude.com/docs/en/mcp
    static let claudeCode = MCPDialect(infersRemote: false, timeoutKeys: ["timeout": 1000])
    /// Claude Desktop. https://modelcontextprotocol.io/docs/develop/connect-local-servers
    static let claudeDesktop = MCPDialect()
    /// Cursor. https://cursor.com/docs/context/mcp
    static let cursor = MCPDialect(honoursDisabled: true)
    /// VS Code: the map is called `servers`. https://code.visualstudio.com/docs/copilot/reference/mcp-configuration
    static let visualStudioCode = MCPDialect()
    /// Windsurf. https://docs.windsurf.com/windsurf/cascade/mcp
    static let windsurf = MCPDialect(
        urlKeys: ["serverUrl", "url"], approvedToolsKeys: ["alwaysAllow"], withheldToolsKeys: ["disabledTools"],
        honoursDisabled: true)
    /// Cline. https://docs.cline.bot/mcp/configuring-mcp-servers
    static let cline = MCPDialect(
        remoteTransport: "sse", approvedToolsKeys: ["autoApprove", "alwaysAllow"], timeoutKeys: ["timeout": 1],
        honoursDisabled: true)
    /// Roo Code. https://docs.roocode.com/features/mcp/using-mcp-in-roo
    static let roo = MCPDialect(
        approvedToolsKeys: ["alwaysAllow"], withheldToolsKeys: ["disabledTools"], timeoutKeys: ["timeout": 1],
        honoursDisabled: true)
    /// Kiro. https://kiro.dev/docs/mcp/configuration
    static let kiro = MCPDialect(
        approvedToolsKeys: ["autoApprove"], withheldToolsKeys: ["disabledTools"], honoursDisabled: true)
    /// Amazon Q Developer. https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/command-line-mcp-configuration.html
    static let amazonQ = MCPDialect(timeoutKeys: ["timeout": 1000], honoursDisabled: true)
    /// Gemini CLI: `httpUrl` is HTTP, `url` without a type is SSE.
    /// https://github.com/google-gemini/gemini-cli/blob/main/docs/tools/mcp-server.md
    static let gemini = MCPDialect(
        urlKeys: ["httpUrl", "url"], remoteTransport: "sse", trustKeys: ["trust"], offeredToolsKeys: ["includeTools"],
        withheldToolsKeys: ["excludeTools"], timeoutKeys: ["timeout": 1000])
    /// Zed: the map is called `context_servers`. https://zed.dev/docs/ai/mcp
    static let zed = MCPDialect(honoursEnabled: true)
    /// Codex: `[mcp_servers.<id>]`. https://developers.openai.com/codex/config-reference
    static let codex = MCPDialect(
        headerKeys: ["http_headers"], environmentHeaderKeys: ["env_http_headers"], offeredToolsKeys: ["enabled_tools"],
        withheldToolsKeys: ["disabled_tools"], timeoutKeys: ["tool_timeout_sec": 1], honoursEnabled: true)
}
