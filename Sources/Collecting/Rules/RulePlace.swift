/// Where a product looks for instructions that no other collector reads.
struct RulePlace {
    /// Name of the product for people, and for identifiers of agents.
    let product: String
    let id: String
    /// In the words of `instruction.kind`.
    let kind: String
    /// The folder that holds the file, as the components before its name; none for the project's own folder.
    let folder: [String]
    /// The file's exact name, or how it ends.
    let names: [String]
    /// Whether folders below count too.
    var isDeep = false

    /// The project's folder, when the path is one of the product's.
    func home(of path: FilePath) -> FilePath? {
        guard names.contains(where: { $0.hasPrefix("*") ? path.name.hasSuffix($0.dropFirst()) : path.name == $0 })
        else {
            return nil
        }
        let parts = path.folder.components
        guard !folder.isEmpty else { return path.folder }
        let starts = parts.indices.reversed().filter { parts[$0...].starts(with: folder) }
        return starts.first { isDeep || parts.count == $0 + folder.count }.map { FilePath(Array(parts[..<$0])) }
    }

    /// All of them.
    ///
    /// <https://www.jetbrains.com/help/junie/customize-guidelines.html>,
    /// <https://www.jetbrains.com/help/ai-assistant/configure-project-rules.html>, <https://docs.trae.ai/ide/rules>,
    /// <https://docs.augmentcode.com/setup-augment/guidelines>, <https://kilo.ai/docs/agent-behavior/custom-rules>,
    /// <https://docs.qoder.com/user-guide/rules>, <https://firebase.google.com/docs/studio/set-up-gemini>,
    /// <https://docs.warp.dev/agent-platform/capabilities/rules>, <https://ampcode.com/manual>,
    /// <https://docs.openhands.dev/overview/skills>, <https://docs.factory.ai/cli/configuration/custom-droids>,
    /// <https://qwenlm.github.io/qwen-code-docs/>, <https://github.com/charmbracelet/crush>,
    /// <https://docs.replit.com/replitai/replit-dot-md>,
    /// <https://block.github.io/goose/docs/guides/context-engineering/using-goosehints>, <https://zed.dev/docs/ai/rules>,
    /// <https://developers.openai.com/codex/guides/agents-md>, <https://developers.openai.com/codex/skills>,
    /// <https://code.claude.com/docs/en/output-styles>
    static let all: [RulePlace] = [
        RulePlace(product: "Junie", id: "junie", kind: "rules", folder: [".junie"], names: ["*.md"]),
        RulePlace(
            product: "JetBrains AI Assistant", id: "jetbrains", kind: "rules", folder: [".aiassistant", "rules"],
            names: ["*.md"]),
        RulePlace(
            product: "Trae", id: "trae", kind: "rules", folder: [".trae", "rules"], names: ["*.md"], isDeep: true),
        RulePlace(
            product: "Augment", id: "augment", kind: "rules", folder: [".augment", "rules"], names: ["*.md"],
            isDeep: true),
        RulePlace(product: "Augment", id: "augment", kind: "rules", folder: [], names: [".augment-guidelines"]),
        RulePlace(
            product: "Kilo Code", id: "kilo", kind: "rules", folder: [".kilocode", "rules"], names: ["*.md"],
            isDeep: true),
        RulePlace(product: "Kilo Code", id: "kilo", kind: "rules", folder: [], names: [".kilocoderules"]),
        RulePlace(
            product: "Qoder", id: "qoder", kind: "rules", folder: [".qoder", "rules"], names: ["*.md"], isDeep: true),
        RulePlace(product: "Firebase Studio", id: "idx", kind: "rules", folder: [".idx"], names: ["airules.md"]),
        RulePlace(product: "Warp", id: "warp", kind: "rules", folder: [], names: ["WARP.md"]),
        RulePlace(product: "Amp", id: "amp", kind: "instructions", folder: [], names: ["AGENT.md"]),
        RulePlace(
            product: "OpenHands", id: "openhands", kind: "rules", folder: [".openhands"], names: ["*.md"], isDeep: true),
        RulePlace(
            product: "Factory", id: "factory", kind: "sub-agent", folder: [".factory", "droids"], names: ["*.md"]),
        RulePlace(
            product: "Factory", id: "factory", kind: "command", folder: [".factory", "commands"], names: ["*.md"]),
        RulePlace(product: "Qwen Code", id: "qwen", kind: "instructions", folder: [], names: ["QWEN.md"]),
        RulePlace(product: "Crush", id: "crush", kind: "instructions", folder: [], names: ["CRUSH.md"]),
        RulePlace(product: "Replit", id: "replit", kind: "instructions", folder: [], names: ["replit.md"]),
        RulePlace(product: "Goose", id: "goose", kind: "rules", folder: [], names: [".goosehints"]),
        RulePlace(product: "Zed", id: "zed", kind: "rules", folder: [], names: [".rules"]),
        RulePlace(product: "Codex CLI", id: "codex", kind: "instructions", folder: [], names: ["AGENTS.override.md"]),
        RulePlace(
            product: "Codex CLI", id: "codex", kind: "skill", folder: [".codex", "skills"], names: ["SKILL.md"],
            isDeep: true),
        RulePlace(
            product: "agent skills", id: "agent-skills", kind: "skill", folder: [".agents", "skills"],
            names: ["SKILL.md"], isDeep: true),
        RulePlace(
            product: "Claude Code", id: "claude-code", kind: "instructions", folder: [".claude", "output-styles"],
            names: ["*.md"]),
    ]
}
