/// A file of an agent product that no collector reads: it is named in reports, so that nobody takes it for assessed.
struct UnsupportedFile: Hashable, Sendable {
    /// What the file is to its product.
    let kind: String
    /// The product.
    let product: String

    /// Why it is not read.
    var reason: String { "no collector reads \(product) yet" }

    /// The product whose file it is, by its path alone.
    static func match(_ path: FilePath) -> UnsupportedFile? {
        for entry in byName[path.name] ?? [] where path.ends(with: entry.suffix) { return entry.file }
        guard path.components.count > 1 else { return nil }
        for entry in inFolder where path.name.hasSuffix(entry.ending) {
            if path.folder.ends(with: entry.folder) { return entry.file }
        }
        return path.name.hasSuffix(".agent.md") ? UnsupportedFile(kind: "custom agent", product: "GitHub Copilot") : nil
    }

    private typealias Entry = (suffix: String, file: UnsupportedFile)

    private static let byName: [String: [Entry]] = Dictionary(grouping: table.map(entry)) { FilePath($0.suffix).name }

    private static func entry(_ suffix: String, _ product: String, _ kind: String) -> Entry {
        (suffix, UnsupportedFile(kind: kind, product: product))
    }

    private static let table: [(String, String, String)] = [
        (".gemini/settings.json", "Gemini CLI", "settings"), ("gemini-extension.json", "Gemini CLI", "extension"),
        ("GEMINI.md", "Gemini CLI", "instructions"),
        ("opencode.json", "opencode", "settings"), ("opencode.jsonc", "opencode", "settings"),
        (".roomodes", "Roo Code", "modes"), (".rooignore", "Roo Code", "settings"),
        ("goose/config.yaml", "goose", "settings"), ("goose/permission.yaml", "goose", "settings"),
        (".goosehints", "goose", "instructions"),
        ("langgraph.json", "LangGraph", "application"), ("openclaw.json", "OpenClaw", "settings"),
        ("config/agents.yaml", "CrewAI", "agents"), ("config/tasks.yaml", "CrewAI", "tasks"),
        ("root_agent.yaml", "Google ADK", "agent"), ("OAI_CONFIG_LIST", "AutoGen", "models"),
        ("agent-card.json", "A2A", "agent card"), (".well-known/agent.json", "A2A", "agent card"),
        (".bedrock_agentcore.yaml", "Amazon Bedrock AgentCore", "agent"),
        ("appPackage/declarativeAgent.json", "Microsoft 365 Copilot", "declarative agent"),
        ("appPackage/ai-plugin.json", "Microsoft 365 Copilot", "plugin"),
        ("agent.mcs.yml", "Copilot Studio", "agent"), ("settings.mcs.yml", "Copilot Studio", "settings"),
        ("workflows/copilot-setup-steps.yml", "GitHub Copilot coding agent", "setup steps"),
        (".github/copilot-instructions.md", "GitHub Copilot", "instructions"),
        (".vscode/settings.json", "VS Code", "settings"),
        (".cursor/permissions.json", "Cursor", "permissions"), (".cursor/cli.json", "Cursor", "permissions"),
        (".cursor/cli-config.json", "Cursor", "permissions"), (".cursor/hooks.json", "Cursor", "hooks"),
        (".cursor/sandbox.json", "Cursor", "sandbox"), (".cursor/environment.json", "Cursor", "background agent"),
        (".cursorrules", "Cursor", "instructions"), (".windsurfrules", "Windsurf", "instructions"),
        (".windsurf/hooks.json", "Windsurf", "hooks"), (".clinerules", "Cline", "instructions"),
        (".zed/settings.json", "Zed", "settings"), ("zed/settings.json", "Zed", "settings"),
        (".aider.conf.yml", "aider", "settings"), (".continue/config.yaml", "Continue", "settings"),
        (".continue/config.json", "Continue", "settings"),
        ("smithery.yaml", "Smithery", "server"),
    ]

    private static let inFolder: [(folder: String, ending: String, file: UnsupportedFile)] = [
        (".kiro/agents", ".json", UnsupportedFile(kind: "agent", product: "Kiro")),
        (".kiro/hooks", ".hook", UnsupportedFile(kind: "hook", product: "Kiro")),
        (".kiro/steering", ".md", UnsupportedFile(kind: "instructions", product: "Kiro")),
        (".amazonq/cli-agents", ".json", UnsupportedFile(kind: "agent", product: "Amazon Q Developer")),
        (".cursor/rules", ".mdc", UnsupportedFile(kind: "instructions", product: "Cursor")),
        (".windsurf/rules", ".md", UnsupportedFile(kind: "instructions", product: "Windsurf")),
        (".gemini/policies", ".toml", UnsupportedFile(kind: "policy", product: "Gemini CLI")),
        (".opencode/agents", ".md", UnsupportedFile(kind: "agent", product: "opencode")),
        (".opencode/agent", ".md", UnsupportedFile(kind: "agent", product: "opencode")),
        (".github/agents", ".md", UnsupportedFile(kind: "custom agent", product: "GitHub Copilot")),
        (".github/hooks", ".json", UnsupportedFile(kind: "hooks", product: "GitHub Copilot")),
        (".codex/rules", ".rules", UnsupportedFile(kind: "execution policy", product: "Codex rules")),
    ]
}
