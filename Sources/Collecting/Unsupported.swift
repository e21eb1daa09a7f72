internal import Documents

/// Well-known files of agent products that no collector reads: they are named, so that silence is never a pass.
enum Unsupported {
    private static let suffixes: [(suffix: String, product: String)] = [
        (".gemini/settings.json", "Gemini CLI"), ("gemini-extension.json", "Gemini CLI"),
        (".roomodes", "Roo"),
        ("langgraph.json", "LangGraph"),
        ("config/agents.yaml", "CrewAI"), ("config/tasks.yaml", "CrewAI"),
        (".well-known/agent-card.json", "A2A"), ("agent_card.json", "A2A"), (".bedrock_agentcore.yaml", "AgentCore"),
        ("root_agent.yaml", "Google ADK"), ("copilot-setup-steps.yml", "GitHub Copilot"),
        (".cursor/permissions.json", "Cursor"),
        (".cursor/cli.json", "Cursor"), (".vscode/settings.json", "VS Code"), ("zed/settings.json", "Zed"),
        ("declarativeAgent.json", "Microsoft 365 Copilot"), ("ai-plugin.json", "Microsoft 365 Copilot"),
        ("server.json", "MCP registry"),
        (".continue/config.json", "Continue"),
    ]

    /// The product that a path is known from.
    static func product(of path: FilePath) -> String? {
        suffixes.first { path.ends(with: $0.suffix) }?.product
    }

    /// Why a file is not read, when it is an agent's.
    ///
    /// `.vscode/settings.json` is an editor's file; it is an agent's only when it speaks of one.
    static func reason(for path: FilePath, at location: String) -> String? {
        guard let product = product(of: path) else { return nil }
        if path.ends(with: ".vscode/settings.json") {
            let text = FileBytes.read(location).map { String(decoding: $0, as: UTF8.self) } ?? "chat."
            guard ["chat.", "copilot", "mcp"].contains(where: text.contains) else { return nil }
        }
        return "no collector reads this file of \(product) yet"
    }
}
