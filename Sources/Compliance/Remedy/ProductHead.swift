/// The names of products with which paragraphs of remedies begin: `Claude Code (settings.json): …`, `Roo, Cline: …`.
public enum ProductHead {
    /// Names, and the products that they mean, as collectors name them.
    public static let products: [String: [String]] = [
        "A2A": ["A2A"], "AgentCore": ["Amazon Bedrock AgentCore", "Amazon Bedrock AgentCore gateway"],
        "Amazon Bedrock": ["Amazon Bedrock"], "Amazon Bedrock AgentCore": ["Amazon Bedrock AgentCore"],
        "AutoGen": ["AutoGen"], "Claude Code": ["Claude Code"], "Claude Desktop": ["Claude Desktop"],
        "Cline": ["Cline"], "Codex CLI": ["Codex CLI", "Codex"], "Continue": ["Continue"], "CrewAI": ["CrewAI"],
        "Cursor": ["Cursor"], "Dify": ["Dify"], "Docker MCP gateway": ["Docker MCP gateway"], "Flowise": ["Flowise"],
        "Gemini CLI": ["Gemini CLI"], "GitHub App": ["GitHub App"],
        "GitHub Copilot coding agent": ["GitHub Copilot coding agent"],
        "Google ADK": ["Google ADK"], "Goose": ["Goose"], "Kiro": ["Kiro"], "LangChain": ["LangChain"],
        "LangGraph": ["LangGraph"], "Langflow": ["Langflow"], "Microsoft 365 Copilot": ["Microsoft 365 Copilot"],
        "Microsoft Agent Framework": ["Microsoft Agent Framework"], "OpenAI Agents SDK": ["OpenAI Agents SDK"],
        "OpenClaw": ["OpenClaw"], "OpenTelemetry Collector": ["OpenTelemetry Collector"],
        "Pydantic AI": ["Pydantic AI"], "Roo": ["Roo"], "VS Code": ["VS Code"], "Windsurf": ["Windsurf"],
        "Zed": ["Zed"], "aider": ["aider"], "kagent": ["kagent", "kagent controller"], "n8n": ["n8n"],
        "opencode": ["opencode"],
        "smolagents": ["smolagents"],
    ]
    /// Names of what a product runs on, by which collectors tell such agents apart: `Claude Code on GitHub Actions`.
    public static let places = [
        "Docker Compose": " in Docker Compose", "GitHub Actions": " on GitHub Actions", "Kubernetes": " on Kubernetes",
    ]
    /// The name of a paragraph for the products that no other paragraph is about.
    public static let others = "Other products"

    /// All names, longer ones before what they begin with.
    private static let longest = order(Array(products.keys) + Array(places.keys) + [others])

    /// The products that a name means, of which places have any number.
    static func means(_ name: String, _ product: String) -> Bool {
        if let place = places[name] { return product == name || product.hasSuffix(place) }
        let base = places.values.first(where: product.hasSuffix).map { String(product.dropLast($0.count)) } ?? product
        return (products[name] ?? [name]).contains { $0 == product || $0 == base }
    }

    /// The names that a line begins with, when they are a head: names, perhaps a bracket, and a colon.
    static func names(at line: Substring, known: [String]) -> [String]? {
        guard line.utf8.contains(0x3A) else { return nil }
        var rest = line
        var names: [String] = []
        while let name = name(at: rest, known: known) {
            names.append(name)
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix(", ") else { break }
            rest = rest.dropFirst(2)
        }
        guard !names.isEmpty else { return nil }
        return afterBracket(rest).first == ":" ? names : nil
    }

    /// The longest name that a text begins with.
    private static func name(at text: Substring, known: [String]) -> String? {
        let common = longest.first { text.utf8.starts(with: $0.utf8) } ?? ""
        let own = known.filter { text.utf8.starts(with: $0.utf8) }.max { $0.utf8.count < $1.utf8.count } ?? ""
        let name = own.utf8.count > common.utf8.count ? own : common
        return name.isEmpty ? nil : name
    }

    /// What stands behind a bracket in which the file is named.
    static func afterBracket(_ text: Substring) -> Substring {
        guard text.hasPrefix(" ("), let end = text.ranges(of: "):").first else { return text }
        return text[text.index(before: end.upperBound)...]
    }

    private static func order(_ names: [String]) -> [String] { names.sorted { ($1.count, $0) < ($0.count, $1) } }
}
