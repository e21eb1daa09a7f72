/// What to do about a gap, as far as it concerns one product.
///
/// The remediation of a check speaks of several products: a line that begins with a product's name and a colon or a
/// bracket starts a paragraph about it, indented lines belong to the line above them. An agent's gap shows what is
/// general and what is about its own product, and never another product's setting.
enum Remedy {
    /// How remediations name products, and what the collectors call them where that is another name.
    static let products: [String: String] = [
        "A2A": "A2A", "AgentCore": "Amazon Bedrock AgentCore", "aider": "aider", "Amazon Bedrock": "Amazon Bedrock",
        "Amazon Bedrock AgentCore": "Amazon Bedrock AgentCore", "Amazon Bedrock Agents": "Amazon Bedrock",
        "AutoGen": "AutoGen", "Claude Code": "Claude Code", "Claude Desktop": "Claude Desktop", "Cline": "Cline",
        "Codex CLI": "Codex CLI", "Continue": "Continue", "CrewAI": "CrewAI", "Cursor": "Cursor",
        "Cursor CLI": "Cursor", "Dify": "Dify", "Docker MCP gateway": "Docker MCP gateway", "Flowise": "Flowise",
        "Gemini CLI": "Gemini CLI", "GitHub Actions": "GitHub Actions",
        "GitHub Copilot coding agent": "GitHub Copilot coding agent", "Google ADK": "Google ADK", "Goose": "Goose",
        "kagent": "kagent", "Kiro": "Kiro", "LangGraph": "LangGraph", "Langflow": "Langflow",
        "Microsoft 365 Copilot": "Microsoft 365 Copilot", "n8n": "n8n", "OpenClaw": "OpenClaw", "opencode": "opencode",
        "Other products": "Other products", "Roo": "Roo", "VS Code": "VS Code", "Windsurf": "Windsurf", "Zed": "Zed",
    ]

    /// The paragraphs of a remediation that an agent of a product needs; all of them for an agent of none.
    static func text(_ remediation: String, for product: String) -> String {
        guard !product.isEmpty else { return remediation }
        let paragraphs = paragraphs(of: remediation)
        let own = paragraphs.filter { $0.product.map { isName($0, of: product) } ?? true }
        guard own.isEmpty else { return own.map(\.text).joined(separator: "\n") }
        return "No setting of \(product) is known for this. "
            + "Bound it from outside, or have a person state how it is met."
    }

    /// `Claude Code on GitHub Actions` is Claude Code, too.
    private static func isName(_ name: String, of product: String) -> Bool {
        product == name || product.hasPrefix(name + " on ") || product.hasSuffix(" on " + name)
    }

    private struct Paragraph {
        let product: String?
        var text: String
    }

    private static func paragraphs(of remediation: String) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        for line in remediation.split(separator: "\n", omittingEmptySubsequences: false) {
            let product = products.first { line.hasPrefix($0.key) && isHead(line.dropFirst($0.key.count)) }?.value
            let isNew = product != nil || (line.first.map { $0.isUppercase || $0 == "`" } ?? false)
            if isNew || paragraphs.isEmpty {
                paragraphs.append(Paragraph(product: product, text: String(line)))
            } else {
                paragraphs[paragraphs.count - 1].text += "\n" + line
            }
        }
        return paragraphs
    }

    /// Whether what follows a product's name makes it a heading: `:`, ` (file):`, `, file:`.
    private static func isHead(_ rest: Substring) -> Bool {
        guard let first = rest.first, first == ":" || first == "," || rest.hasPrefix(" (")
        else { return false }
        return rest.contains(":")
    }
}
