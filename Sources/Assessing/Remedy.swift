/// What to do about a gap, as far as it concerns one product.
///
/// The remediation of a check speaks of several products: a line that begins with a product's name and a colon or a
/// bracket starts a paragraph about it, indented lines belong to the line above them. An agent's gap shows what is
/// general and what is about its own product; when nothing is, everything stands, as a pattern to follow.
enum Remedy {
    /// Products that remediations speak of, as the collectors name them.
    static let products = [
        "Amazon Bedrock Agents", "AgentCore", "AutoGen", "Claude Code", "Cline", "Codex CLI", "CrewAI", "Cursor",
        "Gemini CLI", "Kiro", "LangGraph", "Other products", "Roo", "VS Code", "Windsurf",
    ]

    /// The paragraphs of a remediation that an agent of a product needs.
    static func text(_ remediation: String, for product: String) -> String {
        let paragraphs = paragraphs(of: remediation)
        let own = paragraphs.filter { $0.product.map { $0 == product } ?? false }
        guard !own.isEmpty else { return remediation }
        return paragraphs.filter { $0.product == nil || $0.product == product }.map(\.text).joined(separator: "\n")
    }

    private struct Paragraph {
        let product: String?
        var text: String
    }

    private static func paragraphs(of remediation: String) -> [Paragraph] {
        var paragraphs: [Paragraph] = []
        for line in remediation.split(separator: "\n", omittingEmptySubsequences: false) {
            let product = products.first { line.hasPrefix($0) && isHead(line.dropFirst($0.count)) }
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
