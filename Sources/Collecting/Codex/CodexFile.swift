internal import Documents

/// What a path is to Codex: its role, its level, and the folder that it belongs to.
///
/// <https://developers.openai.com/codex/config-advanced>,
/// <https://developers.openai.com/codex/enterprise/managed-configuration>
struct CodexFile {
    enum Role { case config, requirements, hooks, rules, subAgent, skill, command, instructions, script }

    let role: Role
    /// managed, system, user, project or template.
    let level: String
    /// The folder that the agent works in, or whose files are shared.
    let folder: FilePath
    /// The folder at and below which a shared file applies.
    let reach: FilePath

    /// Whether it holds for agents in other folders.
    var isShared: Bool { ["managed", "system", "user"].contains(level) }

    /// Whether the file alone shows that there is an agent.
    var showsAgent: Bool {
        switch role {
        case .instructions, .skill, .script: false
        default: true
        }
    }

    var artifact: ArtifactKind {
        switch role {
        case .config: ArtifactKind("codex config", .toml)
        case .requirements: ArtifactKind("codex requirements", .toml)
        case .hooks: ArtifactKind("codex hooks", .json)
        case .rules: ArtifactKind("codex rules", nil)
        case .subAgent: ArtifactKind("codex sub-agent", .toml)
        case .skill: ArtifactKind("codex skill", .markdown)
        case .command: ArtifactKind("codex command", nil)
        case .instructions: ArtifactKind("codex instructions", nil)
        case .script: ArtifactKind("codex hook script", nil)
        }
    }

    init?(_ path: FilePath) {
        let parts = path.components
        if let start = Self.machine(parts) {
            let root = FilePath(Array(parts[..<start]))
            guard let (role, level) = Self.machineRole(Array(parts[(start + 2)...])) else { return nil }
            (self.role, self.level, folder, reach) = (role, level, root, root)
        } else if let dot = parts.lastIndex(where: { $0 == ".codex" || $0 == ".agents" }), dot < parts.count - 1 {
            let home = FilePath(Array(parts[..<dot]))
            guard let role = Self.role(Array(parts[(dot + 1)...]), isCodex: parts[dot] == ".codex") else { return nil }
            let isUser = ["home", "Users"].contains(home.folder.name) || home.name == "root"
            let isTemplate = role == .requirements
            // Custom prompts are read from the user's folder only.
            if role == .command && !isUser { return nil }
            (self.role, folder) = (role, home)
            level = isTemplate ? "template" : isUser ? "user" : "project"
            reach = isUser ? home.dropping(home.name == "root" ? 1 : 2) : home
        } else if path.ends(with: "codex/config.toml") {
            // A user's file as people keep it among their dotfiles: it says nothing of the folders around it.
            (role, level, folder, reach) = (.config, "user", path.folder, path.folder)
        } else if path.name == "AGENTS.md" || path.name == "AGENTS.override.md" {
            (role, level, folder, reach) = (.instructions, "project", path.folder, path.folder)
        } else {
            return nil
        }
    }

    /// Where `etc/codex` begins.
    private static func machine(_ parts: [String]) -> Int? {
        guard parts.count > 2 else { return nil }
        return (0..<(parts.count - 2)).last { parts[$0] == "etc" && parts[$0 + 1] == "codex" }
    }

    private static func machineRole(_ rest: [String]) -> (Role, String)? {
        switch rest.first {
        case "config.toml" where rest.count == 1: (.config, "system")
        case "managed_config.toml" where rest.count == 1: (.config, "managed")
        case "requirements.toml" where rest.count == 1: (.requirements, "managed")
        case "hooks.json" where rest.count == 1: (.hooks, "system")
        case "rules" where rest.last?.hasSuffix(".rules") == true && rest.count == 2: (.rules, "system")
        case "skills" where rest.last == "SKILL.md": (.skill, "system")
        default: nil
        }
    }

    private static func role(_ rest: [String], isCodex: Bool) -> Role? {
        let isOne = rest.count == 1
        if rest.first == "skills", rest.last == "SKILL.md" { return .skill }
        guard isCodex else { return nil }
        switch rest.first {
        case "config.toml" where isOne: return .config
        case "requirements.toml" where isOne: return .requirements
        case "hooks.json" where isOne: return .hooks
        case "AGENTS.md" where isOne, "AGENTS.override.md" where isOne: return .instructions
        case "rules" where rest.count == 2 && rest[1].hasSuffix(".rules"): return .rules
        case "agents" where rest.count > 1 && rest.last?.hasSuffix(".toml") == true: return .subAgent
        case "prompts" where rest.count == 2 && rest[1].hasSuffix(".md"): return .command
        case "hooks" where ClaudeFile.isScript(rest.last ?? ""): return .script
        default: return nil
        }
    }
}
