/// What to do about a gap, as far as it concerns one product.
///
/// The remediation of a check speaks of several products: a line that begins with names of products and a colon, a bracket
/// or a comma starts a paragraph about them; lines that go on with a small letter or are indented deeper belong to it. An
/// agent's gap shows what is general and what is about its own product, and never what another product's settings would
/// be; where nothing is about its product, it says so.
enum Remedy {
    /// Names with which paragraphs begin, and the products that they mean, as collectors name them.
    static let heads: [String: [String]] = [
        "A2A": ["A2A"], "aider": ["aider"], "Dify": ["Dify"], "Docker MCP gateway": ["Docker MCP gateway"],
        "Flowise": ["Flowise"], "GitHub Actions": ["GitHub Actions", "Claude Code on GitHub Actions"],
        "GitHub Copilot coding agent": ["GitHub Copilot coding agent"], "Langflow": ["Langflow"],
        "Microsoft 365 Copilot": ["Microsoft 365 Copilot"], "n8n": ["n8n"],
        "AgentCore": ["Amazon Bedrock AgentCore"], "Amazon Bedrock AgentCore": ["Amazon Bedrock AgentCore"],
        "Amazon Bedrock": ["Amazon Bedrock"], "Amazon Bedrock Agents": ["Amazon Bedrock"], "AutoGen": ["AutoGen"],
        "Claude Code": ["Claude Code", "Claude Code on GitHub Actions"],
        "Claude Code action": ["Claude Code on GitHub Actions"], "Claude Desktop": ["Claude Desktop"],
        "Cline": ["Cline"], "Codex": ["Codex CLI"], "Codex CLI": ["Codex CLI"], "Continue": ["Continue"],
        "CrewAI": ["CrewAI"], "Cursor": ["Cursor"], "Cursor CLI": ["Cursor"], "Gemini CLI": ["Gemini CLI"],
        "Google ADK": ["Google ADK"], "Goose": ["Goose"], "Kiro": ["Kiro"], "LangGraph": ["LangGraph"],
        "OpenClaw": ["OpenClaw"], "Roo": ["Roo"], "VS Code": ["VS Code"], "Windsurf": ["Windsurf"], "Zed": ["Zed"],
        "kagent": ["kagent"], "opencode": ["opencode"],
    ]
    /// Names of paragraphs for the products that no other paragraph is about.
    static let others: Set<String> = ["Other clients", "Other products"]

    /// The paragraphs of a remediation that an agent of a product needs; all of them where the product is not known.
    static func text(_ remediation: String, for product: String) -> String {
        let paragraphs = paragraphs(of: remediation)
        guard !product.isEmpty else { return remediation }
        let own = paragraphs.contains { $0.concerns(product) }
        let isKept = paragraphs.map { $0.heads == nil || $0.concerns(product) || !own && $0.isForOthers }
        let kept = paragraphs.indices.filter { isKept[$0] }.compactMap { place in
            leadsNowhere(place, paragraphs, isKept) ? paragraphs[place].withoutLead : paragraphs[place]
        }
        guard kept.isEmpty else { return kept.map(\.text).joined(separator: "\n") }
        return "No setting of \(product) is known for this. "
            + "Bound it from outside, or have a person state how it is met."
    }

    /// Whether a paragraph announces lines, and none of those that it announces is kept.
    private static func leadsNowhere(_ place: Int, _ paragraphs: [Paragraph], _ isKept: [Bool]) -> Bool {
        let lead = paragraphs[place]
        guard lead.heads == nil, lead.text.hasSuffix(":") else { return false }
        let below = paragraphs.indices.dropFirst(place + 1).prefix { paragraphs[$0].indent > lead.indent }
        let announced =
            below.isEmpty ? paragraphs.indices.dropFirst(place + 1).prefix { paragraphs[$0].heads != nil } : below
        return !announced.isEmpty && !announced.contains { isKept[$0] }
    }

    private struct Paragraph {
        /// The names with which it begins; nil for what is general.
        let heads: [String]?
        /// Spaces before its first line.
        let indent: Int
        var text: String

        /// The paragraph without its last sentence; nil when nothing is left.
        var withoutLead: Paragraph? {
            guard let end = text.ranges(of: ". ").last ?? text.ranges(of: ".\n").last else { return nil }
            var paragraph = self
            paragraph.text = String(text[...end.lowerBound])
            return paragraph
        }

        var isForOthers: Bool { heads?.contains(where: Remedy.others.contains) ?? false }

        func concerns(_ product: String) -> Bool {
            heads?.contains { Remedy.heads[$0]?.contains(product) ?? false } ?? false
        }
    }

    private static func paragraphs(of remediation: String) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        for line in remediation.split(separator: "\n", omittingEmptySubsequences: false) {
            let indent = line.prefix { $0 == " " }.count
            let names = names(at: line.dropFirst(indent))
            let starts = line.dropFirst(indent).first.map { $0.isUppercase || $0 == "`" } ?? false
            let isDeeper = paragraphs.last.map { indent > $0.indent } ?? false
            // What is indented as its head's line is, and no sentence of the text around it, goes on with the head.
            let isNew = names != nil || starts && !isDeeper || paragraphs.last?.indent ?? 0 > indent
            if isNew || paragraphs.isEmpty {
                paragraphs.append(Paragraph(heads: names, indent: indent, text: String(line)))
            } else {
                paragraphs[paragraphs.count - 1].text += "\n" + line
            }
        }
        return paragraphs
    }

    /// The names that a line begins with, when they are a heading: `Roo, Cline:`, `Codex CLI (file):`, `Kiro, file:`.
    private static func names(at line: Substring) -> [String]? {
        var rest = line
        var names: [String] = []
        while let name = name(at: rest) {
            names.append(name)
            rest = rest.dropFirst(name.count)
            guard rest.hasPrefix(", ") else { break }
            if self.name(at: rest.dropFirst(2)) == nil { break }
            rest = rest.dropFirst(2)
        }
        guard !names.isEmpty, rest.first == ":" || rest.first == "," || rest.hasPrefix(" (") else { return nil }
        return rest.contains(":") ? names : nil
    }

    /// The longest name that a text begins with.
    private static func name(at text: Substring) -> String? {
        (Array(heads.keys) + others).filter { text.hasPrefix($0) }.max { $0.count < $1.count }
    }
}
