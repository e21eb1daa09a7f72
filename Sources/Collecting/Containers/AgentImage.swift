internal import Documents

/// Which containers run an agent or an MCP server: by their image, their command, or what they are told of models.
struct AgentImage {
    let product: String
    /// In the words of `agent.kind`.
    let kind: String
    /// Whether a model chooses its actions; nil when its program decides.
    let plans: Bool?

    /// Images by a part of their name.
    private static let images: [(part: String, product: String, kind: String, plans: Bool?)] = [
        ("n8nio/n8n", "n8n", "application", true), ("flowiseai/flowise", "Flowise", "application", true),
        ("langflowai/langflow", "Langflow", "application", true), ("langgenius/dify-api", "Dify", "application", true),
        ("langgenius/dify-plugin", "Dify", "application", nil), ("openhands", "OpenHands", "coding-assistant", true),
        ("all-hands-ai", "OpenHands", "coding-assistant", true), ("openclaw", "OpenClaw", "coding-assistant", true),
        ("claude-code", "Claude Code", "coding-assistant", true),
        ("codex-universal", "Codex", "coding-assistant", true),
        ("gemini-cli-sandbox", "Gemini CLI", "coding-assistant", true),
        ("block/goose", "Goose", "coding-assistant", true),
        ("langchain/langgraph-api", "LangGraph", "application", true), ("letta/letta", "Letta", "application", true),
        ("agent0ai/agent-zero", "Agent Zero", "application", true), ("autogpt", "AutoGPT", "application", true),
        ("librechat", "LibreChat", "application", true), ("open-webui", "Open WebUI", "application", true),
        ("anythingllm", "AnythingLLM", "application", true),
        ("docker/mcp-gateway", "Docker MCP gateway", "mcp-server", false),
        ("github-mcp-server", "MCP server", "mcp-server", false), ("mcp-server", "MCP server", "mcp-server", false),
        ("-mcp", "MCP server", "mcp-server", false), ("supergateway", "MCP server", "mcp-server", false),
        ("mcp/playwright", "MCP server", "mcp-server", false), ("mcpo", "MCP server", "mcp-server", false),
    ]

    /// Variables that an agent's program is told of its models and tools by.
    private static let variables: Set<String> = [
        "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN", "CLAUDE_CODE_OAUTH_TOKEN", "OPENAI_API_KEY", "OPENAI_BASE_URL",
        "AZURE_OPENAI_API_KEY", "AZURE_OPENAI_ENDPOINT", "GEMINI_API_KEY", "GOOGLE_API_KEY", "GROQ_API_KEY",
        "MISTRAL_API_KEY", "OPENROUTER_API_KEY", "DEEPSEEK_API_KEY", "LLM_API_KEY", "MCPGATEWAY_ENDPOINT",
        "MCPGATEWAY_URL", "MCP_SERVER_URL", "MCP_GATEWAY_URL", "BEDROCK_MODEL_ID", "FOUNDRY_PROJECT_ENDPOINT",
    ]

    /// Words that a file holds which runs one of them.
    static let marks =
        images.map(\.part) + variables.sorted() + ["mcp/", "mcp-", "claude", "codex", "langgraph", "goose"]

    private static let commands = [
        "claude": "Claude Code", "codex": "Codex", "gemini": "Gemini CLI", "opencode": "opencode", "goose": "Goose",
        "openclaw": "OpenClaw", "langgraph": "LangGraph", "aider": "aider",
    ]

    /// Told by the image, then by the program, then by the variables; nil when nothing says agent.
    init?(image: String?, command: [String], variables names: [String], hasModels: Bool) {
        if let image = image?.lowercased() {
            let repository = ImageName(image).repository
            let found = Self.images.first { repository.contains($0.part) }
            if let found {
                (product, kind, plans) = (found.product, found.kind, found.plans)
                return
            }
            if repository.hasPrefix("mcp/") || repository.contains("/mcp/") {
                (product, kind, plans) = ("MCP server", "mcp-server", false)
                return
            }
        }
        let words = ShellWords.unwrapped(command)
        let program = words.first.flatMap { $0.split(separator: "/").last.map(String.init) }
        if let program, let product = Self.commands[program] {
            (self.product, kind, plans) = (product, "application", true)
            return
        }
        let launch = LaunchCommand(command: words.first ?? "", arguments: Array(words.dropFirst()))
        if let package = launch.package, package.contains("mcp") {
            (product, kind, plans) = ("MCP server", "mcp-server", false)
            return
        }
        guard hasModels || names.contains(where: Self.variables.contains) else { return nil }
        (product, kind, plans) = ("agent", "application", nil)
    }
}
